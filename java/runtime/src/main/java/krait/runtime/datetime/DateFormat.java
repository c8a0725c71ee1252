package krait.runtime.datetime;

import java.util.Locale;
import krait.runtime.Text;
import krait.runtime.TextBuilder;

/// `strftime` in the locale C, with the flags and widths of glibc.
public final class DateFormat {
    /// What is formatted.
    ///
    /// @param offset as `%:z` shows it, empty for none
    /// @param zone the name of the time zone, empty for none
    public record Moment(
            int year,
            int month,
            int day,
            int hour,
            int minute,
            int second,
            int microsecond,
            String offset,
            CharSequence zone,
            long epoch) {
        int ordinal() {
            return Calendar.ordinal(year, month, day);
        }

        /// Sunday is 0.
        int weekday() {
            return (Calendar.weekday(ordinal()) + 1) % 7;
        }

        int dayOfYear() {
            return Calendar.dayOfYear(year, month, day);
        }

        int hourOfHalf() {
            return (hour + 11) % 12 + 1;
        }
    }

    /// Names of the days, from Sunday on.
    private static final String[] DAYS = {
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
    };

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private static final char DEFAULT = 0;

    private final Moment moment;
    private final TextBuilder text = new TextBuilder();

    // of the directive at hand
    private char pad;
    private boolean upper;
    private boolean swapped;
    private int width;

    private DateFormat(Moment moment) {
        this.moment = moment;
    }

    /// The text of a moment.
    public static CharSequence format(Moment moment, CharSequence format) {
        DateFormat formatter = new DateFormat(moment);
        formatter.append(format);
        return formatter.text.build();
    }

    /// Three letters of the name of a month, from 1 on.
    public static String monthName(int month) {
        return MONTHS[month - 1].substring(0, 3);
    }

    private void append(CharSequence format) {
        int length = Text.length(format);
        int at = 0;
        while (at < length) {
            int point = Text.at(format, at++);
            if (point != '%') {
                text.appendPoint(point);
                continue;
            }
            int start = at;
            at = options(format, at);
            int directive = at < length ? Text.at(format, at++) : 0;
            if (directive == ':' && at < length && Text.at(format, at) == 'z') {
                at++;
                text.append(moment.offset());
            } else if (!appendDirective(directive)) {
                text.append("%").append(Text.part(format, start, at));
            }
        }
    }

    /// Reads flags, width and modifier; gives where the directive is.
    private int options(CharSequence format, int start) {
        pad = DEFAULT;
        upper = false;
        swapped = false;
        width = 0;
        int length = Text.length(format);
        int at = start;
        while (at < length) {
            int point = Text.at(format, at);
            if (point == '-' || point == '_' || point == '0') {
                pad = (char) point;
            } else if (point == '^') {
                upper = true;
            } else if (point == '#') {
                swapped = true;
            } else {
                break;
            }
            at++;
        }
        while (at < length && Text.at(format, at) >= '0' && Text.at(format, at) <= '9') {
            width = Math.min(width * 10 + Text.at(format, at++) - '0', 1 << 20);
        }
        boolean modified =
                at + 1 < length && (Text.at(format, at) == 'E' || Text.at(format, at) == 'O');
        return modified ? at + 1 : at;
    }

    /// False for what is no directive.
    private boolean appendDirective(int directive) {
        switch (directive) {
            case 'a' -> name(DAYS[moment.weekday()].substring(0, 3));
            case 'A' -> name(DAYS[moment.weekday()]);
            case 'b', 'h' -> name(monthName(moment.month()));
            case 'B' -> name(MONTHS[moment.month() - 1]);
            case 'p' -> {
                String half = moment.hour() < 12 ? "AM" : "PM";
                words(swapped ? half.toLowerCase(Locale.ROOT) : half);
            }
            case 'P' -> words(moment.hour() < 12 ? "am" : "pm");
            case 'c' -> composite("%a %b %e %H:%M:%S " + moment.year());
            case 'D', 'x' -> composite("%m/%d/%y");
            case 'F' -> composite("%Y-%m-%d");
            case 'T', 'X' -> composite("%H:%M:%S");
            case 'R' -> composite("%H:%M");
            case 'r' -> composite("%I:%M:%S %p");
            case 'n' -> words("\n");
            case 't' -> words("\t");
            case '%' -> words("%");
            case 'z' -> text.append(moment.offset().replace(":", ""));
            case 'Z' -> text.append(moment.zone());
            case 'f' -> text.append(String.format(Locale.ROOT, "%06d", moment.microsecond()));
            default -> {
                return appendNumber(directive);
            }
        }
        return true;
    }

    private boolean appendNumber(int directive) {
        Calendar.Week week = Calendar.week(moment.ordinal(), moment.year());
        int sinceSunday = moment.weekday();
        int sinceMonday = (sinceSunday + 6) % 7;
        int day = moment.dayOfYear() - 1;
        switch (directive) {
            case 'C' -> number(moment.year() / 100, 2, '0');
            case 'd' -> number(moment.day(), 2, '0');
            case 'e' -> number(moment.day(), 2, '_');
            case 'g' -> number(week.year() % 100, 2, '0');
            case 'G' -> number(week.year(), 4, '0');
            case 'H' -> number(moment.hour(), 2, '0');
            case 'I' -> number(moment.hourOfHalf(), 2, '0');
            case 'j' -> number(day + 1, 3, '0');
            case 'k' -> number(moment.hour(), 2, '_');
            case 'l' -> number(moment.hourOfHalf(), 2, '_');
            case 'm' -> number(moment.month(), 2, '0');
            case 'M' -> number(moment.minute(), 2, '0');
            case 's' -> number(moment.epoch(), 1, '0');
            case 'S' -> number(moment.second(), 2, '0');
            case 'u' -> number(sinceMonday + 1, 1, '0');
            case 'U' -> number((day + 7 - sinceSunday) / 7, 2, '0');
            case 'V' -> number(week.week(), 2, '0');
            case 'w' -> number(sinceSunday, 1, '0');
            case 'W' -> number((day + 7 - sinceMonday) / 7, 2, '0');
            case 'y' -> number(moment.year() % 100, 2, '0');
            case 'Y' -> number(moment.year(), 4, '0');
            default -> {
                return false;
            }
        }
        return true;
    }

    private void number(long value, int digits, char usual) {
        char padding = pad == DEFAULT ? usual : pad;
        String shown = Long.toString(value);
        if (padding != '-') {
            char filler = padding == '_' ? ' ' : '0';
            fill(Math.max(digits, width) - shown.length(), filler);
        }
        text.append(shown);
    }

    private void fill(int count, char filler) {
        for (int i = 0; i < count; i++) {
            text.append(filler);
        }
    }

    private void name(String name) {
        words(swapped ? name.toUpperCase(Locale.ROOT) : name);
    }

    private void words(String shown) {
        fill(width - shown.length(), pad == '0' ? '0' : ' ');
        text.append(upper ? shown.toUpperCase(Locale.ROOT) : shown);
    }

    private void composite(String format) {
        boolean capitals = upper;
        char padding = pad;
        int room = width;
        DateFormat inner = new DateFormat(moment);
        inner.append(format);
        String shown = inner.text.build().toString();
        upper = capitals;
        pad = padding;
        width = room;
        words(shown);
    }
}
