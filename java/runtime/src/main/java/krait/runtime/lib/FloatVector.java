package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.OverflowError;
import krait.runtime.ValueError;

/// Sums over many floats, exact until the last rounding.
final class FloatVector {
    private FloatVector() {}

    /// The length of a vector, as CPython computes it: the largest component is scaled to about 1,
    /// squares and their sum keep what rounding takes away, and one step of Newton's method puts
    /// the root right.
    static double length(double[] vector) {
        double max = 0;
        boolean nan = false;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.abs(vector[i]);
            nan |= Double.isNaN(vector[i]);
            max = vector[i] > max ? vector[i] : max;
        }
        if (Double.isInfinite(max)) {
            return max;
        } else if (nan) {
            return Double.NaN;
        } else if (max == 0 || vector.length <= 1) {
            return max;
        }
        int exponent = max < Double.MIN_NORMAL ? -1075 : Math.getExponent(max) + 1;
        if (exponent < -1023) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= Double.MIN_NORMAL;
            }
            return Double.MIN_NORMAL * length(vector);
        }
        double scale = Math.scalb(1.0, -exponent);
        ScaledSquares squares = new ScaledSquares();
        for (double component : vector) {
            double scaled = component * scale;
            squares.add(scaled, scaled);
        }
        double root = Math.sqrt(squares.value());
        squares.add(-root, root);
        root += squares.value() / (2 * root);
        return root / scale;
    }

    /// A sum of products that begins at 1, so that every addition can be undone exactly.
    private static final class ScaledSquares {
        private double sum = 1;
        private double lowProducts;
        private double lowSums;

        void add(double x, double y) {
            double product = x * y;
            lowProducts += Math.fma(x, y, -product);
            double next = sum + product;
            lowSums += product - (next - sum);
            sum = next;
        }

        double value() {
            return sum - 1 + (lowProducts + lowSums);
        }
    }

    /// The exact sum, rounded once, after J. Shewchuk: partial sums that don't overlap.
    static double exactSum(double[] values) {
        double[] partials = new double[32];
        int count = 0;
        double special = 0;
        double infinities = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                special += value;
                infinities += Double.isInfinite(value) ? value : 0;
                continue;
            }
            double x = value;
            int kept = 0;
            for (int i = 0; i < count; i++) {
                double y = partials[i];
                double large = Math.abs(x) < Math.abs(y) ? y : x;
                double small = Math.abs(x) < Math.abs(y) ? x : y;
                double high = large + small;
                double low = small - (high - large);
                if (low != 0) {
                    partials[kept++] = low;
                }
                x = high;
            }
            count = kept;
            if (!Double.isFinite(x)) {
                throw new OverflowError("intermediate overflow in fsum");
            } else if (x != 0) {
                if (count == partials.length) {
                    partials = Arrays.copyOf(partials, 2 * count);
                }
                partials[count++] = x;
            }
        }
        if (special != 0) {
            if (Double.isNaN(infinities)) {
                throw new ValueError("-inf + inf in fsum");
            }
            return special;
        }
        return rounded(partials, count);
    }

    /// Partials from the largest down; ties between two doubles go where the next partial points.
    private static double rounded(double[] partials, int count) {
        if (count == 0) {
            return 0.0;
        }
        int i = count - 1;
        double high = partials[i];
        double low = 0;
        while (i > 0) {
            double x = high;
            double y = partials[--i];
            high = x + y;
            low = y - (high - x);
            if (low != 0) {
                break;
            }
        }
        if (i > 0 && low != 0 && Math.signum(low) == Math.signum(partials[i - 1])) {
            double doubled = low * 2;
            double moved = high + doubled;
            if (doubled == moved - high) {
                return moved;
            }
        }
        return high;
    }
}
