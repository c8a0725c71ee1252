package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `try` with `except` or `except*`.
final class TryStatements {
    private static final String BOTH = "cannot have both 'except' and 'except*' on the same 'try'";

    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final Cursor in;

    TryStatements(ExpressionParser expressions, StatementParser statements) {
        this.expressions = expressions;
        this.statements = statements;
        this.in = expressions.in;
    }

    Statement statement() {
        int start = in.at++;
        in.require(TokenKind.COLON);
        List<Statement> body = statements.block("'try' statement", start);
        if (!in.is(TokenKind.EXCEPT) && !in.is(TokenKind.FINALLY)) {
            throw in.failHere(SyntaxCode.PLACE, "expected 'except' or 'finally' block");
        }
        List<Ast.ExceptHandler> handlers = new ArrayList<>();
        boolean star = in.is(TokenKind.EXCEPT) && in.glance(1) == TokenKind.STAR;
        while (in.is(TokenKind.EXCEPT)) {
            handlers.add(handler(star));
        }
        List<Statement> orelse = handlers.isEmpty() ? List.of() : statements.orelse();
        List<Statement> finalbody = List.of();
        int token = in.at;
        if (in.accept(TokenKind.FINALLY)) {
            in.require(TokenKind.COLON);
            finalbody = statements.block("'finally' statement", token);
        }
        var span = in.blockSpan(start);
        return star
                ? new Statement.TryStar(body, List.copyOf(handlers), orelse, finalbody, span)
                : new Statement.Try(body, List.copyOf(handlers), orelse, finalbody, span);
    }

    private Ast.ExceptHandler handler(boolean star) {
        int start = in.at++;
        String owner = star ? "'except*' statement" : "'except' statement";
        if (in.is(TokenKind.STAR) != star) {
            throw in.fail(in.tokens.span(start, star ? start : in.at), SyntaxCode.PLACE, BOTH);
        }
        if (star) {
            in.at++;
            if (in.is(TokenKind.COLON) || in.is(TokenKind.NEWLINE)) {
                throw in.failHere(SyntaxCode.INVALID, "expected one or more exception types");
            }
        }
        Optional<Expression> type = Optional.empty();
        Optional<String> name = Optional.empty();
        if (!in.is(TokenKind.COLON) && !in.is(TokenKind.NEWLINE)) {
            int first = in.at;
            type = Optional.of(expressions.expressions());
            if (in.is(TokenKind.AS)) {
                name = Optional.of(name(first, star));
            }
        }
        statements.colon();
        List<Statement> body = statements.block(owner, start);
        return new Ast.ExceptHandler(type, name, body, in.blockSpan(start));
    }

    private String name(int first, boolean star) {
        for (int token = first, level = 0; token < in.at; token++) {
            switch (in.tokens.kind(token)) {
                case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> level++;
                case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> level--;
                case COMMA -> {
                    if (level == 0) {
                        throw severalTypes(first);
                    }
                }
                default -> {}
            }
        }
        in.at++;
        if (in.is(TokenKind.NAME)
                && (in.glance(1) == TokenKind.COLON || in.glance(1) == TokenKind.NEWLINE)) {
            return in.name();
        }
        Expression target = expressions.expression();
        if (!in.is(TokenKind.COLON)) {
            throw in.invalid();
        }
        throw in.fail(
                target.span(),
                SyntaxCode.TARGET,
                "cannot use except"
                        + (star ? "*" : "")
                        + " statement with "
                        + Targets.kind(target));
    }

    private SyntaxFailure severalTypes(int first) {
        if (in.glance(1) != TokenKind.NAME || in.glance(2) != TokenKind.COLON) {
            return in.invalid();
        }
        in.at += 2;
        return in.failFrom(
                first,
                SyntaxCode.INVALID,
                "multiple exception types must be parenthesized when using 'as'");
    }
}
