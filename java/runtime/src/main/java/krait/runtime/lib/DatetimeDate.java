package krait.runtime.lib;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import krait.runtime.NotImplemented;
import krait.runtime.OverflowError;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.datetime.Calendar;
import krait.runtime.datetime.DateFormat;
import krait.runtime.datetime.IsoText;
import org.jspecify.annotations.Nullable;

/// A day.
@PyClass(module = "datetime", name = "date")
@SuppressWarnings("MemberName")
public class DatetimeDate implements PyObject {
    /// What stands for an argument of `replace` that was not given.
    static final long ABSENT = Long.MAX_VALUE;

    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    private final int year;
    private final int month;
    private final int day;

    /// `date(year, month, day)`.
    public DatetimeDate(long year, long month, long day) {
        this.year = Calendar.asInt(year);
        this.month = Calendar.asInt(month);
        this.day = Calendar.asInt(day);
        Calendar.check(year, month, day);
    }

    static DatetimeDate of(Calendar.Day day) {
        return new DatetimeDate(day.year(), day.month(), day.day());
    }

    static Calendar.Day dayOf(long ordinal) {
        if (ordinal < 1 || ordinal > Calendar.ORDINAL_MAX) {
            throw new OverflowError("date value out of range");
        }
        return Calendar.day((int) ordinal);
    }

    /// The moment of a timestamp in whole seconds.
    static Instant instant(long seconds) {
        if (Math.abs(seconds) > 1L << 55) {
            throw new OverflowError("timestamp out of range for platform time_t");
        }
        long year = Math.floorDiv(seconds, 31_556_952L) + 1970;
        if (Math.abs(year) > 999_999_990L) {
            Calendar.checkYear(year);
        }
        return Instant.ofEpochSecond(seconds);
    }

    /// `date.today()`.
    public static DatetimeDate today() {
        return of(LocalDateTime.now(ZoneId.systemDefault()));
    }

    static DatetimeDate of(LocalDateTime time) {
        return new DatetimeDate(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
    }

    /// `date.fromtimestamp(timestamp)`.
    public static DatetimeDate fromtimestamp(Object timestamp) {
        long seconds = DatetimeDatetime.microsOf(timestamp, true).seconds();
        return of(LocalDateTime.ofInstant(instant(seconds), ZoneId.systemDefault()));
    }

    /// `date.fromordinal(ordinal)`.
    public static DatetimeDate fromordinal(long ordinal) {
        return of(dayOfOrdinal(ordinal));
    }

    static Calendar.Day dayOfOrdinal(long ordinal) {
        if (Calendar.asInt(ordinal) < 1) {
            throw new ValueError("ordinal must be >= 1");
        }
        return Calendar.day((int) ordinal);
    }

    /// `date.fromisoformat(text)`.
    public static DatetimeDate fromisoformat(CharSequence text) {
        return of(IsoText.day(text));
    }

    /// `date.fromisocalendar(year, week, day)`.
    public static DatetimeDate fromisocalendar(long year, long week, long day) {
        return of(dayOfWeek(year, week, day));
    }

    static Calendar.Day dayOfWeek(long year, long week, long day) {
        if (year != (int) year || week != (int) week || day != (int) day) {
            throw new ValueError("ISO calendar component out of range");
        }
        Calendar.checkYear(year);
        if (!Calendar.hasWeek((int) year, week)) {
            throw new ValueError("Invalid week: " + week);
        }
        if (day < 1 || day > 7) {
            throw new ValueError("Invalid weekday: " + day + " (range is [1, 7])");
        }
        int ordinal = Calendar.ordinalOfWeek((int) year, (int) week, (int) day);
        Calendar.Day found = Calendar.day(ordinal);
        Calendar.checkYear(found.year());
        return found;
    }

    /// `date.strptime(text, format)`.
    public static DatetimeDate strptime(CharSequence text, CharSequence format) {
        return of(DateParser.parse(text, format).day());
    }

    /// `d.year`.
    public final long year() {
        return year;
    }

    /// `d.month`.
    public final long month() {
        return month;
    }

    /// `d.day`.
    public final long day() {
        return day;
    }

    final int ordinal() {
        return Calendar.ordinal(year, month, day);
    }

    /// `d.toordinal()`.
    public final long toordinal() {
        return ordinal();
    }

    /// `d.weekday()`.
    public final long weekday() {
        return Calendar.weekday(ordinal());
    }

    /// `d.isoweekday()`.
    public final long isoweekday() {
        return weekday() + 1;
    }

    /// `d.isocalendar()`.
    public final DatetimeIsoCalendarDate isocalendar() {
        return new DatetimeIsoCalendarDate(Calendar.week(ordinal(), year));
    }

    static long given(long value, long present) {
        return value == ABSENT ? present : value;
    }

    /// `d.replace(year, month, day)`.
    public DatetimeDate replace(long newYear, long newMonth, long newDay) {
        return new DatetimeDate(given(newYear, year), given(newMonth, month), given(newDay, day));
    }

    final String isoDay() {
        String digits = Integer.toString(10_000 + year).substring(1);
        return digits + "-" + DatetimeTimedelta.two(month) + "-" + DatetimeTimedelta.two(day);
    }

    /// `d.isoformat()`.
    public CharSequence isoformat() {
        return isoDay();
    }

    final String ctime(String clock) {
        String dayOfMonth = day < 10 ? " " + day : Integer.toString(day);
        String yearDigits = Integer.toString(10_000 + year).substring(1);
        return DAYS[(int) weekday()]
                + " "
                + DateFormat.monthName(month)
                + " "
                + dayOfMonth
                + " "
                + clock
                + " "
                + yearDigits;
    }

    /// `d.ctime()`.
    public CharSequence ctime() {
        return ctime("00:00:00");
    }

    DateFormat.Moment moment() {
        long offset = DatetimeTimezone.localOffset(LocalDateTime.of(year, month, day, 0, 0), false);
        long epoch = (ordinal() - DatetimeDatetime.EPOCH_DAY) * 86_400L - offset;
        return new DateFormat.Moment(year, month, day, 0, 0, 0, 0, "", "", epoch);
    }

    /// `d.strftime(format)`.
    public final CharSequence strftime(CharSequence format) {
        return DateFormat.format(moment(), format);
    }

    @Override
    public final CharSequence __format__(CharSequence spec) {
        return spec.isEmpty() ? __str__() : strftime(spec);
    }

    DatetimeDate moved(DatetimeTimedelta by, int sign) {
        return of(dayOf(ordinal() + sign * by.days()));
    }

    /// `d + delta`.
    public DatetimeDate __add__(DatetimeTimedelta delta) {
        return moved(delta, 1);
    }

    /// `delta + d`.
    public DatetimeDate __radd__(DatetimeTimedelta delta) {
        return moved(delta, 1);
    }

    /// `d - delta`.
    public DatetimeDate __sub__(DatetimeTimedelta delta) {
        return moved(delta, -1);
    }

    /// `d - other`.
    public DatetimeTimedelta __sub__(DatetimeDate other) {
        if (other instanceof DatetimeDatetime) {
            throw new TypeError(
                    "unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'");
        }
        return DatetimeTimedelta.of((long) ordinal() - other.ordinal(), 0, 0);
    }

    @Override
    public @Nullable Object __arithmetic__(String method, @Nullable Object other) {
        if (other instanceof DatetimeTimedelta delta) {
            return switch (method) {
                case "__add__", "__radd__" -> __add__(delta);
                case "__sub__" -> __sub__(delta);
                default -> NotImplemented.VALUE;
            };
        }
        return method.equals("__sub__") && other instanceof DatetimeDate that
                ? __sub__(that)
                : NotImplemented.VALUE;
    }

    /// The order of two days, or of two moments.
    int compare(DatetimeDate other) {
        return Integer.compare(ordinal(), other.ordinal());
    }

    /// The other when both are days, or both moments.
    private @Nullable DatetimeDate alike(@Nullable Object other) {
        boolean moments = other instanceof DatetimeDatetime;
        return other instanceof DatetimeDate that && moments == this instanceof DatetimeDatetime
                ? that
                : null;
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        if (!(other instanceof DatetimeDate that)) {
            return NotImplemented.VALUE;
        }
        return !(that instanceof DatetimeDatetime) && ordinal() == that.ordinal();
    }

    @Override
    public final @Nullable Object __lt__(@Nullable Object other) {
        DatetimeDate that = alike(other);
        return that == null ? NotImplemented.VALUE : (Object) (compare(that) < 0);
    }

    @Override
    public final @Nullable Object __le__(@Nullable Object other) {
        DatetimeDate that = alike(other);
        return that == null ? NotImplemented.VALUE : (Object) (compare(that) <= 0);
    }

    @Override
    public final @Nullable Object __gt__(@Nullable Object other) {
        DatetimeDate that = alike(other);
        return that == null ? NotImplemented.VALUE : (Object) (compare(that) > 0);
    }

    @Override
    public final @Nullable Object __ge__(@Nullable Object other) {
        DatetimeDate that = alike(other);
        return that == null ? NotImplemented.VALUE : (Object) (compare(that) >= 0);
    }

    @Override
    public long __hash__() {
        return ordinal() * 31L + 7;
    }

    @Override
    public CharSequence __repr__() {
        return "datetime.date(" + year + ", " + month + ", " + day + ")";
    }

    @Override
    public CharSequence __str__() {
        return isoformat();
    }
}
