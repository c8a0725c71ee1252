package krait.compiler.syntax;

import java.util.Locale;

/// Text as Python's `repr` and `ascii` write it.
final class PythonText {
    private PythonText() {}

    /// As `str.isprintable` says of one character.
    static boolean isPrintable(int point) {
        if (point < 0x7F) {
            return point >= ' ';
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// As `repr` shows a constant.
    static String repr(Literal value) {
        StringBuilder out = new StringBuilder();
        switch (value) {
            case Literal.Singleton singleton -> out.append(singleton.text());
            case Literal.Int(var number) -> out.append(number);
            case Literal.Real(double number) -> out.append(real(number));
            case Literal.Imaginary(double number) -> out.append(imaginary(number));
            case Literal.Str text -> string(out, text, false);
            case Literal.Bytes(String latin1) -> bytes(out, latin1);
        }
        return out.toString();
    }

    /// A `str` literal.
    ///
    /// @param ascii escape all beyond ASCII
    static void string(StringBuilder out, Literal.Str value, boolean ascii) {
        char quote = quote(value.text());
        out.append(quote);
        if (value.hasSurrogates()) {
            for (int point : value.codePoints()) {
                point(out, point, quote, ascii);
            }
        } else {
            String text = value.text();
            for (int i = 0; i < text.length(); ) {
                int point = text.codePointAt(i);
                point(out, point, quote, ascii);
                i += Character.charCount(point);
            }
        }
        out.append(quote);
    }

    private static char quote(String text) {
        return text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    }

    private static void point(StringBuilder out, int point, char quote, boolean ascii) {
        if (point == quote || point == '\\') {
            out.append('\\').append((char) point);
        } else if (point >= ' ' && point < 0x7F) {
            out.append((char) point);
        } else if (point == '\n') {
            out.append("\\n");
        } else if (point == '\r') {
            out.append("\\r");
        } else if (point == '\t') {
            out.append("\\t");
        } else if (!ascii && isPrintable(point)) {
            out.appendCodePoint(point);
        } else if (point < 0x100) {
            hex(out, 'x', 2, point);
        } else if (point < 0x10000) {
            hex(out, 'u', 4, point);
        } else {
            hex(out, 'U', 8, point);
        }
    }

    private static void hex(StringBuilder out, char letter, int digits, int value) {
        String hex = Integer.toHexString(value).toLowerCase(Locale.ROOT);
        out.append('\\').append(letter).append("0".repeat(digits - hex.length())).append(hex);
    }

    /// A `bytes` literal.
    static void bytes(StringBuilder out, String latin1) {
        char quote = quote(latin1);
        out.append('b').append(quote);
        for (int i = 0; i < latin1.length(); i++) {
            point(out, latin1.charAt(i), quote, true);
        }
        out.append(quote);
    }

    /// A `float`: the shortest digits that read back the same.
    static String real(double value) {
        if (Double.isInfinite(value)) {
            return "inf";
        }
        return finite(value);
    }

    private static String finite(double value) {
        String java = Double.toString(value);
        int exponentAt = java.indexOf('E');
        String mantissa = exponentAt < 0 ? java : java.substring(0, exponentAt);
        int exponent = exponentAt < 0 ? 0 : Integer.parseInt(java.substring(exponentAt + 1));
        int dot = mantissa.indexOf('.');
        String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int point = dot + exponent;
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        digits = digits.substring(first);
        point -= first;
        int last = digits.length();
        while (last > 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        digits = digits.substring(0, last);
        return digits.equals("0") ? "0.0" : shortest(digits, point, value);
    }

    /// Java writes two digits at least, even where one reads back the same.
    private static String shortest(String digits, int point, double value) {
        if (digits.length() == 2) {
            int rounded = digits.charAt(0) - '0' + (digits.charAt(1) >= '5' ? 1 : 0);
            if (Double.parseDouble(rounded + "e" + (point - 1)) == value) {
                return rounded == 10
                        ? place("1", point + 1)
                        : place(Integer.toString(rounded), point);
            }
        }
        return place(digits, point);
    }

    /// The decimal point stands behind `point` digits, from -3 to 16 without an exponent.
    private static String place(String digits, int point) {
        if (point > 16 || point < -3) {
            int exponent = point - 1;
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            String size = Math.abs(exponent) < 10 ? "0" : "";
            return digits.charAt(0)
                    + fraction
                    + (exponent < 0 ? "e-" : "e+")
                    + size
                    + Math.abs(exponent);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length()) + ".0";
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    /// A `complex` without a real part.
    static String imaginary(double value) {
        String text = real(value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "j";
    }
}
