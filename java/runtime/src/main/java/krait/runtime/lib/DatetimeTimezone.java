package krait.runtime.lib;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import krait.runtime.NotImplemented;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// A fixed offset from UTC.
@PyClass(module = "datetime", name = "timezone")
@SuppressWarnings("MemberName")
public final class DatetimeTimezone implements PyObject {
    private static final int SECONDS_PER_DAY = 86_400;

    /// `timezone.utc`.
    public static final DatetimeTimezone utc = new DatetimeTimezone(DatetimeTimedelta.ZERO, null);

    /// `timezone.min`.
    public static final DatetimeTimezone min =
            new DatetimeTimezone(DatetimeTimedelta.of(0, -(SECONDS_PER_DAY - 60), 0), null);

    /// `timezone.max`.
    public static final DatetimeTimezone max =
            new DatetimeTimezone(DatetimeTimedelta.of(0, SECONDS_PER_DAY - 60, 0), null);

    private final DatetimeTimedelta offset;
    private final @Nullable CharSequence name;

    private DatetimeTimezone(DatetimeTimedelta offset, @Nullable CharSequence name) {
        this.offset = offset;
        this.name = name;
    }

    /// `timezone(offset)`.
    public static DatetimeTimezone new_(DatetimeTimedelta offset) {
        if (offset.__bool__()) {
            return new DatetimeTimezone(checked(offset), null);
        }
        return utc;
    }

    /// `timezone(offset, name)`.
    public static DatetimeTimezone new_(DatetimeTimedelta offset, CharSequence name) {
        return new DatetimeTimezone(checked(offset), name);
    }

    private static DatetimeTimedelta checked(DatetimeTimedelta offset) {
        boolean fits =
                offset.days() == 0
                        || (offset.days() == -1
                                && (offset.seconds() > 0 || offset.microseconds() > 0));
        if (!fits) {
            throw new ValueError(
                    Text.__add__(
                            "offset must be a timedelta strictly between -timedelta(hours=24) and"
                                    + " timedelta(hours=24), not ",
                            offset.__repr__()));
        }
        return offset;
    }

    DatetimeTimedelta offset() {
        return offset;
    }

    CharSequence shownName() {
        CharSequence given = name;
        if (given != null) {
            return given;
        }
        return offset.__bool__() ? "UTC" + shown(offset, true) : "UTC";
    }

    /// `+01:00`; seconds and microseconds where there are some.
    static String shown(DatetimeTimedelta offset, boolean colons) {
        boolean negative = offset.days() < 0;
        DatetimeTimedelta size = offset.__abs__();
        int seconds = (int) size.seconds();
        int micros = (int) size.microseconds();
        String colon = colons ? ":" : "";
        StringBuilder text = new StringBuilder().append(negative ? '-' : '+');
        text.append(DatetimeTimedelta.two(seconds / 3600)).append(colon);
        text.append(DatetimeTimedelta.two(seconds / 60 % 60));
        if (seconds % 60 != 0 || micros != 0) {
            text.append(colon).append(DatetimeTimedelta.two(seconds % 60));
        }
        if (micros != 0) {
            text.append('.').append(DatetimeTimedelta.six(micros));
        }
        return text.toString();
    }

    /// The zone of this machine at a moment.
    static DatetimeTimezone local(long epochSeconds) {
        ZoneId zone = ZoneId.systemDefault();
        Instant moment = Instant.ofEpochSecond(epochSeconds);
        int seconds = zone.getRules().getOffset(moment).getTotalSeconds();
        boolean summer = zone.getRules().isDaylightSavings(moment);
        String shown =
                java.util.TimeZone.getTimeZone(zone)
                        .getDisplayName(summer, java.util.TimeZone.SHORT, Locale.ROOT);
        boolean plain = zone.getDisplayName(TextStyle.SHORT, Locale.ROOT).equals("Z");
        return new DatetimeTimezone(
                DatetimeTimedelta.of(0, seconds, 0), plain ? "UTC" : Text.of(shown));
    }

    /// The offset of this machine's zone at a local time; `fold` picks the later of two.
    static int localOffset(LocalDateTime time, boolean fold) {
        ZoneId zone = ZoneId.systemDefault();
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() == 2) {
            return offsets.get(fold ? 1 : 0).getTotalSeconds();
        }
        ZoneOffset offset = zone.getRules().getOffset(time);
        if (offsets.isEmpty()) {
            var gap = zone.getRules().getTransition(time);
            offset = fold ? gap.getOffsetAfter() : gap.getOffsetBefore();
        }
        return offset.getTotalSeconds();
    }

    /// `tz.utcoffset(moment)`.
    public DatetimeTimedelta utcoffset(@Nullable Object moment) {
        return offset;
    }

    /// `tz.tzname(moment)`.
    public CharSequence tzname(@Nullable Object moment) {
        return shownName();
    }

    /// `tz.dst(moment)`.
    public @Nullable Object dst(@Nullable Object moment) {
        return null;
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        return other instanceof DatetimeTimezone that
                ? Values.eq(offset, that.offset)
                : NotImplemented.VALUE;
    }

    @Override
    public long __hash__() {
        return offset.__hash__();
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public CharSequence __repr__() {
        if (this == utc) {
            return "datetime.timezone.utc";
        }
        TextBuilder text = new TextBuilder().append("datetime.timezone(").append(offset.__repr__());
        CharSequence given = name;
        if (given != null) {
            text.append(", ").append(Values.repr(given));
        }
        return text.append(")").build();
    }

    @Override
    public CharSequence __str__() {
        return shownName();
    }
}
