package krait.runtime;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// float as text, and text as float.
final class FloatText {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(?:(?:D(?:_?D)*)(?:\\.(?:D(?:_?D)*)?)?|\\.D(?:_?D)*)"
                            .concat("(?:[eE][+-]?D(?:_?D)*)?")
                            .replace("D", "[0-9]"));

    /// `repr` writes numbers of more digits before the point with an exponent.
    private static final int REPR_POINT_MAX = 16;

    /// Ints of so many digits are floats exactly, as are [#TENS].
    private static final int EXACT_DIGITS_MAX = 15;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private FloatText() {}

    /// `repr(value)`: the shortest text that gives the value back.
    static String repr(double value) {
        if (value == (long) value && Math.abs(value) < 1e15) {
            return value == 0 ? (1 / value < 0 ? "-0.0" : "0.0") : (long) value + ".0";
        } else if (Double.isNaN(value)) {
            return "nan";
        } else if (Double.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        String magnitude = magnitude(Math.abs(value), 'r', 0, false, true);
        return value < 0 ? "-" + magnitude : magnitude;
    }

    /// The magnitude of a finite value as a format code writes it.
    ///
    /// @param code one of `e`, `f`, `g`; or `r`, the shortest digits laid out as by `g`
    /// @param alternate the `#` flag: always a point, and `g` keeps trailing zeros
    /// @param fraction whether `g` and `r` show a digit behind the point, where they show no
    ///   exponent
    static String magnitude(
            double value, char code, int precision, boolean alternate, boolean fraction) {
        StringBuilder text = new StringBuilder(precision + 16);
        switch (code) {
            case 'e' ->
                    FloatDigits.significant(value, precision + 1)
                            .appendExponential(text, precision, alternate, 'e');
            case 'f' -> appendFixed(text, value, precision, alternate);
            case 'g' -> {
                int significant = Math.max(precision, 1);
                FloatDigits digits = FloatDigits.significant(value, significant);
                int length = alternate ? significant : digits.digits().length();
                int pointMax = fraction ? significant - 1 : significant;
                appendGeneral(text, digits, pointMax, length, alternate, fraction);
            }
            case 'r' -> {
                FloatDigits digits = FloatDigits.shortest(value);
                int length = digits.digits().length();
                appendGeneral(text, digits, REPR_POINT_MAX, length, alternate, fraction);
            }
            default -> throw new IllegalArgumentException("code " + code);
        }
        return text.toString();
    }

    private static void appendFixed(
            StringBuilder text, double value, int precision, boolean alternate) {
        long scaled = FloatDigits.scaledIfCertain(value, precision);
        if (scaled < 0) {
            FloatDigits.decimals(value, precision).appendFixed(text, precision, alternate);
            return;
        }
        int start = text.length();
        text.append(scaled);
        while (text.length() - start <= precision) {
            text.insert(start, '0');
        }
        if (precision > 0) {
            text.insert(text.length() - precision, '.');
        } else if (alternate) {
            text.append('.');
        }
    }

    private static void appendGeneral(
            StringBuilder text,
            FloatDigits digits,
            int pointMax,
            int length,
            boolean alternate,
            boolean fraction) {
        if (digits.point() <= -4 || digits.point() > pointMax) {
            digits.appendExponential(text, length - 1, alternate, 'e');
        } else {
            int decimals = Math.max(fraction ? 1 : 0, length - digits.point());
            digits.appendFixed(text, decimals, alternate);
        }
    }

    /// `float(text)`.
    static double parse(CharSequence text) {
        double few = text instanceof String units ? fewDigits(units) : Double.NaN;
        if (!Double.isNaN(few)) {
            return few;
        }
        int[] points = NumberText.plain(text);
        int start = 0;
        int end = points.length;
        while (start < end && NumberText.isSpace(points[start])) {
            start++;
        }
        while (end > start && NumberText.isSpace(points[end - 1])) {
            end--;
        }
        StringBuilder number = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            // what is not ASCII by now is no part of a number
            number.append(points[i] < 128 ? (char) points[i] : '?');
        }
        Matcher matcher = NUMBER.matcher(number);
        if (matcher.matches()) {
            return Double.parseDouble(number.toString().replace("_", ""));
        }
        return switch (number.toString().toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Double.NaN;
            default ->
                    throw new ValueError(
                            new TextBuilder()
                                    .append("could not convert string to float: ")
                                    .append(Values.repr(text))
                                    .build());
        };
    }

    /// The value of digits with or without a sign and a point, where it is the quotient of two ints
    /// that are floats exactly; NaN for every other text.
    private static double fewDigits(String text) {
        int length = text.length();
        int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        long digits = 0;
        int point = -1;
        if (length - start > EXACT_DIGITS_MAX) {
            return Double.NaN;
        }
        for (int i = start; i < length; i++) {
            char unit = text.charAt(i);
            if (unit >= '0' && unit <= '9') {
                digits = digits * 10 + (unit - '0');
            } else if (unit == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (length - start - (point < 0 ? 0 : 1) == 0) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / TENS[length - point - 1];
        return text.charAt(0) == '-' ? -value : value;
    }
}
