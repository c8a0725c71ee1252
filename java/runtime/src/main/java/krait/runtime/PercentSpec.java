package krait.runtime;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Flags, width and precision of a field of `%`, and what they make of a value.
final class PercentSpec {
    boolean alternate;
    long width;
    int precision = -1;
    private boolean left;
    private boolean plus;
    private boolean space;
    private boolean zero;

    /// Takes a flag; false when it is none.
    boolean setFlag(int point) {
        switch (point) {
            case '-' -> left = true;
            case '+' -> plus = true;
            case ' ' -> space = true;
            case '#' -> alternate = true;
            case '0' -> zero = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A negative width aligns to the left.
    void setWidth(long given) {
        left |= given < 0;
        width = Math.abs(given);
    }

    CharSequence text(CharSequence text) {
        return padded("", precision < 0 ? text : NumberText.cut(text, precision), false);
    }

    CharSequence character(@Nullable Object value) {
        Object point = value instanceof Boolean truth ? (truth ? 1L : 0L) : value;
        if (point instanceof Long number && number >= 0 && number <= Character.MAX_CODE_POINT) {
            return padded("", Text.ofPoint(number.intValue()), false);
        } else if (point instanceof Long || point instanceof BigInteger) {
            throw new OverflowError("%c arg not in range(0x110000)");
        } else if (point instanceof CharSequence text) {
            if (Text.length(text) == 1) {
                return padded("", text, false);
            }
            throw wrongCharacter("a string of length " + Text.length(text));
        }
        throw wrongCharacter(PyType.of(value).name());
    }

    private static TypeError wrongCharacter(String given) {
        return new TypeError("%c requires an int or a unicode character, not " + given);
    }

    CharSequence integer(char code, @Nullable Object value) {
        boolean decimal = code == 'd' || code == 'i' || code == 'u';
        Object number =
                switch (value) {
                    case Long fits -> fits;
                    case BigInteger wide -> wide;
                    case Boolean truth -> truth ? 1L : 0L;
                    case Double real when decimal -> Ints.fromFloat(real);
                    case null, default -> {
                        String wanted = decimal ? "a real number" : "an integer";
                        throw new TypeError(
                                "%"
                                        + code
                                        + " format: "
                                        + wanted
                                        + " is required, not "
                                        + PyType.of(value).name());
                    }
                };
        boolean negative = Ints.signum(number) < 0;
        String digits =
                switch (code) {
                    case 'o' -> IntText.prefixed(number, "", 8);
                    case 'x' -> IntText.prefixed(number, "", 16);
                    case 'X' -> IntText.prefixed(number, "", 16).toUpperCase(Locale.ROOT);
                    default -> Ints.str(number);
                };
        String magnitude = negative ? digits.substring(1) : digits;
        String zeros = "0".repeat(Math.max(0, precision - magnitude.length()));
        String prefix = alternate && !decimal ? "0" + code : "";
        return number(negative, prefix, zeros + magnitude);
    }

    /// A number: zeros that pad it stand behind the sign and the prefix.
    CharSequence number(boolean negative, String prefix, String magnitude) {
        String sign = negative ? "-" : plus ? "+" : space ? " " : "";
        return padded(sign + prefix, magnitude, zero);
    }

    private CharSequence padded(String head, CharSequence text, boolean zeros) {
        int missing = Indexes.capacity(width) - head.length() - Text.length(text);
        if (missing <= 0 && head.isEmpty()) {
            return text;
        }
        TextBuilder built = new TextBuilder(text.length() + Math.max(0, missing) + 4);
        String padding = (zeros && !left ? "0" : " ").repeat(Math.max(0, missing));
        if (left) {
            built.append(head).append(text).append(padding);
        } else if (zeros) {
            built.append(head).append(padding).append(text);
        } else {
            built.append(padding).append(head).append(text);
        }
        return built.build();
    }
}
