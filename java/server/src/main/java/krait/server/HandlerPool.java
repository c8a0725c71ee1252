package krait.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import krait.base.Blame;
import krait.base.Limits;
import krait.base.Problem;

/// Runs the handlers that would hold an event loop for too long. Thread-safe.
final class HandlerPool implements AutoCloseable {
    /// How often waiting calls are looked at; a timeout is late by up to this time.
    static final Duration TICK = Duration.ofMillis(250);

    private final ForkJoinPool threads;
    private final int waitingMax;
    private final long queueWaitNanos;
    private final long requestNanos;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<PooledCall> unfinished = ConcurrentHashMap.newKeySet();

    /// A pool.
    ///
    /// @param parallelism how many threads run handlers
    /// @param loops how many event loops bring calls
    HandlerPool(int parallelism, int loops, Limits limits) {
        threads = new ForkJoinPool(parallelism, HandlerPool::thread, null, true);
        waitingMax = Math.multiplyExact(limits.queueDepthMax(), loops);
        queueWaitNanos = limits.queueWaitMax().toNanos();
        requestNanos = limits.requestTimeout().toNanos();
    }

    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread =
                ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("krait-handler-" + thread.getPoolIndex());
        return thread;
    }

    /// Takes a call, on the loop of its connection.
    void submit(PooledCall call) {
        if (waiting.incrementAndGet() > waitingMax) {
            waiting.decrementAndGet();
            call.refuse(Problem.of("queue-full", Blame.RESOURCES, "Too many requests are waiting"));
            return;
        }
        unfinished.add(call);
        threads.execute(call);
    }

    /// A call does not wait any more.
    void begun() {
        waiting.decrementAndGet();
    }

    void finished(PooledCall call) {
        unfinished.remove(call);
    }

    /// Gives up calls that have waited or run too long. A handler can't be stopped: it goes on, and
    /// nobody hears of what it returns.
    void tick() {
        long now = System.nanoTime();
        for (PooledCall call : unfinished) {
            long age = now - call.submitted();
            if (age > queueWaitNanos && call.giveUpWaiting()) {
                begun();
                call.execute(
                        Problem.of(
                                "queue-wait",
                                Blame.RESOURCES,
                                "The request waited too long for a handler"));
            } else if (requestNanos > 0 && age > requestNanos) {
                call.execute(
                        Problem.of(
                                "request-timeout",
                                Blame.APP,
                                "the handler did not return within "
                                        + Duration.ofNanos(requestNanos).toSeconds()
                                        + " s"));
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
