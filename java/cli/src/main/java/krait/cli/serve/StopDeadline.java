package krait.cli.serve;

import java.time.Duration;
import krait.base.Limits;

/// Ends the process when a stop has not: a stream that nobody reads, or a defect, may hold up any
/// part of a stop, the exit of the JVM included. Thread-safe.
final class StopDeadline {
    /// What the end of a JVM takes comes off the time: a twenty-fifth of it, but no more than this.
    private static final Duration MARGIN_MAX = Duration.ofSeconds(1);

    /// Processes and files are put away even by a stop that has no time.
    private static final Duration TIME_MIN = Duration.ofMillis(200);

    /// A stop "at once" may take this long.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Runnable halt;
    private Duration stopTimeout = Limits.DEFAULTS.stopTimeout();

    StopDeadline(Runnable halt) {
        this.halt = halt;
    }

    synchronized void stopTimeout(Duration timeout) {
        stopTimeout = timeout;
    }

    /// A signal has come: `stopTimeout` begins.
    synchronized void begin() {
        Duration part = stopTimeout.dividedBy(25);
        Duration margin = part.compareTo(MARGIN_MAX) < 0 ? part : MARGIN_MAX;
        Duration time = stopTimeout.minus(margin);
        haltAfter(time.compareTo(TIME_MIN) < 0 ? TIME_MIN : time);
    }

    /// A second signal has come.
    void hurry() {
        haltAfter(AT_ONCE);
    }

    /// A platform thread: virtual ones may all be held up by what is stuck.
    private void haltAfter(Duration time) {
        Thread.ofPlatform()
                .daemon()
                .name("stop-deadline")
                .start(() -> {
                    try {
                        Thread.sleep(time);
                        halt.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
