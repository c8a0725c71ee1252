package krait.runtime;

/// Squares and square roots as the platform's `pow` gives them, without calling it.
///
/// `pow` of every C library in use is wrong by at most 0.54 units in the last place (glibc's
/// `e_pow.c`, which musl has too, proves that bound), while `a * a` and `sqrt` are rounded
/// correctly. The two can differ only where the exact result lies near the middle of two floats.
/// How far away it is, the exact error of the product tells, after T. J. Dekker (1971).
final class ShortPowers {
    /// Between these no step below overflows or loses bits.
    private static final double LEAST = 0x1p-900;

    private static final double MOST = 0x1p900;

    /// So many units of the last place from the exact result the rounding is certain.
    private static final double CERTAIN = 0.44;

    private static final double SPLITTER = 0x1p27 + 1;
    private static final long EXPONENT_BITS = 0x7FF0_0000_0000_0000L;

    private ShortPowers() {}

    /// `pow(a, 2)`, or 0 where only `pow` knows.
    static double square(double a) {
        double square = a * a;
        if (!(square > LEAST && square < MOST)) {
            return 0;
        }
        return Math.abs(squareError(a, square)) < CERTAIN * unit(square) ? square : 0;
    }

    /// `pow(a, 0.5)`, or 0 where only `pow` knows.
    static double root(double a) {
        if (!(a > LEAST && a < MOST)) {
            return 0;
        }
        double root = Math.sqrt(a);
        double square = root * root;
        // a - root**2, whose first part is exact as the two are so near
        double rest = (a - square) - squareError(root, square);
        return Math.abs(rest) < CERTAIN * unit(root) * (2 * root) ? root : 0;
    }

    /// What rounding took from the square.
    private static double squareError(double a, double square) {
        double scaled = SPLITTER * a;
        double high = scaled - (scaled - a);
        double low = a - high;
        return ((high * high - square) + 2 * high * low) + low * low;
    }

    /// The unit in the last place of a normal number.
    private static double unit(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & EXPONENT_BITS) * 0x1p-52;
    }
}
