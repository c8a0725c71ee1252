package krait.runtime.lib;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import krait.runtime.Dict;
import krait.runtime.Ints;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.datetime.Calendar;
import org.jspecify.annotations.Nullable;

/// `strptime` in the locale C: the format becomes a regular expression.
public final class DateParser {
    private static final int NONE = Integer.MIN_VALUE;
    private static final String CLOCK = "%H:%M:%S";

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");

    private static final Map<String, String> DIRECTIVES = directives();

    /// What was read.
    ///
    /// @param zone the name of a time zone, empty for none
    /// @param hasOffset whether there is an offset from UTC
    /// @param offset in seconds
    public record Moment(
            Calendar.Day day,
            int hour,
            int minute,
            int second,
            int microsecond,
            CharSequence zone,
            boolean hasOffset,
            int offset,
            int offsetMicroseconds) {}

    private final Map<String, CharSequence> found = new HashMap<>();

    private DateParser(ReMatch match) {
        Dict groups = match.groupdict();
        for (int i = 0; i < groups.entries(); i++) {
            if (groups.valueAt(i) instanceof CharSequence text) {
                found.put(String.valueOf(groups.keyAt(i)), text);
            }
        }
    }

    private static String group(String name, String pattern) {
        return "(?P<" + name + ">" + pattern + ")";
    }

    private static String names(String name, List<String> names, int letters) {
        List<String> shown =
                names.stream()
                        .map(each -> letters == 0 ? each : each.substring(0, letters))
                        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                        .toList();
        return group(name, String.join("|", shown));
    }

    private static Map<String, String> directives() {
        Map<String, String> all = new HashMap<>();
        String day = "3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]";
        String hour = "2[0-3]|[0-1]\\d|\\d| \\d";
        String half = "1[0-2]|0[1-9]|[1-9]| [1-9]";
        String week = "5[0-3]|[0-4]\\d|\\d";
        all.put("d", group("d", day));
        all.put("e", group("d", day));
        all.put("f", group("f", "[0-9]{1,6}"));
        all.put("H", group("H", hour));
        all.put("k", group("H", hour));
        all.put("I", group("I", half));
        all.put("l", group("I", half));
        all.put("G", group("G", "\\d\\d\\d\\d"));
        String dayOfYear = "36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]";
        all.put("j", group("j", dayOfYear));
        all.put("m", group("m", "1[0-2]|0[1-9]|[1-9]"));
        all.put("M", group("M", "[0-5]\\d|\\d"));
        all.put("S", group("S", "6[0-1]|[0-5]\\d|\\d"));
        all.put("U", group("U", week));
        all.put("W", group("W", week));
        all.put("w", group("w", "[0-6]"));
        all.put("u", group("u", "[1-7]"));
        all.put("V", group("V", "5[0-3]|0[1-9]|[1-4]\\d|\\d"));
        all.put("y", group("y", "\\d\\d"));
        all.put("Y", group("Y", "\\d\\d\\d\\d"));
        String offset = "[+-]\\d\\d:?[0-5]\\d(:?[0-5]\\d(\\.\\d{1,6})?)?|(?-i:Z)";
        all.put("z", group("z", offset));
        all.put("A", names("A", DAYS, 0));
        all.put("a", names("a", DAYS, 3));
        all.put("B", names("B", MONTHS, 0));
        all.put("b", names("b", MONTHS, 3));
        all.put("p", group("p", "am|pm"));
        all.put("P", group("p", "am|pm"));
        all.put("Op", group("p", "am|pm"));
        all.put("Z", zones());
        all.put("%", "%");
        for (String empty : List.of("Od", "Om", "Ow", "Oy", "OC", "OH", "OI", "OM", "OS", "Oe")) {
            all.put(empty, "");
        }
        all.put("T", pattern(CLOCK, all));
        all.put("X", pattern(CLOCK, all));
        all.put("R", pattern("%H:%M", all));
        all.put("r", pattern("%I:%M:%S %p", all));
        all.put("x", pattern("%m/%d/%y", all));
        all.put("c", pattern("%a %b %d %H:%M:%S %Y", all));
        return all;
    }

    private static String zones() {
        String own = ZoneId.systemDefault().getDisplayName(TextStyle.SHORT, Locale.ROOT);
        String lower = own.toLowerCase(Locale.ROOT);
        boolean usual = lower.equals("utc") || lower.equals("gmt") || !lower.matches("[a-z]+");
        return group("Z", usual ? "utc|gmt" : "utc|gmt|" + lower);
    }

    /// The regular expression of a format.
    private static String pattern(String format, Map<String, String> directives) {
        CharSequence escaped =
                (CharSequence) ReModule.sub("([\\\\.^$*+?\\(\\){}\\[\\]|])", "\\\\\\1", format);
        escaped = (CharSequence) ReModule.sub("\\s+", "\\\\s+", escaped);
        escaped = (CharSequence) ReModule.sub("'", "['\u02bc]", escaped);
        TextBuilder pattern = new TextBuilder();
        int last = 0;
        RePattern directive = ReModule.compile("%[-_0^#]*[0-9]*([OE]?\\\\?.?)");
        ReMatch match = directive.search(escaped);
        while (match != null) {
            pattern.append(Text.part(escaped, last, (int) match.start()));
            CharSequence name = (CharSequence) match.group(1L);
            pattern.append(directive(name == null ? "" : name, format, directives));
            last = (int) match.end();
            match = directive.search(escaped, last);
        }
        return pattern.append(Text.part(escaped, last, Text.length(escaped))).build().toString();
    }

    private static String directive(
            CharSequence name, CharSequence format, Map<String, String> directives) {
        String pattern = directives.get(name.toString());
        if (pattern != null) {
            return pattern;
        }
        CharSequence bad = Text.replace(name, "\\s", "");
        TextBuilder message = new TextBuilder();
        if (bad.isEmpty()) {
            message.append("stray % in format '");
        } else {
            bad = Text.replace(bad, "\\", "", 1);
            message.append("'").append(bad).append("' is a bad directive in format '");
        }
        throw new ValueError(message.append(format).append("'").build());
    }

    /// Reads a text by a format.
    public static Moment parse(CharSequence text, CharSequence format) {
        RePattern pattern = ReModule.compile(patternOf(format), 2L);
        ReMatch match = pattern.match(text);
        if (match == null) {
            throw new ValueError(
                    new TextBuilder()
                            .append("time data ")
                            .append(Values.repr(text))
                            .append(" does not match format ")
                            .append(Values.repr(format))
                            .build());
        }
        int end = (int) match.end();
        if (end != Text.length(text)) {
            CharSequence rest = Text.part(text, end, Text.length(text));
            throw new ValueError(Text.__add__("unconverted data remains: ", rest));
        }
        return new DateParser(match).moment();
    }

    private static CharSequence patternOf(CharSequence format) {
        return Text.of(pattern(format.toString(), DIRECTIVES));
    }

    private int number(String name, int absent) {
        CharSequence text = found.get(name);
        return text == null ? absent : (int) (long) Ints.parse(text);
    }

    private @Nullable String lower(String name) {
        CharSequence text = found.get(name);
        return text == null ? null : text.toString().toLowerCase(Locale.ROOT);
    }

    private Moment moment() {
        int weekday = weekday();
        checkWeeks(weekday);
        Calendar.Day day = day(weekday);
        String fraction = found.getOrDefault("f", "").toString();
        Offset offset = offset();
        return new Moment(
                day,
                hour(),
                number("M", 0),
                number("S", 0),
                Integer.parseInt((fraction + "000000").substring(0, 6)),
                found.getOrDefault("Z", ""),
                offset != null,
                offset == null ? 0 : offset.seconds(),
                offset == null ? 0 : offset.microseconds());
    }

    private int hour() {
        int half = number("I", NONE);
        if (half == NONE) {
            return number("H", 0);
        }
        return "pm".equals(lower("p")) ? half % 12 + 12 : half % 12;
    }

    /// Monday is 0.
    private int weekday() {
        String name = lower("A");
        if (name != null) {
            return DAYS.indexOf(name);
        }
        String start = lower("a");
        if (start != null) {
            return startingWith(DAYS, start);
        }
        int sinceSunday = number("w", NONE);
        if (sinceSunday != NONE) {
            return (sinceSunday + 6) % 7;
        }
        int fromMonday = number("u", NONE);
        return fromMonday == NONE ? NONE : fromMonday - 1;
    }

    private static int startingWith(List<String> names, String start) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private int month() {
        String name = lower("B");
        if (name != null) {
            return MONTHS.indexOf(name) + 1;
        }
        String start = lower("b");
        return start != null ? startingWith(MONTHS, start) + 1 : number("m", 1);
    }

    private int year() {
        int year = number("Y", NONE);
        int lastDigits = number("y", NONE);
        if (year == NONE && lastDigits != NONE) {
            return lastDigits <= 68 ? 2000 + lastDigits : 1900 + lastDigits;
        }
        return year;
    }

    private void checkWeeks(int weekday) {
        boolean isoYear = found.containsKey("G");
        boolean isoWeek = found.containsKey("V");
        if (isoYear && found.containsKey("j")) {
            throw new ValueError(
                    "Day of the year directive '%j' is not compatible with ISO year directive"
                            + " '%G'. Use '%Y' instead.");
        }
        if (isoYear && (!isoWeek || weekday == NONE)) {
            throw new ValueError(
                    "ISO year directive '%G' must be used with the ISO week directive '%V' and a"
                            + " weekday directive ('%A', '%a', '%w', or '%u').");
        }
        if (!isoYear && isoWeek) {
            throw new ValueError(
                    year() == NONE || weekday == NONE
                            ? "ISO week directive '%V' must be used with the ISO year directive"
                                    + " '%G' and a weekday directive ('%A', '%a', '%w', or '%u')."
                            : "ISO week directive '%V' is incompatible with the year directive"
                                    + " '%Y'. Use the ISO year '%G' instead.");
        }
    }

    private Calendar.Day day(int weekday) {
        int year = year();
        int month = month();
        int dayOfMonth = number("d", 1);
        boolean leapDay = year == NONE && month == 2 && dayOfMonth == 29;
        if (year == NONE) {
            year = leapDay ? 1904 : 1900;
        }
        int julian = number("j", NONE);
        if (julian == NONE && weekday != NONE) {
            int week = Math.max(number("U", NONE), number("W", NONE));
            if (week != NONE) {
                julian = dayOfWeek(year, week, weekday, found.containsKey("W"));
            } else if (found.containsKey("G")) {
                return isoDay(number("G", 0), number("V", 0), weekday);
            }
            if (julian != NONE && julian <= 0) {
                year--;
                julian += Calendar.isLeap(year) ? 366 : 365;
            }
        }
        if (julian != NONE) {
            Calendar.checkYear(year);
            Calendar.Day day = Calendar.day(Calendar.ordinal(year, 1, 1) + julian - 1);
            return leapDay ? new Calendar.Day(1900, day.month(), day.day()) : day;
        }
        Calendar.check(year, month, dayOfMonth);
        return new Calendar.Day(leapDay ? 1900 : year, month, dayOfMonth);
    }

    private static Calendar.Day isoDay(int year, int week, int weekday) {
        Calendar.checkYear(year);
        if (!Calendar.hasWeek(year, week)) {
            throw new ValueError("Invalid week: " + week);
        }
        return Calendar.day(Calendar.ordinalOfWeek(year, week, weekday + 1));
    }

    private static int dayOfWeek(int year, int week, int weekday, boolean fromMonday) {
        int first = Calendar.weekday(Calendar.ordinal(year, 1, 1));
        int day = weekday;
        if (!fromMonday) {
            first = (first + 1) % 7;
            day = (day + 1) % 7;
        }
        int partial = (7 - first) % 7;
        return week == 0 ? 1 + day - first : 1 + partial + 7 * (week - 1) + day;
    }

    private record Offset(int seconds, int microseconds) {}

    private @Nullable Offset offset() {
        CharSequence given = found.get("z");
        if (given == null) {
            return null;
        }
        String text = given.toString();
        if (text.equals("Z")) {
            return new Offset(0, 0);
        }
        if (text.charAt(3) == ':') {
            text = text.substring(0, 3) + text.substring(4);
            if (text.length() > 5) {
                if (text.charAt(5) != ':') {
                    throw new ValueError(Text.__add__("Inconsistent use of : in ", given));
                }
                text = text.substring(0, 5) + text.substring(6);
            }
        }
        int hours = Integer.parseInt(text.substring(1, 3));
        int minutes = Integer.parseInt(text.substring(3, 5));
        int seconds = text.length() > 5 ? Integer.parseInt(text.substring(5, 7)) : 0;
        String fraction = text.length() > 8 ? text.substring(8) : "";
        int micros = Integer.parseInt((fraction + "000000").substring(0, 6));
        int sign = text.startsWith("-") ? -1 : 1;
        return new Offset(sign * (hours * 3600 + minutes * 60 + seconds), sign * micros);
    }
}
