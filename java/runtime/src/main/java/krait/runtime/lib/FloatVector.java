package krait.runtime.lib;

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
}
