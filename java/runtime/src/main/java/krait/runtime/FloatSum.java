package krait.runtime;

/// A sum of floats with its rounding error kept apart, after A. Neumaier, as CPython's `sum` since
/// 3.12.
public final class FloatSum {
    private double sum;
    private double compensation;

    FloatSum() {}

    FloatSum(double start) {
        sum = start;
    }

    void add(double item) {
        double next = sum + item;
        compensation += error(sum, item, next);
        sum = next;
    }

    /// What rounding took from the sum of two floats, `next`.
    public static double error(double sum, double item, double next) {
        return Math.abs(sum) >= Math.abs(item) ? (sum - next) + item : (item - next) + sum;
    }

    /// The sum. A compensation that is not finite says nothing, and an absent one keeps the sign of
    /// a zero.
    double result() {
        return result(sum, compensation);
    }

    /// The same of a sum and what was lost of it.
    public static double result(double sum, double compensation) {
        return compensation != 0 && Double.isFinite(compensation) ? sum + compensation : sum;
    }
}
