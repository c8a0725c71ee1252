package krait.runtime;

import static krait.runtime.Agreement.literal;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import krait.runtime.lib.DatetimeDate;
import krait.runtime.lib.DatetimeDatetime;
import krait.runtime.lib.DatetimeTime;
import krait.runtime.lib.DatetimeTimedelta;
import krait.runtime.lib.DatetimeTimezone;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The module `datetime` gives what CPython's gives, faults included.
@NullUnmarked
final class DatetimeTest {
    private static final String[] TEXTS = {
        "2020-01-01",
        "20200101",
        "2020-W01-1",
        "2020W011",
        "2020-W01",
        "2020W01",
        "2020-W53-7",
        "2021-W53-1",
        "2020-W60-1",
        "2020-13-01",
        "2020-02-30",
        "2020-1-1",
        "x",
        "",
        "2020-01-01T",
        "2020-01-01T10",
        "2020-01-01T1",
        "2020-01-01T10:0",
        "2020-01-01T10:00",
        "2020-01-01T10:00:00",
        "2020-01-01T10:00:00.1",
        "2020-01-01T10:00:00,123456789",
        "2020-01-01T1000",
        "2020-01-01T100000",
        "2020-01-01T100000.5",
        "2020-01-01 10:00Z",
        "2020-01-01T10:00+01",
        "2020-01-01T10:00+01:30",
        "2020-01-01T10:00-0130",
        "2020-01-01T10:00:00.5+01:30:15.5",
        "2020-01-01T10:00+25:00",
        "2020-01-01T10:00+24:00",
        "2020-01-01T24:00",
        "2020-12-31T24:00",
        "2020-02-29T24:00:00",
        "2020-01-01T24:01",
        "2020-01-01T25:00",
        "2020-01-01T10:60",
        "2020-01-01T10:00:60",
        "2020-01-01T10:00Zx",
        "2020-01-01T10:00:00.",
        "2020-01-01T10:00:",
        "2020-01-01é10:00",
        "20200101T10",
        "2020W011T10",
        "2020W01T10",
        "2020-W01T10",
        "2020-W01-1T10",
        "2020-W01-10:00",
        "0000-01-01",
        "9999-12-31T24:00",
        "2020-01-0110:00",
        "2020-01-01T10:00+00:00",
        "2020-01-01T10:00+00:00:00.5",
        "2020-01-01T10-00:00",
        "10:00",
        "T10:00",
        "10",
        "1000",
        "10:00:00.12",
        "24:00",
        "24:01",
        "10:00+01:00",
        "10:00Z",
        "T",
        "10:0",
        "100",
        "10:00:00:00",
        "99:99",
        "2020-01"
    };

    private static final String[] FORMATS = {
        "%Y-%m-%d",
        "%d/%m/%y",
        "%H:%M:%S",
        "%I:%M %p",
        "%Y-%m-%dT%H:%M:%S.%f%z",
        "%a %b %d %Y",
        "%A, %d %B %Y",
        "%j %Y",
        "%Y %U %w",
        "%Y %W %a",
        "%G-W%V-%u",
        "%c",
        "%x %X",
        "%D %T",
        "%R",
        "%r",
        "%Y%%%m",
        "%Z",
        "%z",
        "%:z",
        "%e %k %l",
        "%Q",
        "%",
        "%5Y|%-d|%_d|%05m|%^a|%#b|%#p|%10A|%010B",
        "%C %g %h %n%t%P",
        "%F %Ey %Od",
        "[%Y] (%m) {%d}",
        "%u %w %U %W %V %j",
        "é%Yé",
        "%-",
        "%E",
        "%d %m"
    };

    private final Agreement cases = new Agreement();
    private final Random random = new Random(5);

    private static final String D = "datetime.";

    private long below(int bound) {
        return random.nextInt(bound);
    }

    private DatetimeTimezone zone() {
        return switch (random.nextInt(6)) {
            case 0 -> DatetimeTimezone.utc;
            case 1 -> DatetimeTimezone.new_(delta(0, below(172_000) - 86_000, 0));
            case 2 -> DatetimeTimezone.new_(delta(0, 3600, below(9) - 4), "Z\u00e9");
            default -> null;
        };
    }

    private static DatetimeTimedelta delta(Object days, Object seconds, Object micros) {
        return DatetimeTimedelta.new_(days(days), days(seconds), days(micros), 0L, 0L, 0L, 0L);
    }

    private static Object days(Object value) {
        return value instanceof Integer number ? (Object) (long) number : value;
    }

    private DatetimeDatetime moment() {
        long year = random.nextInt(4) == 0 ? (random.nextBoolean() ? 1 : 9999) : 1 + below(9998);
        long month = 1 + below(12);
        return DatetimeDatetime.new_(
                year,
                month,
                1 + below(28),
                below(24),
                below(60),
                below(60),
                random.nextBoolean() ? 0 : below(1_000_000),
                zone(),
                random.nextInt(8) == 0 ? 1 : 0);
    }

    private DatetimeTimedelta span() {
        return switch (random.nextInt(4)) {
            case 0 -> delta(below(9) - 4, below(200_000) - 100_000, below(9) - 4);
            case 1 -> delta(random.nextBoolean() ? -below(999_999_999) : 0, 0, 0);
            case 2 -> delta(0, below(100), 0);
            default -> delta(below(5_000_000) - 2_500_000, below(86_400), below(1_000_000));
        };
    }

    private static String source(Object value) {
        return value instanceof CharSequence text ? literal(text) : Values.ascii(value).toString();
    }

    private void both(String method, CharSequence text, Function<CharSequence, Object> own) {
        cases.add(D + method + "(" + literal(text) + ")", () -> own.apply(text));
    }

    @Test
    void isoTextsAreReadTheSame() {
        for (String each : TEXTS) {
            readEverywhere(each);
        }
        String signs = "0123456789-:T W+.,Z";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(TEXTS[random.nextInt(TEXTS.length)]);
            for (int change = 1 + random.nextInt(2); change > 0; change--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextBoolean() && at < text.length()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            readEverywhere(text.toString());
        }
        cases.check();
    }

    private void readEverywhere(CharSequence text) {
        both("date.fromisoformat", text, DatetimeDate::fromisoformat);
        both("time.fromisoformat", text, DatetimeTime::fromisoformat);
        both("datetime.fromisoformat", text, DatetimeDatetime::fromisoformat);
    }

    @Test
    void arithmeticAndOrderAgree() {
        for (int i = 0; i < 800; i++) {
            DatetimeDatetime a = moment();
            DatetimeDatetime b = random.nextInt(5) == 0 ? a : moment();
            DatetimeTimedelta d = span();
            DatetimeTimedelta e = random.nextInt(5) == 0 ? d : span();
            String x = source(a);
            String y = source(b);
            String p = source(d);
            String q = source(e);
            cases.add(x + " + " + p, () -> a.__add__(d));
            cases.add(x + " - " + p, () -> a.__sub__(d));
            cases.add(x + " - " + y, () -> a.__sub__(b));
            cases.add(x + " < " + y, () -> a.__lt__(b));
            cases.add(x + " == " + y, () -> a.__eq__(b));
            cases.add(x + ".date() - " + y + ".date()", () -> a.date().__sub__(b.date()));
            cases.add(x + ".date() + " + p, () -> a.date().__add__(d));
            cases.add(x + ".date() >= " + y + ".date()", () -> a.date().__ge__(b.date()));
            cases.add(x + ".timetz() < " + y + ".timetz()", () -> a.timetz().__lt__(b.timetz()));
            cases.add(x + ".timetz() == " + y + ".timetz()", () -> a.timetz().__eq__(b.timetz()));
            cases.add(p + " + " + q, () -> d.__add__(e));
            cases.add(p + " - " + q, () -> d.__sub__(e));
            cases.add(p + " / " + q, () -> d.__truediv__(e));
            cases.add(p + " // " + q, () -> d.__floordiv__(e));
            cases.add(p + " % " + q, () -> d.__mod__(e));
            cases.add(p + " <= " + q, () -> d.__le__(e));
            cases.add("abs(" + p + ")", () -> d.__abs__());
            cases.add("-" + p, () -> d.__neg__());
            cases.add("str(" + p + ")", () -> d.__str__());
            cases.add(p + ".total_seconds()", d::total_seconds);
            for (Object factor : List.of(below(9) - 4, below(100_000), 0.5, 1.1, -2.5, 1e-7)) {
                cases.add(p + " * " + source(factor), () -> d.__mul__(factor));
                cases.add(p + " / " + source(factor), () -> d.__truediv__(factor));
                if (factor instanceof Long) {
                    cases.add(p + " // " + source(factor), () -> d.__floordiv__(factor));
                }
            }
        }
        cases.check();
    }

    @Test
    void momentsShowTheSame() {
        for (int i = 0; i < 800; i++) {
            DatetimeDatetime moment = moment();
            String x = source(moment);
            cases.add(x, () -> moment);
            cases.add("str(" + x + ")", moment::__str__);
            cases.add(x + ".ctime()", moment::ctime);
            cases.add(x + ".date()", moment::date);
            cases.add(x + ".time()", moment::time);
            cases.add(x + ".timetz()", moment::timetz);
            cases.add("str(" + x + ".timetz())", () -> moment.timetz().__str__());
            cases.add(x + ".isocalendar()", moment::isocalendar);
            cases.add(x + ".weekday()", moment::weekday);
            cases.add(x + ".toordinal()", moment::toordinal);
            cases.add(x + ".utcoffset()", moment::utcoffset);
            cases.add(x + ".tzname()", moment::tzname);
            DatetimeTimezone there = zone();
            if (there != null && moment.tzinfo() != null) {
                cases.add(x + ".timestamp()", moment::timestamp);
                cases.add(x + ".astimezone(" + source(there) + ")", () -> moment.astimezone(there));
            }
            for (String timespec :
                    List.of(
                            "auto",
                            "hours",
                            "minutes",
                            "seconds",
                            "milliseconds",
                            "microseconds",
                            "x")) {
                cases.add(
                        x + ".isoformat(' ', '" + timespec + "')",
                        () -> moment.isoformat(" ", timespec));
            }
            String format = FORMATS[i % FORMATS.length];
            cases.add(x + ".strftime(" + literal(format) + ")", () -> moment.strftime(format));
            cases.add(
                    x + ".date().strftime(" + literal(format) + ")",
                    () -> moment.date().strftime(format));
            cases.add(
                    x + ".timetz().strftime(" + literal(format) + ")",
                    () -> moment.timetz().strftime(format));
            CharSequence shown = moment.strftime(format);
            for (String other : List.of(format, FORMATS[random.nextInt(FORMATS.length)])) {
                cases.add(
                        D + "datetime.strptime(" + literal(shown) + ", " + literal(other) + ")",
                        () -> DatetimeDatetime.strptime(shown, other));
            }
        }
        cases.check();
    }

    @Test
    void makingRefusesTheSame() {
        long[] numbers = {
            0,
            1,
            -1,
            13,
            24,
            29,
            30,
            31,
            32,
            60,
            2023,
            2024,
            9999,
            10_000,
            1_000_000,
            1L << 31,
            -(1L << 31) - 1
        };
        for (int i = 0; i < 800; i++) {
            long[] n = new long[7];
            for (int j = 0; j < n.length; j++) {
                n[j] = random.nextInt(3) == 0 ? numbers[random.nextInt(numbers.length)] : 1 + j % 2;
            }
            cases.add(
                    D + "date(%d, %d, %d)".formatted(n[0], n[1], n[2]),
                    () -> new DatetimeDate(n[0], n[1], n[2]));
            cases.add(
                    D
                            + "time(%d, %d, %d, %d, None, fold=%d)"
                                    .formatted(n[0], n[1], n[2], n[3], n[4]),
                    () -> new DatetimeTime(n[0], n[1], n[2], n[3], null, n[4]));
            cases.add(
                    D
                            + "datetime(%d, %d, %d, %d, %d, %d, %d)"
                                    .formatted(n[0], n[1], n[2], n[3], n[4], n[5], n[6]),
                    () -> DatetimeDatetime.new_(n[0], n[1], n[2], n[3], n[4], n[5], n[6], null, 0));
            cases.add(
                    D + "date.fromisocalendar(%d, %d, %d)".formatted(n[0], n[1], n[2]),
                    () -> DatetimeDate.fromisocalendar(n[0], n[1], n[2]));
            cases.add(
                    D + "date.fromordinal(%d)".formatted(n[0]),
                    () -> DatetimeDate.fromordinal(n[0]));
            Object[] parts = new Object[7];
            for (int j = 0; j < 7; j++) {
                parts[j] =
                        random.nextInt(3) == 0
                                ? (Object) (random.nextInt(2001) / 8.0 - random.nextInt(9) * 1e-7)
                                : (Object) (below(100_000) - 50_000);
            }
            StringBuilder source = new StringBuilder();
            for (Object part : parts) {
                source.append(source.isEmpty() ? "" : ", ").append(source(part));
            }
            cases.add(
                    D + "timedelta(" + source + ")",
                    () ->
                            DatetimeTimedelta.new_(
                                    parts[0], parts[1], parts[2], parts[3], parts[4], parts[5],
                                    parts[6]));
            Object stamp =
                    random.nextBoolean() ? (Object) (random.nextInt() * 1.000_000_7) : below(99);
            cases.add(
                    D + "datetime.fromtimestamp(" + source(stamp) + ", datetime.timezone.utc)",
                    () -> DatetimeDatetime.fromtimestamp(stamp, DatetimeTimezone.utc));
        }
        cases.check();
    }

    @Test
    void makingOfOddNumbersRefusesTheSame() {
        double infinity = Double.POSITIVE_INFINITY;
        for (double odd : new double[] {Double.NaN, infinity, 1e20, -1e20, 1e12, 3e11}) {
            String shown = literal(odd);
            cases.add(
                    D + "datetime.fromtimestamp(" + shown + ", datetime.timezone.utc)",
                    () -> DatetimeDatetime.fromtimestamp(odd, DatetimeTimezone.utc));
            cases.add(D + "timedelta(days=" + shown + ")", () -> delta(odd, 0, 0));
            cases.add(D + "timedelta(1) * " + shown, () -> delta(1, 0, 0).__mul__(odd));
        }
        for (DatetimeTimedelta each :
                List.of(
                        delta(1, 0, 0),
                        delta(-1, 0, 0),
                        delta(-1, 0, 1),
                        delta(0, 3605, 0),
                        delta(0, -1, 5),
                        delta(0, 0, 0))) {
            cases.add(D + "timezone(" + source(each) + ")", () -> DatetimeTimezone.new_(each));
            cases.add(
                    "str(" + D + "timezone(" + source(each) + "))",
                    () -> DatetimeTimezone.new_(each).__str__());
            cases.add(
                    D + "timezone(" + source(each) + ", 'x')",
                    () -> DatetimeTimezone.new_(each, "x"));
        }
        cases.check();
    }

    @Test
    void datesAndMomentsDoNotMix() {
        DatetimeDatetime moment = DatetimeDatetime.new_(2020, 1, 1);
        DatetimeDate date = new DatetimeDate(2020, 1, 1);
        String x = "datetime.datetime(2020, 1, 1)";
        String y = "datetime.date(2020, 1, 1)";
        cases.add(x + " == " + y, () -> Values.eq(moment, date));
        cases.add(y + " == " + x, () -> Values.eq(date, moment));
        cases.add(x + " < " + y, () -> Values.lt(moment, date));
        cases.add(y + " < " + x, () -> Values.lt(date, moment));
        cases.add(x + " - " + y, () -> moment.__sub__(date));
        cases.add(y + " - " + x, () -> date.__sub__(moment));
        cases.add("datetime.timezone.min", () -> DatetimeTimezone.min);
        cases.add("datetime.timezone.max", () -> DatetimeTimezone.max);
        cases.add("datetime.timedelta.min", () -> DatetimeTimedelta.min);
        cases.add("datetime.timedelta.max", () -> DatetimeTimedelta.max);
        cases.add("datetime.time.max", () -> DatetimeTime.max);
        cases.check();
    }
}
