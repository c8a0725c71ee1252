package krait.runtime.lib;

import java.math.BigInteger;
import java.util.Objects;
import krait.runtime.Floats;
import krait.runtime.Ints;
import krait.runtime.NotImplemented;
import krait.runtime.OverflowError;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import krait.runtime.ZeroDivisionError;
import org.jspecify.annotations.Nullable;

/// A span of time, exact to the microsecond.
@PyClass(module = "datetime", name = "timedelta")
@SuppressWarnings("MemberName")
public final class DatetimeTimedelta implements PyObject {
    private static final int DAYS_MAX = 999_999_999;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    /// Spans of fewer days have their microseconds in a long.
    private static final int DAYS_IN_LONG_MAX = 100_000_000;

    static final DatetimeTimedelta ZERO = new DatetimeTimedelta(0, 0, 0);

    /// `timedelta.min`.
    public static final DatetimeTimedelta min = new DatetimeTimedelta(-DAYS_MAX, 0, 0);

    /// `timedelta.max`.
    public static final DatetimeTimedelta max =
            new DatetimeTimedelta(DAYS_MAX, SECONDS_PER_DAY - 1, MICROS_PER_SECOND - 1);

    /// `timedelta.resolution`.
    public static final DatetimeTimedelta resolution = new DatetimeTimedelta(0, 0, 1);

    private final int days;
    private final int seconds;
    private final int microseconds;

    private DatetimeTimedelta(int days, int seconds, int microseconds) {
        this.days = days;
        this.seconds = seconds;
        this.microseconds = microseconds;
    }

    /// `timedelta()`.
    public static DatetimeTimedelta new_() {
        return ZERO;
    }

    /// `timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks)`: ints or
    /// floats.
    public static DatetimeTimedelta new_(
            Object days,
            Object seconds,
            Object microseconds,
            Object milliseconds,
            Object minutes,
            Object hours,
            Object weeks) {
        Sum sum = new Sum();
        sum.add(microseconds, 1);
        sum.add(milliseconds, 1_000);
        sum.add(seconds, MICROS_PER_SECOND);
        sum.add(minutes, 60L * MICROS_PER_SECOND);
        sum.add(hours, 3_600L * MICROS_PER_SECOND);
        sum.add(days, MICROS_PER_DAY);
        sum.add(weeks, 7 * MICROS_PER_DAY);
        return ofMicros(sum.rounded());
    }

    /// Microseconds, with the fractions of floats apart.
    private static final class Sum {
        private BigInteger micros = BigInteger.ZERO;
        private double fraction;

        void add(Object count, long unit) {
            if (count instanceof Double real) {
                addReal(real, unit);
            } else {
                BigInteger whole = Ints.wide(count);
                micros = micros.add(whole.multiply(BigInteger.valueOf(unit)));
            }
        }

        private void addReal(double count, long unit) {
            Object whole = Ints.fromFloat(count);
            micros = micros.add(Ints.wide(whole).multiply(BigInteger.valueOf(unit)));
            double rest = count - Math.rint(count - count % 1);
            double scaled = rest * unit;
            double wholeMicros = scaled - scaled % 1;
            micros = micros.add(BigInteger.valueOf((long) wholeMicros));
            fraction += scaled - wholeMicros;
        }

        BigInteger rounded() {
            if (fraction == 0) {
                return micros;
            }
            double nearest = awayFromZero(fraction);
            if (Math.abs(nearest - fraction) == 0.5) {
                int odd = micros.testBit(0) ? 1 : 0;
                nearest = 2 * awayFromZero((fraction + odd) * 0.5) - odd;
            }
            return micros.add(BigInteger.valueOf((long) nearest));
        }

        /// C's `round`: halves go away from zero.
        private static double awayFromZero(double value) {
            double floor = Math.floor(Math.abs(value));
            double rounded = Math.abs(value) - floor >= 0.5 ? floor + 1 : floor;
            return Math.copySign(rounded, value);
        }
    }

    static DatetimeTimedelta ofMicros(BigInteger micros) {
        BigInteger unit = BigInteger.valueOf(MICROS_PER_DAY);
        BigInteger[] parts = micros.divideAndRemainder(unit);
        if (parts[1].signum() < 0) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(unit);
        }
        if (parts[0].bitLength() >= Integer.SIZE) {
            throw new OverflowError("Python int too large to convert to C int");
        }
        long rest = parts[1].longValue();
        return checked(
                parts[0].intValue(),
                (int) (rest / MICROS_PER_SECOND),
                (int) (rest % MICROS_PER_SECOND));
    }

    /// A span of parts of any size and sign.
    static DatetimeTimedelta of(long days, long seconds, long microseconds) {
        long second = seconds + Math.floorDiv(microseconds, (long) MICROS_PER_SECOND);
        long day = days + Math.floorDiv(second, (long) SECONDS_PER_DAY);
        return checked(
                day,
                (int) Math.floorMod(second, (long) SECONDS_PER_DAY),
                (int) Math.floorMod(microseconds, (long) MICROS_PER_SECOND));
    }

    private static DatetimeTimedelta checked(long days, int seconds, int microseconds) {
        if (days < -DAYS_MAX || days > DAYS_MAX) {
            throw new OverflowError("days=" + days + "; must have magnitude <= " + DAYS_MAX);
        }
        return new DatetimeTimedelta((int) days, seconds, microseconds);
    }

    BigInteger micros() {
        if (Math.abs(days) < DAYS_IN_LONG_MAX) {
            return BigInteger.valueOf(
                    days * MICROS_PER_DAY + (long) seconds * MICROS_PER_SECOND + microseconds);
        }
        return BigInteger.valueOf(days)
                .multiply(BigInteger.valueOf(MICROS_PER_DAY))
                .add(BigInteger.valueOf((long) seconds * MICROS_PER_SECOND + microseconds));
    }

    private Object total() {
        return Ints.object(micros());
    }

    /// `d.days`.
    public long days() {
        return days;
    }

    /// `d.seconds`.
    public long seconds() {
        return seconds;
    }

    /// `d.microseconds`.
    public long microseconds() {
        return microseconds;
    }

    /// `d.total_seconds()`.
    public double total_seconds() {
        return Ints.truediv(total(), (Object) (long) MICROS_PER_SECOND);
    }

    /// `d + other`.
    public DatetimeTimedelta __add__(DatetimeTimedelta other) {
        return of(
                (long) days + other.days,
                (long) seconds + other.seconds,
                (long) microseconds + other.microseconds);
    }

    /// `d - other`.
    public DatetimeTimedelta __sub__(DatetimeTimedelta other) {
        return of(
                (long) days - other.days,
                (long) seconds - other.seconds,
                (long) microseconds - other.microseconds);
    }

    /// `-d`.
    public DatetimeTimedelta __neg__() {
        return of(-(long) days, -seconds, -microseconds);
    }

    /// `+d`.
    public DatetimeTimedelta __pos__() {
        return this;
    }

    /// `abs(d)`.
    public DatetimeTimedelta __abs__() {
        return days < 0 ? __neg__() : this;
    }

    /// `d * factor`: an int or a float.
    public DatetimeTimedelta __mul__(Object factor) {
        if (factor instanceof Double real) {
            Tuple ratio = ratio(real);
            return ofMicros(
                    rounded(
                            micros().multiply(Ints.wide(part(ratio, 0))),
                            Ints.wide(part(ratio, 1))));
        }
        return ofMicros(micros().multiply(Ints.wide(factor)));
    }

    /// `factor * d`.
    public DatetimeTimedelta __rmul__(Object factor) {
        return __mul__(factor);
    }

    private static Object part(Tuple ratio, int index) {
        return Objects.requireNonNull(ratio.get(index));
    }

    private static Tuple ratio(double real) {
        if (Double.isNaN(real)) {
            throw new ValueError("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(real)) {
            throw new OverflowError("cannot convert Infinity to integer ratio");
        }
        return Floats.as_integer_ratio(real);
    }

    /// The quotient, halves to even.
    private static BigInteger rounded(BigInteger dividend, BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw new ZeroDivisionError("division by zero");
        }
        BigInteger by = divisor.abs();
        BigInteger signed = divisor.signum() < 0 ? dividend.negate() : dividend;
        BigInteger[] parts = signed.divideAndRemainder(by);
        BigInteger quotient = parts[0];
        BigInteger rest = parts[1];
        if (rest.signum() < 0) {
            quotient = quotient.subtract(BigInteger.ONE);
            rest = rest.add(by);
        }
        int half = rest.shiftLeft(1).compareTo(by);
        return half > 0 || (half == 0 && quotient.testBit(0))
                ? quotient.add(BigInteger.ONE)
                : quotient;
    }

    /// `d / other`.
    public double __truediv__(DatetimeTimedelta other) {
        return Ints.truediv(total(), other.total());
    }

    /// `d / divisor`: an int or a float.
    public DatetimeTimedelta __truediv__(Object divisor) {
        if (divisor instanceof Double real) {
            Tuple ratio = ratio(real);
            return ofMicros(
                    rounded(
                            micros().multiply(Ints.wide(part(ratio, 1))),
                            Ints.wide(part(ratio, 0))));
        }
        return ofMicros(rounded(micros(), Ints.wide(divisor)));
    }

    /// `d // other`.
    public Object __floordiv__(DatetimeTimedelta other) {
        return Ints.floordiv(total(), other.total());
    }

    /// `d // divisor`.
    public DatetimeTimedelta __floordiv__(Object divisor) {
        return ofMicros(Ints.wide(Ints.floordiv(total(), divisor)));
    }

    /// `d % other`.
    public DatetimeTimedelta __mod__(DatetimeTimedelta other) {
        return ofMicros(Ints.wide(Ints.mod(total(), other.total())));
    }

    /// `divmod(d, other)`.
    public Tuple __divmod__(DatetimeTimedelta other) {
        return Tuple.of(__floordiv__(other), __mod__(other));
    }

    @Override
    public @Nullable Object __arithmetic__(String method, @Nullable Object other) {
        if (other instanceof DatetimeTimedelta that) {
            return switch (method) {
                case "__add__", "__radd__" -> __add__(that);
                case "__sub__" -> __sub__(that);
                case "__truediv__" -> (Object) __truediv__(that);
                case "__floordiv__" -> __floordiv__(that);
                case "__mod__" -> __mod__(that);
                default -> NotImplemented.VALUE;
            };
        }
        if (other == null) {
            return switch (method) {
                case "__neg__" -> __neg__();
                case "__pos__" -> this;
                case "__abs__" -> __abs__();
                default -> NotImplemented.VALUE;
            };
        }
        boolean whole = other instanceof Long || other instanceof BigInteger;
        if (!whole && !(other instanceof Double)) {
            return NotImplemented.VALUE;
        }
        return switch (method) {
            case "__mul__", "__rmul__" -> __mul__(other);
            case "__truediv__" -> __truediv__(other);
            case "__floordiv__" -> whole ? __floordiv__(other) : NotImplemented.VALUE;
            default -> NotImplemented.VALUE;
        };
    }

    private int compare(DatetimeTimedelta other) {
        int order = Integer.compare(days, other.days);
        if (order == 0) {
            order = Integer.compare(seconds, other.seconds);
        }
        return order == 0 ? Integer.compare(microseconds, other.microseconds) : order;
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        return other instanceof DatetimeTimedelta that ? compare(that) == 0 : NotImplemented.VALUE;
    }

    @Override
    public Object __lt__(@Nullable Object other) {
        return other instanceof DatetimeTimedelta that ? compare(that) < 0 : NotImplemented.VALUE;
    }

    @Override
    public Object __le__(@Nullable Object other) {
        return other instanceof DatetimeTimedelta that ? compare(that) <= 0 : NotImplemented.VALUE;
    }

    @Override
    public Object __gt__(@Nullable Object other) {
        return other instanceof DatetimeTimedelta that ? compare(that) > 0 : NotImplemented.VALUE;
    }

    @Override
    public Object __ge__(@Nullable Object other) {
        return other instanceof DatetimeTimedelta that ? compare(that) >= 0 : NotImplemented.VALUE;
    }

    @Override
    public long __hash__() {
        return ((long) days * SECONDS_PER_DAY + seconds) * 31 + microseconds;
    }

    @Override
    public boolean __bool__() {
        return days != 0 || seconds != 0 || microseconds != 0;
    }

    @Override
    public CharSequence __repr__() {
        StringBuilder text = new StringBuilder();
        part(text, "days", days);
        part(text, "seconds", seconds);
        part(text, "microseconds", microseconds);
        return "datetime.timedelta(" + (text.isEmpty() ? "0" : text) + ")";
    }

    private static void part(StringBuilder text, String name, int value) {
        if (value != 0) {
            text.append(text.isEmpty() ? "" : ", ").append(name).append('=').append(value);
        }
    }

    @Override
    public CharSequence __str__() {
        String day = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
        String minutes = two(seconds / 60 % 60);
        String clock = day + seconds / 3600 + ":" + minutes + ":" + two(seconds % 60);
        return microseconds == 0 ? clock : clock + "." + six(microseconds);
    }

    static String two(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }

    static String six(int value) {
        return Integer.toString(MICROS_PER_SECOND + value).substring(1);
    }

    /// As many seconds as there are, rounded down.
    long wholeSeconds() {
        return (long) days * SECONDS_PER_DAY + seconds;
    }
}
