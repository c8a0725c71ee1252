package krait.runtime;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `format(value, spec)`: the mini-language of format specifications.
public final class Format {
    private static final int DEFAULT_PRECISION = 6;

    private Format() {}

    /// `format(value, spec)`.
    public static CharSequence format(@Nullable Object value, CharSequence spec) {
        return switch (value) {
            case PyObject object -> object.__format__(spec);
            case Object any when spec.isEmpty() -> Values.str(any);
            case CharSequence text -> text(text, spec);
            case Double number -> real(number, spec, number);
            case Boolean truth -> integer(truth ? 1L : 0L, spec, truth);
            case Long number -> integer(number, spec, number);
            case BigInteger number -> integer(number, spec, number);
            case null, default -> other(value, spec);
        };
    }

    /// `format(value, spec)` of an int.
    public static CharSequence format(long value, CharSequence spec) {
        return spec.isEmpty() ? Long.toString(value) : integer(value, spec, value);
    }

    /// `format(value, spec)` of a float.
    public static CharSequence format(double value, CharSequence spec) {
        return spec.isEmpty() ? FloatText.repr(value) : real(value, spec, value);
    }

    private static CharSequence other(@Nullable Object value, CharSequence spec) {
        if (spec.isEmpty()) {
            return Values.str(value);
        }
        String type = PyType.of(value).name();
        throw new TypeError("unsupported format string passed to " + type + ".__format__");
    }

    private static CharSequence text(CharSequence value, CharSequence spec) {
        FormatSpec format = FormatSpec.parse(spec, value, 's', '<');
        if (format.type() != 's') {
            throw format.unknownType(value);
        } else if (format.sign() == ' ') {
            throw new ValueError("Space not allowed in string format specifier");
        } else if (format.sign() != 0) {
            throw new ValueError("Sign not allowed in string format specifier");
        } else if (format.positiveZero()) {
            throw new ValueError(
                    "Negative zero coercion (z) not allowed in string format specifier");
        } else if (format.alternate()) {
            throw new ValueError("Alternate form (#) not allowed in string format specifier");
        } else if (format.align() == '=') {
            throw new ValueError("'=' alignment not allowed in string format specifier");
        }
        int precision = format.precision();
        return format.pad("", precision < 0 ? value : NumberText.cut(value, precision));
    }

    /// An int.
    ///
    /// @param shown the value as messages name its type: an int or a bool
    private static CharSequence integer(Object value, CharSequence spec, Object shown) {
        FormatSpec format = FormatSpec.parse(spec, shown, 'd', '>');
        return switch (format.type()) {
            case 'd', 'n' -> integer(format, value, 10, "");
            case 'b' -> integer(format, value, 2, "0b");
            case 'o' -> integer(format, value, 8, "0o");
            case 'x' -> integer(format, value, 16, "0x");
            case 'X' -> integer(format, value, 16, "0X");
            case 'c' -> character(format, value);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> real(format, Ints.toFloat(value));
            default -> throw format.unknownType(shown);
        };
    }

    private static void requireIntegerFlags(FormatSpec format) {
        if (format.precision() >= 0) {
            throw new ValueError("Precision not allowed in integer format specifier");
        } else if (format.positiveZero()) {
            throw new ValueError(
                    "Negative zero coercion (z) not allowed in integer format specifier");
        }
    }

    private static CharSequence integer(FormatSpec format, Object value, int radix, String prefix) {
        requireIntegerFlags(format);
        boolean negative = Ints.signum(value) < 0;
        String digits = radix == 10 ? Ints.str(value) : IntText.prefixed(value, "", radix);
        String magnitude = negative ? digits.substring(1) : digits;
        if (prefix.equals("0X")) {
            magnitude = magnitude.toUpperCase(Locale.ROOT);
        }
        String head = sign(format, negative) + (format.alternate() ? prefix : "");
        int group = radix == 10 ? 3 : 4;
        return format.pad(head, grouped(magnitude, format, group, head.length()));
    }

    private static String sign(FormatSpec format, boolean negative) {
        if (negative) {
            return "-";
        }
        return format.sign() == '+' || format.sign() == ' ' ? String.valueOf(format.sign()) : "";
    }

    /// With separators; zeros that pad a number belong to its groups.
    ///
    /// @param others how many characters of the width are no digits of these
    private static String grouped(String digits, FormatSpec format, int group, int others) {
        if (format.group() == 0) {
            return digits;
        }
        boolean padded = format.fill() == '0' && format.align() == '=';
        int width = padded ? format.width() - others : 0;
        int count = digits.length();
        while (count + (count - 1) / group < width) {
            count++;
        }
        StringBuilder text = new StringBuilder(count * 4 / 3 + 1);
        for (int i = count; i > 0; i--) {
            text.append(i <= digits.length() ? digits.charAt(digits.length() - i) : '0');
            if (i > 1 && (i - 1) % group == 0) {
                text.append(format.group());
            }
        }
        return text.toString();
    }

    private static CharSequence character(FormatSpec format, Object value) {
        requireIntegerFlags(format);
        if (format.sign() != 0) {
            throw new ValueError("Sign not allowed with integer format specifier 'c'");
        } else if (format.alternate()) {
            throw new ValueError(
                    "Alternate form (#) not allowed with integer format specifier 'c'");
        } else if (!(value instanceof Long point)) {
            throw new OverflowError("Python int too large to convert to C long");
        } else if (point < 0 || point > Character.MAX_CODE_POINT) {
            throw new OverflowError("%c arg not in range(0x110000)");
        } else {
            return format.pad("", Text.ofPoint(point.intValue()));
        }
    }

    private static CharSequence real(double value, CharSequence spec, Object shown) {
        FormatSpec format = FormatSpec.parse(spec, shown, (char) 0, '>');
        return switch (format.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> real(format, value);
            default -> throw format.unknownType(shown);
        };
    }

    private static CharSequence real(FormatSpec format, double value) {
        if (format.precision() == Integer.MAX_VALUE) {
            throw new ValueError("precision too big");
        }
        String magnitude = magnitude(format, Math.abs(value));
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        if (format.positiveZero() && Double.isFinite(value) && isZero(magnitude)) {
            negative = false;
        }
        String sign = sign(format, negative);
        String percent = format.type() == '%' ? "%" : "";
        if (format.type() == 'E' || format.type() == 'F' || format.type() == 'G') {
            magnitude = magnitude.toUpperCase(Locale.ROOT);
        }
        int digits = leadingDigits(magnitude, 0);
        if (digits == 0) {
            return format.pad(sign, magnitude + percent);
        }
        String tail = groupedFraction(magnitude.substring(digits), format) + percent;
        int others = sign.length() + tail.length();
        return format.pad(sign, grouped(magnitude.substring(0, digits), format, 3, others) + tail);
    }

    private static boolean isZero(String magnitude) {
        for (int i = 0; i < magnitude.length(); i++) {
            char unit = magnitude.charAt(i);
            if (unit >= '1' && unit <= '9') {
                return false;
            } else if (unit == 'e') {
                return true;
            }
        }
        return true;
    }

    private static String magnitude(FormatSpec format, double value) {
        double shown = format.type() == '%' ? value * 100 : value;
        if (!Double.isFinite(shown)) {
            return Double.isNaN(shown) ? "nan" : "inf";
        }
        boolean alternate = format.alternate();
        int precision = format.precision();
        if (format.type() == 0) {
            char code = precision < 0 ? 'r' : 'g';
            return FloatText.magnitude(shown, code, precision, alternate, true);
        }
        char code =
                switch (format.type()) {
                    case 'e', 'E' -> 'e';
                    case 'g', 'G', 'n' -> 'g';
                    default -> 'f';
                };
        int digits = precision < 0 ? DEFAULT_PRECISION : precision;
        return FloatText.magnitude(shown, code, digits, alternate, false);
    }

    private static int leadingDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    /// What follows the digits before the point, with separators between those behind it.
    private static String groupedFraction(String tail, FormatSpec format) {
        if (format.fractionGroup() == 0 || !tail.startsWith(".")) {
            return tail;
        }
        int digits = leadingDigits(tail, 1);
        StringBuilder text = new StringBuilder(".");
        for (int i = 0; i < digits; i++) {
            if (i > 0 && i % 3 == 0) {
                text.append(format.fractionGroup());
            }
            text.append(tail.charAt(1 + i));
        }
        return text.append(tail, 1 + digits, tail.length()).toString();
    }
}
