package krait.runtime;

import static krait.runtime.Agreement.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import krait.runtime.lib.ReMatch;
import krait.runtime.lib.ReModule;
import krait.runtime.lib.RePattern;
import krait.runtime.lib.RePatternError;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The module `re` gives what CPython's gives, faults included.
@NullUnmarked
final class RegexModuleTest {
    private static final String[] FAULTS = {
        "(",
        ")",
        "a)",
        "(a",
        "((a)",
        "(?",
        "(?:",
        "(?P",
        "(?P<",
        "(?P<>a)",
        "(?P<n",
        "(?P<1>a)",
        "(?P<n>a)(?P<n>b)",
        "(?P=n)",
        "(?P=",
        "(?P=)",
        "(?P<n>(?P=n))",
        "(?Px)",
        "(?P\\)",
        "(?<",
        "(?<x)",
        "(?<=a+)",
        "(?<=a|bc)",
        "(?<!a*)b",
        "(?<=(a)\\1)",
        "(?<=(?P<n>a)(?P=n))",
        "(a)(?<=\\1)",
        "(?<=(a)(?(1)b|c))",
        "(?#",
        "(?#a)",
        "(?z)",
        "(?i",
        "(?i-",
        "(?i-)",
        "(?-i)",
        "(?-:a)",
        "(?i-i:a)",
        "(?-u:a)",
        "(?a-a:b)",
        "(?au)",
        "(?L)",
        "(?iz)",
        "(?i1)",
        "(?i-1:a)",
        "(?i-z:a)",
        "(?i-s",
        "(?i-s)",
        "(?i-s1:a)",
        "a(?i)",
        "(a(?i))",
        "(?i)(?m)a",
        "|(?i)a",
        "(?i)a|(?m)b",
        "(?x) (?i) a",
        "(?(1)a|b)",
        "(a)(?(1)b|c|d)",
        "(?(0)a)",
        "(?(n)a)",
        "(?(",
        "(?(1",
        "(?()a)",
        "(?(1)a",
        "(a)(?(1)b",
        "(?(2)a)(b)",
        "(?(1a)b)",
        "(?(\u0661)a)",
        "(?(99999999999)a)",
        "*",
        "+a",
        "?",
        "a**",
        "a*+*",
        "a+++",
        "a{1}{2}",
        "^*",
        "\\b+",
        "(?:^)*",
        "a|*",
        "(*a)",
        "(?i)*",
        "{1}",
        "a{2,1}",
        "a{,3}",
        "a{}",
        "a{,}",
        "a{1",
        "a{1,",
        "a{x}",
        "a{1,2",
        "a{99999999999}",
        "a{4294967295}",
        "a{0,99999999999999999999}",
        "[",
        "[]",
        "[^]",
        "[]a",
        "[]a]",
        "[a",
        "[a-",
        "[a-]",
        "[-a]",
        "[a-b-c]",
        "[b-a]",
        "[a-\\d]",
        "[\\d-a]",
        "[\\w-\\d]",
        "[\\",
        "[\\q]",
        "[\\8]",
        "[\\400]",
        "[\\x1]",
        "[\\b]",
        "[^^]",
        "[a&&b]",
        "[[a]",
        "\\",
        "a\\",
        "\\q",
        "\\é",
        "\\1",
        "(\\1)",
        "(a)\\2",
        "\\8",
        "\\08",
        "\\400",
        "\\377",
        "\\12",
        "\\x",
        "\\x1g",
        "\\u12",
        "\\U0001F600",
        "\\U00110000",
        "\\N",
        "\\N{",
        "\\N{}",
        "\\N{DIGIT ONE}",
        "\\N{digit one}",
        "\\N{NO SUCH}",
        "\\Q",
        "\\z",
        "\\Z",
        "a\n(b",
        "a\nb\n\\q",
        "(?x)a # c\n(",
        "(?x: a b )c d",
        "(?P<é>a)",
        "(?P<a b>a)",
        "(?P<\\d>a)",
        "(?=a)*",
        "(?!a)*",
        "(?!)",
        "(?!)*",
        "(?>a",
        "(?>)",
        "a??+",
        "a{1}+",
        "a{1}?",
        "(?:a*)*",
        "(?s-i:.)",
        "(?aL:a)",
        "(?u)a",
        "(?u:a)",
        "é(",
        "😀(",
        "(?<=a{3000000000}{2})",
        "(?<=\\b)",
        "(?<=^)",
        "(?<=(?=ab))",
        "(?<=a{2})b",
        "(?<=(?:ab|cd))e"
    };

    private static final String[] TEMPLATES = {
        "",
        "x",
        "\\\\",
        "\\1",
        "\\2",
        "\\3",
        "\\g<1>",
        "\\g<0>",
        "\\g<n>",
        "\\g<m>",
        "\\g<>",
        "\\g<",
        "\\g",
        "\\g<1",
        "\\g<-1>",
        "\\g<99>",
        "\\g<1 >",
        "\\g<99999999999>",
        "\\0",
        "\\01",
        "\\012",
        "\\101",
        "\\400",
        "\\18",
        "\\11",
        "\\n\\t\\a\\b",
        "\\q",
        "\\é",
        "\\.",
        "\\",
        "a\\",
        "[\\1|\\2]",
        "\\x41",
        "😀\\1",
        "\\g<é>",
        "\\g<1a>"
    };

    private static final String[][] SEARCHES = {
        {"(a)|(b)", "xaxbx"},
        {"a*", "baac"},
        {"", "abc"},
        {"(?P<n>\\w)(\\d)?", "a1b c2"},
        {"\\b", "ab cd"},
        {"x*", "-x-"},
        {"(?=a)", "aaa"},
        {"[,;]\\s*", "a, b;c"},
        {"(,)", "a,b,c"},
        {"(?m)^", "a\nb\n"},
        {"$", "a\n"},
        {"\\Z", "a\n"},
        {"(?s).+", "a\nb"},
        {".+", "a\nb"},
        {"(?i)straße", "STRASSE straße"},
        {"[^\\W\\d]+", "ab1é2"},
        {"😀", "a😀b😀"},
        {"(?<=-)\\w+", "spam-egg"},
        {"\\d+", "١٢ 12"},
        {"(?a)\\d+", "١٢ 12"},
        {"\\B", ""},
        {"a|b|", "abc"}
    };

    private final Agreement cases = new Agreement();

    private static Object parts(ReMatch match) {
        return match == null
                ? null
                : Tuple.of(
                        match.group(),
                        match.groups(),
                        match.groupdict(),
                        match.span(),
                        match.lastindex(),
                        match.lastgroup(),
                        match.pos(),
                        match.endpos());
    }

    private static final String PARTS =
            "(lambda m: m and (m.group(), m.groups(), m.groupdict(), m.span(), m.lastindex, "
                    + "m.lastgroup, m.pos, m.endpos))";

    @Test
    void faultsHaveTheSameWordsAndPlaces() {
        for (String fault : FAULTS) {
            CharSequence pattern = Text.of(fault);
            cases.add("re.compile(" + literal(pattern) + ")", () -> ReModule.compile(pattern));
            if (Text.isascii(pattern)) {
                Bytes bytes = Text.encode(pattern);
                cases.add("re.compile(" + bytes.__repr__() + ")", () -> ReModule.compile(bytes));
            }
        }
        Bytes name = Text.encode("(?P<\u00e9>a)", "latin-1");
        cases.add("re.compile(" + name.__repr__() + ")", () -> ReModule.compile(name));
        cases.check();
    }

    @Test
    void damagedPatternsHaveTheSameFaults() {
        Random random = new Random(3);
        String signs = "()[]{}?*+|\\<>=!:-^$.,#P 01an\ndwsibzx&~";
        for (int i = 0; i < 8000; i++) {
            StringBuilder text = new StringBuilder(FAULTS[random.nextInt(FAULTS.length)]);
            for (int change = random.nextInt(4); change > 0; change--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextInt(3) == 0 && at < text.length()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            CharSequence pattern = Text.of(text);
            cases.add("re.compile(" + literal(pattern) + ")", () -> ReModule.compile(pattern));
        }
        cases.check();
    }

    @Test
    void functionsGiveTheSame() {
        for (String[] each : SEARCHES) {
            CharSequence pattern = Text.of(each[0]);
            CharSequence text = Text.of(each[1]);
            String arguments = "(" + literal(pattern) + ", " + literal(text);
            cases.add("re.findall" + arguments + ")", () -> ReModule.findall(pattern, text));
            cases.add("re.split" + arguments + ")", () -> ReModule.split(pattern, text));
            for (long flag : new long[] {0, 2, 8, 16, 256}) {
                cases.add(
                        PARTS + "(re.search" + arguments + ", " + flag + "))",
                        () -> parts(ReModule.search(pattern, text, flag)));
            }
            for (long count : new long[] {-1, 0, 1, 2}) {
                cases.add(
                        "re.split" + arguments + ", maxsplit=" + count + ")",
                        () -> ReModule.split(pattern, text, count));
                cases.add(
                        "re.subn(%s, '<\\\\g<0>>', %s, count=%d)"
                                .formatted(literal(pattern), literal(text), count),
                        () -> ReModule.subn(pattern, "<\\g<0>>", text, count));
            }
            for (int i = 0; i < 40; i++) {
                long pos = i % 7 - 2L;
                long end = i / 5 - 2L;
                String bounds = "(%s, %d, %d)".formatted(literal(text), pos, end);
                String compiled = "re.compile(" + literal(pattern) + ").";
                RePattern own = ReModule.compile(pattern);
                cases.add(
                        PARTS + "(" + compiled + "search" + bounds + ")",
                        () -> parts(own.search(text, pos, end)));
                cases.add(
                        PARTS + "(" + compiled + "match" + bounds + ")",
                        () -> parts(own.match(text, pos, end)));
                cases.add(
                        PARTS + "(" + compiled + "fullmatch" + bounds + ")",
                        () -> parts(own.fullmatch(text, pos, end)));
                cases.add(compiled + "findall" + bounds, () -> own.findall(text, pos, end));
            }
        }
        cases.check();
    }

    @Test
    void templatesGiveTheSameOrTheSameFault() {
        for (String each : TEMPLATES) {
            CharSequence template = Text.of(each);
            cases.add(
                    "re.sub('(?P<n>a)|(b)', %s, 'xabx')".formatted(literal(template)),
                    () -> ReModule.sub("(?P<n>a)|(b)", template, "xabx"));
            cases.add(
                    "re.match('(?P<n>a)|(b)', 'ab').expand(%s)".formatted(literal(template)),
                    () -> ReModule.match("(?P<n>a)|(b)", "ab").expand(template));
            if (Text.isascii(template)) {
                Bytes bytes = Text.encode(template);
                cases.add(
                        "re.sub(b'(?P<n>a)|(b)', %s, b'xabx')".formatted(bytes.__repr__()),
                        () ->
                                ReModule.sub(
                                        Text.encode("(?P<n>a)|(b)"), bytes, Text.encode("xabx")));
            }
        }
        Function upper =
                Function.of1(
                        "upper", match -> Text.upper((CharSequence) ((ReMatch) match).group()));
        cases.add(
                "re.sub('b+', lambda m: m.group().upper(), 'abbcb')",
                () -> ReModule.sub("b+", upper, "abbcb"));
        cases.add(
                "re.sub('b', lambda m: None, 'abc')",
                () -> ReModule.sub("b", Function.of1("none", match -> null), "abc"));
        cases.check();
    }

    @Test
    void matchesAndPatternsShowTheSame() {
        ReMatch match = ReModule.match("(?P<n>a)(b)?", "ac");
        String own = "re.match('(?P<n>a)(b)?', 'ac')";
        cases.add(own, () -> match);
        for (Object group : new Object[] {0L, 1L, 2L, 3L, -1L, "n", "m", true}) {
            String shown = Values.repr(group).toString();
            cases.add(own + ".group(" + shown + ")", () -> match.group(group));
            cases.add(own + "[" + shown + "]", () -> match.__getitem__(group));
            cases.add(own + ".start(" + shown + ")", () -> match.start(group));
            cases.add(own + ".end(" + shown + ")", () -> match.end(group));
            cases.add(own + ".span(" + shown + ")", () -> match.span(group));
        }
        cases.add(own + ".group(0, 2)", () -> match.group(0L, 2L));
        cases.add(own + ".group('n', 2, 0)", () -> match.group("n", 2L, 0L));
        cases.add(own + ".groups('-')", () -> match.groups("-"));
        cases.add(own + ".groupdict('-')", () -> match.groupdict("-"));
        cases.add(own + ".string", match::string);
        cases.add(own + ".re", match::re);
        cases.add("dict(" + own + ".re.groupindex)", () -> match.re().groupindex());
        for (long flags = 0; flags < 600; flags += 2) {
            long bits = flags & ~(4 | 128 | 512);
            if ((bits & (32 | 256)) != (32 | 256)) {
                cases.add("re.compile('a', %d)".formatted(bits), () -> ReModule.compile("a", bits));
                cases.add(
                        "re.compile('a', %d).flags".formatted(bits),
                        () -> ReModule.compile("a", bits).flags());
            }
        }
        cases.add("re.compile('a' * 300)", () -> ReModule.compile("a".repeat(300)));
        cases.add("re.I | re.M", () -> ReModule.I.__or__(ReModule.M));
        cases.add("re.NOFLAG", () -> ReModule.NOFLAG);
        cases.add("re.A | re.X | re.S", () -> ReModule.A.__or__(ReModule.X).__or__(ReModule.S));
        cases.add("re.compile('a', 256 | 32)", () -> ReModule.compile("a", 288L));
        cases.add("re.compile('a', 4)", () -> ReModule.compile("a", 4L));
        cases.add(
                "re.compile(re.compile('a'), 2)",
                () -> ReModule.compile(ReModule.compile("a"), 2L));
        cases.add(
                "re.compile('a') == re.compile('a', 32)",
                () -> Values.eq(ReModule.compile("a"), ReModule.compile("a", 32L)));
        cases.add(
                "re.compile('a').match(b'a')", () -> ReModule.compile("a").match(Text.encode("a")));
        cases.add(
                "re.compile(b'a').match('a')", () -> ReModule.compile(Text.encode("a")).match("a"));
        cases.add(
                "re.findall(b'[a-c]+', b'ab-c')",
                () -> ReModule.findall(Text.encode("[a-c]+"), Text.encode("ab-c")));
        cases.check();
    }

    @Test
    void everySpecialCharacterIsEscaped() {
        TextBuilder all = new TextBuilder();
        for (int point = 0; point < 300; point++) {
            all.appendPoint(point);
        }
        CharSequence text = all.build();
        cases.add("re.escape(" + literal(text) + ")", () -> ReModule.escape(text));
        cases.add("re.escape(b'a.b*')", () -> ReModule.escape(Text.encode("a.b*")));
        cases.check();
    }

    @Test
    void everyCodePointHasTheSameClassAndCase() {
        String[] patterns = {
            "\\w", "\\d", "\\s", "\\W", "[\\D]", "(?i)[^k-ſ]", "(?i)[\\u0100-\\U00010fff]"
        };
        for (String pattern : patterns) {
            for (String flags : new String[] {"", "(?a)"}) {
                String source = flags + pattern;
                if (!flags.isEmpty() && pattern.startsWith("(?i)")) {
                    source = "(?ai)" + pattern.substring(4);
                }
                CharSequence given = Text.of(source);
                cases.add(
                        "re.sub(%s, '', ''.join(map(chr, range(0x11000))))"
                                .formatted(literal(given)),
                        () -> ReModule.sub(given, "", points(0, 0x11000)));
            }
        }
        for (int point = 0; point < 0x20000; point++) {
            String upper = Character.toString(point).toUpperCase(Locale.ROOT);
            if (Character.toLowerCase(point) != point || upper.codePointAt(0) != point) {
                CharSequence text = Text.ofPoint(point);
                CharSequence others =
                        Text.join(
                                "",
                                ObjectList.of(
                                        Text.ofPoint(Character.toLowerCase(point)),
                                        Text.ofPoint(Character.toUpperCase(point)),
                                        Text.ofPoint(Character.toTitleCase(point)),
                                        "sSſkK\u212aßẞiIıİµμΜσςΣ"));
                cases.add(
                        "re.findall(%s, %s, 2)".formatted(literal(text), literal(others)),
                        () -> ReModule.findall(text, others, 2L));
            }
        }
        cases.check();
    }

    private static CharSequence points(int from, int to) {
        TextBuilder text = new TextBuilder();
        for (int point = from; point < to; point++) {
            text.appendPoint(point);
        }
        return text.build();
    }

    @Test
    void theLengthOfTheSubjectIsNoLimit() {
        String text = "ab".repeat(500_000);
        assertThat(ReModule.fullmatch("(?:a|b)*", text)).isNotNull();
        assertThat(ReModule.fullmatch("(?:(a)(b))*?", text)).isNotNull();
        assertThat(ReModule.fullmatch("(?:ab)++", text)).isNotNull();
        assertThat(ReModule.search("(?:a.)*c", text.substring(0, 2000))).isNull();
    }

    @Test
    void aFaultKnowsItsPlace() {
        assertThatThrownBy(() -> ReModule.compile("a\nb("))
                .isInstanceOfSatisfying(
                        RePatternError.class,
                        e -> {
                            assertThat(e.msg()).isEqualTo("missing ), unterminated subpattern");
                            assertThat(e.pattern()).isEqualTo("a\nb(");
                            assertThat(e.pos()).isEqualTo(3L);
                            assertThat(e.lineno()).isEqualTo(2L);
                            assertThat(e.colno()).isEqualTo(2L);
                        });
        assertThat(new RePatternError("x").pos()).isNull();
        assertThat(new RePatternError("x").__str__()).hasToString("x");
    }
}
