package krait.workers;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import krait.base.Blame;
import krait.base.Clock;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// All lanes of a mount, each on its loop, and the dispatch of requests to them. Thread-safe where
/// it says so; the rest belongs to the event loops.
public final class LanePool implements LaneControl {
    private static final long TICK_MS = 100;

    private final LanePolicy policy;
    private final Clock clock;
    private final WorkerWatch watch;
    private final List<LoopLanes> loops = new ArrayList<>();
    private final Set<Integer> admitted = ConcurrentHashMap.newKeySet();
    private final Map<Integer, LinkedProcess> processes = new ConcurrentHashMap<>();
    private volatile @Nullable Problem refusal;

    /// @param eventLoops the server's loops; the order is that of the link sockets
    public LanePool(List<EventLoop> eventLoops, LanePolicy policy, Clock clock, WorkerWatch watch) {
        this.policy = policy;
        this.clock = clock;
        this.watch = watch;
        for (EventLoop loop : eventLoops) {
            LoopLanes lanes = new LoopLanes(this, loop);
            loops.add(lanes);
            loop.scheduleAtFixedRate(lanes::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
        }
    }

    /// Takes a request. Call it on the request's home loop, one of the pool's.
    public void submit(WorkerRequest request) {
        here().submit(request);
    }

    @Override
    public void admit(int process) {
        refusal = null;
        admitted.add(process);
        LinkedProcess linked = processes.get(process);
        if (linked != null) {
            linked.lanes().forEach(this::activate);
        }
    }

    @Override
    public CompletableFuture<Void> drain(int process) {
        admitted.remove(process);
        LinkedProcess linked = processes.get(process);
        return linked == null ? CompletableFuture.completedFuture(null) : linked.drain();
    }

    @Override
    public void cancel(int process) {
        LinkedProcess linked = processes.get(process);
        if (linked != null) {
            Problem why = RequestProblems.stopped();
            linked.lanes().forEach(lane -> lane.execute(() -> lane.cancelAll(why)));
        }
    }

    @Override
    public void discard(int process, String reason) {
        admitted.remove(process);
        LinkedProcess linked = processes.remove(process);
        if (linked != null) {
            linked.lanes().forEach(this::discard);
        }
    }

    @Override
    public void refuse(String reason) {
        Problem problem =
                Problem.of("no-workers", Blame.RESOURCES, "No worker is available")
                        .remedy(reason)
                        .safeForClients();
        refusal = problem;
        for (LoopLanes lanes : loops) {
            lanes.run(() -> lanes.failWaiting(problem));
        }
    }

    /// Requests that wait for a lane, on all loops. Any thread.
    public int waiting() {
        int waiting = 0;
        for (LoopLanes lanes : loops) {
            waiting += lanes.waiting();
        }
        return waiting;
    }

    /// The lanes of each loop, asked on the loop itself. Any thread; completes on one of the loops.
    public CompletableFuture<List<LoopStats>> stats() {
        List<CompletableFuture<LoopStats>> all = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            int number = i;
            LoopLanes lanes = loops.get(i);
            CompletableFuture<LoopStats> one = new CompletableFuture<>();
            lanes.run(() -> one.complete(lanes.stats(number)));
            all.add(one);
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
    }

    LanePolicy policy() {
        return policy;
    }

    Clock clock() {
        return clock;
    }

    WorkerWatch watch() {
        return watch;
    }

    @Nullable Problem refusal() {
        return refusal;
    }

    /// The lanes of the event loop that runs this.
    LoopLanes here() {
        for (int i = 0; i < loops.size(); i++) {
            LoopLanes lanes = loops.get(i);
            if (lanes.loop().inEventLoop()) {
                return lanes;
            }
        }
        throw new IllegalStateException("not on an event loop of the pool");
    }

    /// A lane has said HELLO. On its loop.
    void connected(Lane lane) {
        processes.computeIfAbsent(lane.process(), process -> new LinkedProcess()).lanes().add(lane);
        if (admitted.contains(lane.process())) {
            lane.activate();
        }
    }

    /// The link of a lane has closed. On its loop.
    void closed(Lane lane) {
        LinkedProcess linked = processes.get(lane.process());
        lane.onClosed();
        if (linked != null) {
            linked.closed(lane);
        }
    }

    /// Somewhere a request waits that its own loop has no room for.
    void feedHungry() {
        for (int i = 0; i < loops.size(); i++) {
            loops.get(i).wake();
        }
    }

    /// Takes the request that has waited longest on any loop.
    LoopLanes.@Nullable Waiting pollOldest() {
        LoopLanes longest = null;
        long since = Long.MAX_VALUE;
        for (int i = 0; i < loops.size(); i++) {
            long first = loops.get(i).waitingSince();
            if (first < since) {
                since = first;
                longest = loops.get(i);
            }
        }
        return longest == null ? null : longest.poll();
    }

    private void activate(Lane lane) {
        lane.execute(lane::activate);
    }

    /// Closes late, so that what the dead process had still sent is read first; usually the link
    /// has ended by itself by then.
    private void discard(Lane lane) {
        lane.closeAfter(TICK_MS);
    }
}
