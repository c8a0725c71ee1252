package krait.workers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The lanes of one process, over all loops. Thread-safe.
final class LinkedProcess {
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();

    List<Lane> lanes() {
        return lanes;
    }

    void closed(Lane lane) {
        lanes.remove(lane);
    }

    /// Stops new requests; completes when the last one in progress has ended.
    CompletableFuture<Void> drain() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        AtomicInteger open = new AtomicInteger(1);
        Runnable ended =
                () -> {
                    if (open.decrementAndGet() == 0) {
                        drained.complete(null);
                    }
                };
        for (Lane lane : lanes) {
            open.incrementAndGet();
            lane.execute(() -> lane.retire(ended));
        }
        ended.run();
        return drained;
    }
}
