package krait.workers;

import java.time.Duration;
import krait.base.Clock;
import org.jspecify.annotations.Nullable;

/// What is to be done at a later time; one thing at most. Belongs to one thread, which asks for
/// [#nanosToWake] and calls [#wake].
final class Alarm {
    private record Timer(long at, Runnable action) {}

    private final Clock clock;
    private @Nullable Timer timer;

    Alarm(Clock clock) {
        this.clock = clock;
    }

    void after(Duration delay, Runnable action) {
        at(in(delay), action);
    }

    /// @param time by [Clock#nanoTime]; the alarm that was set before is forgotten
    void at(long time, Runnable action) {
        timer = new Timer(time, action);
    }

    /// The time that it will be then, by [Clock#nanoTime].
    long in(Duration delay) {
        return clock.nanoTime() + delay.toNanos();
    }

    void clear() {
        timer = null;
    }

    /// When [#wake] is due; [Long#MAX_VALUE] when never.
    long nanosToWake() {
        return timer == null ? Long.MAX_VALUE : timer.at() - clock.nanoTime();
    }

    /// Does what is due. It may set the alarm anew.
    void wake() {
        Timer due = timer;
        if (due != null && due.at() - clock.nanoTime() <= 0) {
            timer = null;
            due.action().run();
        }
    }
}
