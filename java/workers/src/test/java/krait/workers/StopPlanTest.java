package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopPlanTest {
    @Test
    void aFifthIsReservedForTheProcesses() {
        assertThat(StopPlan.of(Duration.ofSeconds(20)))
                .isEqualTo(
                        new StopPlan(
                                Duration.ofSeconds(16),
                                Duration.ofSeconds(18),
                                Duration.ofMillis(18_400)));
    }

    @Test
    void ofALongTimeNoMoreThanTheMostIsReserved() {
        assertThat(StopPlan.of(Duration.ofHours(1)).requests())
                .isEqualTo(Duration.ofHours(1).minus(StopPlan.RESERVE_MAX));
    }

    @Test
    void whatHasPassedIsNotAvailableTwice() {
        assertThat(StopPlan.of(Duration.ofSeconds(20)).after(Duration.ofSeconds(17)))
                .isEqualTo(
                        new StopPlan(
                                Duration.ZERO, Duration.ofSeconds(1), Duration.ofMillis(1_400)));
    }
}
