package krait.workers;

/// Moving average of a lane's service time, and the prefetch depth that follows from it: a fast
/// handler gets work ahead of time, so that one system call carries many requests; behind a slow
/// one nobody waits. Starts careful, at a depth of one. Owned by one event loop.
final class ServiceTime {
    /// Weight of a new batch: 1/8 forgets a slow request after some 30 batches.
    private static final int SHIFT = 3;

    private final long targetNanos;
    private final int depthMax;
    private long averageNanos;

    ServiceTime(long targetNanos, int depthMax) {
        this.targetNanos = targetNanos;
        this.depthMax = depthMax;
        this.averageNanos = targetNanos;
    }

    void record(long busyNanos, long requests) {
        if (requests > 0 && busyNanos >= 0) {
            long sample = busyNanos / requests;
            averageNanos += (sample - averageNanos) >> SHIFT;
        }
    }

    long averageNanos() {
        return averageNanos;
    }

    int depth() {
        return Math.clamp(targetNanos / Math.max(1, averageNanos), 1, depthMax);
    }
}
