package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parameters of functions and lambdas.
final class Parameters {
    /// A lambda within the defaults of a lambda needs several frames.
    private static final int LAMBDA_DEPTH = 4;

    private final ExpressionParser expressions;
    private final Cursor in;

    Parameters(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    /// What was read so far.
    private static final class Reading {
        final boolean annotated;
        final TokenKind close;
        List<Ast.Arg> posonly = List.of();
        List<Ast.Arg> args = new ArrayList<>();
        final List<Expression> defaults = new ArrayList<>();
        Optional<Ast.Arg> vararg = Optional.empty();
        final List<Ast.Arg> kwonly = new ArrayList<>();
        final List<Optional<Expression>> kwDefaults = new ArrayList<>();
        Optional<Ast.Arg> kwarg = Optional.empty();
        boolean slash;
        boolean star;

        Reading(boolean annotated) {
            this.annotated = annotated;
            this.close = annotated ? TokenKind.RIGHT_PAREN : TokenKind.COLON;
        }
    }

    Expression lambda() {
        int start = in.at++;
        in.deeper(LAMBDA_DEPTH);
        Ast.Arguments parameters = read(new Reading(false));
        int colon = in.at;
        in.expect(TokenKind.COLON);
        if (in.is(TokenKind.FSTRING_MIDDLE) || in.is(TokenKind.TSTRING_MIDDLE)) {
            String letter = in.is(TokenKind.FSTRING_MIDDLE) ? "f" : "t";
            throw in.fail(
                    in.tokens.span(start, colon),
                    SyntaxCode.INVALID,
                    letter + "-string: lambda expressions are not allowed without parentheses");
        }
        Expression body = expressions.expression();
        in.deeper(-LAMBDA_DEPTH);
        return new Expression.Lambda(parameters, body, in.span(start));
    }

    /// Those of a function, between its parentheses.
    Ast.Arguments ofFunction() {
        return read(new Reading(true));
    }

    private Ast.Arguments read(Reading reading) {
        int start = in.at;
        while (!in.is(reading.close)) {
            parameter(reading);
            if (in.is(reading.close)) {
                break;
            }
            if (in.is(TokenKind.STAR) && in.tokens.kind(in.at - 1) == TokenKind.SLASH) {
                throw refused(in.at, "expected comma between / and *");
            }
            in.expect(TokenKind.COMMA);
        }
        return new Ast.Arguments(
                List.copyOf(reading.posonly),
                List.copyOf(reading.args),
                reading.vararg,
                List.copyOf(reading.kwonly),
                List.copyOf(reading.kwDefaults),
                reading.kwarg,
                List.copyOf(reading.defaults),
                start == in.at ? in.tokens.span(start, start) : in.span(start));
    }

    private void parameter(Reading reading) {
        int token = in.at;
        if (reading.kwarg.isPresent()) {
            switch (in.kind()) {
                case NAME, STAR, DOUBLE_STAR, SLASH ->
                        throw refused(token, "arguments cannot follow var-keyword argument");
                default -> throw in.invalid();
            }
        }
        switch (in.kind()) {
            case SLASH -> slash(reading);
            case STAR -> star(reading);
            case DOUBLE_STAR -> doubleStar(reading);
            case LEFT_PAREN -> {
                refuseParenthesized(reading);
                throw in.invalid();
            }
            default -> named(reading);
        }
    }

    private void slash(Reading reading) {
        int token = in.at++;
        if (reading.slash) {
            throw refused(token, "/ may appear only once");
        }
        if (reading.star) {
            throw refused(token, "/ must be ahead of *");
        }
        if (reading.args.isEmpty()) {
            if (!in.is(TokenKind.COMMA)) {
                throw in.fail(token, SyntaxCode.INVALID, "invalid syntax");
            }
            throw refused(token, "at least one argument must precede /");
        }
        reading.slash = true;
        reading.posonly = reading.args;
        reading.args = new ArrayList<>();
    }

    private void star(Reading reading) {
        int token = in.at++;
        if (reading.star) {
            throw refused(token, "* argument may appear only once");
        }
        reading.star = true;
        if (in.is(reading.close)) {
            throw bareStar(token, reading);
        }
        if (in.is(TokenKind.COMMA)) {
            TokenKind next = in.peek(1);
            if (next == reading.close || next == TokenKind.DOUBLE_STAR) {
                in.at++;
                throw bareStar(token, reading);
            }
            return;
        }
        Ast.Arg parameter = arg(reading, true);
        if (in.is(TokenKind.EQUAL)) {
            throw refused(in.at, "var-positional argument cannot have default value");
        }
        reading.vararg = Optional.of(parameter);
    }

    private SyntaxFailure bareStar(int token, Reading reading) {
        String message = "named arguments must follow bare *";
        return reading.annotated
                ? refused(token, message)
                : in.failHere(SyntaxCode.PARAMETERS, message);
    }

    private void doubleStar(Reading reading) {
        in.at++;
        Ast.Arg parameter = arg(reading, false);
        if (in.is(TokenKind.EQUAL)) {
            throw refused(in.at, "var-keyword argument cannot have default value");
        }
        reading.kwarg = Optional.of(parameter);
    }

    private void named(Reading reading) {
        int token = in.at;
        Ast.Arg parameter = arg(reading, false);
        Optional<Expression> value = Optional.empty();
        if (in.is(TokenKind.EQUAL)) {
            int equal = in.at++;
            if (in.is(reading.close) || in.is(TokenKind.COMMA)) {
                throw refused(equal, "expected default value expression");
            }
            value = Optional.of(expressions.expression());
        }
        if (reading.star) {
            reading.kwonly.add(parameter);
            reading.kwDefaults.add(value);
            return;
        }
        reading.args.add(parameter);
        if (value.isPresent()) {
            reading.defaults.add(value.get());
        } else if (!reading.defaults.isEmpty()) {
            if (!in.is(reading.close) && !in.is(TokenKind.COMMA)) {
                throw in.invalid();
            }
            throw in.fail(
                    in.tokens.span(token, in.at - 1),
                    SyntaxCode.PARAMETERS,
                    "parameter without a default follows parameter with a default");
        }
    }

    /// @param starred whether an annotation may have a star (PEP 646)
    private Ast.Arg arg(Reading reading, boolean starred) {
        int start = in.at;
        String name = in.name();
        Optional<Expression> annotation = Optional.empty();
        if (reading.annotated && in.accept(TokenKind.COLON)) {
            annotation =
                    Optional.of(starred ? expressions.starExpression() : expressions.expression());
        }
        return new Ast.Arg(name, annotation, in.span(start));
    }

    /// Python 2 had tuples for parameters.
    private void refuseParenthesized(Reading reading) {
        int open = in.at;
        int close = open + 1;
        while (in.tokens.kind(close) == TokenKind.NAME) {
            close++;
            if (in.tokens.kind(close) != TokenKind.COMMA) {
                break;
            }
            close++;
        }
        if (close > open + 1
                && in.tokens.kind(close) == TokenKind.RIGHT_PAREN
                && reading.defaults.isEmpty()
                && !reading.slash
                && !reading.star) {
            String what = reading.annotated ? "Function" : "Lambda expression";
            throw in.fail(
                    in.tokens.span(open, close),
                    SyntaxCode.PARAMETERS,
                    what + " parameters cannot be parenthesized");
        }
    }

    private SyntaxFailure refused(int token, String message) {
        return in.fail(token, SyntaxCode.PARAMETERS, message);
    }
}
