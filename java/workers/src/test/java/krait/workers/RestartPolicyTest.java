package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private final RestartPolicy policy = RestartPolicy.DEFAULT;

    @Test
    void pauseDoublesUpToItsLimitAndNeverFallsBelowHalf() {
        Random random = new Random(1);
        for (int deaths = 1; deaths < 100; deaths++) {
            double full = Math.min(30_000, 100 * Math.pow(2, deaths - 1.0));
            assertThat(policy.delay(deaths, random).toMillis())
                    .isBetween((long) (full / 2), (long) full);
        }
    }

    @Test
    void workersThatDieTogetherReturnApart() {
        Random random = new Random(1);
        Set<Duration> pauses = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            pauses.add(policy.delay(8, random));
        }
        assertThat(pauses).hasSizeGreaterThan(15);
    }
}
