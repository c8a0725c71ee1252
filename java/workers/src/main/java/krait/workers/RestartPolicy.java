package krait.workers;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When a worker whose process died starts the next one, and when it stops trying.
///
/// @param delayMin pause after the first death
/// @param delayMax longest pause
/// @param stableAfter a process that was ready for this long clears the count of deaths
/// @param failedStartsMax starts that fail in a row before the worker gives up
/// @param shortLivesMax deaths in a row, none after a stable life, before the worker gives up
record RestartPolicy(
        Duration delayMin,
        Duration delayMax,
        Duration stableAfter,
        int failedStartsMax,
        int shortLivesMax) {

    static final RestartPolicy DEFAULT =
            new RestartPolicy(
                    Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ofSeconds(60), 5, 20);

    /// Pause after the `deaths`th death in a row: doubled each time, of which a random part of up
    /// to a half is taken away, so that workers that died together don't return together.
    Duration delay(int deaths, RandomGenerator random) {
        int doublings = Math.clamp(deaths - 1L, 0, 30);
        long full = Math.min(delayMax.toNanos(), delayMin.toNanos() << doublings);
        return Duration.ofNanos(full / 2 + random.nextLong(full / 2 + 1));
    }

    boolean exhausted(int failedStarts, int shortLives) {
        return failedStarts >= failedStartsMax || shortLives >= shortLivesMax;
    }
}
