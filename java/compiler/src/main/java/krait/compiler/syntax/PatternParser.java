package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Patterns of `match` (PEP 634).
final class PatternParser {
    private final ExpressionParser expressions;
    private final Cursor in;

    PatternParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    /// What stands between `case` and its guard or colon.
    Pattern patterns() {
        int start = in.at;
        Pattern first = maybeStar();
        if (!in.is(TokenKind.COMMA)) {
            if (first instanceof Pattern.MatchStar) {
                throw in.invalid();
            }
            return first;
        }
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(first);
        while (in.accept(TokenKind.COMMA) && startsPattern()) {
            patterns.add(maybeStar());
        }
        return new Pattern.MatchSequence(List.copyOf(patterns), in.span(start));
    }

    private boolean startsPattern() {
        return switch (in.kind()) {
            case NAME,
                    NUMBER,
                    STRING,
                    FSTRING_START,
                    TSTRING_START,
                    MINUS,
                    NONE,
                    TRUE,
                    FALSE,
                    STAR,
                    LEFT_PAREN,
                    LEFT_BRACKET,
                    LEFT_BRACE ->
                    true;
            default -> false;
        };
    }

    private Pattern maybeStar() {
        int start = in.at;
        if (!in.accept(TokenKind.STAR)) {
            return pattern();
        }
        String name = in.name();
        Optional<String> captured = name.equals("_") ? Optional.empty() : Optional.of(name);
        return new Pattern.MatchStar(captured, in.span(start));
    }

    private Pattern pattern() {
        in.deeper();
        int start = in.at;
        Pattern left = alternatives();
        in.shallower();
        if (!in.accept(TokenKind.AS)) {
            return left;
        }
        int token = in.at;
        TokenKind behind = in.glance(1);
        boolean name =
                in.is(TokenKind.NAME)
                        && behind != TokenKind.DOT
                        && behind != TokenKind.LEFT_PAREN
                        && behind != TokenKind.EQUAL;
        if (name && !in.isSoft("_")) {
            return new Pattern.MatchAs(Optional.of(left), Optional.of(in.name()), in.span(start));
        }
        if (in.isSoft("_")) {
            throw in.fail(token, SyntaxCode.TARGET, "cannot use '_' as a target");
        }
        Expression target = expressions.expression();
        throw in.fail(
                target.span(),
                SyntaxCode.TARGET,
                "cannot use " + Targets.kind(target) + " as pattern target");
    }

    private Pattern alternatives() {
        int start = in.at;
        Pattern first = closed();
        if (!in.is(TokenKind.VERTICAL_BAR)) {
            return first;
        }
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(first);
        while (in.accept(TokenKind.VERTICAL_BAR)) {
            patterns.add(closed());
        }
        return new Pattern.MatchOr(List.copyOf(patterns), in.span(start));
    }

    private Pattern closed() {
        int start = in.at;
        return switch (in.kind()) {
            case NUMBER, MINUS -> new Pattern.MatchValue(number(), in.span(start));
            case STRING, FSTRING_START, TSTRING_START -> string();
            case NONE, TRUE, FALSE -> {
                Literal.Singleton value =
                        switch (in.kind()) {
                            case TRUE -> Literal.Singleton.TRUE;
                            case FALSE -> Literal.Singleton.FALSE;
                            default -> Literal.Singleton.NONE;
                        };
                in.at++;
                yield new Pattern.MatchSingleton(value, in.span(start));
            }
            case NAME -> named();
            case LEFT_PAREN -> group();
            case LEFT_BRACKET -> {
                in.at++;
                List<Pattern> patterns = sequence(TokenKind.RIGHT_BRACKET);
                in.expect(TokenKind.RIGHT_BRACKET);
                yield new Pattern.MatchSequence(patterns, in.span(start));
            }
            case LEFT_BRACE -> mapping();
            default -> throw in.invalid();
        };
    }

    private Pattern string() {
        int start = in.at;
        Expression value = expressions.strings.concatenation();
        return new Pattern.MatchValue(value, in.span(start));
    }

    /// A number with its sign, or a complex number.
    private Expression number() {
        int start = in.at;
        Expression left = signed();
        if (!in.is(TokenKind.PLUS) && !in.is(TokenKind.MINUS)) {
            return left;
        }
        Operator op = in.kind().operator();
        if (isImaginary(left)) {
            throw in.fail(start, SyntaxCode.INVALID, "real number required in complex literal");
        }
        in.at++;
        int token = in.at;
        if (!in.is(TokenKind.NUMBER)) {
            throw in.invalid();
        }
        Expression right = expressions.number();
        if (!isImaginary(right)) {
            throw in.fail(
                    token, SyntaxCode.INVALID, "imaginary number required in complex literal");
        }
        return new Expression.BinOp(left, op, right, in.span(start));
    }

    private Expression signed() {
        int start = in.at;
        boolean negative = in.accept(TokenKind.MINUS);
        if (!in.is(TokenKind.NUMBER)) {
            throw in.invalid();
        }
        Expression number = expressions.number();
        return negative
                ? new Expression.UnaryOp(UnaryOperator.U_SUB, number, in.span(start))
                : number;
    }

    private static boolean isImaginary(Expression number) {
        return number instanceof Expression.Constant constant
                && constant.value() instanceof Literal.Imaginary;
    }

    /// A capture, the wildcard, a dotted value, or a class.
    private Pattern named() {
        int start = in.at;
        if (in.glance(1) != TokenKind.DOT && in.glance(1) != TokenKind.LEFT_PAREN) {
            String name = in.name();
            if (in.is(TokenKind.EQUAL)) {
                throw in.invalid();
            }
            Optional<String> captured = name.equals("_") ? Optional.empty() : Optional.of(name);
            return new Pattern.MatchAs(Optional.empty(), captured, in.span(start));
        }
        Expression value = dotted();
        return in.is(TokenKind.LEFT_PAREN)
                ? ofClass(start, value)
                : new Pattern.MatchValue(value, in.span(start));
    }

    private Expression dotted() {
        int start = in.at;
        Expression value = new Expression.Name(in.name(), ExpressionContext.LOAD, in.span(start));
        while (in.accept(TokenKind.DOT)) {
            String name = in.name();
            value = new Expression.Attribute(value, name, ExpressionContext.LOAD, in.span(start));
        }
        return value;
    }

    private Pattern group() {
        int start = in.at++;
        if (in.accept(TokenKind.RIGHT_PAREN)) {
            return new Pattern.MatchSequence(List.of(), in.span(start));
        }
        Pattern first = maybeStar();
        if (in.is(TokenKind.COMMA)) {
            List<Pattern> patterns = new ArrayList<>();
            patterns.add(first);
            in.at++;
            patterns.addAll(sequence(TokenKind.RIGHT_PAREN));
            in.expect(TokenKind.RIGHT_PAREN);
            return new Pattern.MatchSequence(List.copyOf(patterns), in.span(start));
        }
        if (first instanceof Pattern.MatchStar) {
            throw in.invalid();
        }
        in.expect(TokenKind.RIGHT_PAREN);
        return first;
    }

    private List<Pattern> sequence(TokenKind close) {
        List<Pattern> patterns = new ArrayList<>();
        while (!in.is(close)) {
            patterns.add(maybeStar());
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
        }
        return List.copyOf(patterns);
    }

    private Pattern mapping() {
        int start = in.at++;
        List<Expression> keys = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        Optional<String> rest = Optional.empty();
        while (!in.is(TokenKind.RIGHT_BRACE)) {
            if (rest.isPresent()) {
                throw in.invalid();
            }
            if (in.accept(TokenKind.DOUBLE_STAR)) {
                if (in.isSoft("_")) {
                    throw in.invalid();
                }
                rest = Optional.of(in.name());
            } else {
                keys.add(key());
                in.expect(TokenKind.COLON);
                patterns.add(pattern());
            }
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
        }
        in.expect(TokenKind.RIGHT_BRACE);
        return new Pattern.MatchMapping(
                List.copyOf(keys), List.copyOf(patterns), rest, in.span(start));
    }

    private Expression key() {
        int start = in.at;
        return switch (in.kind()) {
            case NUMBER, MINUS -> number();
            case STRING, FSTRING_START, TSTRING_START -> expressions.strings.concatenation();
            case NONE, TRUE, FALSE -> {
                if (closed() instanceof Pattern.MatchSingleton singleton) {
                    yield new Expression.Constant(
                            singleton.value(), Optional.empty(), singleton.span());
                }
                throw in.invalid();
            }
            case NAME -> {
                Expression value = dotted();
                if (in.at == start + 1) {
                    throw in.invalid();
                }
                yield value;
            }
            default -> throw in.invalid();
        };
    }

    private Pattern ofClass(int start, Expression type) {
        in.at++;
        List<Pattern> patterns = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        List<Pattern> named = new ArrayList<>();
        while (!in.is(TokenKind.RIGHT_PAREN)) {
            int token = in.at;
            if (in.is(TokenKind.NAME) && in.glance(1) == TokenKind.EQUAL) {
                attributes.add(in.name());
                in.at++;
                named.add(pattern());
            } else {
                patterns.add(pattern());
                if (!attributes.isEmpty()) {
                    throw misplaced(token);
                }
            }
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
        }
        in.expect(TokenKind.RIGHT_PAREN);
        return new Pattern.MatchClass(
                type,
                List.copyOf(patterns),
                List.copyOf(attributes),
                List.copyOf(named),
                in.span(start));
    }

    private SyntaxFailure misplaced(int first) {
        while (in.is(TokenKind.COMMA)
                && !(in.glance(1) == TokenKind.NAME && in.glance(2) == TokenKind.EQUAL)
                && in.glance(1) != TokenKind.RIGHT_PAREN) {
            in.at++;
            pattern();
        }
        return in.fail(
                in.span(first),
                SyntaxCode.PARAMETERS,
                "positional patterns follow keyword patterns");
    }
}
