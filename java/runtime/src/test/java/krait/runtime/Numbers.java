package krait.runtime;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Numbers at the edges and between them; the same in every run.
final class Numbers {
    private final Random random;

    Numbers(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /// Ints where something may go wrong.
    static List<Object> edges() {
        List<Object> edges = new ArrayList<>();
        for (int bits : new int[] {0, 1, 3, 31, 32, 52, 53, 61, 62, 63, 64, 127, 200, 1023, 1100}) {
            BigInteger power = BigInteger.ONE.shiftLeft(bits);
            for (int offset = -1; offset <= 1; offset++) {
                edges.add(Ints.object(power.add(BigInteger.valueOf(offset))));
                edges.add(Ints.object(power.add(BigInteger.valueOf(offset)).negate()));
            }
        }
        return edges;
    }

    /// An int of any width up to so many bits, small ones more often.
    Object integer(int bitsMax) {
        BigInteger magnitude = new BigInteger(1 + random.nextInt(bitsMax), random);
        return Ints.object(random.nextBoolean() ? magnitude : magnitude.negate());
    }

    /// A long, small ones more often.
    long number() {
        return random.nextLong() >> random.nextInt(64);
    }

    /// Floats where something may go wrong.
    static List<Double> realEdges() {
        List<Double> edges = new ArrayList<>();
        for (double edge :
                new double[] {
                    0.0,
                    0.5,
                    1.0,
                    1.5,
                    2.0,
                    2.5,
                    3.0,
                    0.1,
                    1e15,
                    1e16,
                    1e17,
                    1e22,
                    1e23,
                    1e100,
                    1e300,
                    Double.MAX_VALUE,
                    Double.MIN_VALUE,
                    Double.MIN_NORMAL,
                    0x1p31,
                    0x1p53,
                    0x1p63,
                    0x1p64,
                    1e-4,
                    1e-5,
                    1.0 / 3,
                    2.675,
                    1e-320,
                    123456.789,
                    2e23,
                    9.5,
                    0.05,
                    Double.POSITIVE_INFINITY,
                    Double.NaN,
                    Math.PI,
                    Math.nextUp(1.0),
                    Math.nextDown(1.0),
                    Math.nextDown(0x1p63),
                    8.5,
                    99999.5,
                    0.00012345
                }) {
            edges.add(edge);
            if (!Double.isNaN(edge)) {
                edges.add(-edge);
            }
        }
        return edges;
    }

    /// A float: any bits, or a number of everyday size.
    double real() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextGaussian() * 1000;
            case 2 -> Math.rint(random.nextGaussian() * 1e6) / 1000;
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
        };
    }
}
