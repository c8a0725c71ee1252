package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `match`. Its keywords are names everywhere else, so the whole line tells what it is.
final class MatchStatements {
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final PatternParser patterns;
    private final Cursor in;

    MatchStatements(ExpressionParser expressions, StatementParser statements) {
        this.expressions = expressions;
        this.statements = statements;
        this.patterns = new PatternParser(expressions);
        this.in = expressions.in;
    }

    /// Whether a line begins a `match`: no simple statement that begins with a name ends in a
    /// colon.
    boolean begins() {
        if (!in.isSoft("match")) {
            return false;
        }
        if (!in.glance(1).startsExpression() && in.glance(1) != TokenKind.STAR) {
            return false;
        }
        return endsInColon() || (in.glance(1) == TokenKind.NAME && endsInLine());
    }

    private boolean endsInColon() {
        int ahead = lineEnd();
        return in.glance(ahead) == TokenKind.NEWLINE && in.glance(ahead - 1) == TokenKind.COLON;
    }

    private boolean endsInLine() {
        return in.glance(lineEnd()) == TokenKind.NEWLINE;
    }

    private int lineEnd() {
        int ahead = 1;
        while (true) {
            switch (in.glance(ahead)) {
                case NEWLINE, END, UNCLOSED -> {
                    return ahead;
                }
                default -> ahead++;
            }
        }
    }

    Statement statement() {
        int start = in.at;
        in.at++;
        Expression subject = subject();
        statements.colon();
        in.expect(TokenKind.NEWLINE);
        if (!in.is(TokenKind.INDENT)) {
            throw in.indentation(
                    in.at,
                    "expected an indented block after 'match' statement on line "
                            + in.tokens.line(start));
        }
        in.at++;
        List<Ast.MatchCase> cases = new ArrayList<>();
        while (in.isSoft("case")) {
            cases.add(matchCase());
        }
        if (cases.isEmpty()) {
            throw in.invalid();
        }
        in.expect(TokenKind.DEDENT);
        return new Statement.Match(subject, List.copyOf(cases), in.blockSpan(start));
    }

    private Expression subject() {
        int start = in.at;
        Expression first = expressions.starNamedExpression();
        if (in.is(TokenKind.COMMA)) {
            return expressions.tuple(start, first, expressions::starNamedExpression);
        }
        if (first instanceof Expression.Starred) {
            throw in.invalid();
        }
        return first;
    }

    private Ast.MatchCase matchCase() {
        int start = in.at++;
        Pattern pattern = patterns.patterns();
        Optional<Expression> guard = guard();
        statements.colon();
        List<Statement> body = statements.block("'case' statement", start);
        return new Ast.MatchCase(pattern, guard, body, in.blockSpan(start));
    }

    private Optional<Expression> guard() {
        return in.accept(TokenKind.IF)
                ? Optional.of(expressions.namedExpression())
                : Optional.empty();
    }
}
