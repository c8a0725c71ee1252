package krait.runtime.lib;

import krait.runtime.NotImplemented;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.datetime.Calendar;
import krait.runtime.datetime.DateFormat;
import krait.runtime.datetime.IsoText;
import org.jspecify.annotations.Nullable;

/// A time of day.
@PyClass(module = "datetime", name = "time")
@SuppressWarnings("MemberName")
public final class DatetimeTime implements PyObject {
    /// `time.min`.
    public static final DatetimeTime min = new DatetimeTime(0, 0, 0, 0, null, 0);

    /// `time.max`.
    public static final DatetimeTime max = new DatetimeTime(23, 59, 59, 999_999, null, 0);

    /// `time.resolution`.
    public static final DatetimeTimedelta resolution = DatetimeTimedelta.resolution;

    private final int hour;
    private final int minute;
    private final int second;
    private final int microsecond;
    private final @Nullable DatetimeTimezone zone;
    private final int fold;

    /// `time(hour, minute, second, microsecond, tzinfo, fold=fold)`.
    public DatetimeTime(
            long hour,
            long minute,
            long second,
            long microsecond,
            @Nullable DatetimeTimezone tzinfo,
            long fold) {
        this.hour = Calendar.asInt(hour);
        this.minute = Calendar.asInt(minute);
        this.second = Calendar.asInt(second);
        this.microsecond = Calendar.asInt(microsecond);
        this.zone = tzinfo;
        this.fold = Calendar.asInt(fold);
        Calendar.checkTime(hour, minute, second, microsecond, fold);
    }

    static @Nullable DatetimeTimezone zoneOf(IsoText.Time time) {
        if (!time.hasOffset()) {
            return null;
        }
        return time.offset() == 0
                ? DatetimeTimezone.utc
                : DatetimeTimezone.new_(
                        DatetimeTimedelta.of(0, time.offset(), time.offsetMicroseconds()));
    }

    static @Nullable DatetimeTimezone zoneOf(DateParser.Moment moment) {
        if (!moment.hasOffset()) {
            return null;
        }
        DatetimeTimedelta offset =
                DatetimeTimedelta.of(0, moment.offset(), moment.offsetMicroseconds());
        return moment.zone().isEmpty()
                ? DatetimeTimezone.new_(offset)
                : DatetimeTimezone.new_(offset, moment.zone());
    }

    /// Whether it is hour 24, which only midnight can be.
    static boolean isDayEnd(IsoText.Time time) {
        if (time.hour() != 24) {
            return false;
        }
        if (time.minute() != 0 || time.second() != 0 || time.microsecond() != 0) {
            throw new ValueError("minute, second, and microsecond must be 0 when hour is 24");
        }
        return true;
    }

    /// `time.fromisoformat(text)`.
    public static DatetimeTime fromisoformat(CharSequence text) {
        IsoText.Time time = IsoText.time(text);
        DatetimeTimezone zone = zoneOf(time);
        int hour = isDayEnd(time) ? 0 : time.hour();
        return new DatetimeTime(hour, time.minute(), time.second(), time.microsecond(), zone, 0);
    }

    /// `time.strptime(text, format)`.
    public static DatetimeTime strptime(CharSequence text, CharSequence format) {
        DateParser.Moment read = DateParser.parse(text, format);
        return new DatetimeTime(
                read.hour(), read.minute(), read.second(), read.microsecond(), zoneOf(read), 0);
    }

    /// `t.hour`.
    public long hour() {
        return hour;
    }

    /// `t.minute`.
    public long minute() {
        return minute;
    }

    /// `t.second`.
    public long second() {
        return second;
    }

    /// `t.microsecond`.
    public long microsecond() {
        return microsecond;
    }

    /// `t.tzinfo`.
    public @Nullable DatetimeTimezone tzinfo() {
        return zone;
    }

    /// `t.fold`.
    public long fold() {
        return fold;
    }

    /// `t.utcoffset()`.
    public @Nullable DatetimeTimedelta utcoffset() {
        return zone == null ? null : zone.offset();
    }

    /// `t.tzname()`.
    public @Nullable CharSequence tzname() {
        return zone == null ? null : zone.shownName();
    }

    /// `t.dst()`.
    public @Nullable Object dst() {
        return null;
    }

    /// `t.replace(…)`; True stands for the tzinfo there is.
    public DatetimeTime replace(
            long newHour,
            long newMinute,
            long newSecond,
            long newMicrosecond,
            @Nullable Object tzinfo,
            long newFold) {
        return new DatetimeTime(
                DatetimeDate.given(newHour, hour),
                DatetimeDate.given(newMinute, minute),
                DatetimeDate.given(newSecond, second),
                DatetimeDate.given(newMicrosecond, microsecond),
                replaced(tzinfo, zone),
                DatetimeDate.given(newFold, fold));
    }

    static @Nullable DatetimeTimezone replaced(
            @Nullable Object tzinfo, @Nullable DatetimeTimezone present) {
        if (tzinfo instanceof Boolean) {
            return present;
        }
        return tzinfo instanceof DatetimeTimezone zone ? zone : null;
    }

    /// `t.isoformat()`.
    public CharSequence isoformat() {
        return isoformat("auto");
    }

    /// `t.isoformat(timespec)`.
    public CharSequence isoformat(CharSequence timespec) {
        return clock(timespec.toString()) + offsetText(zone);
    }

    static String offsetText(@Nullable DatetimeTimezone zone) {
        return zone == null ? "" : DatetimeTimezone.shown(zone.offset(), true);
    }

    String clock(String timespec) {
        String hours = DatetimeTimedelta.two(hour);
        String minutes = hours + ":" + DatetimeTimedelta.two(minute);
        String seconds = minutes + ":" + DatetimeTimedelta.two(second);
        return switch (timespec) {
            case "auto" ->
                    microsecond == 0 ? seconds : seconds + "." + DatetimeTimedelta.six(microsecond);
            case "hours" -> hours;
            case "minutes" -> minutes;
            case "seconds" -> seconds;
            case "milliseconds" ->
                    seconds + "." + DatetimeTimedelta.six(microsecond).substring(0, 3);
            case "microseconds" -> seconds + "." + DatetimeTimedelta.six(microsecond);
            default -> throw new ValueError("Unknown timespec value");
        };
    }

    /// `t.strftime(format)`.
    public CharSequence strftime(CharSequence format) {
        return DateFormat.format(
                new DateFormat.Moment(
                        1900,
                        1,
                        1,
                        hour,
                        minute,
                        second,
                        microsecond,
                        offsetText(zone),
                        zone == null ? "" : zone.shownName(),
                        (DatetimeDatetime.EPOCH_1900 + hour * 3600L + minute * 60L) + second),
                format);
    }

    @Override
    public CharSequence __format__(CharSequence spec) {
        return spec.isEmpty() ? __str__() : strftime(spec);
    }

    private long micros() {
        return ((hour * 60L + minute) * 60 + second) * 1_000_000 + microsecond;
    }

    private long utcMicros() {
        DatetimeTimedelta offset = utcoffset();
        return offset == null ? micros() : micros() - offset.micros().longValueExact();
    }

    private int compare(DatetimeTime other) {
        if ((zone == null) != (other.zone == null)) {
            throw new TypeError("can't compare offset-naive and offset-aware times");
        }
        return Long.compare(utcMicros(), other.utcMicros());
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        if (!(other instanceof DatetimeTime that)) {
            return NotImplemented.VALUE;
        }
        return (zone == null) == (that.zone == null) && utcMicros() == that.utcMicros();
    }

    @Override
    public Object __lt__(@Nullable Object other) {
        return other instanceof DatetimeTime that ? compare(that) < 0 : NotImplemented.VALUE;
    }

    @Override
    public Object __le__(@Nullable Object other) {
        return other instanceof DatetimeTime that ? compare(that) <= 0 : NotImplemented.VALUE;
    }

    @Override
    public Object __gt__(@Nullable Object other) {
        return other instanceof DatetimeTime that ? compare(that) > 0 : NotImplemented.VALUE;
    }

    @Override
    public Object __ge__(@Nullable Object other) {
        return other instanceof DatetimeTime that ? compare(that) >= 0 : NotImplemented.VALUE;
    }

    @Override
    public long __hash__() {
        return utcMicros() * 31;
    }

    /// The part of a repr behind the minute, up to the microsecond.
    static String reprOfSeconds(long second, long microsecond) {
        if (microsecond != 0) {
            return ", " + second + ", " + microsecond;
        }
        return second != 0 ? ", " + second : "";
    }

    static String reprOfFold(long fold) {
        return fold != 0 ? ", fold=" + fold : "";
    }

    static CharSequence reprOfZone(@Nullable DatetimeTimezone zone) {
        return zone == null ? "" : Text.__add__(", tzinfo=", zone.__repr__());
    }

    @Override
    public CharSequence __repr__() {
        return new TextBuilder()
                .append("datetime.time(" + hour + ", " + minute)
                .append(reprOfSeconds(second, microsecond))
                .append(reprOfZone(zone))
                .append(reprOfFold(fold))
                .append(")")
                .build();
    }

    @Override
    public CharSequence __str__() {
        return isoformat();
    }
}
