import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// The loops of this folder in Java, with the arithmetic that tells an overflow; driven as
/// bench/lang/drive.py does.
final class IntLoops {
    private static final double NANOS = 1e9;

    private IntLoops() {}

    private static String collatz(long limit) {
        long best = 0;
        long most = 0;
        for (long start = 1; start < limit; start++) {
            long n = start;
            long steps = 0;
            while (n != 1) {
                n = Math.floorMod(n, 2L) == 0
                        ? Math.floorDiv(n, 2L)
                        : Math.addExact(Math.multiplyExact(3L, n), 1L);
                steps = Math.addExact(steps, 1L);
            }
            if (steps > most) {
                best = start;
                most = steps;
            }
        }
        return best + " " + most;
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = Math.floorMod(a, b);
            a = b;
            b = rest;
        }
        return a;
    }

    private static String divisors(long limit) {
        long result = 0;
        for (long a = 1; a < limit; a++) {
            for (long b = 1; b < a; b++) {
                result = Math.addExact(result, gcd(a, b));
            }
        }
        return Long.toString(result);
    }

    private static String fibonacci(long n) {
        long a = 0;
        long b = 1;
        for (long i = 0; i < n; i++) {
            long next = Math.addExact(a, b) & 0xFFFFFFFFL;
            a = b;
            b = next;
        }
        return Long.toString(a);
    }

    private static long products(long n) {
        long total = 0;
        for (long i = 0; i < n; i++) {
            total = Math.addExact(total, Math.multiplyExact(i, Math.subtractExact(i, 3L)));
        }
        return total;
    }

    private static String sumOfProducts(long n) {
        long total = 0;
        for (long i = 0; i < 20; i++) {
            total = Math.addExact(total, products(Math.subtractExact(n, i)));
        }
        return Long.toString(total);
    }

    private static String triples(long limit) {
        long count = 0;
        long end = Math.floorDiv(limit, 3L);
        for (long a = 1; a < end; a++) {
            long b = Math.addExact(a, 1L);
            long c = Math.addExact(a, 1L);
            while (Math.addExact(Math.addExact(a, b), c) <= limit) {
                long square = Math.addExact(Math.multiplyExact(a, a), Math.multiplyExact(b, b));
                while (Math.multiplyExact(c, c) < square) {
                    c = Math.addExact(c, 1L);
                }
                if (Math.multiplyExact(c, c) == square
                        && Math.addExact(Math.addExact(a, b), c) <= limit) {
                    count = Math.addExact(count, 1L);
                }
                b = Math.addExact(b, 1L);
            }
        }
        return Long.toString(count);
    }

    private static LongFunction<String> named(String name) {
        return switch (name) {
            case "collatz" -> IntLoops::collatz;
            case "divisors" -> IntLoops::divisors;
            case "fibonacci" -> IntLoops::fibonacci;
            case "products" -> IntLoops::sumOfProducts;
            case "triples" -> IntLoops::triples;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / NANOS;
    }

    /// Reads NAME SIZE [WARM-UP CALLS, WARM-UP SECONDS, SECONDS].
    public static void main(String[] arguments) {
        LongFunction<String> loop = named(arguments[0]);
        long size = Long.parseLong(arguments[1]);
        if (arguments.length == 2) {
            System.out.println(loop.apply(size));
            return;
        }
        int warmCalls = Integer.parseInt(arguments[2]);
        double warmSeconds = Double.parseDouble(arguments[3]);
        double measured = Double.parseDouble(arguments[4]);
        int calls = 0;
        long began = System.nanoTime();
        while (calls < warmCalls || seconds(began) < warmSeconds) {
            System.out.println(loop.apply(size));
            calls++;
        }
        List<Double> times = new ArrayList<>();
        began = System.nanoTime();
        while (times.isEmpty() || seconds(began) < measured) {
            long start = System.nanoTime();
            System.out.println(loop.apply(size));
            times.add(seconds(start));
        }
        System.err.println("CALLS " + (calls + times.size()));
        for (double each : times) {
            System.err.println("TIME " + each);
        }
    }
}
