package krait.runtime;

import java.math.BigInteger;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;

/// Random values, with a weight on the edges.
@NullUnmarked
final class Samples {
    private static final int[] POINTS = {
        'a', 'b', 'a', 'b', ' ', 'A', 'ß', 'ſ', 'İ', 'ı', 'Σ', 'σ', '\n', '\r', '\t', '\'', '"',
        '\\', 0, 0x7f, 0x85, 0xa0, 0x1c, 0x2028, 0x301, 'ﬁ', 'ǅ', '٣', '²', 'Ⅷ', '一', 0x1F600,
        0x10400, 0xD800, 0xDC80, 0xDFFF, 0x10FFFF, 'ŉ', 'ΐ', '.', '-', '+', '0', '7', ','
    };

    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        -2,
        255,
        256,
        257,
        -128,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 53,
        (1L << 53) + 1,
        (1L << 61) - 1,
        1L << 61,
        -(1L << 61) + 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final double[] FLOATS = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        1e300,
        Double.MIN_VALUE,
        1e16,
        123456789.125,
        1e22,
        -2.5,
        9007199254740992.0,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.1,
        1.5e-7,
        Double.MIN_NORMAL
    };

    private final Random random;

    Samples(Random random) {
        this.random = random;
    }

    Random random() {
        return random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// One of these.
    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// Near the bounds of short sequences; now and then far out.
    long index() {
        return random.nextInt(12) == 0
                ? EDGES[random.nextInt(EDGES.length)]
                : random.nextInt(19) - 9L;
    }

    long smallInt() {
        return random.nextInt(9) - 4L;
    }

    /// Any int, as an object.
    Object wholeNumber() {
        return switch (random.nextInt(6)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> BigInteger.ONE.shiftLeft(63 + random.nextInt(70)).subtract(bigSmall());
            case 2 ->
                    BigInteger.ONE
                            .shiftLeft(63 + random.nextInt(3))
                            .negate()
                            .subtract(BigInteger.TWO);
            case 3 -> (long) random.nextInt(100_000);
            default -> smallInt();
        };
    }

    private BigInteger bigSmall() {
        return BigInteger.valueOf(-random.nextInt(3));
    }

    double real() {
        return random.nextBoolean() ? FLOATS[random.nextInt(FLOATS.length)] : random.nextInt(9) - 4;
    }

    Slice slice() {
        return Slice.of(bound(), bound(), random.nextBoolean() ? null : step());
    }

    private Object bound() {
        return random.nextInt(3) == 0 ? null : (Object) index();
    }

    private Object step() {
        return switch (random.nextInt(8)) {
            case 0 -> 0L;
            case 1 -> index();
            default -> (long) random.nextInt(7) - 3;
        };
    }

    int point() {
        return POINTS[random.nextInt(POINTS.length)];
    }

    CharSequence text() {
        return text(random.nextInt(4) == 0 ? 0 : random.nextInt(9));
    }

    CharSequence text(int length) {
        boolean few = random.nextBoolean();
        TextBuilder text = new TextBuilder();
        for (int i = 0; i < length; i++) {
            text.appendPoint(few ? POINTS[random.nextInt(5)] : point());
        }
        return text.build();
    }

    Bytes bytes() {
        byte[] bytes = new byte[random.nextInt(7)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] =
                    (byte)
                            (random.nextInt(3) == 0
                                    ? random.nextInt(256)
                                    : "ab \n\r\tAZ09'\"\\-+.".charAt(random.nextInt(16)));
        }
        return Bytes.of(bytes);
    }

    /// A value that hashes as in CPython.
    Object hashable() {
        return switch (random.nextInt(9)) {
            case 0 -> real();
            case 1 -> random.nextBoolean();
            case 2 -> null;
            case 3 -> Tuple.of(smallInt(), real());
            case 4 -> Tuple.of();
            case 5 -> wholeNumber();
            default -> smallInt();
        };
    }

    /// Any value that has a source form.
    Object any() {
        return switch (random.nextInt(9)) {
            case 0 -> text();
            case 1 -> ObjectList.of(smallInt(), real());
            case 2 -> bytes();
            default -> hashable();
        };
    }

    /// A list of what can be compared with each other, or not.
    ObjectList items() {
        int count = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(8);
        ObjectList list = new ObjectList();
        for (int i = 0; i < count; i++) {
            list.append(any());
        }
        return list;
    }

    ObjectList hashables() {
        ObjectList list = new ObjectList();
        for (int i = random.nextInt(9); i > 0; i--) {
            list.append(hashable());
        }
        return list;
    }
}
