package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `with`, whose items may stand in parentheses.
final class WithStatements {
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final Cursor in;

    WithStatements(ExpressionParser expressions, StatementParser statements) {
        this.expressions = expressions;
        this.statements = statements;
        this.in = expressions.in;
    }

    /// @param start `async` or `with`
    Statement statement(int start, boolean isAsync) {
        int token = in.at++;
        List<Ast.WithItem> items = new ArrayList<>();
        if (!areParenthesized() || !parenthesized(items)) {
            items.clear();
            unparenthesized(items);
        }
        statements.colon();
        List<Statement> body = statements.block("'with' statement", token);
        var span = in.blockSpan(start);
        return isAsync
                ? new Statement.AsyncWith(List.copyOf(items), body, span)
                : new Statement.With(List.copyOf(items), body, span);
    }

    /// Whether the first bracket closes right before the colon or the end of the line.
    private boolean areParenthesized() {
        if (!in.is(TokenKind.LEFT_PAREN)) {
            return false;
        }
        int level = 0;
        for (int ahead = 0; ; ahead++) {
            switch (in.glance(ahead)) {
                case LEFT_PAREN -> level++;
                case RIGHT_PAREN -> {
                    if (--level == 0) {
                        TokenKind next = in.glance(ahead + 1);
                        return next == TokenKind.COLON || next == TokenKind.NEWLINE;
                    }
                }
                case END, UNCLOSED -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /// Reads items in parentheses; if that doesn't fit, the parentheses belong to an expression.
    private boolean parenthesized(List<Ast.WithItem> items) {
        int open = in.at;
        int depth = in.depth();
        ExpressionParser.Trial trial =
                expressions.attempt(() -> {
                    in.at++;
                    return list(items);
                });
        if (!trial.fits()) {
            refuseInside(open, depth);
            return false;
        }
        in.at = trial.end() + 1;
        return true;
    }

    /// Reads the items once more for the mistakes that have a name.
    private void refuseInside(int open, int depth) {
        int furthest = in.furthest();
        try {
            in.at = open + 1;
            var _ = list(new ArrayList<>());
            in.peek(1);
        } catch (SyntaxFailure failure) {
            if (failure.isNamed()) {
                throw failure;
            }
        }
        in.forget(open, depth, Math.max(furthest, in.furthest()));
    }

    private Expression list(List<Ast.WithItem> items) {
        do {
            if (!items.isEmpty() && in.is(TokenKind.RIGHT_PAREN)) {
                break;
            }
            items.add(item());
        } while (in.accept(TokenKind.COMMA));
        if (!in.is(TokenKind.RIGHT_PAREN)) {
            throw in.invalid();
        }
        return items.getLast().contextExpr();
    }

    private void unparenthesized(List<Ast.WithItem> items) {
        int start = in.at;
        int depth = in.depth();
        try {
            items(items);
        } catch (SyntaxFailure failure) {
            if (in.tokens.kind(start) != TokenKind.LEFT_PAREN || failure.isNamed()) {
                throw failure;
            }
            refuseInside(start, depth);
            throw in.invalid();
        }
    }

    private void items(List<Ast.WithItem> items) {
        do {
            items.add(item());
        } while (in.accept(TokenKind.COMMA));
    }

    private Ast.WithItem item() {
        int start = in.at;
        Expression context = expressions.expression();
        Optional<Expression> variables = Optional.empty();
        if (in.accept(TokenKind.AS)) {
            Expression target = expressions.targets.starTarget();
            if (!in.is(TokenKind.COMMA)
                    && !in.is(TokenKind.RIGHT_PAREN)
                    && !in.is(TokenKind.COLON)) {
                throw in.invalid();
            }
            variables = Optional.of(expressions.targets.stored(target));
        }
        return new Ast.WithItem(context, variables, in.span(start));
    }
}
