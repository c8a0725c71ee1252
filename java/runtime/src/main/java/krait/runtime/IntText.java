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
            throw new ValueError("maxdigits must be 0 or larger than 640");
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
}
