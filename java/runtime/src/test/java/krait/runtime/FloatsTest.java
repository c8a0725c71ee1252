package krait.runtime;

import static krait.runtime.Agreement.literal;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// `float` gives what CPython gives.
final class FloatsTest {
    private final Agreement cases = new Agreement();
    private final Numbers samples = new Numbers(2);

    private interface Two extends BiFunction<Double, Double, Object> {}

    private interface One extends Function<Double, Object> {}

    @Test
    void operatorsOfTwoFloatsAgree() {
        Map<String, Two> operators =
                Map.of(
                        "A / B", Floats::truediv,
                        "A // B", Floats::floordiv,
                        "A % B", Floats::mod);
        operators.forEach((python, ours) -> {
            List<Double> edges = Numbers.realEdges();
            for (double a : edges) {
                for (double b : edges) {
                    pair(python, ours, a, b);
                }
            }
            for (int i = 0; i < 500; i++) {
                pair(python, ours, samples.real(), samples.real());
            }
        });
        cases.check();
    }

    private void pair(String python, Two ours, double a, double b) {
        String expression = python.replace("A", literal(a)).replace("B", literal(b));
        cases.add(expression, () -> ours.apply(a, b));
    }

    private void each(String python, One ours, int count) {
        for (double value : Numbers.realEdges()) {
            cases.add(python.replace("A", literal(value)), () -> ours.apply(value));
        }
        for (int i = 0; i < count; i++) {
            double value = samples.real();
            cases.add(python.replace("A", literal(value)), () -> ours.apply(value));
        }
    }

    @Test
    void reprIsTheShortest() {
        each("repr(A)", Floats::repr, 5000);
        for (long bits = 0; bits < 300; bits++) {
            double value = Double.longBitsToDouble(bits);
            cases.add("float.fromhex('%s')".formatted(Floats.hex(value)), () -> value);
        }
        for (int exponent = -323; exponent < 309; exponent++) {
            double value = Double.parseDouble("1e" + exponent);
            cases.add(literal(value), () -> value);
            cases.add(literal(2 * value), () -> 2 * value);
        }
        cases.check();
    }

    @Test
    void methodsAgree() {
        each("round(A)", Floats::round, 300);
        each("A.hex()", Floats::hex, 300);
        each("A.is_integer()", Floats::is_integer, 300);
        each("float.fromhex(A.hex())", value -> Floats.fromhex(Floats.hex(value)), 300);
        cases.check();
    }

    @Test
    void roundingToDigitsAgrees() {
        for (long digits = -310; digits <= 330; digits += 1) {
            if (Math.abs(digits) > 20 && digits % 17 != 0) {
                continue;
            }
            long places = digits;
            each(
                    "round(A, %d)".formatted(digits),
                    value -> Floats.round(value.doubleValue(), places),
                    40);
        }
        for (int i = 0; i < 1000; i++) {
            double tie = (samples.random().nextInt(20000) + 0.5) / 100;
            cases.add("round(%s, 2)".formatted(literal(tie)), () -> Floats.round(tie, 2));
        }
        cases.check();
    }

    @Test
    void hexadecimalTextsParseAlike() {
        String[] texts = {
            "0x1.8p1",
            " 1.8 ",
            "0x.8p0",
            "0x1.p",
            "0x",
            "0x1.00000000000008p0",
            "0x1p-1075",
            "0x1.00000000000018p0",
            "0x1.1p-1075",
            "0x1p1024",
            "0x1.fffffffffffff8p1023",
            "1p",
            "0x1.fffffffffffff7p1023",
            "0x0p99999999999999999999",
            "0x1p99999999999999999999",
            "0x1p-99999999999999999999",
            "inf",
            "-NaN",
            "infinity",
            "0x1_0",
            "1.",
            ".1",
            ".",
            "p1",
            "-0X1P+3",
            "+0x1",
            "0x1 p1",
            "\\u0661",
            "0xabcdef.fedp-3",
            "0x123456789abcdef01234p5"
        };
        for (String text : texts) {
            cases.add("float.fromhex(%s)".formatted(literal(text)), () -> Floats.fromhex(text));
        }
        cases.check();
    }
}
