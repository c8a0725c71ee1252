package krait.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import krait.base.Clock;
import krait.base.Limits;
import krait.http.Dispatcher;
import krait.workers.LaneControl;
import krait.workers.LanePolicy;
import krait.workers.LanePool;
import krait.workers.Links;
import krait.workers.LoopStats;
import krait.workers.Supervisor;
import krait.workers.WorkerSpec;
import krait.workers.WorkerWatch;
import org.jspecify.annotations.Nullable;

/// A worker application: its processes, its lanes, and the dispatcher in front of them.
///
/// It begins in two steps, so that interpreters start while the event loops are being made: a
/// worker that is faster waits for its socket. Thread-safe once it is open.
final class WorkerMount implements WorkerWatch, LaneControl, AutoCloseable {
    private final String prefix;
    private final WorkerSpec spec;
    private final List<String> paths;
    private final Supervisor supervisor;
    private volatile @Nullable LanePool pool;
    private @Nullable Links links;

    /// Starts the processes.
    ///
    /// @param loops how many event loops there will be
    /// @param folder private to the user; the sockets are made in it
    WorkerMount(String prefix, WorkerSpec spec, int loops, Path folder) {
        this.prefix = prefix;
        this.spec = spec;
        paths = Links.paths(folder, loops);
        supervisor = new Supervisor(spec, this, folder, paths);
        supervisor.start();
    }

    /// Opens the sockets for the lanes.
    ///
    /// @return who takes the exchanges of the mount
    Dispatcher open(Loops loops) {
        Limits limits = spec.limits();
        LanePolicy policy =
                new LanePolicy(
                        LanePolicy.BATCH_TARGET,
                        LanePolicy.DEPTH_MAX,
                        limits.queueDepthMax(),
                        limits.queueWaitMax(),
                        limits.requestTimeout(),
                        LanePolicy.CANCEL_GRACE);
        LanePool opened = new LanePool(loops.all(), policy, Clock.SYSTEM, this);
        pool = opened;
        links = Links.open(paths, loops.all(), opened, supervisor);
        return new WorkerDispatcher(prefix, opened, spec.debug());
    }

    String prefix() {
        return prefix;
    }

    Supervisor supervisor() {
        return supervisor;
    }

    /// The lanes of each loop.
    CompletableFuture<List<LoopStats>> lanes() {
        LanePool opened = pool;
        return opened == null ? CompletableFuture.completedFuture(List.of()) : opened.stats();
    }

    // From the lanes to the supervisor.

    @Override
    public void cancel(int process, int lane, int id) {
        supervisor.cancel(process, lane, id);
    }

    @Override
    public void hung(int process, String why) {
        supervisor.hung(process, why);
    }

    // From the supervisor to the lanes; before there are any, no request needs them either.

    @Override
    public void admit(int process) {
        LanePool opened = pool;
        if (opened == null) {
            throw new IllegalStateException("a worker is ready before its lanes could connect");
        }
        opened.admit(process);
    }

    @Override
    public CompletableFuture<Void> drain(int process) {
        LanePool opened = pool;
        return opened == null ? CompletableFuture.completedFuture(null) : opened.drain(process);
    }

    @Override
    public void cancel(int process) {
        LanePool opened = pool;
        if (opened != null) {
            opened.cancel(process);
        }
    }

    @Override
    public void discard(int process, String reason) {
        LanePool opened = pool;
        if (opened != null) {
            opened.discard(process, reason);
        }
    }

    @Override
    public void refuse(String reason) {
        LanePool opened = pool;
        if (opened != null) {
            opened.refuse(reason);
        }
    }

    @Override
    public void close() {
        supervisor.close();
        if (links != null) {
            links.close();
        }
    }
}
