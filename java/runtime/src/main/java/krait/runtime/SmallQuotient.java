package krait.runtime;

import java.math.BigInteger;

/// Division of wide ints of about the same size, without dividing them: digits of pi ask for many.
final class SmallQuotient {
    private static final int BITS_MAX = 30;

    private SmallQuotient() {}

    /// The quotient of two positive ints, rounded down, when it is small and their upper bits alone
    /// tell it; else -1.
    static long of(BigInteger a, BigInteger b) {
        int below = a.bitLength() - (Long.SIZE - 2);
        int longer = a.bitLength() - b.bitLength();
        if (below < Long.SIZE || a.signum() < 0 || b.signum() <= 0) {
            return -1;
        } else if (longer < 0) {
            return 0;
        } else if (longer > BITS_MAX) {
            return -1;
        }
        long upper = a.shiftRight(below).longValue();
        long divisor = b.shiftRight(below).longValue();
        long quotient = upper / (divisor + 1);
        return quotient == (upper + 1) / divisor ? quotient : -1;
    }
}
