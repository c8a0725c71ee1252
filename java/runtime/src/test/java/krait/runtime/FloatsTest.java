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
                        "A % B", Floats::mod,
                        "divmod(A, B)", Floats::divmod);
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

    @Test
    void powersAgree() {
        List<Double> edges = Numbers.realEdges();
        for (double a : edges) {
            for (double b : edges) {
                if (a >= 0 || b == Math.rint(b) || Double.isNaN(a) || Double.isInfinite(a)) {
                    pair("A ** B", Floats::pow, a, b);
                }
            }
        }
        for (int i = 0; i < 3000; i++) {
            pair("A ** B", Floats::pow, Math.abs(samples.real()), samples.real());
            pair(
                    "A ** B",
                    Floats::pow,
                    samples.random().nextDouble(),
                    samples.random().nextGaussian());
        }
        cases.check();
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
        each("A.as_integer_ratio()", Floats::as_integer_ratio, 300);
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
    void textsParseAlike() {
        String[] texts = {
            "",
            "x",
            " 1 ",
            "1_0.5",
            "1__0.5",
            "1_",
            "_1",
            "1._5",
            "1_.5",
            "1.5_5",
            ".5",
            "5.",
            ".",
            "1e5",
            "1E5",
            "1e+5",
            "1e-5",
            "1e",
            "1e+",
            "1e5_0",
            "1_e5",
            "inf",
            "-Infinity",
            "nan",
            "-nan",
            "infinit",
            "0x10",
            "1d",
            "1f",
            "1e400",
            "1e-400",
            "\\t1.5\\n",
            "1 5",
            "\\u0663.\\u0664",
            "\\u00a01",
            "1\\u0000",
            "1e99999999999999999999",
            "it's",
            "--1",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "9007199254740993",
            "1.7976931348623159e308",
            "0.1e-6",
            "1e0_5",
            "e5",
            "+.5",
            "-.5e-5",
            "\\ud835\\udfd7.5"
        };
        for (String text : texts) {
            CharSequence canonical = Text.of(text);
            cases.add("float(%s)".formatted(literal(canonical)), () -> Floats.parse(canonical));
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
