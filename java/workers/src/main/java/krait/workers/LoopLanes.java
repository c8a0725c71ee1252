package krait.workers;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;
import org.jctools.queues.MpmcArrayQueue;
import org.jspecify.annotations.Nullable;

/// The lanes of one event loop and the requests that wait for them. Belongs to that loop, but for
/// the queue, which other loops take from, and [#hungry]. Work-conserving: a request waits only
/// while no lane of any loop has room.
final class LoopLanes {
    private static final Log LOG = Log.of("workers");

    private final LanePool pool;
    private final EventLoop loop;
    private final List<Lane> lanes = new ArrayList<>();
    private final MpmcArrayQueue<Waiting> queue;
    private final AtomicBoolean hungry = new AtomicBoolean(true);
    private final Runnable takeWork = this::takeWork;
    private int turn;
    private long served;
    private long busyNanos;
    private long queueFull;
    private long waitedTooLong;
    private long requestTimeouts;

    record Waiting(WorkerRequest request, long since) {}

    LoopLanes(LanePool pool, EventLoop loop) {
        this.pool = pool;
        this.loop = loop;
        this.queue = new MpmcArrayQueue<>(Math.max(2, pool.policy().queueDepthMax()));
    }

    LanePolicy policy() {
        return pool.policy();
    }

    WorkerWatch watch() {
        return pool.watch();
    }

    long nanoTime() {
        return pool.clock().nanoTime();
    }

    EventLoop loop() {
        return loop;
    }

    int waiting() {
        return queue.size();
    }

    void submit(WorkerRequest request) {
        Lane lane = queue.isEmpty() ? roomiest() : null;
        if (lane != null) {
            lane.send(request);
            return;
        }
        Problem refusal = pool.refusal();
        if (refusal != null) {
            request.onFailure(refusal);
            return;
        }
        request.keep();
        if (!queue.offer(new Waiting(request, nanoTime()))) {
            queueFull++;
            request.onFailure(queueFull());
            return;
        }
        pool.feedHungry();
    }

    void add(Lane lane) {
        lanes.add(lane);
        fill(lane);
    }

    void remove(Lane lane) {
        lanes.remove(lane);
    }

    /// The lane may have room: gives it what waits here, then what waits on other loops.
    void fill(Lane lane) {
        while (lane.hasRoom()) {
            WorkerRequest request = nextWaitingOrHungry();
            if (request == null) {
                return;
            }
            lane.send(request);
        }
    }

    /// Another loop has work that its own lanes can't take: come and get it.
    void wake() {
        if (hungry.compareAndSet(true, false)) {
            run(takeWork);
        }
    }

    /// Runs a task on this loop, unless the loop has ended: then the server has.
    void run(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ended) {
            LOG.debug("an event loop has ended", "task", task);
        }
    }

    private void takeWork() {
        for (Lane lane = roomiest(); lane != null; lane = roomiest()) {
            WorkerRequest request = nextWaitingOrHungry();
            if (request == null) {
                return;
            }
            lane.send(request);
        }
    }

    /// Once in a while: what has waited or run too long.
    void tick() {
        long now = nanoTime();
        LanePolicy policy = policy();
        for (int i = lanes.size() - 1; i >= 0; i--) {
            lanes.get(i).checkTime(now, policy);
        }
        long limit = policy.queueWaitMax().toNanos();
        Waiting oldest = queue.peek();
        while (oldest != null && (oldest.request().abandoned() || now - oldest.since() > limit)) {
            Waiting waiting = queue.poll();
            if (waiting == null) {
                return;
            }
            if (!waiting.request().abandoned() && now - waiting.since() <= limit) {
                queue.offer(waiting); // another loop took the oldest; this one is still in time
                return;
            }
            if (!waiting.request().abandoned()) {
                waitedTooLong++;
            }
            waiting.request().onFailure(waitedTooLong());
            oldest = queue.peek();
        }
        if (oldest != null) {
            pool.feedHungry();
        }
    }

    /// A lane of this loop told how long its last requests took.
    void spent(long nanos, long requests) {
        busyNanos += nanos;
        served += requests;
    }

    /// A request on a lane of this loop ran longer than it may.
    void requestTimedOut() {
        requestTimeouts++;
    }

    LoopStats stats(int number) {
        int busy = 0;
        int inFlight = 0;
        for (Lane lane : lanes) {
            busy += lane.inFlight() > 0 ? 1 : 0;
            inFlight += lane.inFlight();
        }
        long oldest = waitingSince();
        return new LoopStats(
                number,
                lanes.size(),
                busy,
                inFlight,
                waiting(),
                oldest == Long.MAX_VALUE ? 0 : nanoTime() - oldest,
                served,
                busyNanos,
                queueFull,
                waitedTooLong,
                requestTimeouts);
    }

    /// Fails everything that waits.
    void failWaiting(Problem problem) {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            next.request().onFailure(problem);
        }
    }

    /// A request of a dead lane goes round again, once if it may have begun.
    void again(WorkerRequest request, boolean mayHaveBegun) {
        request.execute(() -> {
            request.again(mayHaveBegun);
            pool.submit(request);
        });
    }

    /// Takes the next request, or says that this loop is hungry.
    private @Nullable WorkerRequest nextWaitingOrHungry() {
        WorkerRequest request = nextWaiting();
        if (request == null && !hungry.get()) {
            hungry.set(true);
            // Someone may have queued between the look and the flag.
            request = nextWaiting();
        }
        return request;
    }

    /// Takes the request that has waited longest, here or on any other loop, of those that somebody
    /// still wants. Were its own queue served first, a busy loop would starve one without lanes.
    private @Nullable WorkerRequest nextWaiting() {
        Waiting next = pool.pollOldest();
        while (next != null && next.request().abandoned()) {
            next = pool.pollOldest();
        }
        return next == null ? null : next.request();
    }

    /// Since when the first in the queue waits; [Long#MAX_VALUE] when it is empty. Any thread.
    long waitingSince() {
        Waiting first = queue.peek();
        return first == null ? Long.MAX_VALUE : first.since();
    }

    @Nullable Waiting poll() {
        return queue.poll();
    }

    private @Nullable Lane roomiest() {
        Lane best = null;
        int size = lanes.size();
        for (int i = 0; i < size; i++) {
            Lane lane = lanes.get((turn + i) % size);
            if (lane.hasRoom() && (best == null || lane.inFlight() < best.inFlight())) {
                best = lane;
            }
        }
        turn = size == 0 ? 0 : (turn + 1) % size;
        return best;
    }

    private static Problem queueFull() {
        return Problem.of("queue-full", Blame.RESOURCES, "Too many requests are waiting")
                .remedy("add workers, or raise queue-depth-max")
                .safeForClients();
    }

    private static Problem waitedTooLong() {
        return Problem.of("queue-wait", Blame.RESOURCES, "The request waited too long for a worker")
                .remedy("add workers or threads, or raise queue-wait-max")
                .safeForClients();
    }
}
