package krait.runtime;

import static krait.runtime.Agreement.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// `int` gives what CPython gives.
final class IntsTest {
    private static final String[] TEXTS = {
        "",
        " ",
        "0",
        "-0",
        "+5",
        "- 5",
        "+-5",
        " 42 ",
        "1_000",
        "1__0",
        "_1",
        "1_",
        "0x1f",
        "0X1F",
        "0o17",
        "0b101",
        "0b102",
        "0x",
        "0b",
        "0x_1f",
        "0x__1f",
        "_0x1f",
        "010",
        "00",
        "0_0",
        "0_1",
        "z",
        "zZ",
        "1e5",
        "1.0",
        "\u0663\u0664",
        "\u00a05\u2003",
        "5\u0000",
        "\uff11\uff21",
        "\ud835\udfd7",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "x".repeat(250),
        "9".repeat(4300),
        "9".repeat(4301),
        "9".repeat(5000) + "x",
        "0".repeat(4301),
        "f".repeat(5000),
        "\t7\n",
        "1 2",
        "0-1",
        "it's",
        "99_99",
        "0x-1",
        "\u00e9".repeat(220),
        "123456789012345678901"
    };

    private static final int RANDOM_PAIRS = 150;

    private final Agreement cases = new Agreement();
    private final Numbers samples = new Numbers(1);

    private interface Two extends BinaryOperator<Object> {}

    private interface One extends UnaryOperator<Object> {}

    private void pairs(String python, Two ours) {
        List<Object> edges = Numbers.edges();
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i % 3; j < edges.size(); j += 3) {
                pair(python, ours, edges.get(i), edges.get(j));
            }
        }
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            pair(python, ours, samples.integer(300), samples.integer(300));
        }
    }

    private void pair(String python, Two ours, Object a, Object b) {
        String expression = python.replace("A", literal(a)).replace("B", literal(b));
        cases.add(expression, () -> ours.apply(a, b));
    }

    @Test
    void operatorsOfTwoIntsAgree() {
        Map<String, Two> operators =
                Map.of(
                        "A + B", Ints::add,
                        "A - B", Ints::sub,
                        "A * B", Ints::mul,
                        "A // B", Ints::floordiv,
                        "A % B", Ints::mod,
                        "A & B", Ints::and,
                        "A | B", Ints::or,
                        "A ^ B", Ints::xor,
                        "A / B", Ints::truediv);
        operators.forEach(this::pairs);
        pairs("A < B", (a, b) -> Ints.compare(a, b) < 0);
        pairs("A == B", Ints::eq);
        cases.check();
    }

    @Test
    void operatorsOfOneIntAgree() {
        Map<String, One> operators =
                Map.of(
                        "-A", Ints::neg,
                        "~A", Ints::invert,
                        "abs(A)", Ints::abs,
                        "bin(A)", Ints::bin,
                        "oct(A)", Ints::oct,
                        "hex(A)", Ints::hex,
                        "str(A)", Ints::str,
                        "float(A)", Ints::toFloat,
                        "A.bit_length()", Ints::bit_length,
                        "A.bit_count()", Ints::bit_count);
        operators.forEach((python, ours) -> {
            for (Object edge : Numbers.edges()) {
                cases.add(python.replace("A", literal(edge)), () -> ours.apply(edge));
            }
            for (int i = 0; i < RANDOM_PAIRS; i++) {
                Object value = samples.integer(400);
                cases.add(python.replace("A", literal(value)), () -> ours.apply(value));
            }
        });
        cases.check();
    }

    /// Over longs a method gives the same as over objects, or tells of an overflow exactly when the
    /// result is no long.
    private void overLongs(LongBinaryOperator fast, BinaryOperator<Object> general) {
        for (int i = 0; i < 20_000; i++) {
            long a = i % 4 == 0 ? Long.MIN_VALUE + i % 3 : samples.number();
            long b = i % 5 == 0 ? -1 - i % 3 : samples.number() >> (i % 2 * 32);
            Object expected = outcome(() -> general.apply(a, b));
            Object actual = outcome(() -> fast.applyAsLong(a, b));
            assertThat(actual)
                    .as("%d, %d", a, b)
                    .isEqualTo(expected instanceof BigInteger ? "overflow" : expected);
        }
    }

    private static Object outcome(java.util.function.Supplier<Object> operation) {
        try {
            return operation.get();
        } catch (ArithmeticException overflow) {
            return "overflow";
        } catch (PyBaseException error) {
            return error.__repr__();
        }
    }

    @Test
    void operatorsOverLongsAgreeWithThoseOverObjects() {
        overLongs(Ints::floordiv, Ints::floordiv);
        overLongs(Ints::mod, Ints::mod);
        overLongs((a, b) -> Ints.rshift(a, b), Ints::rshift);
        overLongs((a, b) -> Ints.lshift(a, b % 70), (a, b) -> Ints.lshift(a, (Long) b % 70));
        overLongs((a, b) -> Ints.pow(a, b % 70), (a, b) -> Ints.pow(a, (Object) ((Long) b % 70)));
        overLongs((a, _) -> Ints.abs(a), (a, _) -> Ints.abs(a));
    }

    @Test
    void resultThatFitsIsALong() {
        Object wide = Ints.add(Long.MAX_VALUE, (Object) 1L);
        assertThat(wide).isInstanceOf(BigInteger.class);
        assertThat(Ints.sub(wide, 1L)).isEqualTo(Long.MAX_VALUE);
        assertThat(Ints.neg(wide)).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> Ints.narrow(wide)).isInstanceOf(WideResult.class);
    }

    @Test
    void shiftsAgree() {
        for (Object value : Numbers.edges()) {
            for (long count : new long[] {0, 1, 5, 62, 63, 64, 65, 1000, -1, -100}) {
                pair("A << B", Ints::lshift, value, count);
                pair("A >> B", Ints::rshift, value, count);
            }
            pair("A >> B", Ints::rshift, value, BigInteger.TWO.pow(80));
        }
        pair("A << B", Ints::lshift, 0L, BigInteger.TWO.pow(80));
        pair("A << B", Ints::lshift, 1L, BigInteger.TWO.pow(80));
        pair("A << B", Ints::lshift, 1L, BigInteger.TWO.pow(80).negate());
        cases.check();
    }

    @Test
    void powersAgree() {
        for (Object base : Numbers.edges()) {
            for (long exponent : new long[] {0, 1, 2, 3, 7, 20}) {
                pair("A ** B", Ints::pow, base, exponent);
            }
        }
        for (long base = -3; base <= 12; base++) {
            for (long exponent = -5; exponent < 90; exponent += 4) {
                pair("A ** B", Ints::powAny, base, exponent);
            }
        }
        pair("A ** B", Ints::pow, 1L, BigInteger.TWO.pow(100));
        pair("A ** B", Ints::pow, -1L, BigInteger.TWO.pow(100));
        pair("A ** B", Ints::pow, 0L, BigInteger.TWO.pow(100));
        for (int i = 0; i < 1000; i++) {
            Object base = samples.integer(i % 2 == 0 ? 20 : 100);
            Object exponent = samples.integer(i % 3 == 0 ? 6 : 70);
            Object modulus = samples.integer(i % 5 == 0 ? 90 : 12);
            cases.add(
                    "pow(%s, %s, %s)".formatted(literal(base), literal(exponent), literal(modulus)),
                    () -> Ints.pow(base, exponent, modulus));
            if (base instanceof Long a && exponent instanceof Long b && modulus instanceof Long m) {
                assertThat(outcome(() -> Ints.pow(a.longValue(), b.longValue(), m.longValue())))
                        .isEqualTo(outcome(() -> Ints.pow(base, exponent, modulus)));
            }
        }
        cases.check();
    }

    @Test
    void roundingToPowersOfTenAgrees() {
        for (Object value : Numbers.edges()) {
            for (long digits = -25; digits <= 1; digits++) {
                pair("round(A, B)", Ints::round, value, digits);
            }
        }
        for (long value = -200; value <= 200; value += 5) {
            pair("round(A, B)", Ints::round, value, -1L);
            pair("round(A, B)", Ints::round, value, -2L);
        }
        pair("round(A, B)", Ints::round, 5L, -1000L);
        cases.check();
    }

    @Test
    void textsParseAlike() {
        for (String text : TEXTS) {
            CharSequence canonical = Text.of(text);
            for (long base : new long[] {0, 2, 8, 10, 16, 36, 1, 37, -2}) {
                cases.add(
                        "int(%s, %d)".formatted(literal(canonical), base),
                        () -> Ints.parse(canonical, base));
            }
        }
        for (int i = 0; i < 500; i++) {
            Object value = samples.integer(300);
            int base = 2 + samples.random().nextInt(35);
            String text = Ints.wide(value).toString(base);
            cases.add("int('%s', %d)".formatted(text, base), () -> Ints.parse(text, base));
        }
        cases.check();
    }

    @Test
    void hugeIntsBecomeNoText() {
        for (int digits : new int[] {4299, 4300, 4301, 6000}) {
            cases.add(
                    "str(10 ** %d)".formatted(digits), () -> Ints.str(BigInteger.TEN.pow(digits)));
            cases.add(
                    "str(-10 ** %d)".formatted(digits),
                    () -> Ints.str(BigInteger.TEN.pow(digits).negate()));
        }
        cases.check();
    }

    @Test
    void floatsBecomeIntsAlike() {
        for (double value : Numbers.realEdges()) {
            cases.add("int(%s)".formatted(literal(value)), () -> Ints.fromFloat(value));
        }
        cases.check();
    }

    @Test
    void hashesAgree() {
        for (Object value : Numbers.edges()) {
            cases.add("hash(%s)".formatted(literal(value)), () -> Ints.hash(value));
        }
        for (double value : Numbers.realEdges()) {
            if (!Double.isNaN(value)) {
                cases.add("hash(%s)".formatted(literal(value)), () -> Floats.hash(value));
            }
        }
        cases.check();
    }

    @Test
    void bytesOfIntsAgree() {
        for (Object value : Numbers.edges()) {
            for (long length : new long[] {-1, 0, 1, 8, 9, 16, 26}) {
                for (boolean signed : new boolean[] {false, true}) {
                    cases.add(
                            "%s.to_bytes(%d, 'big', signed=%s).hex()"
                                    .formatted(literal(value), length, literal(signed)),
                            () -> hex(IntBytes.of(value, length, true, signed)));
                    cases.add(
                            "int.from_bytes(%s.to_bytes(%d, 'little', signed=%s), 'little')"
                                    .formatted(literal(value), length, literal(signed)),
                            () ->
                                    IntBytes.parse(
                                            IntBytes.of(value, length, false, signed),
                                            false,
                                            false));
                }
            }
        }
        cases.check();
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
