package krait.runtime.datetime;

import krait.runtime.Text;
import krait.runtime.ValueError;
import krait.runtime.Values;

/// Reads the formats of ISO 8601 that `fromisoformat` takes.
public final class IsoText {
    private static final int END = 0;

    /// What a text says of a time of day.
    ///
    /// @param hasOffset whether it names an offset from UTC
    /// @param offset in seconds
    public record Time(
            int hour,
            int minute,
            int second,
            int microsecond,
            boolean hasOffset,
            int offset,
            int offsetMicroseconds) {
        static final Time MIDNIGHT = new Time(0, 0, 0, 0, false, 0, 0);
    }

    /// A day and a time of day.
    public record DayTime(Calendar.Day day, Time time) {}

    private final CharSequence text;
    private final int length;
    private int at;

    private IsoText(CharSequence text) {
        this.text = text;
        this.length = Text.length(text);
    }

    /// `date.fromisoformat(text)`; the day may be none.
    public static Calendar.Day day(CharSequence text) {
        IsoText reader = new IsoText(text);
        if (reader.length != 7 && reader.length != 8 && reader.length != 10) {
            throw reader.invalid();
        }
        return reader.day(reader.length);
    }

    /// `time.fromisoformat(text)`; the time may be none.
    public static Time time(CharSequence text) {
        IsoText reader = new IsoText(text);
        if (reader.peek(0) == 'T') {
            reader.at++;
        }
        return reader.time();
    }

    /// `datetime.fromisoformat(text)`; day and time may be none.
    public static DayTime dayTime(CharSequence text) {
        IsoText reader = new IsoText(text);
        if (reader.length < 7) {
            throw reader.invalid();
        }
        int separator = reader.separator();
        Calendar.Day day = reader.day(separator);
        if (reader.length == separator) {
            return new DayTime(day, Time.MIDNIGHT);
        }
        reader.at = separator + 1;
        return new DayTime(day, reader.time());
    }

    private ValueError invalid() {
        return new ValueError(Text.__add__("Invalid isoformat string: ", Values.repr(text)));
    }

    private int peek(int position) {
        return position < length ? Text.at(text, position) : END;
    }

    private boolean isDigit(int position) {
        return peek(position) >= '0' && peek(position) <= '9';
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (!isDigit(at)) {
                throw invalid();
            }
            value = value * 10 + peek(at++) - '0';
        }
        return value;
    }

    /// Where the day ends in a text with a time.
    private int separator() {
        if (length == 7) {
            return 7;
        }
        if (peek(4) == '-') {
            if (peek(5) != 'W') {
                return 10;
            }
            if (length > 8 && peek(8) == '-') {
                if (length == 9) {
                    throw invalid();
                }
                return length > 10 && isDigit(10) ? 8 : 10;
            }
            return 8;
        }
        if (peek(4) != 'W') {
            return 8;
        }
        int end = 7;
        while (isDigit(end)) {
            end++;
        }
        return end < 9 ? end : end % 2 == 0 ? 7 : 8;
    }

    private void hyphen(boolean expected) {
        if (expected && peek(at++) != '-') {
            throw invalid();
        }
    }

    private Calendar.Day day(int end) {
        int year = digits(4);
        boolean hyphens = peek(at) == '-';
        if (hyphens) {
            at++;
        }
        if (peek(at) == 'W') {
            at++;
            return dayOfWeek(year, hyphens, end);
        }
        int month = digits(2);
        hyphen(hyphens);
        return new Calendar.Day(year, month, digits(2));
    }

    private Calendar.Day dayOfWeek(int year, boolean hyphens, int end) {
        int week = digits(2);
        int weekday = 1;
        if (at < end) {
            hyphen(hyphens);
            weekday = digits(1);
        }
        boolean exists =
                year >= Calendar.YEAR_MIN
                        && year <= Calendar.YEAR_MAX
                        && Calendar.hasWeek(year, week)
                        && weekday >= 1
                        && weekday <= 7;
        if (!exists) {
            throw invalid();
        }
        return Calendar.day(Calendar.ordinalOfWeek(year, week, weekday));
    }

    private Time time() {
        int zone = at;
        while (zone < length && !isZone(zone)) {
            zone++;
        }
        int[] clock = new int[4];
        boolean more = clock(zone, clock);
        if (zone == length) {
            if (more) {
                throw invalid();
            }
            return new Time(clock[0], clock[1], clock[2], clock[3], false, 0, 0);
        }
        int sign = peek(zone);
        at = zone + 1;
        int[] offset = new int[4];
        if (sign == 'Z') {
            if (at < length) {
                throw invalid();
            }
        } else if (clock(length, offset)) {
            throw invalid();
        }
        int seconds = offset[0] * 3600 + offset[1] * 60 + offset[2];
        int factor = sign == '-' ? -1 : 1;
        return new Time(
                clock[0], clock[1], clock[2], clock[3], true, factor * seconds, factor * offset[3]);
    }

    private boolean isZone(int position) {
        int point = peek(position);
        return point == '+' || point == '-' || point == 'Z';
    }

    /// Reads hour, minute, second and microsecond; whether something is left before the end.
    private boolean clock(int end, int[] into) {
        boolean colons = true;
        for (int i = 0; i < 3; i++) {
            into[i] = digits(2);
            int behind = peek(at++);
            if (i == 0) {
                colons = behind == ':';
            }
            if (at >= end) {
                return behind != END;
            }
            if (colons && behind == ':') {
                if (i == 2) {
                    throw invalid();
                }
            } else if (behind == '.' || behind == ',') {
                if (i < 2) {
                    throw invalid();
                }
                break;
            } else if (colons) {
                throw invalid();
            } else {
                at--;
            }
        }
        int count = Math.min(6, end - at);
        int fraction = digits(count);
        for (int i = count; i < 6; i++) {
            fraction *= 10;
        }
        into[3] = fraction;
        while (isDigit(at)) {
            at++;
        }
        return at < length;
    }
}
