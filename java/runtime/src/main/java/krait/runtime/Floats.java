package krait.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// The operators and methods of `float`.
///
/// A negative number to the power of a fraction is a complex number under CPython; compiled code
/// has none there, so [#pow] throws `NotImplementedError` instead of giving another result.
@SuppressWarnings("MemberName")
public final class Floats {
    private static final int RANGE_ERROR = 34;

    private Floats() {}

    /// `a / b`.
    public static double truediv(double a, double b) {
        if (b == 0) {
            throw Ints.divisionByZero();
        }
        return a / b;
    }

    /// `a // b`.
    public static double floordiv(double a, double b) {
        if (b == 0) {
            throw Ints.divisionByZero();
        }
        double remainder = a % b;
        double quotient = (a - remainder) / b;
        if (remainder != 0 && (b < 0) != (remainder < 0)) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        // the quotient is whole but for rounding
        double whole = Math.floor(quotient);
        return quotient - whole > 0.5 ? whole + 1 : whole;
    }

    /// `a % b`: the sign is the divisor's.
    public static double mod(double a, double b) {
        if (b == 0) {
            throw Ints.divisionByZero();
        }
        double remainder = a % b;
        if (remainder == 0) {
            return Math.copySign(0.0, b);
        }
        return (b < 0) != (remainder < 0) ? remainder + b : remainder;
    }

    /// `divmod(a, b)`.
    public static Tuple divmod(double a, double b) {
        return Tuple.of(floordiv(a, b), mod(a, b));
    }

    /// `a ** b`.
    public static double pow(double a, double b) {
        if (b == 2) {
            double square = ShortPowers.square(a);
            if (square > 0) {
                return square;
            }
        } else if (b == 0.5) {
            double root = ShortPowers.root(a);
            if (root > 0) {
                return root;
            }
        }
        if (a > 0 && Double.isFinite(a) && Double.isFinite(b)) {
            return finite(Libm.pow(a, b));
        }
        if (b == 0) {
            return 1;
        } else if (Double.isNaN(a) || Double.isNaN(b)) {
            return a == 1 ? 1 : Double.NaN;
        } else if (Double.isInfinite(b)) {
            return powInfinite(Math.abs(a), b);
        }
        boolean odd = Math.abs(b % 2) == 1;
        if (Double.isInfinite(a)) {
            double magnitude = b > 0 ? Double.POSITIVE_INFINITY : 0.0;
            return odd ? Math.copySign(magnitude, a) : magnitude;
        } else if (a == 0) {
            if (b < 0) {
                throw new ZeroDivisionError("zero to a negative power");
            }
            return odd ? a : 0.0;
        } else if (b != Math.rint(b)) {
            throw new NotImplementedError(
                    "a negative number to the power of a fraction is complex under CPython");
        }
        double magnitude = a == -1 ? 1 : finite(Libm.pow(-a, b));
        return odd ? -magnitude : magnitude;
    }

    private static double powInfinite(double a, double b) {
        if (a == 1) {
            return 1;
        }
        return (b > 0) == (a > 1) ? Double.POSITIVE_INFINITY : 0.0;
    }

    private static double finite(double result) {
        if (Double.isInfinite(result)) {
            throw new OverflowError((long) RANGE_ERROR, "Numerical result out of range");
        }
        return result;
    }

    /// `round(value)`, ties to even.
    public static Object round(double value) {
        return Ints.fromFloat(Math.rint(value));
    }

    /// `round(value, digits)`: exact on the value's own binary fraction.
    public static double round(double value, long digits) {
        if (!Double.isFinite(value) || digits > 323) {
            return value;
        } else if (digits < -308) {
            return Math.copySign(0.0, value);
        }
        BigDecimal rounded =
                new BigDecimal(Math.abs(value)).setScale((int) digits, RoundingMode.HALF_EVEN);
        double result = Double.parseDouble(rounded.toString());
        if (Double.isInfinite(result)) {
            throw new OverflowError("rounded value too large to represent");
        }
        return Math.copySign(result, value);
    }

    /// `round(value, digits)`.
    public static double round(double value, Object digits) {
        long few = digits instanceof Long fits ? fits : Ints.signum(digits) * 1000L;
        return round(value, few);
    }

    /// `float(text)`.
    public static double parse(CharSequence text) {
        return FloatText.parse(text);
    }

    /// `repr(value)`.
    public static String repr(double value) {
        return FloatText.repr(value);
    }

    /// `value.is_integer()`.
    public static boolean is_integer(double value) {
        return Double.isFinite(value) && value == Math.rint(value);
    }

    /// `value.as_integer_ratio()`.
    public static Tuple as_integer_ratio(double value) {
        if (Double.isNaN(value)) {
            throw new ValueError("cannot convert NaN to integer ratio");
        } else if (Double.isInfinite(value)) {
            throw new OverflowError("cannot convert Infinity to integer ratio");
        } else if (value == 0) {
            return Tuple.of(0L, 1L);
        }
        Binary64.Parts parts = Binary64.parts(value);
        int zeros = Long.numberOfTrailingZeros(parts.mantissa());
        BigInteger numerator = BigInteger.valueOf(parts.mantissa() >> zeros);
        int exponent = parts.exponent() + zeros;
        if (value < 0) {
            numerator = numerator.negate();
        }
        return Tuple.of(
                Ints.object(exponent > 0 ? numerator.shiftLeft(exponent) : numerator),
                Ints.object(BigInteger.ONE.shiftLeft(Math.max(-exponent, 0))));
    }

    /// `value.conjugate()`.
    public static double conjugate(double value) {
        return value;
    }

    /// `value.hex()`.
    public static String hex(double value) {
        return FloatHex.format(value);
    }

    /// `float.fromhex(text)`.
    public static double fromhex(CharSequence text) {
        return FloatHex.parse(text);
    }

    /// `hash(value)`.
    public static long hash(double value) {
        return Numeric.hash(value);
    }

    /// `float()`.
    public static double new_() {
        return 0.0;
    }

    /// `float(text)`.
    public static double new_(CharSequence text) {
        return FloatText.parse(text);
    }

    /// `float(value)` of a float.
    public static double new_(double value) {
        return value;
    }

    /// `float(value)` of an int.
    public static double new_(long value) {
        return value;
    }

    /// `float(value)` of an int of any size.
    public static double new_(Object value) {
        return value instanceof Real real ? real.__float__() : Ints.toFloat(value);
    }

    /// `float(value)` of a bool.
    public static double new_(boolean value) {
        return value ? 1.0 : 0.0;
    }
}
