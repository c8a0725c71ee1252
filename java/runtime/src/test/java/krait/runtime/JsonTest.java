package krait.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import krait.runtime.lib.JsonJSONDecodeError;
import krait.runtime.lib.JsonModule;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The module `json`, beside CPython's.
@NullUnmarked
final class JsonTest {
    private static final String[] DOCUMENTS = {
        "",
        " ",
        "nul",
        "null",
        "true",
        "tru",
        "false",
        "NaN",
        "-NaN",
        "Infinity",
        "-Infinity",
        "-Infinit",
        "-",
        "-1",
        "--1",
        "+1",
        "01",
        "-0",
        "-0.0",
        "1.",
        "1.e3",
        ".5",
        "1e5",
        "1E+5",
        "1e-",
        "1.5e",
        "1e400",
        "123456789012345678",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "1 2",
        "\"",
        "\"a",
        "\"a\"",
        "\"a\\\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u123\"",
        "\"\\u1234\"",
        "\"\\u12g4\"",
        "\"\\u00e9\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\\ud83d\"",
        "\"\\ud83d\\u12x4\"",
        "\"\\ud83d\\u\"",
        "\"\\ud83d\\ude0",
        "\"\\ud83d\\ude00",
        "\"\\ude00\\ud83d\"",
        "\"a\nb\"",
        "\"\t\"",
        "\"\u007f\"",
        "\"\\b\\f\\n\\r\\t\\/\\\\\"",
        "[",
        "[]",
        "[ ]",
        "[1",
        "[1,",
        "[1,]",
        "[1, ]",
        "[,1]",
        "[1 2]",
        "[1,2",
        "]",
        "{",
        "{}",
        "{ }",
        "{\"a\"",
        "{\"a\":",
        "{\"a\" 1}",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\":1 ,  }",
        "{\"a\":1,,}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1,\"a\":2}",
        "{\"\":[]}",
        "[{\"k\":1},{\"k\":2}]",
        "\ufeff1",
        " \r\n\t1 \n",
        "\u00a01",
        "1\u00a0",
        "\n\n  x",
        "[1,\n2,\n x]",
        "\"\ud83d\ude00\" x",
        "[nullx]",
        "é"
    };

    private Differential python;
    private Samples samples;

    @BeforeEach
    void start() {
        python = new Differential(11);
        samples = new Samples(python.random);
        python.python("import json");
    }

    @AfterEach
    void stop() throws IOException {
        python.close();
    }

    private void loads(CharSequence document) {
        python.same("json.loads(" + Values.ascii(document) + ")", () -> JsonModule.loads(document));
    }

    @Test
    void documentsGiveTheSameValueOrTheSameFault() {
        for (String document : DOCUMENTS) {
            loads(Text.of(document));
        }
        loads("9".repeat(4301));
        loads(Text.of("[\"\\ud83d\", \"" + "\ud83d\ude00".repeat(3) + "\", x]"));
        python.check();
    }

    @Test
    void damagedDocumentsFailAtTheSamePlace() {
        Random random = python.random;
        String signs = "[]{}\",:\\ue0123456789.-+aefnrtulsN \n\té";
        for (int i = 0; i < 6000; i++) {
            StringBuilder text =
                    new StringBuilder(JsonModule.dumps(value(3), false, i % 2 == 0).toString());
            for (int change = random.nextInt(4); change > 0 && !text.isEmpty(); change--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            loads(Text.of(text));
        }
        python.check();
    }

    @Test
    void bytesAreDecodedByTheirFirstBytes() {
        for (String encoding :
                new String[] {
                    "utf-8",
                    "utf-8-sig",
                    "utf-16",
                    "utf-16-le",
                    "utf-16-be",
                    "utf-32",
                    "utf-32-le",
                    "utf-32-be"
                }) {
            for (String document : new String[] {"1", "12", "\"a\u00e9\"", "[1, \"\u20ac\"]", ""}) {
                Bytes bytes = Text.encode(document, encoding);
                String source = Values.repr(bytes).toString();
                python.same("json.loads(" + source + ")", () -> JsonModule.loads(bytes));
            }
        }
        Bytes wrong = Bytes.of((byte) '"', (byte) 0xFF, (byte) '"');
        python.same("json.loads(b'\"\\xff\"')", () -> JsonModule.loads(wrong));
        python.check();
    }

    private Object value(int depth) {
        Random random = python.random;
        if (depth > 0 && random.nextInt(3) == 0) {
            ObjectList items = new ObjectList();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.append(value(depth - 1));
            }
            return random.nextBoolean() ? items : Tuple.from(items);
        }
        if (depth > 0 && random.nextInt(2) == 0) {
            Dict dict = new Dict();
            for (int i = random.nextInt(4); i > 0; i--) {
                dict.__setitem__(key(), value(depth - 1));
            }
            return dict;
        }
        return switch (random.nextInt(6)) {
            case 0 -> samples.real();
            case 1 -> random.nextBoolean();
            case 2 -> null;
            case 3 -> samples.wholeNumber();
            default -> samples.text();
        };
    }

    private Object key() {
        return switch (python.random.nextInt(9)) {
            case 0 -> samples.real();
            case 1 -> python.random.nextBoolean();
            case 2 -> samples.wholeNumber();
            default -> samples.text();
        };
    }

    @Test
    void valuesAreWrittenTheSameInEveryStyle() {
        Random random = python.random;
        for (int i = 0; i < 3000; i++) {
            Object value = value(4);
            boolean skip = random.nextBoolean();
            boolean ascii = random.nextBoolean();
            boolean nan = random.nextInt(4) > 0;
            boolean sort = random.nextInt(4) == 0;
            Object indent = samples.one(null, null, 0L, 2L, -1L, "\t", "é");
            Tuple separators = random.nextInt(3) == 0 ? Tuple.of(",", "=é") : null;
            python.same(
                    ("json.dumps(%s, skipkeys=%s, ensure_ascii=%s, allow_nan=%s, indent=%s, "
                                    + "separators=%s, sort_keys=%s)")
                            .formatted(
                                    Values.ascii(value),
                                    Values.repr(skip),
                                    Values.repr(ascii),
                                    Values.repr(nan),
                                    Values.ascii(indent),
                                    Values.ascii(separators),
                                    Values.repr(sort)),
                    () ->
                            JsonModule.dumps(
                                    value, skip, ascii, true, nan, indent, separators, null, sort));
        }
        python.check();
    }

    @Test
    void keysThatHaveNoFormAreRefusedOrSkipped() {
        Dict dict = Dict.of("a", 1L, Tuple.of(1L), 2L, 3L, 4L, null, 5L);
        String source = Values.repr(dict).toString();
        python.same("json.dumps(" + source + ")", () -> JsonModule.dumps(dict));
        python.same(
                "json.dumps(" + source + ", skipkeys=True)", () -> JsonModule.dumps(dict, true));
        Dict skipped = Dict.of(Tuple.of(1L), 2L);
        python.same(
                "json.dumps({(1,): 2}, skipkeys=True, indent=1)",
                () -> JsonModule.dumps(skipped, true, true, true, true, 1L));
        python.check();
    }

    @Test
    void whatHasNoFormIsRefusedWithTheWayToIt() {
        python.python("x = {'a': [1, {2: {3}}]}");
        Object inner = Dict.of(2L, PySet.of(3L));
        Dict x = Dict.of("a", ObjectList.of(1L, inner));
        python.same("json.dumps(x)", () -> JsonModule.dumps(x));
        Function list = Function.of1("list", each -> ObjectList.from(each));
        python.same(
                "json.dumps(x, default=list)",
                () -> JsonModule.dumps(x, false, true, true, true, null, null, list));
        Function same = Function.of1("same", each -> each);
        python.same(
                "json.dumps(x, default=lambda v: v)",
                () -> JsonModule.dumps(x, false, true, true, true, null, null, same));
        python.check();
        assertThatThrownBy(() -> JsonModule.dumps(x))
                .isInstanceOfSatisfying(
                        TypeError.class,
                        e ->
                                assertThat(e.notes())
                                        .containsExactly(
                                                "when serializing dict item 2",
                                                "when serializing list item 1",
                                                "when serializing dict item 'a'"));
    }

    @Test
    void aListInsideItselfIsRefused() {
        ObjectList list = new ObjectList();
        list.append(list);
        python.python("x = []");
        python.python("x.append(x)");
        python.same("json.dumps(x)", () -> JsonModule.dumps(list));
        python.check();
        assertThatThrownBy(() -> JsonModule.dumps(list, false, true, false))
                .isInstanceOf(RecursionError.class);
    }

    @Test
    void nestingBeyondTheStackIsARecursionError() {
        assertThatThrownBy(() -> JsonModule.loads("[".repeat(3_000_000)))
                .isInstanceOf(RecursionError.class);
    }

    @Test
    void unboxedListsAreWrittenAsAnyOther() {
        IntList ints = IntList.of(1, -2, Long.MIN_VALUE, Long.MAX_VALUE, 10, 99, 100);
        ints.append(BigInteger.TWO.pow(70));
        assertThat(JsonModule.dumps(ints)).hasToString(Values.repr(ints).toString());
        assertThat(JsonModule.dumps(FloatList.of(1.5, 2))).hasToString("[1.5, 2.0]");
    }

    @Test
    void aFaultKnowsItsPlace() {
        assertThatThrownBy(() -> JsonModule.loads("[1,\n2,\n x]"))
                .isInstanceOfSatisfying(
                        JsonJSONDecodeError.class,
                        e -> {
                            assertThat(e.msg()).isEqualTo("Expecting value");
                            assertThat(e.pos()).isEqualTo(8);
                            assertThat(e.lineno()).isEqualTo(3);
                            assertThat(e.colno()).isEqualTo(2);
                            assertThat(e.doc()).isEqualTo("[1,\n2,\n x]");
                        });
    }
}
