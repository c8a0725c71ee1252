package krait.runtime;

import java.math.BigInteger;

/// int as text, and text as int.
final class IntText {
    /// The least limit that CPython lets a program set.
    private static final int DIGITS_MAX_LEAST = 640;

    /// How many decimal digits a conversion may have, 0 for any number of them.
    private static volatile int digitsMax = 4300;

    private IntText() {}

    static int digitsMax() {
        return digitsMax;
    }

    static void setDigitsMax(long digits) {
        if (digits != 0 && digits < DIGITS_MAX_LEAST) {
            throw new ValueError("maxdigits must be >= 640 or 0 for unlimited");
        }
        digitsMax = (int) Math.min(digits, Integer.MAX_VALUE);
    }

    /// `str(value)`.
    static String decimal(BigInteger value) {
        int limit = digitsMax;
        if (limit == 0) {
            return value.toString();
        }
        // a decimal digit is at least 3.32 bits: what is far too long is not even converted
        if (value.bitLength() / 3.4 > limit) {
            throw tooManyDigits("");
        }
        String text = value.toString();
        if (text.length() - (value.signum() < 0 ? 1 : 0) > limit) {
            throw tooManyDigits("");
        }
        return text;
    }

    private static ValueError tooManyDigits(String detail) {
        return new ValueError(
                "Exceeds the limit ("
                        + digitsMax
                        + " digits) for integer string conversion"
                        + detail
                        + "; use sys.set_int_max_str_digits() to increase the limit");
    }

    /// With a prefix such as `0x` behind the sign.
    static String prefixed(Object value, String prefix, int radix) {
        if (value instanceof Long fits) {
            return fits < 0
                    ? "-" + prefix + Long.toString(fits, radix).substring(1)
                    : prefix + Long.toString(fits, radix);
        }
        BigInteger wide = (BigInteger) value;
        String digits = wide.abs().toString(radix);
        return wide.signum() < 0 ? "-" + prefix + digits : prefix + digits;
    }

    /// `int(text, base)`.
    static Object parse(CharSequence text, long base) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw new ValueError("int() base must be >= 2 and <= 36, or 0");
        }
        if (base == 10 && text.length() <= 18) {
            long value = parseShort(text);
            if (value >= 0) {
                return value;
            }
        }
        return new Parser(text, (int) base).parse();
    }

    /// The value of up to 18 decimal digits, or -1 when there is anything else.
    private static long parseShort(CharSequence text) {
        int length = text.length();
        long value = length == 0 ? -1 : 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// One run over a text, whose digits may be those of any script.
    private static final class Parser {
        private final CharSequence text;
        private final int base;
        private final int[] points;
        private int at;
        private int end;

        Parser(CharSequence text, int base) {
            this.text = text;
            this.base = base;
            this.points = NumberText.plain(text);
            this.end = points.length;
        }

        Object parse() {
            while (at < end && NumberText.isSpace(points[at])) {
                at++;
            }
            while (end > at && NumberText.isSpace(points[end - 1])) {
                end--;
            }
            boolean negative = peek(0) == '-';
            if (negative || peek(0) == '+') {
                at++;
            }
            int radix = radix();
            boolean zeroOnly = base == 0 && radix == 10 && peek(0) == '0';
            String digits = digits(radix);
            if (digits.isEmpty()) {
                throw invalid();
            }
            if (at < end) {
                throw invalid();
            }
            if (Integer.bitCount(radix) != 1 && digitsMax != 0 && digits.length() > digitsMax) {
                throw tooManyDigits(": value has " + digits.length() + " digits");
            }
            Object value = value(digits, radix, negative);
            if (zeroOnly && Ints.signum(value) != 0) {
                throw invalid();
            }
            return value;
        }

        private int peek(int ahead) {
            return at + ahead < end ? points[at + ahead] : -1;
        }

        /// The radix; a prefix is skipped.
        private int radix() {
            if (peek(0) != '0') {
                return base == 0 ? 10 : base;
            }
            int named =
                    switch (peek(1)) {
                        case 'x', 'X' -> 16;
                        case 'o', 'O' -> 8;
                        case 'b', 'B' -> 2;
                        default -> 0;
                    };
            if (named == 0 || (base != 0 && base != named)) {
                return base == 0 ? 10 : base;
            }
            at += peek(2) == '_' ? 3 : 2;
            return named;
        }

        /// The digits without the underscores, of which one may stand between two digits.
        private String digits(int radix) {
            StringBuilder digits = new StringBuilder(end - at);
            while (at < end) {
                int point = points[at];
                boolean underscore = point == '_' && !digits.isEmpty() && points[at - 1] != '_';
                if (point < 128 && Character.digit(point, radix) >= 0) {
                    digits.append((char) point);
                } else if (!underscore) {
                    break;
                }
                at++;
            }
            if (at > 0 && at <= points.length && !digits.isEmpty() && points[at - 1] == '_') {
                throw invalid();
            }
            return digits.toString();
        }

        private static Object value(String digits, int radix, boolean negative) {
            String signed = negative ? "-" + digits : digits;
            // log2(36) is 5.17: 12 digits of any radix fit
            return digits.length() <= 12
                    ? (Object) Long.parseLong(signed, radix)
                    : Ints.object(new BigInteger(signed, radix));
        }

        private ValueError invalid() {
            CharSequence shown = NumberText.cut(Values.repr(text), 200);
            return new ValueError("invalid literal for int() with base " + base + ": " + shown);
        }
    }
}
