package krait.server;

import java.util.concurrent.atomic.AtomicLong;

/// Where the handler of a route runs: on the event loop of each connection as long as it is short,
/// else in the pool. Decided by the moving average of its time, which a pause of the machine does
/// not move far: a route leaves the loops after one call of 16 ms, or some of 1 ms in a row, and
/// comes back when calls have been short again. A new one begins in the pool, where its code gets
/// warm. Thread-safe; updates that get lost do no harm.
final class RoutePlace {
    /// Mean beyond which no event loop is held (design, section 6).
    static final long LOOP_NANOS_MAX = 1_000_000;

    /// Mean below which a handler may come back.
    static final long RETURN_NANOS = LOOP_NANOS_MAX / 2;

    /// Such calls of such a route are not counted: its loops have nothing to write that they share.
    private static final long SHORT_NANOS = 50_000;

    private static final long WEIGHT = 16;

    private final AtomicLong mean = new AtomicLong(4 * LOOP_NANOS_MAX);
    private volatile boolean onLoop;

    boolean onLoop() {
        return onLoop;
    }

    /// A call took so long.
    void ran(long nanos) {
        long before = mean.getOpaque();
        if (nanos < SHORT_NANOS && before < SHORT_NANOS) {
            return;
        }
        long after = before + (nanos - before) / WEIGHT;
        mean.setOpaque(after);
        if (onLoop ? after > LOOP_NANOS_MAX : after < RETURN_NANOS) {
            onLoop = !onLoop;
        }
    }
}
