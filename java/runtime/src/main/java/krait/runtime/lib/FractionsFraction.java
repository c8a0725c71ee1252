package krait.runtime.lib;

import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import krait.runtime.Floats;
import krait.runtime.Ints;
import krait.runtime.NotImplemented;
import krait.runtime.PyClass;
import krait.runtime.Real;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.ZeroDivisionError;
import org.jspecify.annotations.Nullable;

/// `fractions.Fraction`, in lowest terms with a positive denominator.
@PyClass(module = "fractions", name = "Fraction")
@SuppressWarnings("MemberName")
public final class FractionsFraction extends Real {
    private static final Pattern TEXT =
            Pattern.compile(
                    "\\s*([-+]?)(?=\\d|\\.\\d)(\\d*(?:_\\d+)*)(?:(?:\\s*/\\s*(\\d+(?:_\\d+)*))?"
                            + "|(?:\\.(\\d*(?:_\\d+)*))?(?:[eE]([-+]?\\d+(?:_\\d+)*))?)\\s*",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final BigInteger HASH_MODULUS =
            BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
    private static final long HASH_OF_INFINITY = 314159;

    private final BigInteger top;
    private final BigInteger bottom;

    private FractionsFraction(BigInteger numerator, BigInteger denominator) {
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        top = numerator.divide(divisor);
        bottom = denominator.divide(divisor);
    }

    /// 0.
    public static FractionsFraction new_() {
        return new FractionsFraction(BigInteger.ZERO, BigInteger.ONE);
    }

    /// Of two ints.
    public static FractionsFraction new_(Object numerator, Object denominator) {
        BigInteger divisor = Ints.wide(denominator);
        if (divisor.signum() == 0) {
            throw byZero(Ints.wide(numerator));
        }
        return new FractionsFraction(Ints.wide(numerator), divisor);
    }

    /// Of an int, a float, a text or another fraction.
    public static FractionsFraction new_(Object value) {
        return switch (value) {
            case CharSequence text -> parse(text);
            case Double real -> from_float(real);
            default -> of(value);
        };
    }

    /// Exactly a float.
    public static FractionsFraction from_float(double value) {
        Tuple ratio = Floats.as_integer_ratio(value);
        return new_(Objects.requireNonNull(ratio.get(0)), Objects.requireNonNull(ratio.get(1)));
    }

    private static FractionsFraction of(Object value) {
        return value instanceof FractionsFraction fraction
                ? fraction
                : new FractionsFraction(Ints.wide(value), BigInteger.ONE);
    }

    private static ZeroDivisionError byZero(BigInteger numerator) {
        return new ZeroDivisionError("Fraction(" + numerator + ", 0)");
    }

    private static FractionsFraction parse(CharSequence text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw new ValueError("Invalid literal for Fraction: " + Values.repr(text));
        }
        String digits = plain(found.group(2));
        String behind = plain(found.group(4));
        BigInteger numerator = new BigInteger(digits + behind);
        BigInteger denominator = BigInteger.TEN.pow(behind.length());
        if (found.group(3) != null) {
            denominator = new BigInteger(plain(found.group(3)));
        } else if (found.group(5) != null) {
            int exponent = Integer.parseInt(plain(found.group(5)));
            BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
            numerator = exponent < 0 ? numerator : numerator.multiply(power);
            denominator = exponent < 0 ? denominator.multiply(power) : denominator;
        }
        if (denominator.signum() == 0) {
            throw byZero(found.group(1).equals("-") ? numerator.negate() : numerator);
        }
        return new FractionsFraction(
                found.group(1).equals("-") ? numerator.negate() : numerator, denominator);
    }

    private static String plain(@Nullable String digits) {
        return digits == null ? "" : digits.replace("_", "");
    }

    /// The numerator in lowest terms.
    public Object numerator() {
        return Ints.object(top);
    }

    /// The denominator in lowest terms.
    public Object denominator() {
        return Ints.object(bottom);
    }

    @Override
    public double __float__() {
        return Ints.truediv(Ints.object(top), Ints.object(bottom));
    }

    @Override
    public Object __trunc__() {
        return Ints.object(top.divide(bottom));
    }

    /// `self + other`.
    public FractionsFraction __add__(Object other) {
        return add(this, of(other));
    }

    /// `other + self`.
    public FractionsFraction __radd__(Object other) {
        return add(of(other), this);
    }

    /// `self + other`.
    public double __add__(double other) {
        return __float__() + other;
    }

    /// `other + self`.
    public double __radd__(double other) {
        return other + __float__();
    }

    private static FractionsFraction add(FractionsFraction a, FractionsFraction b) {
        return new FractionsFraction(
                a.top.multiply(b.bottom).add(b.top.multiply(a.bottom)),
                a.bottom.multiply(b.bottom));
    }

    /// `self - other`.
    public FractionsFraction __sub__(Object other) {
        return sub(this, of(other));
    }

    /// `other - self`.
    public FractionsFraction __rsub__(Object other) {
        return sub(of(other), this);
    }

    /// `self - other`.
    public double __sub__(double other) {
        return __float__() - other;
    }

    /// `other - self`.
    public double __rsub__(double other) {
        return other - __float__();
    }

    private static FractionsFraction sub(FractionsFraction a, FractionsFraction b) {
        return new FractionsFraction(
                a.top.multiply(b.bottom).subtract(b.top.multiply(a.bottom)),
                a.bottom.multiply(b.bottom));
    }

    /// `self * other`.
    public FractionsFraction __mul__(Object other) {
        return mul(this, of(other));
    }

    /// `other * self`.
    public FractionsFraction __rmul__(Object other) {
        return mul(of(other), this);
    }

    /// `self * other`.
    public double __mul__(double other) {
        return __float__() * other;
    }

    /// `other * self`.
    public double __rmul__(double other) {
        return other * __float__();
    }

    private static FractionsFraction mul(FractionsFraction a, FractionsFraction b) {
        return new FractionsFraction(a.top.multiply(b.top), a.bottom.multiply(b.bottom));
    }

    /// `self / other`.
    public FractionsFraction __truediv__(Object other) {
        return truediv(this, of(other));
    }

    /// `other / self`.
    public FractionsFraction __rtruediv__(Object other) {
        return truediv(of(other), this);
    }

    /// `self / other`.
    public double __truediv__(double other) {
        return Floats.truediv(__float__(), other);
    }

    /// `other / self`.
    public double __rtruediv__(double other) {
        return Floats.truediv(other, __float__());
    }

    private static FractionsFraction truediv(FractionsFraction a, FractionsFraction b) {
        if (b.top.signum() == 0) {
            throw byZero(b.bottom);
        }
        return new FractionsFraction(a.top.multiply(b.bottom), a.bottom.multiply(b.top));
    }

    /// `self % other`.
    public FractionsFraction __mod__(Object other) {
        return mod(this, of(other));
    }

    /// `other % self`.
    public FractionsFraction __rmod__(Object other) {
        return mod(of(other), this);
    }

    /// `self % other`.
    public double __mod__(double other) {
        return Floats.mod(__float__(), other);
    }

    /// `other % self`.
    public double __rmod__(double other) {
        return Floats.mod(other, __float__());
    }

    private static FractionsFraction mod(FractionsFraction a, FractionsFraction b) {
        if (b.top.signum() == 0) {
            throw new ZeroDivisionError("division by zero");
        }
        BigInteger left = a.top.multiply(b.bottom);
        BigInteger right = b.top.multiply(a.bottom);
        return new FractionsFraction(
                Ints.wide(Ints.mod(Ints.object(left), Ints.object(right))),
                a.bottom.multiply(b.bottom));
    }

    /// `self // other`.
    public Object __floordiv__(Object other) {
        FractionsFraction b = of(other);
        if (b.top.signum() == 0) {
            throw new ZeroDivisionError("division by zero");
        }
        return Ints.floordiv(
                Ints.object(top.multiply(b.bottom)), Ints.object(b.top.multiply(bottom)));
    }

    /// `self ** exponent`.
    public FractionsFraction __pow__(long exponent) {
        int power = Math.toIntExact(Math.abs(exponent));
        if (exponent >= 0) {
            return new FractionsFraction(top.pow(power), bottom.pow(power));
        }
        if (top.signum() == 0) {
            throw byZero(bottom.pow(power));
        }
        return new FractionsFraction(bottom.pow(power), top.pow(power));
    }

    /// `-self`.
    public FractionsFraction __neg__() {
        return new FractionsFraction(top.negate(), bottom);
    }

    /// `+self`.
    public FractionsFraction __pos__() {
        return this;
    }

    /// `abs(self)`.
    public FractionsFraction __abs__() {
        return new FractionsFraction(top.abs(), bottom);
    }

    @Override
    public boolean __bool__() {
        return top.signum() != 0;
    }

    /// The sign of the difference, or what the comparison gives otherwise.
    private Object order(@Nullable Object other) {
        return switch (other) {
            case FractionsFraction that ->
                    top.multiply(that.bottom).compareTo(that.top.multiply(bottom));
            case Long small -> order(of(small));
            case BigInteger wide -> order(of(wide));
            case Double real when Double.isNaN(real) -> false;
            case Double real when Double.isInfinite(real) -> real > 0 ? -1 : 1;
            case Double real -> order(from_float(real));
            case null, default -> NotImplemented.VALUE;
        };
    }

    @Override
    public Object __lt__(@Nullable Object other) {
        Object order = order(other);
        return order instanceof Integer sign ? (Object) (sign < 0) : order;
    }

    @Override
    public Object __le__(@Nullable Object other) {
        Object order = order(other);
        return order instanceof Integer sign ? (Object) (sign <= 0) : order;
    }

    @Override
    public Object __gt__(@Nullable Object other) {
        Object order = order(other);
        return order instanceof Integer sign ? (Object) (sign > 0) : order;
    }

    @Override
    public Object __ge__(@Nullable Object other) {
        Object order = order(other);
        return order instanceof Integer sign ? (Object) (sign >= 0) : order;
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        Object order = order(other);
        return order instanceof Integer sign ? (Object) (sign == 0) : order;
    }

    @Override
    public long __hash__() {
        if (bottom.mod(HASH_MODULUS).signum() == 0) {
            return top.signum() < 0 ? -HASH_OF_INFINITY : HASH_OF_INFINITY;
        }
        long hash =
                top.abs()
                        .multiply(bottom.modInverse(HASH_MODULUS))
                        .mod(HASH_MODULUS)
                        .longValueExact();
        long signed = top.signum() < 0 ? -hash : hash;
        return signed == -1 ? -2 : signed;
    }

    @Override
    public CharSequence __repr__() {
        return "Fraction(" + top + ", " + bottom + ")";
    }

    @Override
    public CharSequence __str__() {
        return bottom.equals(BigInteger.ONE) ? top.toString() : top + "/" + bottom;
    }

    /// Numerator and denominator.
    public Tuple as_integer_ratio() {
        return Tuple.of(numerator(), denominator());
    }

    /// Whether the denominator is 1.
    public boolean is_integer() {
        return bottom.equals(BigInteger.ONE);
    }

    /// The nearest fraction whose denominator is not larger, by continued fractions.
    public FractionsFraction limit_denominator(Object largest) {
        BigInteger most = Ints.wide(largest);
        if (most.signum() < 1) {
            throw new ValueError("max_denominator should be at least 1");
        }
        if (bottom.compareTo(most) <= 0) {
            return this;
        }
        BigInteger p0 = BigInteger.ZERO;
        BigInteger q0 = BigInteger.ONE;
        BigInteger p1 = BigInteger.ONE;
        BigInteger q1 = BigInteger.ZERO;
        BigInteger n = top;
        BigInteger d = bottom;
        while (true) {
            BigInteger whole = Ints.wide(Ints.floordiv(Ints.object(n), Ints.object(d)));
            BigInteger q2 = q0.add(whole.multiply(q1));
            if (q2.compareTo(most) > 0) {
                break;
            }
            BigInteger p2 = p0.add(whole.multiply(p1));
            p0 = p1;
            q0 = q1;
            p1 = p2;
            q1 = q2;
            BigInteger rest = n.subtract(whole.multiply(d));
            n = d;
            d = rest;
        }
        BigInteger k = most.subtract(q0).divide(q1);
        boolean last =
                d.multiply(BigInteger.TWO).multiply(q0.add(k.multiply(q1))).compareTo(bottom) <= 0;
        return last
                ? new FractionsFraction(p1, q1)
                : new FractionsFraction(p0.add(k.multiply(p1)), q0.add(k.multiply(q1)));
    }
}
