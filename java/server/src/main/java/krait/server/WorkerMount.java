package krait.server;

import java.nio.file.Path;
import java.util.List;
import krait.base.Clock;
import krait.base.Limits;
import krait.http.Dispatcher;
import krait.workers.LanePolicy;
import krait.workers.LanePool;
import krait.workers.Links;
import krait.workers.Supervisor;
import krait.workers.WorkerSpec;
import krait.workers.WorkerWatch;

/// A worker application: its processes, its lanes, and the dispatcher in front of them.
final class WorkerMount implements WorkerWatch, AutoCloseable {
    private final LanePool pool;
    private final Supervisor supervisor;
    private final Links links;
    private final Dispatcher dispatcher;

    /// Starts the processes; they are not ready yet.
    ///
    /// @param folder private to the user; the sockets are made in it
    WorkerMount(String prefix, WorkerSpec spec, Loops loops, Path folder) {
        Limits limits = spec.limits();
        LanePolicy policy =
                new LanePolicy(
                        LanePolicy.BATCH_TARGET,
                        LanePolicy.DEPTH_MAX,
                        limits.queueDepthMax(),
                        limits.queueWaitMax(),
                        limits.requestTimeout(),
                        LanePolicy.CANCEL_GRACE);
        pool = new LanePool(loops.all(), policy, Clock.SYSTEM, this);
        List<String> paths = Links.paths(folder, loops.all().size());
        supervisor = new Supervisor(spec, pool, folder, paths);
        links = Links.open(paths, loops.all(), pool, supervisor);
        supervisor.start();
        dispatcher = new WorkerDispatcher(prefix, pool, spec.debug());
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Supervisor supervisor() {
        return supervisor;
    }

    @Override
    public void cancel(int process, int lane, int id) {
        supervisor.cancel(process, lane, id);
    }

    @Override
    public void hung(int process, String why) {
        supervisor.hung(process, why);
    }

    @Override
    public void close() {
        supervisor.close();
        links.close();
    }
}
