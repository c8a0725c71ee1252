package krait.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Comparison and hash across `int`, `float` and `bool`, where equal numbers have equal hashes.
final class Numeric {
    /// The prime 2**61 - 1, modulo which CPython hashes numbers.
    private static final long MODULUS = (1L << 61) - 1;

    private static final BigInteger WIDE_MODULUS = BigInteger.valueOf(MODULUS);
    private static final long HASH_OF_INFINITY = 314159;

    /// The answer of [#compare] when one is not a number.
    static final int UNORDERED = 2;

    private Numeric() {}

    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    /// A bool as the int it is; another value as it is.
    static Object plain(Object value) {
        return value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
    }

    static boolean equal(Object left, Object right) {
        return compare(left, right) == 0;
    }

    /// -1, 0, 1 or [#UNORDERED]; both are numbers.
    static int compare(Object left, Object right) {
        Object a = plain(left);
        Object b = plain(right);
        if (a instanceof Double x) {
            return b instanceof Double y ? compareDoubles(x, y) : negated(compareExact(b, x));
        }
        if (b instanceof Double y) {
            return compareExact(a, y);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        return wide(a).compareTo(wide(b));
    }

    private static int compareDoubles(double left, double right) {
        if (left < right) {
            return -1;
        }
        if (left > right) {
            return 1;
        }
        return left == right ? 0 : UNORDERED;
    }

    private static int negated(int comparison) {
        return comparison == UNORDERED ? UNORDERED : -comparison;
    }

    private static int compareExact(Object whole, double real) {
        if (Double.isNaN(real)) {
            return UNORDERED;
        }
        if (Double.isInfinite(real)) {
            return real > 0 ? -1 : 1;
        }
        if (whole instanceof Long fits && Math.abs(fits) <= 1L << 53) {
            return compareDoubles((double) fits, real);
        }
        return new BigDecimal(wide(whole)).compareTo(new BigDecimal(real));
    }

    static BigInteger wide(Object whole) {
        return whole instanceof BigInteger wide ? wide : BigInteger.valueOf((Long) whole);
    }

    static long hash(long value) {
        long hash;
        if (value > -MODULUS && value < MODULUS) {
            hash = value;
        } else {
            hash = value % MODULUS;
        }
        return hash == -1 ? -2 : hash;
    }

    static long hash(BigInteger value) {
        long magnitude = value.abs().mod(WIDE_MODULUS).longValue();
        long hash = value.signum() < 0 ? -magnitude : magnitude;
        return hash == -1 ? -2 : hash;
    }

    /// CPython's hash of a float: its value modulo 2**61 - 1, so that it equals an int's.
    static long hash(double value) {
        if (value == (long) value && Math.abs(value) < 0x1p53) {
            return hash((long) value);
        }
        if (Double.isNaN(value)) {
            return 0;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? HASH_OF_INFINITY : -HASH_OF_INFINITY;
        }
        int exponent = Math.getExponent(value);
        long mantissa = Double.doubleToRawLongBits(value) & ((1L << 52) - 1);
        if (exponent < Double.MIN_EXPONENT) {
            exponent = Double.MIN_EXPONENT;
        } else {
            mantissa |= 1L << 52;
        }
        // value = mantissa * 2**(exponent - 52), and 2**61 is 1 modulo the prime
        int shift = Math.floorMod(exponent - 52, 61);
        long hash = ((mantissa << shift) & MODULUS) | (mantissa >>> (61 - shift));
        hash = hash == MODULUS ? 0 : hash;
        hash = value < 0 ? -hash : hash;
        return hash == -1 ? -2 : hash;
    }
}
