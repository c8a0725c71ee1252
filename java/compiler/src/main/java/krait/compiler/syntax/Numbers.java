package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;

/// Numbers: where they end, and what they are worth.
final class Numbers {
    /// CPython's limit for turning decimal text into an `int`, which takes quadratic time.
    static final int DECIMAL_DIGITS_MAX = 4300;

    private final Tokenizer in;

    Numbers(Tokenizer in) {
        this.in = in;
    }

    /// Adds the number at the tokenizer's place.
    void scan() {
        int start = in.at;
        byte first = in.peek(0);
        byte letter = (byte) (in.peek(1) | 0x20);
        if (first == '0' && letter == 'x') {
            radix(16, "hexadecimal");
        } else if (first == '0' && letter == 'o') {
            radix(8, "octal");
        } else if (first == '0' && letter == 'b') {
            radix(2, "binary");
        } else {
            decimal(start);
        }
        in.add(TokenKind.NUMBER, start, in.at);
    }

    private void radix(int radix, String kind) {
        in.at += 2;
        do {
            if (in.peek(0) == '_') {
                in.at++;
            }
            if (Character.digit(in.peek(0), radix) < 0) {
                throw digitError(kind);
            }
            while (Character.digit(in.peek(0), radix) >= 0) {
                in.at++;
            }
        } while (in.peek(0) == '_');
        if (Tokenizer.isDigit(in.peek(0))) {
            throw digitError(kind);
        }
        end(kind);
    }

    private SyntaxFailure digitError(String kind) {
        byte c = in.peek(0);
        if (Tokenizer.isDigit(c)) {
            in.at++;
            return in.error("invalid digit '" + (char) c + "' in " + kind + " literal");
        }
        return in.error("invalid " + kind + " literal");
    }

    private void decimal(int start) {
        boolean zeros = in.peek(0) == '0';
        int zerosEnd = start;
        if (zeros) {
            while (in.peek(0) == '0' || in.peek(0) == '_') {
                if (in.peek(0) == '_' && !Tokenizer.isDigit(in.peek(1))) {
                    in.at++;
                    throw in.error("invalid decimal literal");
                }
                in.at++;
            }
            zerosEnd = in.at;
        }
        boolean nonzero = Tokenizer.isDigit(in.peek(0));
        digits();
        boolean whole = true;
        if (in.peek(0) == '.') {
            in.at++;
            whole = false;
            digits();
        }
        boolean ended = false;
        if ((in.peek(0) | 0x20) == 'e') {
            ended = !exponent();
            whole &= ended;
        }
        if ((in.peek(0) | 0x20) == 'j' && !ended) {
            in.at++;
            end("imaginary");
        } else if (whole && zeros && nonzero) {
            throw leadingZeros(start, zerosEnd);
        } else if (!ended) {
            end("decimal");
        }
    }

    private SyntaxFailure leadingZeros(int start, int zerosEnd) {
        in.at = zerosEnd;
        return in.fail(
                SyntaxCode.TOKEN,
                start,
                zerosEnd,
                in.line,
                "leading zeros in decimal integer literals are not permitted;"
                        + " use an 0o prefix for octal integers");
    }

    /// Digits with single underscores between them.
    private void digits() {
        while (Tokenizer.isDigit(in.peek(0))) {
            in.at++;
            if (in.peek(0) == '_') {
                in.at++;
                if (!Tokenizer.isDigit(in.peek(0))) {
                    throw in.error("invalid decimal literal");
                }
            }
        }
    }

    /// False when the `e` begins the next token, as in `1else`.
    private boolean exponent() {
        int sign = in.peek(1) == '+' || in.peek(1) == '-' ? 1 : 0;
        if (Tokenizer.isDigit(in.peek(1 + sign))) {
            in.at += 1 + sign;
            digits();
            return true;
        }
        if (sign > 0) {
            in.at += 2;
            throw in.error("invalid decimal literal");
        }
        end("decimal");
        return false;
    }

    /// A letter may follow only where a keyword begins that may stand behind a number.
    private void end(String kind) {
        byte c = in.peek(0);
        if (c < 0 || !Tokenizer.isNamePart(c)) {
            return;
        }
        boolean keyword =
                switch (c) {
                    case 'a' -> follows("nd");
                    case 'e' -> follows("lse");
                    case 'f' -> follows("or");
                    case 'i' -> follows("f") || follows("n") || follows("s");
                    case 'n' -> follows("ot");
                    case 'o' -> follows("r");
                    default -> false;
                };
        if (!keyword) {
            throw in.error("invalid " + kind + " literal");
        }
    }

    private boolean follows(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (in.peek(1 + i) != rest.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The value of a number's text; an `int` beyond [#DECIMAL_DIGITS_MAX] is the caller's to
    /// refuse.
    static Literal value(byte[] source, int start, int end) {
        String text = text(source, start, end);
        if (text.length() > 1 && text.charAt(0) == '0') {
            switch (text.charAt(1)) {
                case 'x', 'X' -> {
                    return new Literal.Int(new BigInteger(text.substring(2), 16));
                }
                case 'o', 'O' -> {
                    return new Literal.Int(new BigInteger(text.substring(2), 8));
                }
                case 'b', 'B' -> {
                    return new Literal.Int(new BigInteger(text.substring(2), 2));
                }
                default -> {}
            }
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'j' || last == 'J') {
            String real = text.substring(0, text.length() - 1);
            return new Literal.Imaginary(Double.parseDouble(real));
        }
        if (isReal(text)) {
            return new Literal.Real(Double.parseDouble(text));
        }
        return new Literal.Int(
                text.length() <= 18
                        ? BigInteger.valueOf(Long.parseLong(text))
                        : new BigInteger(text));
    }

    private static boolean isReal(String text) {
        return text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    }

    /// Without underscores.
    private static String text(byte[] source, int start, int end) {
        byte[] kept = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            if (source[i] != '_') {
                kept[length++] = source[i];
            }
        }
        return new String(kept, 0, length, ISO_8859_1);
    }

    /// How many digits a decimal `int` has; 0 for all other numbers.
    static int decimalDigits(byte[] source, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            if (Tokenizer.isDigit(source[i])) {
                digits++;
            } else if (source[i] != '_') {
                return 0;
            }
        }
        return digits;
    }
}
