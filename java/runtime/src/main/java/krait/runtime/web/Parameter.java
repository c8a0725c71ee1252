package krait.runtime.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import krait.runtime.Bytes;
import org.jspecify.annotations.Nullable;

/// One parameter of a handler.
final class Parameter {
    /// CPython's own limit for `int(text)`.
    static final int INT_DIGITS_MAX = 4300;

    /// So many digits fit a long whatever they are.
    private static final int LONG_DIGITS_MAX = 18;

    private static final Pattern FLOAT =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /// The types that a parameter may have.
    enum Type {
        INT("an int"),
        FLOAT("a float"),
        BOOL("true or false"),
        STR("text");

        private final String expected;

        Type(String expected) {
            this.expected = expected;
        }
    }

    /// A parameter that does not parse; its message goes to the client.
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        final String why;

        Unfit(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }

    private final byte[] name;
    private final Type type;
    private final int capture;
    private final boolean required;
    private final @Nullable Object fallback;

    /// A parameter.
    ///
    /// @param capture which parameter of the path it is; -1 for one of the query
    /// @param required whether it must be in the query
    /// @param fallback its value when it is not
    Parameter(String name, Type type, int capture, boolean required, @Nullable Object fallback) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.type = type;
        this.capture = capture;
        this.required = required;
        this.fallback = fallback;
    }

    /// In UTF-8.
    byte[] name() {
        return name;
    }

    int capture() {
        return capture;
    }

    boolean required() {
        return required;
    }

    @Nullable Object fallback() {
        return fallback;
    }

    Unfit missing() {
        return new Unfit(place() + " is missing");
    }

    private Unfit not() {
        return new Unfit(place() + " is not " + type.expected);
    }

    private String place() {
        String shown = new String(name, StandardCharsets.UTF_8);
        return (capture < 0 ? "query" : "path") + " parameter '" + shown + "'";
    }

    /// The value that decoded bytes stand for, as an object.
    Object parse(byte[] bytes, int start, int end) throws Unfit {
        return switch (type) {
            case INT -> parseInt(bytes, start, end);
            case FLOAT -> parseFloat(bytes, start, end);
            case BOOL -> parseBool(latin1(bytes, start, end));
            case STR -> text(bytes, start, end);
        };
    }

    private Object parseInt(byte[] bytes, int start, int end) throws Unfit {
        boolean negative = start < end && bytes[start] == '-';
        int first = negative || (start < end && bytes[start] == '+') ? start + 1 : start;
        int digits = end - first;
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw not();
            }
            value = value * 10 + digit;
        }
        if (digits == 0) {
            throw not();
        }
        if (digits <= LONG_DIGITS_MAX) {
            return negative ? -value : value;
        }
        if (digits > INT_DIGITS_MAX) {
            throw new Unfit(place() + " has more than " + INT_DIGITS_MAX + " digits");
        }
        BigInteger wide = new BigInteger(latin1(bytes, first, end));
        BigInteger signed = negative ? wide.negate() : wide;
        return signed.bitLength() < Long.SIZE ? (Object) signed.longValue() : signed;
    }

    private Object parseFloat(byte[] bytes, int start, int end) throws Unfit {
        String text = latin1(bytes, start, end);
        if (!FLOAT.matcher(text).matches()) {
            throw not();
        }
        return Double.parseDouble(text);
    }

    private Object parseBool(String text) throws Unfit {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> throw not();
        };
    }

    private static String latin1(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /// Text in UTF-8; what is none becomes U+FFFD, as with CPython's `errors="replace"`.
    private static CharSequence text(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                byte[] part = java.util.Arrays.copyOfRange(bytes, start, end);
                return Bytes.of(part).decode("utf-8", "replace");
            }
        }
        return latin1(bytes, start, end);
    }
}
