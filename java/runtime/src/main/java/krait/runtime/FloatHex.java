package krait.runtime;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// float as hexadecimal text, and back.
final class FloatHex {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:0x)?(?:([0-9a-f]+)\\.?([0-9a-f]*)|\\.([0-9a-f]+))(?:p([+-]?[0-9]+))?");

    /// Beyond this an exponent says the same as any larger one.
    private static final BigInteger EXPONENT_MAX = BigInteger.valueOf(1_000_000_000);

    private FloatHex() {}

    static String format(double value) {
        if (!Double.isFinite(value)) {
            return FloatText.repr(value);
        }
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & ((1L << 52) - 1);
        int biased = (int) (bits >>> 52) & 0x7ff;
        int exponent = biased == 0 ? (fraction == 0 ? 0 : -1022) : biased - 1023;
        return (bits < 0 ? "-0x" : "0x")
                + (biased == 0 ? "0." : "1.")
                + (value == 0 ? "0" : String.format(Locale.ROOT, "%013x", fraction))
                + (exponent < 0 ? "p" : "p+")
                + exponent;
    }

    static double parse(CharSequence text) {
        String number = strip(text).toLowerCase(Locale.ROOT);
        boolean negative = number.startsWith("-");
        String unsigned = negative || number.startsWith("+") ? number.substring(1) : number;
        double magnitude =
                switch (unsigned) {
                    case "inf", "infinity" -> Double.POSITIVE_INFINITY;
                    case "nan" -> Double.NaN;
                    default -> magnitude(unsigned);
                };
        return negative ? -magnitude : magnitude;
    }

    private static String strip(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean isSpace(char unit) {
        return unit == ' ' || (unit >= '\t' && unit <= '\r');
    }

    private static double magnitude(String number) {
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches()) {
            throw new ValueError("invalid hexadecimal floating-point string");
        }
        String whole = matcher.group(1);
        String fraction = whole == null ? matcher.group(3) : matcher.group(2);
        String digits = (whole == null ? "" : whole) + fraction;
        String exponent = matcher.group(4);
        BigInteger mantissa = new BigInteger(digits, 16);
        BigInteger power = exponent == null ? BigInteger.ZERO : new BigInteger(exponent);
        int clamped = power.min(EXPONENT_MAX).max(EXPONENT_MAX.negate()).intValue();
        double value = Binary64.scaled(mantissa, clamped - 4 * fraction.length());
        if (Double.isInfinite(value)) {
            throw new OverflowError("hexadecimal value too large to represent as a float");
        }
        return value;
    }
}
