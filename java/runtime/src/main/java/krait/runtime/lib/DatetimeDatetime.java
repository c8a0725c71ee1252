package krait.runtime.lib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import krait.runtime.NotImplemented;
import krait.runtime.OverflowError;
import krait.runtime.PyClass;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.datetime.Calendar;
import krait.runtime.datetime.DateFormat;
import krait.runtime.datetime.IsoText;
import org.jspecify.annotations.Nullable;

/// A day and a time of day, with an offset from UTC or without.
@PyClass(module = "datetime", name = "datetime")
@SuppressWarnings("MemberName")
public final class DatetimeDatetime extends DatetimeDate {
    /// The ordinal of the first of January 1970.
    static final int EPOCH_DAY = 719_163;

    /// The first of January 1900 in seconds since the epoch.
    static final long EPOCH_1900 = -2_208_988_800L;

    private static final long SECONDS_PER_DAY = 86_400;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final DatetimeTime time;

    /// Seconds and microseconds of a timestamp.
    record Micros(long seconds, int micros) {}

    private DatetimeDatetime(long year, long month, long day, DatetimeTime time) {
        super(year, month, day);
        this.time = time;
    }

    /// `datetime(year, month, day)`.
    public static DatetimeDatetime new_(long year, long month, long day) {
        return new DatetimeDatetime(year, month, day, DatetimeTime.min);
    }

    /// `datetime(year, month, day, hour, minute, second, microsecond, tzinfo, fold=fold)`.
    public static DatetimeDatetime new_(
            long year,
            long month,
            long day,
            long hour,
            long minute,
            long second,
            long microsecond,
            @Nullable DatetimeTimezone tzinfo,
            long fold) {
        for (long each : new long[] {year, month, day, hour, minute, second, microsecond, fold}) {
            Calendar.asInt(each);
        }
        Calendar.check(year, month, day);
        return new DatetimeDatetime(
                year,
                month,
                day,
                new DatetimeTime(hour, minute, second, microsecond, tzinfo, fold));
    }

    private static DatetimeDatetime of(Calendar.Day day, DatetimeTime time) {
        return new DatetimeDatetime(day.year(), day.month(), day.day(), time);
    }

    private static DatetimeDatetime of(
            LocalDateTime local, @Nullable DatetimeTimezone zone, long fold) {
        Calendar.checkYear(local.getYear());
        return new_(
                local.getYear(),
                local.getMonthValue(),
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond(),
                local.getNano() / 1000,
                zone,
                fold);
    }

    private static DatetimeDatetime at(Instant moment, @Nullable DatetimeTimezone zone) {
        if (zone != null) {
            return of(LocalDateTime.ofInstant(moment, java.time.ZoneOffset.UTC), null, 0)
                    .moved(zone.offset(), 1)
                    .in(zone);
        }
        ZoneId here = ZoneId.systemDefault();
        LocalDateTime local = LocalDateTime.ofInstant(moment, here);
        var offsets = here.getRules().getValidOffsets(local);
        boolean later =
                offsets.size() == 2 && offsets.get(1).equals(here.getRules().getOffset(moment));
        return of(local, null, later ? 1 : 0);
    }

    private DatetimeDatetime in(@Nullable DatetimeTimezone zone) {
        return new DatetimeDatetime(
                year(),
                month(),
                day(),
                new DatetimeTime(hour(), minute(), second(), microsecond(), zone, 0));
    }

    /// `datetime.today()`.
    public static DatetimeDatetime today() {
        return now();
    }

    /// `datetime.now()`.
    public static DatetimeDatetime now() {
        return at(Instant.now(), null);
    }

    /// `datetime.now(tz)`.
    public static DatetimeDatetime now(@Nullable DatetimeTimezone tz) {
        return at(Instant.now(), tz);
    }

    /// `datetime.utcnow()`.
    public static DatetimeDatetime utcnow() {
        return at(Instant.now(), DatetimeTimezone.utc).in(null);
    }

    /// A timestamp, an int or a float, rounded half to even or down.
    static Micros microsOf(Object timestamp, boolean down) {
        if (!(timestamp instanceof Double real)) {
            if (!(timestamp instanceof Long seconds)) {
                throw new OverflowError("timestamp out of range for platform time_t");
            }
            return new Micros(seconds, 0);
        }
        if (Double.isNaN(real)) {
            throw new ValueError("Invalid value NaN (not a number)");
        }
        if (!(Math.abs(real) < 0x1p63)) {
            throw new OverflowError("timestamp out of range for platform time_t");
        }
        BigDecimal micros =
                new BigDecimal(real)
                        .movePointRight(6)
                        .setScale(0, down ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN);
        BigInteger[] parts =
                micros.toBigInteger().divideAndRemainder(BigInteger.valueOf(MICROS_PER_SECOND));
        long seconds = parts[0].longValueExact();
        int rest = parts[1].intValueExact();
        return rest < 0
                ? new Micros(seconds - 1, rest + (int) MICROS_PER_SECOND)
                : new Micros(seconds, rest);
    }

    /// `datetime.fromtimestamp(timestamp)`.
    public static DatetimeDatetime fromtimestamp(Object timestamp) {
        return fromtimestamp(timestamp, null);
    }

    /// `datetime.fromtimestamp(timestamp, tz)`.
    public static DatetimeDatetime fromtimestamp(Object timestamp, @Nullable DatetimeTimezone tz) {
        Micros moment = microsOf(timestamp, false);
        return at(instant(moment.seconds()).plusNanos(moment.micros() * 1000L), tz);
    }

    /// `datetime.fromordinal(ordinal)`.
    public static DatetimeDatetime fromordinal(long ordinal) {
        return of(dayOfOrdinal(ordinal), DatetimeTime.min);
    }

    /// `datetime.fromisocalendar(year, week, day)`.
    public static DatetimeDatetime fromisocalendar(long year, long week, long day) {
        return of(dayOfWeek(year, week, day), DatetimeTime.min);
    }

    /// `datetime.fromisoformat(text)`.
    public static DatetimeDatetime fromisoformat(CharSequence text) {
        IsoText.DayTime read = IsoText.dayTime(text);
        IsoText.Time time = read.time();
        DatetimeTimezone zone = DatetimeTime.zoneOf(time);
        Calendar.Day day = read.day();
        int hour = time.hour();
        boolean exists =
                day.month() >= 1
                        && day.month() <= 12
                        && day.day() <= Calendar.daysInMonth(day.year(), day.month());
        if (exists && DatetimeTime.isDayEnd(time)) {
            hour = 0;
            int last = Calendar.daysInMonth(day.year(), day.month());
            if (day.day() < last) {
                day = new Calendar.Day(day.year(), day.month(), day.day() + 1);
            } else if (day.month() < 12) {
                day = new Calendar.Day(day.year(), day.month() + 1, 1);
            } else {
                day = new Calendar.Day(day.year() + 1, 1, 1);
            }
        }
        return new_(
                day.year(),
                day.month(),
                day.day(),
                hour,
                time.minute(),
                time.second(),
                time.microsecond(),
                zone,
                0);
    }

    /// `datetime.strptime(text, format)`.
    public static DatetimeDatetime strptime(CharSequence text, CharSequence format) {
        DateParser.Moment read = DateParser.parse(text, format);
        DatetimeTimezone zone = DatetimeTime.zoneOf(read);
        return of(
                read.day(),
                new DatetimeTime(
                        read.hour(), read.minute(), read.second(), read.microsecond(), zone, 0));
    }

    /// `datetime.combine(date, time)`.
    public static DatetimeDatetime combine(DatetimeDate date, DatetimeTime time) {
        return new DatetimeDatetime(date.year(), date.month(), date.day(), time);
    }

    /// `datetime.combine(date, time, tzinfo)`.
    public static DatetimeDatetime combine(
            DatetimeDate date, DatetimeTime time, @Nullable DatetimeTimezone tzinfo) {
        DatetimeTime there =
                new DatetimeTime(
                        time.hour(),
                        time.minute(),
                        time.second(),
                        time.microsecond(),
                        tzinfo,
                        time.fold());
        return new DatetimeDatetime(date.year(), date.month(), date.day(), there);
    }

    /// `d.hour`.
    public long hour() {
        return time.hour();
    }

    /// `d.minute`.
    public long minute() {
        return time.minute();
    }

    /// `d.second`.
    public long second() {
        return time.second();
    }

    /// `d.microsecond`.
    public long microsecond() {
        return time.microsecond();
    }

    /// `d.tzinfo`.
    public @Nullable DatetimeTimezone tzinfo() {
        return time.tzinfo();
    }

    /// `d.fold`.
    public long fold() {
        return time.fold();
    }

    /// `d.date()`.
    public DatetimeDate date() {
        return new DatetimeDate(year(), month(), day());
    }

    /// `d.time()`.
    public DatetimeTime time() {
        return new DatetimeTime(hour(), minute(), second(), microsecond(), null, fold());
    }

    /// `d.timetz()`.
    public DatetimeTime timetz() {
        return time;
    }

    /// `d.utcoffset()`.
    public @Nullable DatetimeTimedelta utcoffset() {
        return time.utcoffset();
    }

    /// `d.tzname()`.
    public @Nullable CharSequence tzname() {
        return time.tzname();
    }

    /// `d.dst()`.
    public @Nullable Object dst() {
        return null;
    }

    /// `d.replace(…)`; True stands for the tzinfo there is.
    public DatetimeDatetime replace(
            long newYear,
            long newMonth,
            long newDay,
            long hour,
            long minute,
            long second,
            long microsecond,
            @Nullable Object tzinfo,
            long fold) {
        return new_(
                given(newYear, year()),
                given(newMonth, month()),
                given(newDay, day()),
                given(hour, hour()),
                given(minute, minute()),
                given(second, second()),
                given(microsecond, microsecond()),
                DatetimeTime.replaced(tzinfo, tzinfo()),
                given(fold, fold()));
    }

    @Override
    public DatetimeDatetime replace(long newYear, long newMonth, long newDay) {
        return replace(newYear, newMonth, newDay, ABSENT, ABSENT, ABSENT, ABSENT, true, ABSENT);
    }

    private long localSeconds() {
        return (ordinal() - EPOCH_DAY) * SECONDS_PER_DAY + hour() * 3600 + minute() * 60 + second();
    }

    private long localOffset() {
        LocalDateTime local =
                LocalDateTime.of(
                        (int) year(),
                        (int) month(),
                        (int) day(),
                        (int) hour(),
                        (int) minute(),
                        (int) second());
        return DatetimeTimezone.localOffset(local, fold() != 0);
    }

    /// `d.timestamp()`.
    public double timestamp() {
        if (tzinfo() == null) {
            return localSeconds() - localOffset() + microsecond() / (double) MICROS_PER_SECOND;
        }
        return utcMicros().total_seconds();
    }

    /// Since the epoch.
    private DatetimeTimedelta utcMicros() {
        DatetimeTimedelta local = DatetimeTimedelta.of(0, localSeconds(), microsecond());
        DatetimeTimedelta offset = utcoffset();
        return offset == null ? local : local.__sub__(offset);
    }

    /// `d.astimezone()`.
    public DatetimeDatetime astimezone() {
        return astimezone(null);
    }

    /// `d.astimezone(tz)`.
    public DatetimeDatetime astimezone(@Nullable DatetimeTimezone tz) {
        DatetimeTimedelta offset = utcoffset();
        if (offset == null) {
            offset = DatetimeTimedelta.of(0, localOffset(), 0);
        }
        DatetimeTimezone there = tz;
        if (there == null) {
            there = DatetimeTimezone.local(localSeconds() - offset.wholeSeconds());
        }
        if (tzinfo() != null && krait.runtime.Values.is(tzinfo(), there)) {
            return this;
        }
        return in(null).moved(offset, -1).moved(there.offset(), 1).in(there);
    }

    /// `d.isoformat()`.
    @Override
    public CharSequence isoformat() {
        return isoformat("T", "auto");
    }

    /// `d.isoformat(sep)`.
    public CharSequence isoformat(CharSequence separator) {
        return isoformat(separator, "auto");
    }

    /// `d.isoformat(sep, timespec)`.
    public CharSequence isoformat(CharSequence separator, CharSequence timespec) {
        if (Text.length(separator) != 1) {
            throw new TypeError(
                    "isoformat() argument 1 must be a unicode character, not a string of length "
                            + Text.length(separator));
        }
        return Text.__add__(Text.__add__(isoDay(), separator), time.isoformat(timespec));
    }

    @Override
    public CharSequence ctime() {
        return ctime(time.clock("seconds"));
    }

    @Override
    DateFormat.Moment moment() {
        DatetimeTimezone zone = tzinfo();
        return new DateFormat.Moment(
                (int) year(),
                (int) month(),
                (int) day(),
                (int) hour(),
                (int) minute(),
                (int) second(),
                (int) microsecond(),
                DatetimeTime.offsetText(zone),
                zone == null ? "" : zone.shownName(),
                localSeconds() - localOffset());
    }

    @Override
    DatetimeDatetime moved(DatetimeTimedelta by, int sign) {
        long micros = microsecond() + sign * by.microseconds();
        long seconds =
                hour() * 3600
                        + minute() * 60
                        + second()
                        + sign * by.seconds()
                        + Math.floorDiv(micros, MICROS_PER_SECOND);
        Calendar.Day day =
                dayOf(ordinal() + sign * by.days() + Math.floorDiv(seconds, SECONDS_PER_DAY));
        long clock = Math.floorMod(seconds, SECONDS_PER_DAY);
        return of(
                day,
                new DatetimeTime(
                        clock / 3600,
                        clock / 60 % 60,
                        clock % 60,
                        Math.floorMod(micros, MICROS_PER_SECOND),
                        tzinfo(),
                        0));
    }

    @Override
    public DatetimeDatetime __add__(DatetimeTimedelta delta) {
        return moved(delta, 1);
    }

    @Override
    public DatetimeDatetime __radd__(DatetimeTimedelta delta) {
        return moved(delta, 1);
    }

    @Override
    public DatetimeDatetime __sub__(DatetimeTimedelta delta) {
        return moved(delta, -1);
    }

    @Override
    public DatetimeTimedelta __sub__(DatetimeDate other) {
        if (!(other instanceof DatetimeDatetime that)) {
            throw new TypeError(
                    "unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'");
        }
        if ((tzinfo() == null) != (that.tzinfo() == null)) {
            throw new TypeError("can't subtract offset-naive and offset-aware datetimes");
        }
        return utcMicros().__sub__(that.utcMicros());
    }

    @Override
    int compare(DatetimeDate other) {
        if (!(other instanceof DatetimeDatetime that)) {
            throw new IllegalArgumentException("a date among moments");
        }
        if ((tzinfo() == null) != (that.tzinfo() == null)) {
            throw new TypeError("can't compare offset-naive and offset-aware datetimes");
        }
        return utcMicros().micros().compareTo(that.utcMicros().micros());
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        if (!(other instanceof DatetimeDate)) {
            return NotImplemented.VALUE;
        }
        return other instanceof DatetimeDatetime that
                && (tzinfo() == null) == (that.tzinfo() == null)
                && utcMicros().micros().equals(that.utcMicros().micros());
    }

    @Override
    public long __hash__() {
        return utcMicros().__hash__();
    }

    @Override
    public CharSequence __repr__() {
        String start = year() + ", " + month() + ", " + day() + ", " + hour() + ", " + minute();
        return new TextBuilder()
                .append("datetime.datetime(")
                .append(start)
                .append(DatetimeTime.reprOfSeconds(second(), microsecond()))
                .append(DatetimeTime.reprOfFold(fold()))
                .append(DatetimeTime.reprOfZone(tzinfo()))
                .append(")")
                .build();
    }

    @Override
    public CharSequence __str__() {
        return isoformat(" ");
    }
}
