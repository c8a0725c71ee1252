package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Arguments of calls and of class definitions.
final class Calls {
    private static final String GENERATOR = "Generator expression must be parenthesized";
    private static final String EQUALS =
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

    private final ExpressionParser expressions;
    private final Cursor in;

    /// @param args positional ones and those with one star
    record Arguments(List<Expression> args, List<Ast.Keyword> keywords) {}

    /// What was read so far.
    private static final class Reading {
        final List<Expression> args = new ArrayList<>();
        final List<Ast.Keyword> keywords = new ArrayList<>();

        /// Whether `**` was among them.
        boolean unpacked;

        Arguments done() {
            return new Arguments(List.copyOf(args), List.copyOf(keywords));
        }
    }

    Calls(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    /// @param start first token of `function`
    Expression call(int start, Expression function) {
        int open = in.at++;
        Arguments arguments = arguments(open);
        in.expect(TokenKind.RIGHT_PAREN);
        return new Expression.Call(
                function, arguments.args(), arguments.keywords(), in.span(start));
    }

    /// Up to the closing bracket.
    Arguments arguments(int open) {
        Reading reading = new Reading();
        while (!in.is(TokenKind.RIGHT_PAREN)) {
            argument(open, reading);
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
        }
        return reading.done();
    }

    /// Of a class: a generator expression needs parentheses here.
    Arguments ofClass(int open) {
        Arguments arguments = arguments(open);
        if (arguments.args().size() == 1
                && arguments.args().getFirst() instanceof Expression.GeneratorExp generator
                && generator.span().equals(in.tokens.span(open, in.at))) {
            int token = open + 1;
            int level = 0;
            while (level > 0 || !isFor(token)) {
                switch (in.tokens.kind(token++)) {
                    case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> level++;
                    case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> level--;
                    default -> {}
                }
            }
            throw in.fail(token, SyntaxCode.INVALID, "invalid syntax");
        }
        return arguments;
    }

    private boolean isFor(int token) {
        return in.tokens.kind(token) == TokenKind.FOR || in.tokens.kind(token) == TokenKind.ASYNC;
    }

    private void argument(int open, Reading reading) {
        int start = in.at;
        switch (in.kind()) {
            case STAR -> star(reading);
            case DOUBLE_STAR -> doubleStar(reading);
            case NAME -> {
                if (in.glance(1) == TokenKind.EQUAL) {
                    keyword(reading);
                } else {
                    positional(open, start, reading);
                }
            }
            case NONE, TRUE, FALSE -> {
                if (in.glance(1) == TokenKind.EQUAL) {
                    throw in.fail(
                            in.tokens.span(start, start + 1),
                            SyntaxCode.TARGET,
                            "cannot assign to " + in.kind().text());
                }
                positional(open, start, reading);
            }
            default -> positional(open, start, reading);
        }
    }

    private void star(Reading reading) {
        int start = in.at++;
        if (!in.kind().startsExpression() && !in.is(TokenKind.UNCLOSED)) {
            throw in.fail(in.at, SyntaxCode.INVALID, "Invalid star expression");
        }
        Expression value = expressions.expression();
        if (in.is(TokenKind.EQUAL)) {
            refuseValueOf(start, "cannot assign to iterable argument unpacking");
        }
        if (reading.unpacked) {
            while (in.accept(TokenKind.COMMA) && !in.is(TokenKind.RIGHT_PAREN)) {
                argument(start - 1, new Reading());
            }
            throw in.failFrom(
                    start - 1,
                    SyntaxCode.PARAMETERS,
                    "iterable argument unpacking follows keyword argument unpacking");
        }
        reading.args.add(new Expression.Starred(value, ExpressionContext.LOAD, in.span(start)));
    }

    private void doubleStar(Reading reading) {
        int start = in.at++;
        Expression value = expressions.expression();
        if (in.is(TokenKind.EQUAL)) {
            refuseValueOf(start, "cannot assign to keyword argument unpacking");
        }
        reading.unpacked = true;
        reading.keywords.add(new Ast.Keyword(Optional.empty(), value, in.span(start)));
    }

    private void refuseValueOf(int start, String message) {
        in.at++;
        ExpressionParser.Trial value = expressions.attempt(expressions::expression);
        in.at--;
        if (value.fits()) {
            throw in.fail(in.tokens.span(start, value.end() - 1), SyntaxCode.TARGET, message);
        }
    }

    private void keyword(Reading reading) {
        int start = in.at;
        String name = in.name();
        in.at++;
        if (in.is(TokenKind.COMMA) || in.is(TokenKind.RIGHT_PAREN)) {
            throw in.fail(
                    in.tokens.span(start, start + 1),
                    SyntaxCode.INVALID,
                    "expected argument value expression");
        }
        Expression value = expressions.expression();
        if (expressions.displays.atFor()) {
            expressions.displays.clauses();
            throw in.fail(in.tokens.span(start, start + 1), SyntaxCode.INVALID, EQUALS);
        }
        reading.keywords.add(new Ast.Keyword(Optional.of(name), value, in.span(start)));
    }

    private void positional(int open, int start, Reading reading) {
        boolean walrus = in.is(TokenKind.NAME) && in.glance(1) == TokenKind.WALRUS;
        Expression value = walrus ? expressions.walrus() : expressions.expression();
        if (in.is(TokenKind.EQUAL) && !walrus) {
            throw in.fail(
                    in.tokens.span(start, in.at),
                    SyntaxCode.TARGET,
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
        if (expressions.displays.atFor()) {
            generator(open, start, value, reading);
            return;
        }
        reading.args.add(value);
        if (!reading.keywords.isEmpty()) {
            refuseOrder(open, reading);
        }
    }

    /// The message stands where CPython has read to: behind all the arguments.
    private void refuseOrder(int open, Reading reading) {
        String message =
                reading.unpacked
                        ? "positional argument follows keyword argument unpacking"
                        : "positional argument follows keyword argument";
        Reading rest = new Reading();
        while (in.accept(TokenKind.COMMA) && !in.is(TokenKind.RIGHT_PAREN)) {
            argument(open, rest);
        }
        throw in.failHere(SyntaxCode.PARAMETERS, message);
    }

    /// A generator expression without brackets of its own takes those of the call.
    private void generator(int open, int start, Expression element, Reading reading) {
        List<Ast.Comprehension> clauses = expressions.displays.clauses();
        int end = in.at - 1;
        boolean alone =
                reading.args.isEmpty()
                        && reading.keywords.isEmpty()
                        && in.is(TokenKind.RIGHT_PAREN);
        if (!alone) {
            if (!in.is(TokenKind.RIGHT_PAREN) && !in.is(TokenKind.COMMA)) {
                throw in.invalid();
            }
            throw in.fail(in.tokens.span(start, end), SyntaxCode.INVALID, GENERATOR);
        }
        reading.args.add(
                new Expression.GeneratorExp(element, clauses, in.tokens.span(open, in.at)));
    }
}
