package krait.workers;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The deaths of one worker's processes, as far as they decide about its next one. Belongs to one
/// thread.
final class Crashes {
    private final RestartPolicy policy;
    private int failedStarts;
    private int shortLives;

    Crashes(RestartPolicy policy) {
        this.policy = policy;
    }

    /// A process has loaded the application.
    void loaded() {
        failedStarts = 0;
    }

    /// A process has died while it was starting.
    void atStart() {
        shortLives++;
        failedStarts++;
    }

    /// A process has died that had been ready for `lived`.
    void after(Duration lived) {
        if (lived.compareTo(policy.stableAfter()) >= 0) {
            shortLives = 0;
        }
        shortLives++;
    }

    /// Whether the worker gives up.
    boolean exhausted() {
        return policy.exhausted(failedStarts, shortLives);
    }

    /// The pause before the next process.
    Duration delay(RandomGenerator random) {
        return policy.delay(shortLives, random);
    }

    int shortLives() {
        return shortLives;
    }
}
