package krait.runtime.lib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import krait.runtime.Floats;
import krait.runtime.Ints;
import krait.runtime.Libm;
import krait.runtime.OverflowError;
import krait.runtime.PyIterator;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// The module `math`, functions of floats. Messages are those of CPython 3.14, which name the
/// argument; before, all were `math domain error`.
public final class MathModule extends IntegerMath {
    public static final double pi = Math.PI;
    public static final double e = Math.E;
    public static final double tau = 2 * Math.PI;
    public static final double inf = Double.POSITIVE_INFINITY;
    public static final double nan = Double.NaN;

    private MathModule() {}

    private static ValueError expected(String what, double x) {
        return new ValueError("expected " + what + ", got " + Floats.repr(x));
    }

    private static ValueError domainError() {
        return new ValueError("math domain error");
    }

    private static double inRange(double result, double x) {
        if (Double.isInfinite(result) && Double.isFinite(x)) {
            throw new OverflowError("math range error");
        }
        return result;
    }

    private static void requireFinite(double x) {
        if (Double.isInfinite(x)) {
            throw expected("a finite input", x);
        }
    }

    /// `math.sqrt(x)`.
    public static double sqrt(double x) {
        if (x < 0) {
            throw expected("a nonnegative input", x);
        }
        return Math.sqrt(x);
    }

    /// `math.cbrt(x)`.
    public static double cbrt(double x) {
        return Libm.cbrt(x);
    }

    /// `math.exp(x)`.
    public static double exp(double x) {
        return inRange(Libm.exp(x), x);
    }

    /// `math.exp2(x)`.
    public static double exp2(double x) {
        return inRange(Libm.exp2(x), x);
    }

    /// `math.expm1(x)`.
    public static double expm1(double x) {
        return inRange(Libm.expm1(x), x);
    }

    /// `math.sinh(x)`.
    public static double sinh(double x) {
        return inRange(Libm.sinh(x), x);
    }

    /// `math.cosh(x)`.
    public static double cosh(double x) {
        return inRange(Libm.cosh(x), x);
    }

    /// `math.tanh(x)`.
    public static double tanh(double x) {
        return Libm.tanh(x);
    }

    /// `math.asinh(x)`.
    public static double asinh(double x) {
        return Libm.asinh(x);
    }

    /// `math.acosh(x)`.
    public static double acosh(double x) {
        if (x < 1) {
            throw expected("argument value not less than 1", x);
        }
        return Libm.acosh(x);
    }

    /// `math.atanh(x)`.
    public static double atanh(double x) {
        if (Math.abs(x) >= 1) {
            throw expected("a number between -1 and 1", x);
        }
        return Libm.atanh(x);
    }

    /// `math.sin(x)`.
    public static double sin(double x) {
        requireFinite(x);
        return Libm.sin(x);
    }

    /// `math.cos(x)`.
    public static double cos(double x) {
        requireFinite(x);
        return Libm.cos(x);
    }

    /// `math.tan(x)`.
    public static double tan(double x) {
        requireFinite(x);
        return Libm.tan(x);
    }

    /// `math.asin(x)`.
    public static double asin(double x) {
        requireUnit(x);
        return Libm.asin(x);
    }

    /// `math.acos(x)`.
    public static double acos(double x) {
        requireUnit(x);
        return Libm.acos(x);
    }

    private static void requireUnit(double x) {
        if (Math.abs(x) > 1) {
            throw expected("a number in range from -1 up to 1", x);
        }
    }

    /// `math.atan(x)`.
    public static double atan(double x) {
        return Libm.atan(x);
    }

    /// `math.atan2(y, x)`.
    public static double atan2(double y, double x) {
        return Libm.atan2(y, x);
    }

    /// `math.log(x)`.
    public static double log(double x) {
        requirePositive(x);
        return Libm.log(x);
    }

    /// `math.log(x, base)`.
    public static double log(double x, double base) {
        return Floats.truediv(log(x), log(base));
    }

    /// `math.log2(x)`.
    public static double log2(double x) {
        requirePositive(x);
        return Libm.log2(x);
    }

    /// `math.log10(x)`.
    public static double log10(double x) {
        requirePositive(x);
        return Libm.log10(x);
    }

    private static void requirePositive(double x) {
        if (x <= 0) {
            throw expected("a positive input", x);
        }
    }

    /// `math.log1p(x)`.
    public static double log1p(double x) {
        if (x <= -1) {
            throw expected("argument value > -1", x);
        }
        return x == 0 ? x : Libm.log1p(x);
    }

    /// `math.pow(x, y)`.
    public static double pow(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            double power = Libm.pow(x, y);
            if (Double.isNaN(power) || (x == 0 && Double.isInfinite(power))) {
                throw domainError();
            }
            return inRange(power, 0);
        }
        if (y == 0 || x == 1) {
            return 1;
        } else if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        } else if (Double.isInfinite(x)) {
            double magnitude = y > 0 ? inf : 0;
            return Math.abs(y % 2) == 1 ? Math.copySign(magnitude, x) : magnitude;
        }
        double magnitude = Math.abs(x);
        return magnitude == 1 ? 1 : (y > 0) == (magnitude > 1) ? inf : 0;
    }

    /// `math.fmod(x, y)`.
    public static double fmod(double x, double y) {
        if ((Double.isInfinite(x) && !Double.isNaN(y)) || (y == 0 && !Double.isNaN(x))) {
            throw domainError();
        }
        return x % y;
    }

    /// `math.remainder(x, y)`.
    public static double remainder(double x, double y) {
        if ((Double.isInfinite(x) && !Double.isNaN(y)) || (y == 0 && !Double.isNaN(x))) {
            throw domainError();
        }
        return Math.IEEEremainder(x, y);
    }

    /// `math.gamma(x)`.
    public static double gamma(double x) {
        return inRange(requireNoPole(GammaFunction.gamma(x), x), x);
    }

    /// `math.lgamma(x)`.
    public static double lgamma(double x) {
        return inRange(requireNoPole(GammaFunction.logGamma(x), x), x);
    }

    private static double requireNoPole(double result, double x) {
        if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw expected("a noninteger or positive integer", x);
        }
        return result;
    }

    /// `math.erf(x)`.
    public static double erf(double x) {
        return Libm.erf(x);
    }

    /// `math.erfc(x)`.
    public static double erfc(double x) {
        return Libm.erfc(x);
    }

    /// `math.floor(x)` of an int.
    public static Object floor(Object x) {
        return x;
    }

    /// `math.floor(x)`.
    public static Object floor(double x) {
        return Ints.fromFloat(Math.floor(x));
    }

    /// `math.ceil(x)` of an int.
    public static Object ceil(Object x) {
        return x;
    }

    /// `math.ceil(x)`.
    public static Object ceil(double x) {
        return Ints.fromFloat(Math.ceil(x));
    }

    /// `math.trunc(x)` of an int.
    public static Object trunc(Object x) {
        return x;
    }

    /// `math.trunc(x)`.
    public static Object trunc(double x) {
        return Ints.fromFloat(x);
    }

    /// `math.fabs(x)`.
    public static double fabs(double x) {
        return Math.abs(x);
    }

    /// `math.copysign(x, y)`.
    public static double copysign(double x, double y) {
        return Double.isNaN(y) ? Math.abs(x) : Math.copySign(x, y);
    }

    /// `math.degrees(x)`.
    public static double degrees(double x) {
        return x * (180.0 / Math.PI);
    }

    /// `math.radians(x)`.
    public static double radians(double x) {
        return x * (Math.PI / 180.0);
    }

    /// `math.isfinite(x)`.
    public static boolean isfinite(double x) {
        return Double.isFinite(x);
    }

    /// `math.isinf(x)`.
    public static boolean isinf(double x) {
        return Double.isInfinite(x);
    }

    /// `math.isnan(x)`.
    public static boolean isnan(double x) {
        return Double.isNaN(x);
    }

    /// `math.isclose(a, b, rel_tol=…, abs_tol=…)`.
    public static boolean isclose(double a, double b, double rel_tol, double abs_tol) {
        if (rel_tol < 0 || abs_tol < 0) {
            throw new ValueError("tolerances must be non-negative");
        } else if (a == b) {
            return true;
        } else if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        double difference = Math.abs(b - a);
        return difference <= Math.abs(rel_tol * b)
                || difference <= Math.abs(rel_tol * a)
                || difference <= abs_tol;
    }

    /// `math.isclose(a, b)`.
    public static boolean isclose(double a, double b) {
        return isclose(a, b, 1e-9, 0.0);
    }

    /// `math.modf(x)`.
    public static Tuple modf(double x) {
        if (!Double.isFinite(x)) {
            return Tuple.of(Double.isInfinite(x) ? Math.copySign(0.0, x) : x, x);
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return Tuple.of(Math.copySign(x - whole, x), Math.copySign(whole, x));
    }

    /// `math.frexp(x)`.
    public static Tuple frexp(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return Tuple.of(x, 0L);
        }
        // a subnormal is made normal first
        int lift = Math.abs(x) < Double.MIN_NORMAL ? 54 : 0;
        double normal = Math.scalb(x, lift);
        int exponent = Math.getExponent(normal) + 1;
        return Tuple.of(Math.scalb(normal, -exponent), (long) exponent - lift);
    }

    /// `math.ldexp(x, exponent)`.
    public static double ldexp(double x, long exponent) {
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        double scaled = Math.scalb(x, (int) Math.clamp(exponent, -5000L, 5000L));
        return inRange(scaled, x);
    }

    /// `math.ldexp(x, exponent)`.
    public static double ldexp(double x, Object exponent) {
        long few = exponent instanceof Long fits ? fits : Ints.signum(exponent) * 5000L;
        return ldexp(x, few);
    }

    /// `math.fma(x, y, z)`.
    public static double fma(double x, double y, double z) {
        double result = Math.fma(x, y, z);
        if (Double.isFinite(result)) {
            return result;
        }
        boolean finite = Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
        if (Double.isNaN(result)) {
            if (!Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z)) {
                throw new ValueError("invalid operation in fma");
            }
        } else if (finite) {
            throw new OverflowError("overflow in fma");
        }
        return result;
    }

    /// `math.nextafter(x, y)`.
    public static double nextafter(double x, double y) {
        return Math.nextAfter(x, y);
    }

    /// `math.ulp(x)`.
    public static double ulp(double x) {
        return Math.ulp(x);
    }

    /// `math.log(x)` of an int of any width.
    public static double log(Object x) {
        return logOfInt(x, Math.log(2), MathModule::log);
    }

    /// `math.log2(x)` of an int of any width.
    public static double log2(Object x) {
        return logOfInt(x, 1, MathModule::log2);
    }

    /// `math.log10(x)` of an int of any width.
    public static double log10(Object x) {
        return logOfInt(x, Libm.log10(2), MathModule::log10);
    }

    private static double logOfInt(
            Object x, double logOfTwo, java.util.function.DoubleUnaryOperator log) {
        if (Ints.signum(x) <= 0) {
            throw new ValueError("expected a positive input");
        }
        BigInteger wide = Ints.wide(x);
        double value = wide.doubleValue();
        if (Double.isFinite(value)) {
            return log.applyAsDouble(value);
        }
        int bits = wide.bitLength();
        BigDecimal part = new BigDecimal(wide).divide(new BigDecimal(BigInteger.TWO.pow(bits)));
        return log.applyAsDouble(part.doubleValue()) + logOfTwo * bits;
    }

    private static double[] floats(@Nullable Object items) {
        PyIterator iterator = Values.iter(items);
        double[] floats = new double[16];
        int count = 0;
        while (iterator.advance()) {
            if (count == floats.length) {
                floats = Arrays.copyOf(floats, 2 * count);
            }
            floats[count++] = iterator.doubleValue();
        }
        return Arrays.copyOf(floats, count);
    }

    /// `math.fsum(items)`.
    public static double fsum(@Nullable Object items) {
        return FloatVector.exactSum(floats(items));
    }

    /// `math.hypot(*coordinates)`.
    public static double hypot(Tuple coordinates) {
        double[] each = new double[coordinates.size()];
        for (int i = 0; i < each.length; i++) {
            Object item = Objects.requireNonNull(coordinates.get(i));
            each[i] = item instanceof Double real ? real : Ints.toFloat(item);
        }
        return hypot(each);
    }

    /// `math.hypot(*coordinates)`.
    public static double hypot(double... coordinates) {
        return FloatVector.length(coordinates.clone());
    }

    /// `math.dist(p, q)`.
    public static double dist(@Nullable Object p, @Nullable Object q) {
        double[] from = floats(p);
        double[] to = floats(q);
        if (from.length != to.length) {
            throw new ValueError("both points must have the same number of dimensions");
        }
        double[] way = new double[from.length];
        for (int i = 0; i < way.length; i++) {
            way[i] = from[i] - to[i];
        }
        return FloatVector.length(way);
    }
}
