package krait.runtime.lib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import krait.runtime.Ints;
import krait.runtime.PyIterator;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// Numbers with their exact sums: `statistics` rounds once, at the end. A sum is an integer over
/// the common denominator, a power of two.
final class ExactData {
    private static final int SQRT_BITS = 109;

    private final List<BigInteger> numbers = new ArrayList<>();
    private int shift;
    private double odd;
    private boolean finite = true;
    private boolean ints = true;

    /// A fraction whose denominator is positive.
    record Ratio(BigInteger numerator, BigInteger denominator) {
        Ratio {
            BigInteger common = numerator.gcd(denominator);
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }

        double toDouble() {
            return Ints.truediv(Ints.object(numerator), Ints.object(denominator));
        }
    }

    ExactData(@Nullable Object data) {
        List<BigDecimal> exact = new ArrayList<>();
        PyIterator items = Values.iter(data);
        while (items.advance()) {
            Object value = Objects.requireNonNull(items.value());
            if (value instanceof Double real) {
                ints = false;
                if (Double.isFinite(real)) {
                    exact.add(new BigDecimal(real));
                } else {
                    odd = finite ? real : odd + real;
                    finite = false;
                    exact.add(BigDecimal.ZERO);
                }
            } else {
                exact.add(new BigDecimal(Ints.wide(value)));
            }
        }
        for (BigDecimal each : exact) {
            shift = Math.max(shift, each.scale());
        }
        for (BigDecimal each : exact) {
            // a double with n digits behind its point is a multiple of 2**-n
            numbers.add(
                    each.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(shift)))
                            .toBigIntegerExact());
        }
    }

    int size() {
        return numbers.size();
    }

    boolean ofInts() {
        return ints;
    }

    boolean finite() {
        return finite;
    }

    /// What the infinities and NaNs sum up to.
    double odd() {
        return odd;
    }

    Ratio mean() {
        BigInteger sum = numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new Ratio(sum, BigInteger.ONE.shiftLeft(shift).multiply(count()));
    }

    private BigInteger count() {
        return BigInteger.valueOf(numbers.size());
    }

    /// The sum of the squared distances from the mean, divided.
    Ratio variance(long divisor) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (BigInteger each : numbers) {
            sum = sum.add(each);
            squares = squares.add(each.multiply(each));
        }
        BigInteger numerator = count().multiply(squares).subtract(sum.multiply(sum));
        BigInteger denominator = count().multiply(BigInteger.valueOf(divisor)).shiftLeft(2 * shift);
        return new Ratio(numerator, denominator);
    }

    /// The nearest double to the square root.
    static double sqrt(Ratio ratio) {
        BigInteger n = ratio.numerator();
        BigInteger m = ratio.denominator();
        if (n.signum() == 0) {
            return 0.0;
        }
        int half = Math.floorDiv(n.bitLength() - m.bitLength() - SQRT_BITS, 2);
        if (half >= 0) {
            BigInteger root = oddRoot(n, m.shiftLeft(2 * half)).shiftLeft(half);
            return new Ratio(root, BigInteger.ONE).toDouble();
        }
        BigInteger root = oddRoot(n.shiftLeft(-2 * half), m);
        return Ints.truediv(Ints.object(root), Ints.object(BigInteger.ONE.shiftLeft(-half)));
    }

    /// The root rounded down, with its last bit set where that is not exact.
    private static BigInteger oddRoot(BigInteger n, BigInteger m) {
        BigInteger root = n.divide(m).sqrt();
        return root.multiply(root).multiply(m).equals(n) ? root : root.or(BigInteger.ONE);
    }
}
