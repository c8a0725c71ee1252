package krait.runtime.lib;

import java.math.BigInteger;
import java.util.Objects;
import krait.runtime.Ints;
import krait.runtime.OverflowError;
import krait.runtime.PyIterator;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.WideResult;
import org.jspecify.annotations.Nullable;

/// The functions of `math` that take and give ints.
public abstract sealed class IntegerMath permits MathModule {
    /// Up to here a factorial fits a long.
    private static final int FACTORIAL_OF_LONG_MAX = 20;

    IntegerMath() {}

    /// `math.gcd(a, b)`.
    public static long gcd(long a, long b) throws WideResult {
        long x = a;
        long y = b;
        while (y != 0) {
            long remainder = x % y;
            x = y;
            y = remainder;
        }
        if (x == Long.MIN_VALUE) {
            throw new WideResult(BigInteger.valueOf(x).negate());
        }
        return Math.abs(x);
    }

    /// `math.gcd(*values)`.
    public static Object gcd(Object... values) {
        BigInteger result = BigInteger.ZERO;
        for (Object value : values) {
            result = result.gcd(Ints.wide(value));
        }
        return Ints.object(result);
    }

    /// `math.lcm(*values)`.
    public static Object lcm(Object... values) {
        BigInteger result = BigInteger.ONE;
        for (Object value : values) {
            BigInteger next = Ints.wide(value);
            if (next.signum() == 0) {
                return 0L;
            }
            result = result.divide(result.gcd(next)).multiply(next).abs();
        }
        return Ints.object(result);
    }

    /// `math.isqrt(n)`.
    public static long isqrt(long n) {
        if (n < 0) {
            throw negativeRoot();
        }
        long root = (long) Math.sqrt((double) n);
        // the double nearest to n may lie above it, and the root with it
        while (root * root > n || root > 3037000499L) {
            root--;
        }
        return root;
    }

    /// `math.isqrt(n)`.
    public static Object isqrt(Object n) {
        if (n instanceof Long fits) {
            return isqrt(fits.longValue());
        } else if (Ints.signum(n) < 0) {
            throw negativeRoot();
        }
        return Ints.object(Ints.wide(n).sqrt());
    }

    private static ValueError negativeRoot() {
        return new ValueError("isqrt() argument must be nonnegative");
    }

    /// `math.factorial(n)`.
    public static Object factorial(long n) {
        if (n < 0) {
            throw new ValueError("factorial() not defined for negative values");
        } else if (n <= FACTORIAL_OF_LONG_MAX) {
            long product = 1;
            for (long i = 2; i <= n; i++) {
                product *= i;
            }
            return product;
        }
        return product(2, n);
    }

    /// `math.factorial(n)`.
    public static Object factorial(Object n) {
        if (n instanceof Long fits) {
            return factorial(fits.longValue());
        } else if (Ints.signum(n) < 0) {
            return factorial(-1);
        }
        throw new OverflowError("factorial() argument should not exceed " + Long.MAX_VALUE);
    }

    /// The product of all ints from one to another: halves of like size multiply faster.
    private static BigInteger product(long from, long to) {
        if (to - from < 8) {
            BigInteger product = BigInteger.ONE;
            for (long i = from; i <= to; i++) {
                product = product.multiply(BigInteger.valueOf(i));
            }
            return product;
        }
        long middle = (from + to) >>> 1;
        return product(from, middle).multiply(product(middle + 1, to));
    }

    /// `math.perm(n, k)`.
    public static Object perm(Object n, Object k) {
        requireCounts(n, k);
        if (Ints.compare(k, n) > 0) {
            return 0L;
        } else if (!(k instanceof Long count)) {
            throw new OverflowError("k must not exceed " + Long.MAX_VALUE);
        } else {
            return Ints.object(falling(Ints.wide(n), count));
        }
    }

    /// `math.perm(n)`.
    public static Object perm(Object n) {
        if (Ints.signum(n) < 0) {
            throw new ValueError("factorial() not defined for negative values");
        }
        return factorial(n);
    }

    /// n (n - 1) … with so many factors.
    private static BigInteger falling(BigInteger n, long count) {
        if (count <= 8) {
            BigInteger product = BigInteger.ONE;
            for (long i = 0; i < count; i++) {
                product = product.multiply(n.subtract(BigInteger.valueOf(i)));
            }
            return product;
        }
        long half = count / 2;
        BigInteger rest = n.subtract(BigInteger.valueOf(half));
        return falling(n, half).multiply(falling(rest, count - half));
    }

    /// `math.comb(n, k)`.
    public static Object comb(Object n, Object k) {
        requireCounts(n, k);
        if (Ints.compare(k, n) > 0) {
            return 0L;
        }
        Object other = Ints.sub(n, k);
        Object fewer = Ints.compare(other, k) < 0 ? other : k;
        if (!(fewer instanceof Long count)) {
            throw new OverflowError("min(n - k, k) must not exceed " + Long.MAX_VALUE);
        }
        BigInteger numerator = falling(Ints.wide(n), count);
        return Ints.object(numerator.divide(Ints.wide(factorial(count.longValue()))));
    }

    private static void requireCounts(Object n, Object k) {
        if (Ints.signum(n) < 0) {
            throw new ValueError("n must be a non-negative integer");
        } else if (Ints.signum(k) < 0) {
            throw new ValueError("k must be a non-negative integer");
        }
    }

    /// `math.prod(items, start=start)` of ints.
    public static Object prod(@Nullable Object items, Object start) {
        Object product = start;
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            product = Ints.mul(product, Objects.requireNonNull(each.value()));
        }
        return product;
    }

    /// `math.prod(items, start=start)` of floats.
    public static double prod(@Nullable Object items, double start) {
        double product = start;
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            product *= each.doubleValue();
        }
        return product;
    }

    /// `math.prod(items)` of ints or of floats: the int 1 where there are none.
    public static Object prod(@Nullable Object items) {
        Object product = 1L;
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            Object item = Objects.requireNonNull(each.value());
            if (item instanceof Double real) {
                product = product instanceof Double before ? before * real : real;
            } else {
                product = Ints.mul(product, item);
            }
        }
        return product;
    }

    /// `math.sumprod(p, q)` of ints.
    public static Object sumprod(@Nullable Object p, @Nullable Object q) {
        Object sum = 0L;
        PyIterator left = Values.iter(p);
        PyIterator right = Values.iter(q);
        while (true) {
            boolean more = left.advance();
            if (more != right.advance()) {
                throw new ValueError("Inputs are not the same length");
            } else if (!more) {
                return sum;
            }
            Object a = Objects.requireNonNull(left.value());
            sum = Ints.add(sum, Ints.mul(a, Objects.requireNonNull(right.value())));
        }
    }
}
