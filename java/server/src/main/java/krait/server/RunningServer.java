package krait.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import krait.base.Durations;
import krait.base.Log;
import krait.http.Edge;
import krait.workers.StopPlan;
import org.jspecify.annotations.Nullable;

/// A server that accepts connections. Thread-safe.
final class RunningServer implements Server {
    private static final Log LOG = Log.of("server");

    private final Edge edge;
    private final List<WorkerMount> workers;
    private final List<CompiledMount> compiled;
    private final Parts parts;
    private final Duration stopTimeout;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    RunningServer(
            Edge edge,
            List<WorkerMount> workers,
            List<CompiledMount> compiled,
            Parts parts,
            Duration stopTimeout) {
        this.edge = edge;
        this.workers = List.copyOf(workers);
        this.compiled = List.copyOf(compiled);
        this.parts = parts;
        this.stopTimeout = stopTimeout;
    }

    @Override
    public List<String> addresses() {
        return edge.addresses();
    }

    @Override
    public void reload() {
        for (WorkerMount mount : workers) {
            mount.supervisor().reload().whenComplete((done, failure) -> report(failure));
        }
        compiled.forEach(CompiledMount::reload);
    }

    /// The supervisor has logged why, where it failed.
    private static void report(@Nullable Throwable failure) {
        if (failure == null) {
            LOG.info("reloaded: every worker runs the new code");
        } else {
            LOG.warning("not reloaded: workers that were not replaced go on with the old code");
        }
    }

    @Override
    public void drain() {
        if (draining.compareAndSet(false, true)) {
            Thread.ofVirtual().name("drain").start(this::drainThenClose);
        } else {
            close();
        }
    }

    /// First the edge, so that nothing new comes, then the workers, as [StopPlan] shares the time.
    private void drainThenClose() {
        long began = System.nanoTime();
        StopPlan plan = StopPlan.of(stopTimeout);
        String patience = Durations.format(plan.requests());
        LOG.info("stopping: requests in progress have " + patience);
        CompletableFuture<Void> answered = edge.drain();
        if (!within(answered, began + plan.requests().toNanos())) {
            LOG.warning("requests were still in progress after " + patience);
        }
        StopPlan rest = plan.after(Duration.ofNanos(System.nanoTime() - began));
        CompletableFuture<?>[] drained =
                workers.stream()
                        .map(mount -> mount.supervisor().drain(rest))
                        .toArray(CompletableFuture[]::new);
        within(CompletableFuture.allOf(drained), began + plan.kill().toNanos());
        close();
    }

    private static boolean within(CompletableFuture<Void> future, long deadline) {
        try {
            future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException failure) {
            LOG.warning("while stopping: " + failure.getCause());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void await() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            parts.close();
            ended.countDown();
        }
    }
}
