package krait.runtime.lib;

import krait.runtime.Bytes;
import krait.runtime.ObjectList;
import krait.runtime.PyList;
import krait.runtime.Tuple;
import org.jspecify.annotations.Nullable;

/// The module `random`: the methods of one [Random] that all share.
public final class RandomModule {
    private static final Random SHARED = new Random();

    private RandomModule() {}

    /// `random.seed()`.
    public static void seed() {
        SHARED.seed();
    }

    /// `random.seed(a)`.
    public static void seed(@Nullable Object a) {
        SHARED.seed(a);
    }

    /// `random.getstate()`.
    public static Tuple getstate() {
        return SHARED.getstate();
    }

    /// `random.setstate(state)`.
    public static void setstate(Tuple state) {
        SHARED.setstate(state);
    }

    /// `random.random()`.
    public static double random() {
        return SHARED.random();
    }

    /// `random.getrandbits(k)`.
    public static Object getrandbits(long k) {
        return SHARED.getrandbits(k);
    }

    /// `random.randrange(stop)`.
    public static Object randrange(Object stop) {
        return SHARED.randrange(stop);
    }

    /// `random.randrange(start, stop)`.
    public static Object randrange(Object start, Object stop) {
        return SHARED.randrange(start, stop);
    }

    /// `random.randrange(start, stop, step)`.
    public static Object randrange(Object start, Object stop, Object step) {
        return SHARED.randrange(start, stop, step);
    }

    /// `random.randint(a, b)`.
    public static Object randint(Object a, Object b) {
        return SHARED.randint(a, b);
    }

    /// `random.randbytes(n)`.
    public static Bytes randbytes(long n) {
        return SHARED.randbytes(n);
    }

    /// `random.choice(items)`.
    public static @Nullable Object choice(@Nullable Object items) {
        return SHARED.choice(items);
    }

    /// `random.shuffle(items)`.
    public static void shuffle(PyList items) {
        SHARED.shuffle(items);
    }

    /// `random.sample(population, k)`.
    public static ObjectList sample(@Nullable Object population, long k) {
        return SHARED.sample(population, k);
    }

    /// `choices(population, weights, k=k)`; null is what Python's None is.
    public static ObjectList choices(
            @Nullable Object population, @Nullable Object weights, @Nullable Object none, long k) {
        return SHARED.choices(population, weights, none, k);
    }

    /// `random.choices(population, k)`.
    public static ObjectList choices(@Nullable Object population, long k) {
        return SHARED.choices(population, k);
    }

    /// `random.choices(population, weights, k)`.
    public static ObjectList choices(@Nullable Object population, double[] weights, long k) {
        return SHARED.choices(population, weights, k);
    }

    /// `random.uniform(a, b)`.
    public static double uniform(double a, double b) {
        return SHARED.uniform(a, b);
    }

    /// `random.triangular(low, high)`.
    public static double triangular(double low, double high) {
        return SHARED.triangular(low, high);
    }

    /// `random.triangular(low, high, mode)`.
    public static double triangular(double low, double high, double mode) {
        return SHARED.triangular(low, high, mode);
    }

    /// `random.normalvariate(mu, sigma)`.
    public static double normalvariate(double mu, double sigma) {
        return SHARED.normalvariate(mu, sigma);
    }

    /// `random.gauss(mu, sigma)`.
    public static double gauss(double mu, double sigma) {
        return SHARED.gauss(mu, sigma);
    }

    /// `random.lognormvariate(mu, sigma)`.
    public static double lognormvariate(double mu, double sigma) {
        return SHARED.lognormvariate(mu, sigma);
    }

    /// `random.expovariate(lambd)`.
    public static double expovariate(double lambd) {
        return SHARED.expovariate(lambd);
    }

    /// `random.gammavariate(alpha, beta)`.
    public static double gammavariate(double alpha, double beta) {
        return SHARED.gammavariate(alpha, beta);
    }

    /// `random.betavariate(alpha, beta)`.
    public static double betavariate(double alpha, double beta) {
        return SHARED.betavariate(alpha, beta);
    }

    /// `random.paretovariate(alpha)`.
    public static double paretovariate(double alpha) {
        return SHARED.paretovariate(alpha);
    }

    /// `random.weibullvariate(alpha, beta)`.
    public static double weibullvariate(double alpha, double beta) {
        return SHARED.weibullvariate(alpha, beta);
    }
}
