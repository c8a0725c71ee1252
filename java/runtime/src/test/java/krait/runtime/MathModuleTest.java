package krait.runtime;

import static krait.runtime.Agreement.literal;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import krait.runtime.lib.MathModule;
import org.junit.jupiter.api.Test;

/// `math` gives what CPython gives.
final class MathModuleTest {
    private final Agreement cases = new Agreement();
    private final Numbers samples = new Numbers(5);

    private void one(String name, DoubleFunction<Object> ours) {
        for (double x : Numbers.realEdges()) {
            cases.add("math.%s(%s)".formatted(name, literal(x)), () -> ours.apply(x));
        }
        for (int i = 0; i < 400; i++) {
            double x =
                    switch (i % 4) {
                        case 0 -> samples.real();
                        case 1 -> samples.random().nextDouble() * 2 - 1;
                        default -> samples.random().nextGaussian() * 20;
                    };
            cases.add("math.%s(%s)".formatted(name, literal(x)), () -> ours.apply(x));
        }
    }

    @Test
    void functionsOfOneFloatAgree() {
        Map.ofEntries(
                        Map.<String, DoubleFunction<Object>>entry("sqrt", MathModule::sqrt),
                        Map.<String, DoubleFunction<Object>>entry("cbrt", MathModule::cbrt),
                        Map.<String, DoubleFunction<Object>>entry("exp", MathModule::exp),
                        Map.<String, DoubleFunction<Object>>entry("exp2", MathModule::exp2),
                        Map.<String, DoubleFunction<Object>>entry("expm1", MathModule::expm1),
                        Map.<String, DoubleFunction<Object>>entry("sinh", MathModule::sinh),
                        Map.<String, DoubleFunction<Object>>entry("cosh", MathModule::cosh),
                        Map.<String, DoubleFunction<Object>>entry("tanh", MathModule::tanh),
                        Map.<String, DoubleFunction<Object>>entry("asinh", MathModule::asinh),
                        Map.<String, DoubleFunction<Object>>entry("acosh", MathModule::acosh),
                        Map.<String, DoubleFunction<Object>>entry("atanh", MathModule::atanh),
                        Map.<String, DoubleFunction<Object>>entry("sin", MathModule::sin),
                        Map.<String, DoubleFunction<Object>>entry("cos", MathModule::cos),
                        Map.<String, DoubleFunction<Object>>entry("tan", MathModule::tan),
                        Map.<String, DoubleFunction<Object>>entry("asin", MathModule::asin),
                        Map.<String, DoubleFunction<Object>>entry("acos", MathModule::acos),
                        Map.<String, DoubleFunction<Object>>entry("atan", MathModule::atan),
                        Map.<String, DoubleFunction<Object>>entry("log", MathModule::log),
                        Map.<String, DoubleFunction<Object>>entry("log2", MathModule::log2),
                        Map.<String, DoubleFunction<Object>>entry("log10", MathModule::log10),
                        Map.<String, DoubleFunction<Object>>entry("log1p", MathModule::log1p),
                        Map.<String, DoubleFunction<Object>>entry("gamma", MathModule::gamma),
                        Map.<String, DoubleFunction<Object>>entry("lgamma", MathModule::lgamma),
                        Map.<String, DoubleFunction<Object>>entry("erf", MathModule::erf),
                        Map.<String, DoubleFunction<Object>>entry("erfc", MathModule::erfc),
                        Map.<String, DoubleFunction<Object>>entry("floor", MathModule::floor),
                        Map.<String, DoubleFunction<Object>>entry("ceil", MathModule::ceil),
                        Map.<String, DoubleFunction<Object>>entry("trunc", MathModule::trunc),
                        Map.<String, DoubleFunction<Object>>entry("fabs", MathModule::fabs),
                        Map.<String, DoubleFunction<Object>>entry("degrees", MathModule::degrees),
                        Map.<String, DoubleFunction<Object>>entry("radians", MathModule::radians),
                        Map.<String, DoubleFunction<Object>>entry("isfinite", MathModule::isfinite),
                        Map.<String, DoubleFunction<Object>>entry("modf", MathModule::modf),
                        Map.<String, DoubleFunction<Object>>entry("frexp", MathModule::frexp),
                        Map.<String, DoubleFunction<Object>>entry("ulp", MathModule::ulp))
                .forEach(this::one);
        cases.check();
    }

    @Test
    void functionsOfTwoFloatsAgree() {
        Map<String, DoubleBinaryOperator> functions =
                Map.of(
                        "pow", MathModule::pow,
                        "fmod", MathModule::fmod,
                        "remainder", MathModule::remainder,
                        "atan2", MathModule::atan2,
                        "copysign", MathModule::copysign,
                        "nextafter", MathModule::nextafter,
                        "hypot", (x, y) -> MathModule.hypot(x, y),
                        "log", MathModule::log);
        functions.forEach((name, ours) -> {
            for (double x : Numbers.realEdges()) {
                for (double y : Numbers.realEdges()) {
                    two(name, ours, x, y);
                }
            }
            for (int i = 0; i < 1000; i++) {
                two(name, ours, samples.real(), samples.random().nextGaussian() * 30);
            }
        });
        cases.check();
    }

    private void two(String name, DoubleBinaryOperator ours, double x, double y) {
        cases.add(
                "math.%s(%s, %s)".formatted(name, literal(x), literal(y)),
                () -> ours.applyAsDouble(x, y));
    }

    @Test
    void lengthsAndSumsAgree() {
        for (int i = 0; i < 2000; i++) {
            double[] vector = new double[samples.random().nextInt(8)];
            StringBuilder list = new StringBuilder("[");
            for (int j = 0; j < vector.length; j++) {
                vector[j] =
                        samples.random().nextInt(12) == 0
                                ? Numbers.realEdges().get(samples.random().nextInt(60))
                                : samples.real();
                list.append(literal(vector[j])).append(", ");
            }
            list.append(']');
            Tuple tuple = Tuple.of(java.util.Arrays.stream(vector).boxed().toArray());
            cases.add("math.hypot(*" + list + ")", () -> MathModule.hypot(vector));
            cases.add("math.fsum(" + list + ")", () -> MathModule.fsum(tuple));
            cases.add(
                    "math.dist(" + list + ", [0.25] * " + vector.length + ")",
                    () -> MathModule.dist(tuple, quarters(vector.length)));
        }
        cases.check();
    }

    private static Tuple quarters(int count) {
        Object[] quarters = new Object[count];
        java.util.Arrays.fill(quarters, 0.25);
        return Tuple.of(quarters);
    }

    @Test
    void functionsOfIntsAgree() {
        for (Object a : Numbers.edges()) {
            String n = literal(a);
            cases.add("math.isqrt(%s)".formatted(n), () -> MathModule.isqrt(a));
            cases.add("math.log(%s)".formatted(n), () -> MathModule.log(a));
            cases.add("math.log2(%s)".formatted(n), () -> MathModule.log2(a));
            cases.add("math.log10(%s)".formatted(n), () -> MathModule.log10(a));
            for (int i = 0; i < 20; i++) {
                Object b = samples.integer(100);
                String m = literal(b);
                cases.add("math.gcd(%s, %s)".formatted(n, m), () -> MathModule.gcd(a, b));
                cases.add("math.lcm(%s, %s)".formatted(n, m), () -> MathModule.lcm(a, b));
            }
        }
        for (long n = -2; n < 60; n++) {
            long number = n;
            cases.add("math.factorial(%d)".formatted(n), () -> MathModule.factorial(number));
            for (long k = -1; k < 64; k += 3) {
                long count = k;
                cases.add(
                        "math.comb(%d, %d)".formatted(n, k), () -> MathModule.comb(number, count));
                cases.add(
                        "math.perm(%d, %d)".formatted(n, k), () -> MathModule.perm(number, count));
            }
        }
        cases.add("math.factorial(1000)", () -> MathModule.factorial(1000));
        cases.add("math.comb(3000, 1500)", () -> MathModule.comb(3000L, 1500L));
        cases.check();
    }

    @Test
    void scalingAgrees() {
        for (double x : Numbers.realEdges()) {
            for (long exponent : new long[] {0, 1, -1, 1000, -1000, -1074, 1024, 99999, -99999}) {
                cases.add(
                        "math.ldexp(%s, %d)".formatted(literal(x), exponent),
                        () -> MathModule.ldexp(x, exponent));
            }
        }
        cases.check();
    }
}
