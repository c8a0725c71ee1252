package krait.workers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Lanes that only remember what they were told. Requests of a process are in progress until the
/// test says otherwise. Thread-safe, for real supervisors use it too.
final class FakeLanes implements LaneControl {
    final List<Integer> admitted = new CopyOnWriteArrayList<>();
    final Map<Integer, String> discarded = new ConcurrentHashMap<>();
    final List<Integer> cancelled = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<Void>> draining = new ConcurrentHashMap<>();
    private final boolean busy;

    FakeLanes(boolean busy) {
        this.busy = busy;
    }

    @Override
    public void admit(int process) {
        admitted.add(process);
    }

    @Override
    public CompletableFuture<Void> drain(int process) {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        draining.put(process, drained);
        if (!busy) {
            drained.complete(null);
        }
        return drained;
    }

    boolean isDraining(int process) {
        return draining.containsKey(process);
    }

    void finishRequests(int process) {
        CompletableFuture<Void> drained = draining.get(process);
        if (drained == null) {
            throw new AssertionError("process " + process + " was not asked to drain");
        }
        drained.complete(null);
    }

    @Override
    public void cancel(int process) {
        cancelled.add(process);
    }

    @Override
    public void discard(int process, String reason) {
        String before = discarded.put(process, reason);
        if (before != null) {
            throw new AssertionError("process " + process + " is discarded twice");
        }
    }

    @Override
    public void refuse(String reason) {
        refusals.add(reason);
    }
}
