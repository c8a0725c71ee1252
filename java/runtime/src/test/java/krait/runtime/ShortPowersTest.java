package krait.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Squares and roots are bit for bit those of the platform's `pow`.
final class ShortPowersTest {
    private static final int SAMPLES = 200_000;

    private final Random random = new Random(11);

    private double sample() {
        double fraction =
                random.nextInt(4) == 0 ? random.nextInt(1, 1000) : 1 + random.nextDouble();
        return Math.scalb(fraction, random.nextInt(8) == 0 ? random.nextInt(-500, 500) : 0);
    }

    @Test
    void aSquareThatIsCertainIsThatOfPow() {
        int certain = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double a = random.nextBoolean() ? sample() : -sample();
            double square = ShortPowers.square(a);
            if (square != 0) {
                certain++;
                assertThat(square).isEqualTo(Libm.pow(a, 2));
            }
        }
        assertThat(certain).isGreaterThan(SAMPLES / 2);
    }

    @Test
    void aRootThatIsCertainIsThatOfPow() {
        int certain = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double a = sample();
            double root = ShortPowers.root(a);
            if (root != 0) {
                certain++;
                assertThat(root).isEqualTo(Libm.pow(a, 0.5));
            }
        }
        assertThat(certain).isGreaterThan(SAMPLES / 2);
    }

    @Test
    void whatIsOutOfRangeIsLeftToPow() {
        for (double a :
                new double[] {0, -0.0, 1e-300, 1e300, Double.NaN, 1 / 0.0, Double.MIN_VALUE}) {
            assertThat(ShortPowers.square(a)).isZero();
            assertThat(ShortPowers.root(a)).isZero();
        }
        assertThat(ShortPowers.root(-4)).isZero();
    }
}
