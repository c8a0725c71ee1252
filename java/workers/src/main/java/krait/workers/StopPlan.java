package krait.workers;

import java.time.Duration;

/// How `stopTimeout` is shared out, each part counted from the moment that a stop begins.
///
/// The last fifth of it, but no more than [#RESERVE_MAX], belongs to the processes: without it a
/// request that never ends would leave them no time to show what they do and to run exit handlers.
///
/// @param requests those in progress may be answered until then; what is left is cancelled
/// @param exit a process that was told to stop may run its exit handlers until then, else SIGTERM
/// @param kill then SIGKILL; the rest belongs to whoever has to end the server
public record StopPlan(Duration requests, Duration exit, Duration kill) {
    /// Requests lose no more than this of a long `stopTimeout`.
    public static final Duration RESERVE_MAX = Duration.ofSeconds(10);

    public static StopPlan of(Duration stopTimeout) {
        Duration fifth = stopTimeout.dividedBy(5);
        Duration reserve = fifth.compareTo(RESERVE_MAX) < 0 ? fifth : RESERVE_MAX;
        return new StopPlan(
                stopTimeout.minus(reserve),
                stopTimeout.minus(reserve.dividedBy(2)),
                stopTimeout.minus(reserve.multipliedBy(2).dividedBy(5)));
    }

    /// What is left of it when `elapsed` of it has passed.
    public StopPlan after(Duration elapsed) {
        return new StopPlan(left(requests, elapsed), left(exit, elapsed), left(kill, elapsed));
    }

    private static Duration left(Duration part, Duration elapsed) {
        Duration left = part.minus(elapsed);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
