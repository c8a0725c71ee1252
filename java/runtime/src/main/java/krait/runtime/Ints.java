package krait.runtime;

import java.math.BigInteger;
import java.util.Arrays;

/// The operators of `int`.
///
/// An int is a `long` in fast code. As an object it is a `Long`, or a `BigInteger` when it does not
/// fit a long, never otherwise: every method that returns `Object` keeps to that, and expects it of
/// its arguments. The methods over `long` are exact: where the result does not fit they throw an
/// `ArithmeticException`, and fast code goes on in its twin. Messages are those of CPython 3.14,
/// which says `division by zero` for every division; 3.11 had `integer division or modulo by zero`
/// for `//` and `%` and `0.0 cannot be raised to a negative power` for powers of zero.
@SuppressWarnings("MemberName")
public final class Ints {
    /// BigInteger has no room for more bits.
    private static final long BITS_MAX = Integer.MAX_VALUE;

    /// Below it, a cast from double to long is exact and tells no overflow.
    private static final long LONG_OF_FLOAT = 1L << 62;

    private Ints() {}

    /// Without a stack trace: it leads to the twin, and nobody ever reads it.
    private static final class Overflow extends ArithmeticException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /// The object for an int of any width.
    public static Object object(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    /// The BigInteger for an int object.
    public static BigInteger wide(Object value) {
        return value instanceof Long fits ? BigInteger.valueOf(fits) : (BigInteger) value;
    }

    /// The int a long is, or [WideResult] when an object does not fit one.
    public static long narrow(Object value) throws WideResult {
        if (value instanceof Long fits) {
            return fits;
        }
        throw new WideResult((BigInteger) value);
    }

    static ZeroDivisionError divisionByZero() {
        return new ZeroDivisionError("division by zero");
    }

    /// `a + b`.
    public static Object add(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return sum;
            }
        }
        return object(wide(a).add(wide(b)));
    }

    /// `a - b`.
    public static Object sub(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long difference = x - y;
            if (((x ^ y) & (x ^ difference)) >= 0) {
                return difference;
            }
        }
        return object(wide(a).subtract(wide(b)));
    }

    /// `a * b`.
    public static Object mul(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long high = Math.multiplyHigh(x, y);
            long low = x * y;
            if (high == low >> 63) {
                return low;
            }
        }
        BigInteger x = wide(a);
        BigInteger y = wide(b);
        requireRoom((long) x.bitLength() + y.bitLength());
        return object(x.multiply(y));
    }

    private static void requireRoom(long bits) {
        if (bits >= BITS_MAX) {
            throw new MemoryError();
        }
    }

    /// `a // b`; exact.
    public static long floordiv(long a, long b) {
        if (b == 0) {
            throw divisionByZero();
        }
        return Math.floorDivExact(a, b);
    }

    /// `a // b`.
    public static Object floordiv(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && (y != -1 || x != Long.MIN_VALUE)) {
            return floordiv(x.longValue(), y.longValue());
        }
        BigInteger x = wide(a);
        BigInteger y = wide(b);
        long quotient = SmallQuotient.of(x, y);
        return quotient < 0 ? object(floorDivide(x, y)[0]) : quotient;
    }

    /// `a % b`: the sign is the divisor's.
    public static long mod(long a, long b) {
        if (b == 0) {
            throw divisionByZero();
        }
        return Math.floorMod(a, b);
    }

    /// `a % b`.
    public static Object mod(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return mod(x.longValue(), y.longValue());
        }
        return object(floorDivide(wide(a), wide(b))[1]);
    }

    /// Quotient rounded down, and the remainder that belongs to it.
    static BigInteger[] floorDivide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw divisionByZero();
        }
        BigInteger[] result = a.divideAndRemainder(b);
        if (result[1].signum() != 0 && result[1].signum() != b.signum()) {
            result[0] = result[0].subtract(BigInteger.ONE);
            result[1] = result[1].add(b);
        }
        return result;
    }

    /// `-a`.
    public static Object neg(Object a) {
        if (a instanceof Long x && x != Long.MIN_VALUE) {
            return -x;
        }
        return object(wide(a).negate());
    }

    /// `abs(a)`; exact.
    public static long abs(long a) {
        return Math.absExact(a);
    }

    /// `abs(a)`.
    public static Object abs(Object a) {
        if (a instanceof Long x && x != Long.MIN_VALUE) {
            return Math.abs(x);
        }
        return object(wide(a).abs());
    }

    /// `~a`.
    public static Object invert(Object a) {
        return a instanceof Long x ? (Object) ~x : ((BigInteger) a).not();
    }

    /// `a & b`.
    public static Object and(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x & y;
        }
        return object(wide(a).and(wide(b)));
    }

    /// `a | b`.
    public static Object or(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x | y;
        }
        return object(wide(a).or(wide(b)));
    }

    /// `a ^ b`.
    public static Object xor(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x ^ y;
        }
        return object(wide(a).xor(wide(b)));
    }

    /// `a << count`; exact.
    public static long lshift(long a, long count) {
        if (count >= 0 && count < Long.SIZE) {
            long shifted = a << count;
            if (shifted >> count == a) {
                return shifted;
            }
        }
        if (count < 0) {
            throw negativeShift();
        } else if (a == 0) {
            return 0;
        }
        throw new Overflow();
    }

    /// `a << count`.
    public static Object lshift(Object a, Object count) {
        if (signum(count) < 0) {
            throw negativeShift();
        } else if (signum(a) == 0) {
            return 0L;
        } else if (!(count instanceof Long bits)) {
            throw new OverflowError("too many digits in integer");
        } else if (bits >= BITS_MAX) {
            throw new MemoryError();
        } else {
            BigInteger value = wide(a);
            requireRoom(value.bitLength() + bits);
            return object(value.shiftLeft(bits.intValue()));
        }
    }

    /// `a >> count`.
    public static long rshift(long a, long count) {
        if (count < 0) {
            throw negativeShift();
        }
        return a >> Math.min(count, Long.SIZE - 1);
    }

    /// `a >> count`.
    public static Object rshift(Object a, Object count) {
        if (signum(count) < 0) {
            throw negativeShift();
        } else if (count instanceof Long bits && bits < BITS_MAX) {
            return a instanceof Long x
                    ? (Object) rshift(x.longValue(), bits.longValue())
                    : object(((BigInteger) a).shiftRight(bits.intValue()));
        }
        return signum(a) < 0 ? -1L : 0L;
    }

    private static ValueError negativeShift() {
        return new ValueError("negative shift count");
    }

    /// -1, 0 or 1.
    public static int signum(Object a) {
        return a instanceof Long x ? Long.signum(x) : ((BigInteger) a).signum();
    }

    /// The order of two ints.
    public static int compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        return wide(a).compareTo(wide(b));
    }

    /// `a == b`.
    public static boolean eq(Object a, Object b) {
        return a.equals(b);
    }

    /// `a / b`.
    public static double truediv(long a, long b) {
        if (b == 0) {
            throw divisionByZero();
        }
        if (Math.abs(a) <= 1L << 53 && Math.abs(b) <= 1L << 53 && (a | b) != Long.MIN_VALUE) {
            return (double) a / (double) b;
        }
        return trueDivide(BigInteger.valueOf(a), BigInteger.valueOf(b));
    }

    /// `a / b`.
    public static double truediv(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return truediv(x.longValue(), y.longValue());
        }
        return trueDivide(wide(a), wide(b));
    }

    private static double trueDivide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw divisionByZero();
        }
        double quotient = Binary64.ratio(a.abs(), b.abs());
        if (Double.isInfinite(quotient)) {
            throw new OverflowError("integer division result too large for a float");
        }
        return a.signum() < 0 != b.signum() < 0 ? -quotient : quotient;
    }

    /// `a ** b` as an int; exact. A negative exponent gives a float under CPython: that is
    /// [#powFloat], and an error here.
    public static long pow(long a, long b) {
        if (b < 0) {
            throw negativeExponent();
        }
        long result = 1;
        long square = a;
        long exponent = b;
        while (true) {
            if ((exponent & 1) != 0) {
                result = Math.multiplyExact(result, square);
            }
            exponent >>= 1;
            if (exponent == 0) {
                return result;
            }
            square = Math.multiplyExact(square, square);
        }
    }

    /// `a ** b` as an int, like [#pow(long, long)].
    public static Object pow(Object a, Object b) {
        if (signum(b) < 0) {
            throw negativeExponent();
        }
        BigInteger base = wide(a);
        if (base.bitLength() <= 1 && base.compareTo(BigInteger.ONE.negate()) >= 0) {
            return powOfUnit(base.intValue(), wide(b));
        }
        if (!(b instanceof Long exponent) || exponent >= BITS_MAX) {
            throw new MemoryError();
        }
        requireRoom((base.abs().bitLength() - 1L) * exponent);
        return object(base.pow(exponent.intValue()));
    }

    private static Object powOfUnit(int base, BigInteger exponent) {
        if (exponent.signum() == 0) {
            return 1L;
        }
        return base < 0 && !exponent.testBit(0) ? 1L : (long) base;
    }

    private static NotImplementedError negativeExponent() {
        return new NotImplementedError(
                "int ** negative int is a float under CPython: write float(a) ** b");
    }

    /// `a ** b` with a negative exponent, which is a float.
    public static double powFloat(Object a, Object b) {
        return Floats.pow(toFloat(a), toFloat(b));
    }

    /// `a ** b`: an int, or a float when the exponent is negative.
    public static Object powAny(Object a, Object b) {
        return signum(b) < 0 ? (Object) powFloat(a, b) : pow(a, b);
    }

    /// `pow(a, b, modulus)`.
    public static long pow(long a, long b, long modulus) {
        if (b >= 0 && modulus > 0 && modulus <= 1L << 31) {
            long result = 1 % modulus;
            long square = Math.floorMod(a, modulus);
            for (long exponent = b; exponent != 0; exponent >>= 1) {
                if ((exponent & 1) != 0) {
                    result = result * square % modulus;
                }
                square = square * square % modulus;
            }
            return result;
        }
        return (Long) pow((Object) a, (Object) b, (Object) modulus);
    }

    /// `pow(a, b, modulus)`.
    public static Object pow(Object a, Object b, Object modulus) {
        BigInteger signed = wide(modulus);
        if (signed.signum() == 0) {
            throw new ValueError("pow() 3rd argument cannot be 0");
        }
        BigInteger positive = signed.abs();
        BigInteger base = wide(a);
        BigInteger exponent = wide(b);
        if (exponent.signum() < 0) {
            base = inverse(base, positive);
            exponent = exponent.negate();
        }
        BigInteger result = base.modPow(exponent, positive);
        if (signed.signum() < 0 && result.signum() != 0) {
            result = result.add(signed);
        }
        return object(result);
    }

    private static BigInteger inverse(BigInteger value, BigInteger modulus) {
        if (!value.gcd(modulus).equals(BigInteger.ONE)) {
            throw new ValueError("base is not invertible for the given modulus");
        }
        return value.modInverse(modulus);
    }

    /// `float(a)`.
    public static double toFloat(Object a) {
        if (a instanceof Long x) {
            return x;
        }
        double value = ((BigInteger) a).doubleValue();
        if (Double.isInfinite(value)) {
            throw new OverflowError("int too large to convert to float");
        }
        return value;
    }

    /// `int(value)`: cuts the fraction off.
    public static Object fromFloat(double value) {
        if (value >= -0x1p63 && value < 0x1p63) {
            return (long) value;
        }
        if (Double.isNaN(value)) {
            throw new ValueError("cannot convert float NaN to integer");
        } else if (Double.isInfinite(value)) {
            throw new OverflowError("cannot convert float infinity to integer");
        }
        return Binary64.toBigInteger(value);
    }

    /// `round(a, digits)`: to a multiple of a power of ten, ties to the even one.
    public static Object round(Object a, Object digits) {
        if (signum(digits) >= 0) {
            return a;
        }
        BigInteger value = wide(a);
        // a decimal digit is more than three bits: far beyond the value's own digits nothing is
        // left
        if (!(digits instanceof Long count) || -count > value.bitLength() / 3 + 2) {
            return 0L;
        }
        BigInteger unit = BigInteger.TEN.pow((int) -count);
        BigInteger[] parts = floorDivide(value, unit);
        int half = parts[1].shiftLeft(1).compareTo(unit);
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        return object((up ? parts[0].add(BigInteger.ONE) : parts[0]).multiply(unit));
    }

    /// `str(a)`.
    public static String str(Object a) {
        return a instanceof Long x ? Long.toString(x) : IntText.decimal((BigInteger) a);
    }

    /// `int(text, base)`.
    public static Object parse(CharSequence text, long base) {
        return IntText.parse(text, base);
    }

    /// `int(text)`.
    public static Object parse(CharSequence text) {
        return IntText.parse(text, 10);
    }

    /// `bin(a)`.
    public static String bin(Object a) {
        return IntText.prefixed(a, "0b", 2);
    }

    /// `oct(a)`.
    public static String oct(Object a) {
        return IntText.prefixed(a, "0o", 8);
    }

    /// `hex(a)`.
    public static String hex(Object a) {
        return IntText.prefixed(a, "0x", 16);
    }

    /// `a.bit_length()`.
    public static long bit_length(long a) {
        int zeros = Long.numberOfLeadingZeros(Math.abs(a));
        return (long) Long.SIZE - zeros;
    }

    /// `a.bit_length()`.
    public static long bit_length(Object a) {
        return a instanceof Long x ? bit_length(x.longValue()) : wide(a).abs().bitLength();
    }

    /// `a.bit_count()`.
    public static long bit_count(long a) {
        return Long.bitCount(Math.abs(a));
    }

    /// `a.bit_count()`.
    public static long bit_count(Object a) {
        return a instanceof Long x ? bit_count(x.longValue()) : wide(a).abs().bitCount();
    }

    /// `a.as_integer_ratio()`.
    public static Tuple as_integer_ratio(Object a) {
        return Tuple.of(a, 1L);
    }

    /// `divmod(a, b)`.
    public static Tuple divmod(Object a, Object b) {
        if (a instanceof Long && b instanceof Long) {
            return Tuple.of(floordiv(a, b), mod(a, b));
        }
        BigInteger[] result = floorDivide(wide(a), wide(b));
        return Tuple.of(object(result[0]), object(result[1]));
    }

    /// `hash(a)`.
    public static long hash(Object a) {
        return a instanceof Long x ? Numeric.hash(x.longValue()) : Numeric.hash((BigInteger) a);
    }

    /// `sys.get_int_max_str_digits()`.
    public static long maxStrDigits() {
        return IntText.digitsMax();
    }

    /// `sys.set_int_max_str_digits(digits)`.
    public static void setMaxStrDigits(long digits) {
        IntText.setDigitsMax(digits);
    }

    /// `a.to_bytes(length, order, signed=signed)`.
    public static Bytes to_bytes(Object a, long length, CharSequence order, boolean signed) {
        return Bytes.of(IntBytes.of(a, length, IntBytes.isBig(order), signed));
    }

    /// `int.from_bytes(bytes, order, signed=signed)`.
    public static Object from_bytes(AnyBytes bytes, CharSequence order, boolean signed) {
        return IntBytes.parse(
                Arrays.copyOf(bytes.array(), bytes.size()), IntBytes.isBig(order), signed);
    }

    /// `int()`.
    public static long new_() {
        return 0;
    }

    /// `int(value)` of an int.
    public static long new_(long value) {
        return value;
    }

    /// `int(value)` of an int of any size.
    public static Object new_(Object value) {
        return value instanceof Real real ? real.__trunc__() : value;
    }

    /// `int(value)` of a bool.
    public static long new_(boolean value) {
        return value ? 1 : 0;
    }

    /// `int(value)` of a float, its fraction cut off.
    public static Object new_(double value) {
        return fromFloat(value);
    }

    /// The same where a long is wanted.
    public static long new_Long(double value) throws WideResult {
        long whole = (long) value;
        return whole > -LONG_OF_FLOAT && whole < LONG_OF_FLOAT && !Double.isNaN(value)
                ? whole
                : WideResult.unwrap(fromFloat(value));
    }

    /// `int(text)`.
    public static Object new_(CharSequence text) {
        return IntText.parse(text, 10);
    }

    /// The same where a long is wanted.
    public static long new_Long(CharSequence text) throws WideResult {
        return WideResult.unwrap(IntText.parse(text, 10));
    }

    /// `int(text, base)`.
    public static Object new_(CharSequence text, long base) {
        return IntText.parse(text, base);
    }

    /// The int that an int or a bool counts as.
    public static Object counted(Object value) {
        return value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
    }
}
