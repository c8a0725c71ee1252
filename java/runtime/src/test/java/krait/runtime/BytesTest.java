package krait.runtime;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Bytes and bytearrays against CPython.
@NullUnmarked
class BytesTest {
    private final Differential python = new Differential(16);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    private AnyBytes part(AnyBytes x) {
        int from = samples.below(x.size() + 1);
        return samples.below(3) == 0
                ? samples.bytes()
                : Bytes.from(x.__getitem__(Slice.of(from, from + samples.below(3))));
    }

    private Object sought(AnyBytes x) {
        return switch (samples.below(10)) {
            case 0 -> samples.smallInt();
            case 1 -> "a";
            default -> part(x);
        };
    }

    private void read(AnyBytes x) {
        String find = samples.one("find", "rfind", "index", "count");
        python.call(x, find, sought(x));
        python.call(x, find, sought(x), samples.index());
        python.call(x, find, sought(x), samples.index(), samples.index());
        python.call(x, "startswith", samples.one(part(x), Tuple.of(part(x), part(x)), "a"));
        python.call(x, "endswith", part(x), samples.index(), samples.index());
        python.call(x, "__contains__", sought(x));
        python.call(x, "replace", part(x), part(x), samples.smallInt());
        String split = samples.one("split", "rsplit");
        python.call(x, split);
        python.call(x, split, part(x), samples.smallInt());
        python.call(x, "splitlines", samples.random().nextBoolean());
        python.call(x, samples.one("partition", "rpartition"), part(x));
        python.call(x, samples.one("strip", "lstrip", "rstrip"));
        python.call(x, samples.one("strip", "lstrip", "rstrip"), part(x));
        python.call(x, samples.one("removeprefix", "removesuffix"), part(x));
        python.call(x, "join", ObjectList.of(part(x), samples.one(part(x), "a"), part(x)));
        for (String name :
                "lower upper title capitalize swapcase isalpha isalnum isdigit isspace isascii"
                        .concat(" islower isupper istitle hex __iter__ __len__ __repr__ expandtabs")
                        .split(" ", -1)) {
            python.call(x, name);
        }
        python.call(x, samples.one("center", "ljust", "rjust", "zfill"), (long) samples.below(12));
        python.call(x, "hex", ":", samples.smallInt());
        python.call(x, "__getitem__", samples.index());
        python.call(x, "__getitem__", samples.slice());
        python.call(x, "__add__", part(x));
        python.call(x, "__mul__", samples.smallInt());
        python.call(x, samples.one("__eq__", "__lt__", "__ge__"), part(x));
        python.call(x, "translate", null, part(x));
    }

    @Test
    void bytesDoAsCPythons() {
        for (int round = 0; round < 700; round++) {
            Bytes x = samples.bytes();
            python.python("x = " + Values.ascii(x));
            python.same("x", () -> x);
            read(x);
        }
        python.check();
    }

    @Test
    void bytearraysDoAsCPythons() {
        for (int round = 0; round < 150; round++) {
            ByteArray x = ByteArray.from(samples.bytes());
            python.python("x = " + Values.ascii(x));
            for (int i = 0; i < 40; i++) {
                change(x);
                python.same("x", () -> x);
            }
            read(x);
        }
        python.check();
    }

    private long item() {
        return samples.below(20) == 0 ? 256 : samples.below(256);
    }

    private void change(ByteArray x) {
        switch (samples.below(12)) {
            case 0 -> python.call(x, "append", item());
            case 1 -> python.call(x, "extend", samples.bytes());
            case 2 -> python.call(x, "insert", samples.index(), item());
            case 3 -> python.call(x, "pop");
            case 4 -> python.call(x, "pop", samples.index());
            case 5 -> python.call(x, "remove", item());
            case 6 -> python.call(x, "reverse");
            case 7 -> python.call(x, "__setitem__", samples.index(), item());
            case 8 -> python.call(x, "__setitem__", samples.slice(), samples.bytes());
            case 9 -> python.call(x, "__delitem__", samples.index());
            case 10 -> python.call(x, "__delitem__", samples.slice());
            default -> python.call(x, "__iadd__", samples.bytes());
        }
    }

    @Test
    void sourcesAreChecked() {
        python.same("bytes([1, 256])", () -> Bytes.from(ObjectList.of(1L, 256L)));
        python.same("bytearray([-1])", () -> ByteArray.from(ObjectList.of(-1L)));
        python.same("bytes('a')", () -> Bytes.from("a"));
        python.same("bytes(3)", () -> Bytes.zeros(3));
        python.same("bytes(-1)", () -> Bytes.zeros(-1));
        python.same("bytes.fromhex(' 0aFF')", () -> Bytes.fromhex(" 0aFF"));
        python.same("bytes.fromhex('0g')", () -> Bytes.fromhex("0g"));
        python.same("bytes.fromhex('0 a')", () -> Bytes.fromhex("0 a"));
        python.same("bytes.maketrans(b'ab', b'c')", () -> maketrans("ab", "c"));
        python.check();
    }

    private static Bytes maketrans(String from, String to) {
        return AnyBytes.maketrans(Text.encode(from), Text.encode(to));
    }
}
