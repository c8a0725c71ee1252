package krait.runtime.lib;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import krait.runtime.ByteArray;
import krait.runtime.Bytes;
import krait.runtime.Floats;
import krait.runtime.IndexError;
import krait.runtime.Ints;
import krait.runtime.Libm;
import krait.runtime.ObjectList;
import krait.runtime.PyClass;
import krait.runtime.PyList;
import krait.runtime.PyObject;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// `random.Random`: for the same seed the same numbers as CPython.
@PyClass(module = "random", name = "Random")
public class Random implements PyObject {
    private static final double NORMAL_MAGIC = 4 * Libm.exp(-0.5) / Math.sqrt(2.0);
    private static final double LOG4 = Libm.log(4.0);
    private static final double SG_MAGIC = 1.0 + Libm.log(4.5);

    /// That of what [#getstate] gives.
    private static final long STATE_VERSION = 3;

    private static final long OLD_STATE_VERSION = 2;

    private final MersenneTwister twister = new MersenneTwister();

    /// The second of two numbers that [#gauss] makes at once; NaN when there is none.
    private double spareGauss = Double.NaN;

    /// Seeded by the operating system.
    public Random() {
        this(null);
    }

    /// Seeded like [#seed].
    @SuppressWarnings("this-escape")
    public Random(@Nullable Object seed) {
        seed(seed);
    }

    /// `seed()`.
    public final void seed() {
        seed(null);
    }

    /// `seed(a)`: an int, float, str, bytes, or None for chance.
    public final void seed(@Nullable Object a) {
        spareGauss = Double.NaN;
        twister.seed(
                switch (a) {
                    case null -> new BigInteger(19937, new SecureRandom());
                    case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
                    case Long number -> BigInteger.valueOf(number);
                    case BigInteger number -> number;
                    case Double number -> unsigned(Floats.hash(number));
                    case CharSequence text -> digested(Text.encode(text).toArray());
                    default -> digested(seedBytes(a));
                });
    }

    /// `getstate()`: version, what the generator holds, the spare number of [#gauss].
    public final Tuple getstate() {
        Object spare = Double.isNaN(spareGauss) ? null : (Object) spareGauss;
        return Tuple.of(STATE_VERSION, Tuple.of(twister.state()), spare);
    }

    /// `setstate(state)`.
    public final void setstate(Tuple state) {
        Object version = state.get(0);
        boolean old = Values.eq(version, OLD_STATE_VERSION);
        if (!old && !Values.eq(version, STATE_VERSION)) {
            throw new ValueError(
                    "state with version "
                            + Values.str(version)
                            + " passed to Random.setstate() of version "
                            + STATE_VERSION);
        }
        twister.restore(((Tuple) Objects.requireNonNull(state.get(1))).toArray(), old);
        spareGauss = state.get(2) instanceof Double spare ? spare : Double.NaN;
    }

    private static byte[] seedBytes(Object seed) {
        if (seed instanceof Bytes || seed instanceof ByteArray) {
            return Buffers.array(seed);
        }
        throw new TypeError(
                "The only supported seed types are:\n"
                        + "None, int, float, str, bytes, and bytearray.");
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    private static BigInteger digested(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(bytes);
            byte[] seed = Arrays.copyOf(bytes, bytes.length + digest.length);
            System.arraycopy(digest, 0, seed, bytes.length, digest.length);
            return new BigInteger(1, seed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `random()`.
    public final double random() {
        return twister.real();
    }

    /// `getrandbits(k)`.
    public final Object getrandbits(long k) {
        if (k < 0) {
            throw new ValueError("Cannot convert negative int");
        }
        return k < Long.SIZE
                ? (Object) twister.bits((int) k)
                : Ints.object(twister.wideBits((int) k));
    }

    /// An int from 0 up to `n`, which is positive.
    private long below(long n) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(n);
        long drawn = twister.bits(bits);
        while (drawn >= n) {
            drawn = twister.bits(bits);
        }
        return drawn;
    }

    private Object below(Object n) {
        if (n instanceof Long fits) {
            return below(fits.longValue());
        }
        BigInteger bound = (BigInteger) n;
        BigInteger drawn = twister.wideBits(bound.bitLength());
        while (drawn.compareTo(bound) >= 0) {
            drawn = twister.wideBits(bound.bitLength());
        }
        return Ints.object(drawn);
    }

    /// `randrange(stop)`.
    public final Object randrange(Object stop) {
        if (Ints.signum(stop) <= 0) {
            throw new ValueError("empty range for randrange()");
        }
        return below(stop);
    }

    /// `randrange(start, stop)`.
    public final Object randrange(Object start, Object stop) {
        return range("randrange", start, stop, Ints.sub(stop, start));
    }

    /// `randrange(start, stop, step)`.
    public final Object randrange(Object start, Object stop, Object step) {
        int direction = Ints.signum(step);
        if (step.equals(1L)) {
            return randrange(start, stop);
        } else if (direction == 0) {
            throw new ValueError("zero step for randrange()");
        }
        Object rounding = Ints.sub(step, (Object) (long) direction);
        Object width = Ints.sub(stop, start);
        Object count = Ints.floordiv(Ints.add(width, rounding), step);
        if (Ints.signum(count) <= 0) {
            String range = Ints.str(start) + ", " + Ints.str(stop) + ", " + Ints.str(step);
            throw emptyRange("randrange", range);
        }
        return Ints.add(start, Ints.mul(step, below(count)));
    }

    private static ValueError emptyRange(String method, String range) {
        return new ValueError("empty range in " + method + "(" + range + ")");
    }

    /// `randint(a, b)`: both ends belong to the range.
    public final Object randint(Object a, Object b) {
        return range("randint", a, b, Ints.add(Ints.sub(b, a), 1L));
    }

    private Object range(String method, Object start, Object end, Object width) {
        if (Ints.signum(width) <= 0) {
            throw emptyRange(method, Ints.str(start) + ", " + Ints.str(end));
        }
        return Ints.add(start, below(width));
    }

    /// `randbytes(n)`.
    public final Bytes randbytes(long n) {
        Object bits = getrandbits(n * 8);
        return Ints.to_bytes(bits, n, "little", false);
    }

    /// `choice(items)`.
    public final @Nullable Object choice(@Nullable Object items) {
        long length = Values.len(items);
        if (length == 0) {
            throw new IndexError("Cannot choose from an empty sequence");
        }
        return Values.getitem(items, below(length));
    }

    /// `shuffle(items)`.
    public final void shuffle(PyList items) {
        for (int i = items.size() - 1; i > 0; i--) {
            long j = below(i + 1L);
            @Nullable Object swapped = items.__getitem__((long) i);
            items.__setitem__((long) i, items.__getitem__(j));
            items.__setitem__(j, swapped);
        }
    }

    /// `sample(population, k)`.
    public final ObjectList sample(@Nullable Object population, long k) {
        int n = (int) Values.len(population);
        if (k < 0 || k > n) {
            throw new ValueError("Sample larger than population or is negative");
        }
        // the size of a small set, less that of a list of as many items
        double setSize = 21;
        if (k > 5) {
            setSize += Math.pow(4, Math.ceil(Libm.log((double) (k * 3)) / Libm.log(4)));
        }
        ObjectList result = new ObjectList();
        if (n <= setSize) {
            Object[] pool = new Object[n];
            for (int i = 0; i < n; i++) {
                pool[i] = (long) i;
            }
            for (int i = 0; i < k; i++) {
                int j = (int) below(n - i);
                result.append(Values.getitem(population, pool[j]));
                pool[j] = pool[n - i - 1];
            }
        } else {
            java.util.HashSet<Long> selected = new java.util.HashSet<>();
            while (selected.size() < k) {
                long j = below(n);
                if (selected.add(j)) {
                    result.append(Values.getitem(population, j));
                }
            }
        }
        return result;
    }

    /// `choices(population, weights, cum_weights=sums, k=k)`; null is what Python's None is.
    public final ObjectList choices(
            @Nullable Object population, @Nullable Object weights, @Nullable Object sums, long k) {
        if (sums != null && weights != null) {
            throw new TypeError("Cannot specify both weights and cumulative weights");
        } else if (sums != null) {
            return chosen(population, floats(sums), k);
        }
        return weights == null ? choices(population, k) : choices(population, floats(weights), k);
    }

    private static double[] floats(Object weights) {
        ObjectList list = ObjectList.from(weights);
        double[] each = new double[list.size()];
        for (int i = 0; i < each.length; i++) {
            Object weight = list.__getitem__(i);
            each[i] =
                    weight instanceof Double real
                            ? real
                            : Ints.toFloat(Objects.requireNonNull(weight));
        }
        return each;
    }

    /// `choices(population, k=k)`.
    public final ObjectList choices(@Nullable Object population, long k) {
        double n = (double) Values.len(population);
        ObjectList result = new ObjectList();
        for (long i = 0; i < k; i++) {
            if (n == 0) {
                throw new IndexError("list index out of range");
            }
            result.append(Values.getitem(population, (long) Math.floor(random() * n)));
        }
        return result;
    }

    /// `choices(population, weights, k=k)`; the weights are floats.
    public final ObjectList choices(@Nullable Object population, double[] weights, long k) {
        double[] sums = new double[weights.length];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total = i == 0 ? weights[i] : total + weights[i];
            sums[i] = total;
        }
        return chosen(population, sums, k);
    }

    private ObjectList chosen(@Nullable Object population, double[] sums, long k) {
        if (sums.length != Values.len(population)) {
            throw new ValueError("The number of weights does not match the population");
        } else if (sums.length == 0) {
            throw new IndexError("list index out of range");
        }
        double total = sums[sums.length - 1];
        if (total <= 0) {
            throw new ValueError("Total of weights must be greater than zero");
        } else if (!Double.isFinite(total)) {
            throw new ValueError("Total of weights must be finite");
        }
        ObjectList result = new ObjectList();
        for (long i = 0; i < k; i++) {
            result.append(Values.getitem(population, (long) rightOf(sums, random() * total)));
        }
        return result;
    }

    private static int rightOf(double[] sums, double value) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value < sums[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// `uniform(a, b)`.
    public final double uniform(double a, double b) {
        return a + (b - a) * random();
    }

    /// `triangular(low, high)`.
    public final double triangular(double low, double high) {
        return triangular(random(), 0.5, low, high);
    }

    /// `triangular(low, high, mode)`.
    public final double triangular(double low, double high, double mode) {
        double u = random();
        return high == low ? low : triangular(u, (mode - low) / (high - low), low, high);
    }

    private static double triangular(double u, double c, double low, double high) {
        return u > c
                ? high + (low - high) * Math.sqrt((1 - u) * (1 - c))
                : low + (high - low) * Math.sqrt(u * c);
    }

    /// `normalvariate(mu, sigma)`, by A. Kinderman and J. Monahan's ratio of uniforms.
    public final double normalvariate(double mu, double sigma) {
        while (true) {
            double u1 = random();
            double u2 = 1.0 - random();
            double z = NORMAL_MAGIC * (u1 - 0.5) / u2;
            if (z * z / 4.0 <= -Libm.log(u2)) {
                return mu + z * sigma;
            }
        }
    }

    /// `gauss(mu, sigma)`, by G. Box and M. Muller's transformation.
    public final double gauss(double mu, double sigma) {
        double z = spareGauss;
        spareGauss = Double.NaN;
        if (Double.isNaN(z)) {
            double angle = random() * (2 * Math.PI);
            double radius = Math.sqrt(-2.0 * Libm.log(1.0 - random()));
            z = Libm.cos(angle) * radius;
            spareGauss = Libm.sin(angle) * radius;
        }
        return mu + z * sigma;
    }

    /// `lognormvariate(mu, sigma)`.
    public final double lognormvariate(double mu, double sigma) {
        return Libm.exp(normalvariate(mu, sigma));
    }

    /// `expovariate(lambd)`.
    public final double expovariate(double lambd) {
        return Floats.truediv(-Libm.log(1.0 - random()), lambd);
    }

    /// `gammavariate(alpha, beta)`: by R. Cheng for alpha above 1, J. Ahrens and U. Dieter below.
    public final double gammavariate(double alpha, double beta) {
        if (alpha <= 0 || beta <= 0) {
            throw new ValueError("gammavariate: alpha and beta must be > 0.0");
        } else if (alpha == 1) {
            return -Libm.log(1.0 - random()) * beta;
        }
        return (alpha > 1 ? cheng(alpha) : ahrens(alpha)) * beta;
    }

    private double cheng(double alpha) {
        double root = Math.sqrt(2.0 * alpha - 1.0);
        double b = alpha - LOG4;
        double c = alpha + root;
        while (true) {
            double u1 = random();
            if (u1 <= 1e-7 || u1 >= 0.9999999) {
                continue;
            }
            double u2 = 1.0 - random();
            double v = Libm.log(u1 / (1.0 - u1)) / root;
            double x = alpha * Libm.exp(v);
            double z = u1 * u1 * u2;
            double r = b + c * v - x;
            if (r + SG_MAGIC - 4.5 * z >= 0.0 || r >= Libm.log(z)) {
                return x;
            }
        }
    }

    private double ahrens(double alpha) {
        while (true) {
            double b = (Math.E + alpha) / Math.E;
            double p = b * random();
            double x = p <= 1.0 ? Floats.pow(p, 1.0 / alpha) : -Libm.log((b - p) / alpha);
            double u = random();
            boolean accepted = p > 1.0 ? u <= Floats.pow(x, alpha - 1.0) : u <= Libm.exp(-x);
            if (accepted) {
                return x;
            }
        }
    }

    /// `betavariate(alpha, beta)`.
    public final double betavariate(double alpha, double beta) {
        double y = gammavariate(alpha, 1.0);
        return y == 0 ? 0.0 : y / (y + gammavariate(beta, 1.0));
    }

    /// `paretovariate(alpha)`.
    public final double paretovariate(double alpha) {
        double u = 1.0 - random();
        return Floats.pow(u, Floats.truediv(-1.0, alpha));
    }

    /// `weibullvariate(alpha, beta)`.
    public final double weibullvariate(double alpha, double beta) {
        double u = 1.0 - random();
        return alpha * Floats.pow(-Libm.log(u), Floats.truediv(1.0, beta));
    }
}
