package krait.runtime;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Texts against CPython.
@NullUnmarked
class TextTest {
    private final Differential python = new Differential(12);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    private CharSequence part(CharSequence x) {
        if (samples.below(3) == 0) {
            return samples.text(samples.below(3));
        }
        int length = Text.length(x);
        int from = samples.below(length + 1);
        return Text.part(x, from, Math.min(length, from + samples.below(3)));
    }

    private void call(CharSequence x, String name, Object... arguments) {
        python.callStatic(x, Text.class, name, arguments);
    }

    private Object prefix(CharSequence x) {
        return samples.below(3) == 0 ? Tuple.of(part(x), part(x)) : part(x);
    }

    private void search(CharSequence x) {
        String find = samples.one("find", "rfind", "index", "rindex", "count");
        String starts = samples.one("startswith", "endswith");
        call(x, find, part(x));
        call(x, find, part(x), samples.index());
        call(x, find, part(x), samples.index(), samples.index());
        call(x, starts, prefix(x));
        call(x, starts, prefix(x), samples.index());
        call(x, starts, prefix(x), samples.index(), samples.index());
        call(x, "__contains__", part(x));
        call(x, "replace", part(x), samples.text(samples.below(3)));
        call(x, "replace", part(x), samples.text(samples.below(3)), samples.smallInt());
    }

    private void split(CharSequence x) {
        String split = samples.one("split", "rsplit");
        call(x, split);
        call(x, split, part(x));
        call(x, split, samples.one(null, part(x)), samples.smallInt());
        call(x, "splitlines");
        call(x, "splitlines", samples.random().nextBoolean());
        call(x, samples.one("partition", "rpartition"), part(x));
        String strip = samples.one("strip", "lstrip", "rstrip");
        call(x, strip);
        call(x, strip, samples.one(null, part(x)));
        call(x, samples.one("removeprefix", "removesuffix"), part(x));
        call(x, "join", ObjectList.of(samples.text(2), samples.text(1), part(x)));
        call(x, "join", samples.text());
    }

    private void layout(CharSequence x) {
        String pad = samples.one("center", "ljust", "rjust");
        call(x, pad, (long) samples.below(12));
        call(x, pad, (long) samples.below(12), samples.text(samples.below(20) == 0 ? 2 : 1));
        call(x, "zfill", (long) samples.below(12));
        call(x, "expandtabs");
        call(x, "expandtabs", samples.smallInt());
        call(x, "__getitem__", samples.index());
        call(x, "__getitem__", samples.slice());
        call(x, samples.one("__mul__", "__rmul__"), samples.smallInt());
        call(x, "__add__", samples.text());
        call(x, samples.one("__eq__", "__lt__", "__le__", "__gt__", "__ge__"), samples.text());
        call(x, samples.one("__iter__", "__reversed__", "__len__", "__bool__", "__repr__"));
    }

    private void classes(CharSequence x) {
        for (String name :
                "lower upper title capitalize swapcase casefold isalpha isalnum isdecimal isdigit"
                        .concat(" isnumeric isspace isprintable isascii islower isupper istitle")
                        .concat(" isidentifier")
                        .split(" ", -1)) {
            call(x, name);
        }
    }

    @Test
    void methodsDoAsCPythons() {
        for (int round = 0; round < 1500; round++) {
            CharSequence x = samples.text();
            python.python("x = " + Values.ascii(x));
            python.same("x", () -> x);
            search(x);
            split(x);
            layout(x);
            classes(x);
        }
        python.check();
    }

    @Test
    void encodingsDoAsCPythons() {
        String[] encodings = {
            "utf-8", "ascii", "latin-1", "utf-16", "utf-32-be", "utf-16-le", "utf_8_sig", "none"
        };
        String[] handlers = {
            "strict",
            "ignore",
            "replace",
            "backslashreplace",
            "surrogateescape",
            "surrogatepass",
            "xmlcharrefreplace"
        };
        for (int round = 0; round < 1500; round++) {
            CharSequence x = samples.text();
            python.python("x = " + Values.ascii(x));
            String encoding = samples.one(encodings);
            String handler = samples.one(handlers);
            call(x, "encode");
            call(x, "encode", encoding);
            call(x, "encode", encoding, handler);
        }
        python.check();
    }

    @Test
    void decodingsDoAsCPythons() {
        int[] bytes = {
            0, 'a', 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xBB, 0xF0, 0x90,
            0x8F, 0xF4, 0xF5, 0xFE, 0xFF, 0xD8, 0xDC
        };
        String[] handlers = {
            "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"
        };
        String[] encodings = {
            "utf-8",
            "utf-8",
            "utf-8",
            "ascii",
            "latin-1",
            "utf-16",
            "utf-16-be",
            "utf-32",
            "utf-32-le",
            "utf-8-sig"
        };
        for (int round = 0; round < 4000; round++) {
            byte[] data = new byte[samples.below(9)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) bytes[samples.below(bytes.length)];
            }
            Bytes x = Bytes.of(data);
            python.python("x = " + Values.ascii(x));
            python.call(x, "decode", samples.one(encodings), samples.one(handlers));
        }
        python.check();
    }

    @Test
    void everyCodePointHasCPythonsClassesAndCases() {
        python.python("import unicodedata");
        python.python(
                "f = lambda c: ''.join('FT'[b] for b in (c.isalpha(), c.isdecimal(), c.isdigit(),"
                        + " c.isnumeric(), c.isspace(), c.isprintable(), c.islower(), c.isupper(),"
                        + " c.istitle(), c.isidentifier(), ('a' + c).isidentifier()))"
                        + " + c.lower() + c.upper() + c.title() + c.casefold()"
                        + " + ('A' + c + chr(0x3a3)).lower()");
        for (int from = 0; from <= Character.MAX_CODE_POINT; from += 64) {
            int first = from;
            python.same(
                    "''.join(map(f, map(chr, range(" + from + ", " + (from + 64) + "))))",
                    () -> classes(first, first + 64));
        }
        python.check();
    }

    private static CharSequence classes(int from, int to) {
        TextBuilder text = new TextBuilder();
        for (int point = from; point < to; point++) {
            CharSequence c = Text.chr(point);
            boolean[] flags = {
                Text.isalpha(c), Text.isdecimal(c), Text.isdigit(c), Text.isnumeric(c),
                Text.isspace(c), Text.isprintable(c), Text.islower(c), Text.isupper(c),
                Text.istitle(c), Text.isidentifier(c), Text.isidentifier(Text.__add__("a", c))
            };
            for (boolean flag : flags) {
                text.append(flag ? 'T' : 'F');
            }
            text.append(Text.lower(c)).append(Text.upper(c));
            text.append(Text.title(c)).append(Text.casefold(c));
            text.append(Text.lower(Text.__add__(Text.__add__("A", c), "Σ")));
        }
        return text.build();
    }

    @Test
    void translationsDoAsCPythons() {
        for (int round = 0; round < 300; round++) {
            CharSequence x = samples.text();
            CharSequence from = samples.text(samples.below(4));
            CharSequence to = samples.text(samples.below(8) == 0 ? 1 : Text.length(from));
            CharSequence deleted = samples.text(samples.below(2));
            python.python("x = " + Values.ascii(x));
            String arguments = Values.ascii(from) + ", " + Values.ascii(to);
            python.same(
                    "x.translate(str.maketrans(" + arguments + "))",
                    () -> Text.translate(x, Text.maketrans(from, to)));
            python.same(
                    "x.translate(str.maketrans(" + arguments + ", " + Values.ascii(deleted) + "))",
                    () -> Text.translate(x, Text.maketrans(from, to, deleted)));
            python.same(
                    "x.translate({97: 'xy', 98: None, 65: 0x1F600})",
                    () -> Text.translate(x, Dict.of(97L, "xy", 98L, null, 65L, 0x1F600L)));
        }
        python.check();
    }

    @Test
    void charactersAndTheirNumbersAreChecked() {
        python.same("chr(0x1F600)", () -> Text.chr(0x1F600));
        python.same("chr(-1)", () -> Text.chr(-1));
        python.same("chr(0x110000)", () -> Text.chr(0x110000));
        python.same("ord('\\U0001F600')", () -> Text.ord(Text.chr(0x1F600)));
        python.same("ord('')", () -> Text.ord(""));
        python.same("ord('ab')", () -> Text.ord("ab"));
        python.check();
    }
}
