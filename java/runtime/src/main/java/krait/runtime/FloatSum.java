package krait.runtime;

/// A sum of floats with its rounding error kept apart, after A. Neumaier, as CPython's `sum` since
/// 3.12.
final class FloatSum {
    private double sum;
    private double compensation;

    FloatSum() {}

    FloatSum(double start) {
        sum = start;
    }

    void add(double item) {
        double next = sum + item;
        if (Math.abs(sum) >= Math.abs(item)) {
            compensation += (sum - next) + item;
        } else {
            compensation += (item - next) + sum;
        }
        sum = next;
    }

    /// The sum. A compensation that is not finite says nothing, and an absent one keeps the sign of
    /// a zero.
    double result() {
        return compensation != 0 && Double.isFinite(compensation) ? sum + compensation : sum;
    }
}
