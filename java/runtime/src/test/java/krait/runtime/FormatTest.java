package krait.runtime;

import static krait.runtime.Agreement.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Formatted text is what CPython formats.
final class FormatTest {
    private static final String[] TEMPLATES = {
        "{}",
        "{} {}",
        "{0} {0}",
        "{1}{0}",
        "{{}}",
        "{{{0}}}",
        "}}{{",
        "{",
        "}",
        "{0",
        "{0:",
        "{0:5",
        "{0!r}",
        "{!s:>8}",
        "{!a}",
        "{!x}",
        "{!}",
        "{!r",
        "{!rr}",
        "{0!",
        "{! r}",
        "{:{}}",
        "{0:{1}}",
        "{:{:{}}}",
        "{0:{0:{0}}}",
        "{}{0}",
        "{0}{}",
        "{2}",
        "{9}",
        "{a}",
        "{a.b}",
        "{0[",
        "{0[0",
        "{0.}",
        "{0[]}",
        "{.real}",
        "{00}",
        "{01}",
        "{+1}",
        "{-1}",
        "{ 0 }",
        "{\u0661}",
        "{99999999999999999999}",
        "{0[99999999999999999999]}",
        "{0:}}",
        "{:}}}",
        "{:{{}",
        "{!r}}",
        "{!\u00e9}",
        "{!\n}",
        "{a{b}",
        "{0[a]}",
        "{:d}",
        "{:.1f}",
        "a{0:^7}b{1:^7}c",
        "{:{0}}",
        "{0:{}}",
        "{{0}",
        "{0}}",
        "{0[0]b}",
        "{[0]}",
        "{..}"
    };

    private final Agreement cases = new Agreement();
    private final Random random = new Random(3);

    private static final List<@Nullable Object> VALUES = new ArrayList<>();

    static {
        VALUES.addAll(List.of(0L, 1L, -1L, 65L, 255L, -1234567L, 123456789012L, Long.MIN_VALUE));
        VALUES.add(Ints.mul(Long.MAX_VALUE, 1000L));
        VALUES.addAll(List.of(true, false, "", "abc", "\u00e9t\u00e9", Text.of("\ud83d\ude00x")));
        VALUES.addAll(List.of(0.0, -0.0, 1.0, -1.5, 0.1, 2.675, 1e16, 1e17, 1e-5, 123456.789));
        VALUES.addAll(
                List.of(1e100, Double.MIN_VALUE, 1e22, 999999.5, 0.5, 2.5, -0.0004, 99.995, 1e300));
        VALUES.addAll(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        VALUES.add(null);
    }

    private void format(@Nullable Object value, String spec) {
        CharSequence canonical = Text.of(spec);
        cases.add(
                "format(%s, %s)".formatted(literal(value), literal(canonical)),
                () -> Format.format(value, canonical));
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Test
    void randomSpecificationsAgree() {
        for (int i = 0; i < 12_000; i++) {
            String spec =
                    any(
                                    "",
                                    "",
                                    "",
                                    "<",
                                    ">",
                                    "=",
                                    "^",
                                    "*<",
                                    "0=",
                                    "x^",
                                    "\u00e9>",
                                    "\ud83d\ude00=")
                            + any("", "", "", "+", "-", " ")
                            + any("", "", "", "", "z")
                            + any("", "", "", "#")
                            + any("", "", "", "0")
                            + any("", "", "5", "12", "20", "1")
                            + any("", "", "", ",", "_")
                            + any(
                                    "", "", "", ".0", ".1", ".3", ".6", ".17", ".30", ".,", ".4_",
                                    ".9,")
                            + any(
                                    "", "", "d", "f", "g", "e", "s", "x", "X", "b", "o", "c", "n",
                                    "%", "E", "G", "F");
            format(VALUES.get(random.nextInt(VALUES.size())), spec);
        }
        cases.check();
    }

    @Test
    void wrongSpecificationsFailAlike() {
        String[] specs = {
            "y",
            "\u00e9",
            "5y5",
            ".",
            ",,",
            "__",
            "_,",
            ",_",
            "5 ",
            "99999999999999999999",
            "ff",
            ".99999999999999999999",
            ",s",
            ",n",
            "_c",
            ".2147483648f",
            "\u0665d",
            "{<5",
            "<<",
            "=",
            "0=5",
            "z+",
            "z",
            "+#",
            ".3d",
            "#c",
            "+c",
            "\u0080",
            "\u007f",
            "%H",
            ".f",
            ".,_f",
            "_x",
            ",x",
            "d5",
            "05c",
            "+05s",
            "=5c",
            "%%",
            "\n",
            "5\n"
        };
        for (@Nullable Object value : VALUES) {
            for (String spec : specs) {
                format(value, spec);
            }
        }
        cases.check();
    }

    @Test
    void floatsInEveryPrecisionAgree() {
        Numbers samples = new Numbers(4);
        for (int i = 0; i < 6000; i++) {
            double value = samples.real();
            format(value, "." + random.nextInt(25) + any("e", "f", "g", ""));
        }
        for (int i = 0; i < 2000; i++) {
            format((random.nextInt(2_000_000) - 1_000_000 + 0.5) / any100(), ".2f");
        }
        cases.check();
    }

    private double any100() {
        return Math.pow(10, random.nextInt(4));
    }

    @Test
    void templatesAgree() {
        Object[] args = {7L, 12L, "text"};
        for (String template : TEMPLATES) {
            cases.add(
                    literal(template) + ".format(7, 12, 'text')",
                    () -> StrFormat.format(template, args));
        }
        cases.check();
    }

    @Test
    void percentFieldsAgree() {
        Object[] values = {
            0L,
            5L,
            -255L,
            Ints.mul(Long.MAX_VALUE, 77L),
            true,
            1.5,
            -0.0,
            1e100,
            12345.678,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            "a",
            "abc",
            "\u00e9",
            0x110000L,
            -1L
        };
        for (int i = 0; i < 12_000; i++) {
            String template =
                    "<%"
                            + any("", "", "-", "+", " ", "#", "0", "-0", "+0", "#0", " 0", "-#")
                            + any("", "", "5", "12", "3")
                            + any("", "", ".0", ".1", ".3", ".10", ".")
                            + any("", "", "", "l", "h", "L")
                            + any(
                                    "d", "i", "u", "o", "x", "X", "s", "r", "a", "c", "e", "f", "g",
                                    "E", "F", "G", "y", "%")
                            + ">";
            Object value = values[random.nextInt(values.length)];
            cases.add(
                    literal(template) + " % (" + literal(value) + ",)",
                    () -> Percent.format(template, Tuple.of(value)));
        }
        cases.check();
    }

    @Test
    void wrongPercentTemplatesFailAlike() {
        Object[] values = {
            1L,
            "x",
            Tuple.EMPTY,
            Tuple.of(1L, 2L),
            Tuple.of("a"),
            Tuple.of(5L, 1.5, "z"),
            2.5,
            Tuple.of(-5L, 3L),
            Tuple.of(BigLiteral.HUGE, 1L),
            Tuple.of(true, 1L)
        };
        String[] templates = {
            "",
            "a",
            "%",
            "%%",
            "%%%",
            "%5%",
            "%d",
            "%s",
            "%s%s",
            "%s %s",
            "%*d",
            "%.*f",
            "%-*d|",
            "%(a)s",
            "%(a",
            "%(a)",
            "%z",
            "%\u00e9",
            "%\n",
            "%5",
            "%hhd",
            "%lld",
            "%ld",
            "%99999999999d",
            "%.99999999999d",
            "%*.*f",
            "%c",
            "%x",
            "%i",
            "%f",
            "%d%%",
            "%d%"
        };
        for (Object value : values) {
            for (String template : templates) {
                String python = value instanceof Tuple tuple ? tupleLiteral(tuple) : literal(value);
                cases.add(
                        literal(template) + " % " + python, () -> Percent.format(template, value));
            }
        }
        cases.check();
    }

    private static final class BigLiteral {
        static final Object HUGE = Ints.mul(Long.MAX_VALUE, 1000L);
    }

    private static String tupleLiteral(Tuple tuple) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < tuple.size(); i++) {
            text.append(literal(tuple.get(i))).append(", ");
        }
        return text.append(')').toString().replace("(, ", "(");
    }
}
