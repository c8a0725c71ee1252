package krait.runtime.lib;

import krait.runtime.Libm;

/// Γ and the logarithm of its magnitude, by Lanczos' approximation with 13 terms and g =
/// 6.0246800407767296 (the set for 53 bits of Boost), in the order of operations that CPython has,
/// so that the last digit is the same.
final class GammaFunction {
    private static final double G = 6.02468004077673;
    private static final double G_MINUS_HALF = 5.52468004077673;
    private static final double LOG_PI = 1.1447298858494002;

    /// Whole arguments up to here have a factorial that is exact.
    private static final int EXACT_MAX = 23;

    /// Beyond this no result is finite, or it is zero.
    private static final double ARGUMENT_MAX = 200;

    /// Beyond this a power alone would overflow where the product does not.
    private static final double POWER_MAX = 140;

    private static final double TINY = 1e-20;

    private static final double[] NUMERATOR = {
        23531376880.41076,
        42919803642.6491,
        35711959237.35567,
        17921034426.03721,
        6039542586.352028,
        1439720407.3117216,
        248874557.86205417,
        31426415.585400194,
        2876370.6289353725,
        186056.26539522348,
        8071.672002365816,
        210.82427775157936,
        2.5066282746310002
    };

    /// x (x + 1) … (x + 11), multiplied out.
    private static final double[] DENOMINATOR = {
        0.0,
        39916800.0,
        120543840.0,
        150917976.0,
        105258076.0,
        45995730.0,
        13339535.0,
        2637558.0,
        357423.0,
        32670.0,
        1925.0,
        66.0,
        1.0
    };

    private GammaFunction() {}

    private static double lanczosSum(double x) {
        double numerator = 0;
        double denominator = 0;
        if (x < 5) {
            for (int i = NUMERATOR.length - 1; i >= 0; i--) {
                numerator = numerator * x + NUMERATOR[i];
                denominator = denominator * x + DENOMINATOR[i];
            }
        } else {
            for (int i = 0; i < NUMERATOR.length; i++) {
                numerator = numerator / x + NUMERATOR[i];
                denominator = denominator / x + DENOMINATOR[i];
            }
        }
        return numerator / denominator;
    }

    /// sin(πx), without the error of πx.
    private static double sinOfPi(double x) {
        double y = Math.abs(x) % 2;
        double sine =
                switch ((int) Math.floor(2 * y + 0.5)) {
                    case 0 -> Libm.sin(Math.PI * y);
                    case 1 -> Libm.cos(Math.PI * (y - 0.5));
                    case 2 -> Libm.sin(Math.PI * (1 - y));
                    case 3 -> -Libm.cos(Math.PI * (y - 1.5));
                    default -> Libm.sin(Math.PI * (y - 2));
                };
        return Math.copySign(1.0, x) * sine;
    }

    /// Γ(x); NaN at a pole, infinity beyond the range.
    static double gamma(double x) {
        if (!Double.isFinite(x)) {
            return x > 0 ? x : Double.NaN;
        } else if (x == Math.floor(x) && x <= EXACT_MAX) {
            return x <= 0 ? Double.NaN : factorial((int) x - 1);
        }
        double magnitude = Math.abs(x);
        if (magnitude < TINY) {
            return 1 / x;
        } else if (magnitude > ARGUMENT_MAX) {
            return x < 0 ? 0.0 / sinOfPi(x) : Double.POSITIVE_INFINITY;
        }
        double y = magnitude + G_MINUS_HALF;
        double error =
                magnitude > G_MINUS_HALF
                        ? y - magnitude - G_MINUS_HALF
                        : y - G_MINUS_HALF - magnitude;
        double correction = error * G / y;
        if (x < 0) {
            double r =
                    -Math.PI / sinOfPi(magnitude) / magnitude * Libm.exp(y) / lanczosSum(magnitude);
            r -= correction * r;
            if (magnitude < POWER_MAX) {
                return r / Libm.pow(y, magnitude - 0.5);
            }
            double root = Libm.pow(y, magnitude / 2 - 0.25);
            return r / root / root;
        }
        double r = lanczosSum(magnitude) / Libm.exp(y);
        r += correction * r;
        if (magnitude < POWER_MAX) {
            return r * Libm.pow(y, magnitude - 0.5);
        }
        double root = Libm.pow(y, magnitude / 2 - 0.25);
        return r * root * root;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    /// log |Γ(x)|; NaN at a pole, infinity beyond the range.
    static double logGamma(double x) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        } else if (x == Math.floor(x) && x <= 2) {
            return x <= 0 ? Double.NaN : 0;
        }
        double magnitude = Math.abs(x);
        if (magnitude < TINY) {
            return -Libm.log(magnitude);
        }
        double r = Libm.log(lanczosSum(magnitude)) - G;
        r += (magnitude - 0.5) * (Libm.log(magnitude + G - 0.5) - 1);
        if (x < 0) {
            r = LOG_PI - Libm.log(Math.abs(sinOfPi(magnitude))) - Libm.log(magnitude) - r;
        }
        return r;
    }
}
