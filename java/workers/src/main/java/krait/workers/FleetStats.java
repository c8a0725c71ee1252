package krait.workers;

import java.util.List;

/// The workers of one mount at one moment, and what happened to them since the start.
///
/// @param workers those that are being replaced, too
/// @param restarts processes that followed one that died
/// @param startTimeouts processes that were not ready in time
/// @param stopTimeouts processes that had requests left when they were to stop
/// @param hangs processes that were replaced because they hung
public record FleetStats(
        List<WorkerStats> workers,
        long restarts,
        long startTimeouts,
        long stopTimeouts,
        long hangs) {
    public FleetStats {
        workers = List.copyOf(workers);
    }
}
