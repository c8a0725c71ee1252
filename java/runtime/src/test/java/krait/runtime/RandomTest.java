package krait.runtime;

import static krait.runtime.Agreement.literal;

import java.util.function.Function;
import krait.runtime.lib.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// `random.Random` draws what CPython draws.
final class RandomTest {
    private static final int DRAWS = 40;

    private final Agreement cases = new Agreement();

    private void draws(Object seed, String call, Function<Random, @Nullable Object> ours) {
        cases.add(
                "(lambda r: [r.%s for _ in range(%d)])(random.Random(%s))"
                        .formatted(call, DRAWS, literal(seed)),
                () -> {
                    Random random = new Random(seed);
                    ObjectList drawn = new ObjectList();
                    for (int i = 0; i < DRAWS; i++) {
                        drawn.append(ours.apply(random));
                    }
                    return drawn;
                });
    }

    @Test
    void seedsOfEveryTypeAgree() {
        for (Object seed : Numbers.edges()) {
            draws(seed, "random()", Random::random);
        }
        for (double seed : new double[] {0.0, 1.5, -2.5, 1e300, 1e-300, -1.0}) {
            draws(seed, "random()", Random::random);
        }
        for (String seed : new String[] {"", "abc", "\u00e9\u20ac", "a long seed of many words"}) {
            draws(seed, "random()", Random::random);
        }
        draws(true, "random()", Random::random);
        cases.check();
    }

    @Test
    void intsAgree() {
        for (long seed = 0; seed < 5; seed++) {
            for (long bits : new long[] {0, 1, 7, 31, 32, 33, 63, 64, 65, 100, 1000, -1}) {
                draws(seed, "getrandbits(%d)".formatted(bits), r -> r.getrandbits(bits));
            }
            Object huge = Ints.mul(Long.MAX_VALUE, 1000L);
            draws(seed, "randrange(10)", r -> r.randrange(10L));
            draws(seed, "randrange(0)", r -> r.randrange(0L));
            draws(seed, "randrange(%s)".formatted(huge), r -> r.randrange(huge));
            draws(seed, "randrange(5, 5)", r -> r.randrange(5L, 5L));
            draws(seed, "randrange(-5, 500)", r -> r.randrange(-5L, 500L));
            draws(seed, "randrange(0, 100, 7)", r -> r.randrange(0L, 100L, 7L));
            draws(seed, "randrange(100, 0, -7)", r -> r.randrange(100L, 0L, -7L));
            draws(seed, "randrange(0, 100, -7)", r -> r.randrange(0L, 100L, -7L));
            draws(seed, "randrange(0, 100, 0)", r -> r.randrange(0L, 100L, 0L));
            draws(seed, "randint(1, 6)", r -> r.randint(1L, 6L));
            draws(seed, "randint(6, 1)", r -> r.randint(6L, 1L));
            draws(seed, "randbytes(5)", r -> r.randbytes(5));
        }
        cases.check();
    }

    @Test
    void distributionsAgree() {
        for (long seed = 0; seed < 5; seed++) {
            draws(seed, "uniform(-3.0, 8.5)", r -> r.uniform(-3, 8.5));
            draws(seed, "triangular(1.0, 5.0)", r -> r.triangular(1, 5));
            draws(seed, "triangular(1.0, 5.0, 2.0)", r -> r.triangular(1, 5, 2));
            draws(seed, "triangular(1.0, 1.0, 1.0)", r -> r.triangular(1, 1, 1));
            draws(seed, "gauss(0.0, 1.0)", r -> r.gauss(0, 1));
            draws(seed, "normalvariate(5.0, 2.0)", r -> r.normalvariate(5, 2));
            draws(seed, "lognormvariate(0.0, 1.0)", r -> r.lognormvariate(0, 1));
            draws(seed, "expovariate(1.5)", r -> r.expovariate(1.5));
            draws(seed, "gammavariate(0.5, 2.0)", r -> r.gammavariate(0.5, 2));
            draws(seed, "gammavariate(1.0, 2.0)", r -> r.gammavariate(1, 2));
            draws(seed, "gammavariate(3.5, 2.0)", r -> r.gammavariate(3.5, 2));
            draws(seed, "gammavariate(-1.0, 2.0)", r -> r.gammavariate(-1, 2));
            draws(seed, "betavariate(2.0, 3.0)", r -> r.betavariate(2, 3));
            draws(seed, "paretovariate(2.0)", r -> r.paretovariate(2));
            draws(seed, "weibullvariate(1.0, 1.5)", r -> r.weibullvariate(1, 1.5));
        }
        cases.check();
    }

    @Test
    void selectionsAgree() {
        Tuple items = Tuple.of("a", "b", "c", "d", "e", "f", "g");
        String python = "('a', 'b', 'c', 'd', 'e', 'f', 'g')";
        for (long seed = 0; seed < 5; seed++) {
            draws(seed, "choice(" + python + ")", r -> r.choice(items));
            draws(seed, "choice(())", r -> r.choice(Tuple.EMPTY));
            draws(seed, "choices(" + python + ", k=5)", r -> r.choices(items, 5));
            double[] weights = {1, 0, 2.5, 4, 0.5, 1, 1};
            draws(
                    seed,
                    "choices(" + python + ", [1.0, 0.0, 2.5, 4.0, 0.5, 1.0, 1.0], k=5)",
                    r -> r.choices(items, weights, 5));
            for (int k : new int[] {0, 1, 3, 6, 7, 8}) {
                draws(seed, "sample(" + python + ", " + k + ")", r -> r.sample(items, k));
            }
            Object[] many = new Object[500];
            for (int i = 0; i < many.length; i++) {
                many[i] = (long) i;
            }
            Tuple range = Tuple.of(many);
            draws(seed, "sample(range(500), 4)", r -> r.sample(range, 4));
            draws(seed, "sample(range(500), 60)", r -> r.sample(range, 60));
        }
        cases.add(
                "(lambda r, x: r.shuffle(x) or x)(random.Random(7), list(range(100)))",
                () -> {
                    Object[] many = new Object[100];
                    for (int i = 0; i < many.length; i++) {
                        many[i] = (long) i;
                    }
                    ObjectList list = ObjectList.of(many);
                    new Random(7L).shuffle(list);
                    return list;
                });
        cases.check();
    }
}
