package krait.runtime;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The decimal digits of a magnitude: `0.DIGITS * 10**point`.
///
/// @param digits without trailing zeros, "0" for zero
/// @param point how many of the digits stand before the decimal point; may lie outside of them
record FloatDigits(String digits, int point) {
    private static final FloatDigits ZERO = new FloatDigits("0", 1);

    /// Powers of ten up to here are exact as doubles.
    private static final int EXACT_POWER_MAX = 22;

    private static final double[] POWERS = new double[EXACT_POWER_MAX + 1];

    static {
        for (int i = 0; i <= EXACT_POWER_MAX; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    /// The fewest digits that give the value back, the nearest among those.
    static FloatDigits shortest(double value) {
        if (value == 0) {
            return ZERO;
        }
        String text = Double.toString(value);
        int exponentAt = text.indexOf('E');
        int exponent =
                exponentAt < 0 ? 0 : Integer.parseInt(text, exponentAt + 1, text.length(), 10);
        String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
        int pointAt = mantissa.indexOf('.');
        FloatDigits result =
                stripped(
                        mantissa.substring(0, pointAt) + mantissa.substring(pointAt + 1),
                        pointAt + exponent);
        // Java never gives fewer than two digits, which differs only where a digit says it all
        return value < 1e-321 ? oneDigit(result, value) : result;
    }

    private static FloatDigits oneDigit(FloatDigits two, double value) {
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
        boolean same = Double.parseDouble(rounded.toString()) == value;
        return two.digits.length() > 1 && same ? of(rounded) : two;
    }

    /// So many significant digits, ties to even.
    static FloatDigits significant(double value, int count) {
        if (value == 0) {
            return ZERO;
        }
        return of(new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN)));
    }

    /// So many digits behind the point, ties to even.
    static FloatDigits decimals(double value, int count) {
        BigDecimal exact = new BigDecimal(value);
        return of(exact.scale() <= count ? exact : exact.setScale(count, RoundingMode.HALF_EVEN));
    }

    /// `value * 10**decimals`, rounded to an integer; -1 when a product of doubles can't tell.
    static long scaledIfCertain(double value, int decimals) {
        if (decimals > EXACT_POWER_MAX) {
            return -1;
        }
        double scaled = value * POWERS[decimals];
        if (!(scaled < 0x1p40)) {
            return -1;
        }
        double whole = Math.rint(scaled);
        // the product is off by less than 2**-13: only near a tie that could matter
        return Math.abs(Math.abs(scaled - whole) - 0.5) < 0x1p-12 ? -1 : (long) whole;
    }

    private static FloatDigits of(BigDecimal value) {
        if (value.signum() == 0) {
            return ZERO;
        }
        String digits = value.unscaledValue().toString();
        return stripped(digits, digits.length() - value.scale());
    }

    private static FloatDigits stripped(String digits, int point) {
        int start = 0;
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        while (start < end - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return new FloatDigits(digits.substring(start, end), point - start);
    }

    /// Writes `123.450`, with so many digits behind the point; no digit may get lost.
    void appendFixed(StringBuilder text, int decimals, boolean alternate) {
        int length = digits.length();
        if (point <= 0) {
            text.append('0');
        } else {
            text.append(digits, 0, Math.min(point, length))
                    .repeat('0', Math.max(0, point - length));
        }
        if (decimals > 0 || alternate) {
            text.append('.');
        }
        int zeros = Math.min(decimals, Math.max(0, -point));
        text.repeat('0', zeros);
        int from = Math.clamp(point, 0, length);
        int count = Math.min(length - from, decimals - zeros);
        text.append(digits, from, from + count).repeat('0', decimals - zeros - count);
    }

    /// Writes `1.2345e+02`, with so many digits behind the point.
    void appendExponential(StringBuilder text, int decimals, boolean alternate, char mark) {
        text.append(digits.charAt(0));
        if (decimals > 0 || alternate) {
            text.append('.');
        }
        text.append(digits, 1, digits.length()).repeat('0', decimals - (digits.length() - 1));
        int exponent = digits.equals("0") ? 0 : point - 1;
        text.append(mark).append(exponent < 0 ? '-' : '+');
        int magnitude = Math.abs(exponent);
        text.append(magnitude < 10 ? "0" : "").append(magnitude);
    }
}
