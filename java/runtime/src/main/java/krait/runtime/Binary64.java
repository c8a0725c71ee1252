package krait.runtime;

import java.math.BigInteger;

/// The format of a float: from exact values to the nearest double, ties to even, and back.
final class Binary64 {
    private static final int PRECISION = 53;
    private static final int EXPONENT_OF_LAST_BIT = -1074;

    private Binary64() {}

    /// The double nearest to `a / b`; both positive or `a` zero. Infinity when it is too large.
    static double ratio(BigInteger a, BigInteger b) {
        if (a.signum() == 0) {
            return 0.0;
        }
        // a quotient of at least 65 bits, whose last bit also stands for all that was cut off
        int shift = 66 - (a.bitLength() - b.bitLength());
        BigInteger dividend = shift > 0 ? a.shiftLeft(shift) : a;
        BigInteger divisor = shift < 0 ? b.shiftLeft(-shift) : b;
        BigInteger[] result = dividend.divideAndRemainder(divisor);
        BigInteger quotient = result[0];
        return scaled(result[1].signum() == 0 ? quotient : quotient.setBit(0), -shift);
    }

    /// The double nearest to `value * 2**exponent`; `value` is not negative.
    static double scaled(BigInteger value, int exponent) {
        int bits = value.bitLength();
        long top = (long) bits + exponent;
        if (bits == 0 || top < EXPONENT_OF_LAST_BIT) {
            return 0.0;
        } else if (top > Double.MAX_EXPONENT + 1) {
            return Double.POSITIVE_INFINITY;
        }
        int kept = (int) Math.min(PRECISION, top - EXPONENT_OF_LAST_BIT);
        int dropped = bits - kept;
        if (dropped <= 0) {
            return Math.scalb((double) value.longValue(), exponent);
        }
        long head = value.shiftRight(dropped).longValue();
        boolean half = value.testBit(dropped - 1);
        boolean more = value.getLowestSetBit() < dropped - 1;
        if (half && (more || (head & 1) != 0)) {
            head++;
        }
        return Math.scalb((double) head, exponent + dropped);
    }

    /// A magnitude: `mantissa * 2**exponent`.
    record Parts(long mantissa, int exponent) {}

    /// The parts of a finite double's magnitude: mantissa times a power of two, not reduced.
    static Parts parts(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & ((1L << 52) - 1);
        return biased == 0
                ? new Parts(fraction, EXPONENT_OF_LAST_BIT)
                : new Parts(fraction | 1L << 52, biased - 1075);
    }

    /// A finite double without its fraction.
    static BigInteger toBigInteger(double value) {
        Parts parts = parts(value);
        BigInteger mantissa = BigInteger.valueOf(parts.mantissa);
        BigInteger magnitude = mantissa.shiftLeft(parts.exponent);
        return value < 0 ? magnitude.negate() : magnitude;
    }
}
