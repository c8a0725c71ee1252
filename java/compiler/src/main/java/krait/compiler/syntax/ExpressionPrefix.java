package krait.compiler.syntax;

/// Where an expression ends that can't be read whole: CPython's grammar then takes as much of it as
/// fits, and blames what stands behind.
final class ExpressionPrefix {
    private final ExpressionParser expressions;
    private final Cursor in;

    ExpressionPrefix(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    /// The token behind what fits, one expression or several with commas; -1 if nothing fits.
    ///
    /// @param several whether a comma may follow
    int end(int start, boolean several) {
        int end = one(start);
        while (end >= 0 && several && in.tokens.kind(end) == TokenKind.COMMA) {
            int next = one(end + 1);
            if (next < 0) {
                return end + 1;
            }
            end = next;
        }
        return end;
    }

    private int one(int start) {
        if (in.tokens.kind(start) == TokenKind.STAR) {
            return one(start + 1);
        }
        if (in.tokens.kind(start) == TokenKind.LAMBDA) {
            return read(start, expressions::expression);
        }
        int end = operand(start);
        while (end >= 0) {
            int next = link(end);
            if (next < 0) {
                return end;
            }
            end = next;
        }
        return -1;
    }

    /// An operator and its right side; -1 if none fits.
    private int link(int sign) {
        TokenKind kind = in.tokens.kind(sign);
        if (kind == TokenKind.IF) {
            return read(
                    sign,
                    () -> {
                        in.at++;
                        expressions.disjunction();
                        in.expect(TokenKind.ELSE);
                        return expressions.expression();
                    });
        }
        boolean binary =
                kind.precedence() > 0
                        || kind == TokenKind.DOUBLE_STAR
                        || kind == TokenKind.AND
                        || kind == TokenKind.OR;
        if (binary) {
            return operand(sign + 1);
        }
        if (kind == TokenKind.NOT && in.tokens.kind(sign + 1) == TokenKind.IN) {
            return operand(sign + 2);
        }
        if (!kind.compares()) {
            return -1;
        }
        boolean isNot = kind == TokenKind.IS && in.tokens.kind(sign + 1) == TokenKind.NOT;
        return operand(sign + (isNot ? 2 : 1));
    }

    private int operand(int start) {
        int token = start;
        while (true) {
            switch (in.tokens.kind(token)) {
                case NOT, PLUS, MINUS, TILDE, AWAIT -> token++;
                default -> {
                    return primary(token);
                }
            }
        }
    }

    private int primary(int start) {
        int end = read(start, expressions::atom);
        while (end >= 0) {
            int next =
                    switch (in.tokens.kind(end)) {
                        case DOT -> in.tokens.kind(end + 1) == TokenKind.NAME ? end + 2 : -1;
                        case LEFT_PAREN, LEFT_BRACKET -> suffix(end);
                        default -> -1;
                    };
            if (next < 0) {
                return end;
            }
            end = next;
        }
        return -1;
    }

    private int suffix(int open) {
        return read(
                open,
                () -> {
                    in.at++;
                    Object inside;
                    if (in.tokens.kind(open) == TokenKind.LEFT_PAREN) {
                        inside = expressions.calls.arguments(open);
                        in.expect(TokenKind.RIGHT_PAREN);
                    } else {
                        inside = expressions.displays.slices();
                        in.expect(TokenKind.RIGHT_BRACKET);
                    }
                    return inside;
                });
    }

    private int read(int start, ExpressionParser.Part part) {
        ExpressionParser.Trial trial =
                expressions.attempt(() -> {
                    in.at = start;
                    return part.read();
                });
        return trial.fits() ? trial.end() : -1;
    }
}
