package krait.runtime;

import static krait.runtime.Agreement.literal;

import java.util.Random;
import krait.runtime.lib.ReMatch;
import krait.runtime.lib.ReModule;
import krait.runtime.lib.RePattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Random patterns on random subjects match where CPython's do.
final class RegexTest {
    private static final String[] ATOMS = {
        "a",
        "b",
        "ab",
        "a",
        "b",
        ".",
        "[ab]",
        "[^a]",
        "\\w",
        "\\d",
        "\\s",
        "\\W",
        "é",
        "A",
        "[a-c]",
        "\\b",
        "\\B",
        "^",
        "$",
        "\\A",
        "\\Z",
        "(?:)",
        "c",
        "1",
        " ",
        "\\1",
        "\\2",
        "(?P=n)",
        "(?=a)",
        "(?!b)",
        "(?<=a)",
        "(?<!b)",
        "[\\d\\s]",
        "[^\\w]",
        "\\n",
        "ß",
        "ſ",
        "(?i:a)",
        "(?-i:b)",
        "😀",
        "[é-ü]",
        "\\x61",
        "(?s:.)",
        "[a-z0-9_]",
        "(?(1)a|b)",
        "i",
        "K"
    };

    private static final String[] QUANTIFIERS = {
        "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{1,}", "*+", "++", "?+", "{2}+"
    };

    private static final String[] PIECES = {
        "a",
        "b",
        "ab",
        "aab",
        "c",
        "1",
        " ",
        "\n",
        "A",
        "B",
        "\u00e9",
        "\u00c9",
        "\u00df",
        "\u1e9e",
        "\u017f",
        "s",
        "S",
        "\ud83d\ude00",
        "_",
        "K",
        "\u212a",
        "k",
        "i",
        "I",
        "\u0131",
        "\u0130",
        "aa",
        "bb"
    };

    private final Agreement cases = new Agreement();
    private final Random random = new Random(8);

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pattern(int depth) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (depth > 0 && random.nextInt(3) == 0) {
                text.append(group(depth));
            } else {
                text.append(one(ATOMS));
            }
            if (random.nextInt(3) == 0) {
                text.append(one(QUANTIFIERS));
            }
        }
        return text.toString();
    }

    private String group(int depth) {
        String body = pattern(depth - 1);
        if (random.nextInt(3) == 0) {
            body += "|" + (random.nextInt(4) == 0 ? "" : pattern(depth - 1));
        }
        String open =
                switch (random.nextInt(14)) {
                    case 0 -> "(?>";
                    case 1 -> "(?=";
                    case 2 -> "(?!";
                    case 3 -> "(?<=";
                    case 4 -> "(?<!";
                    case 5 -> "(?P<n>";
                    case 6 -> "(?i:";
                    case 7, 8 -> "(?:";
                    default -> "(";
                };
        return open + body + ")";
    }

    private CharSequence subject() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? one(PIECES) : random.nextBoolean() ? "a" : "b");
        }
        return Text.of(text);
    }

    private static @Nullable Object shown(@Nullable ReMatch match) {
        if (match == null) {
            return null;
        }
        ObjectList spans = new ObjectList();
        for (long i = 0; i <= match.re().groups(); i++) {
            spans.append(match.span(i));
        }
        return Tuple.of(spans, match.lastindex());
    }

    private static ObjectList spans(RePattern pattern, CharSequence subject) {
        ObjectList spans = new ObjectList();
        PyIterator each = pattern.finditer(subject);
        while (each.advance()) {
            spans.append(shown((ReMatch) each.value()));
        }
        return spans;
    }

    private void compare(String pattern, long flags, CharSequence subject) {
        String compiled = "re.compile(" + literal(pattern) + ", " + flags + ")";
        String text = literal(subject);
        CharSequence given = Text.of(pattern);
        for (String method : new String[] {"search", "match", "fullmatch"}) {
            cases.add(
                    "shown(%s.%s(%s))".formatted(compiled, method, text),
                    () -> {
                        RePattern own = ReModule.compile(given, flags);
                        return shown(
                                switch (method) {
                                    case "search" -> own.search(subject);
                                    case "match" -> own.match(subject);
                                    default -> own.fullmatch(subject);
                                });
                    });
        }
        cases.add(
                "[shown(m) for m in %s.finditer(%s)]".formatted(compiled, text),
                () -> spans(ReModule.compile(given, flags), subject));
    }

    @Test
    void randomPatternsMatchTheSame() {
        for (int i = 0; i < 6000; i++) {
            String pattern = pattern(3);
            if (random.nextInt(4) == 0) {
                pattern += "|" + pattern(2);
            }
            long flags = 0;
            for (long flag : new long[] {2, 8, 16, 256}) {
                flags |= random.nextInt(4) == 0 ? flag : 0;
            }
            for (int j = 0; j < 3; j++) {
                compare(pattern, flags, subject());
            }
        }
        cases.check();
    }

    @Test
    void loopsWithGroupsKeepTheSameGroups() {
        String[] atoms = {
            "a", "b", "(a)", "(b)", "a?", "(a|b)", "(ab?)", "\\1", "(?:a|(b))", "(a*)"
        };
        for (int i = 0; i < 6000; i++) {
            StringBuilder pattern = new StringBuilder();
            for (int part = 1 + random.nextInt(3); part > 0; part--) {
                pattern.append("(?:");
                for (int j = 1 + random.nextInt(3); j > 0; j--) {
                    pattern.append(one(atoms)).append(random.nextInt(3) == 0 ? "|" : "");
                }
                pattern.append(')')
                        .append(one(QUANTIFIERS))
                        .append(random.nextBoolean() ? "b" : "");
            }
            StringBuilder subject = new StringBuilder();
            for (int j = random.nextInt(8); j > 0; j--) {
                subject.append(random.nextBoolean() ? 'a' : 'b');
            }
            compare(pattern.toString(), 0, subject.toString());
        }
        cases.check();
    }
}
