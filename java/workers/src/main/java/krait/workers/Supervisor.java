package krait.workers;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import krait.base.Clock;
import krait.base.Log;

/// Owns the worker processes of one mount: starts them, replaces those that die, reloads and stops
/// them. Thread-safe; no method but [#close] blocks. Futures complete in the supervisor's thread,
/// so what is chained to them must not block either.
///
/// All decisions are made by one virtual thread, which is entered through a bounded queue of tasks.
/// docs/internals/supervisor.md shows the life of a worker.
public final class Supervisor implements LinkGate, WorkerWatch, AutoCloseable {
    /// Tasks that wait for the supervisor's thread.
    private static final int TASKS_MAX = 4096;

    private static final long CLOSE_TIMEOUT_MS = 2_000;
    private static final Log LOG = Log.of("workers");

    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(TASKS_MAX);
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();
    private final ControlSocket socket;
    private final LogPump pump;
    private final Fleet fleet;
    private final Thread thread;
    private volatile boolean closed;

    /// Prepares the workers of `spec`; [#start] launches them, so that the link sockets can ask
    /// this gate before the first process connects.
    ///
    /// @param spec what to run
    /// @param lanes is told which processes take requests
    /// @param socketFolder folder for the control socket, which only the server's user may enter
    /// @param links path of the link socket of each event loop; lanes are dealt to them in turn
    /// @throws krait.base.KraitException blame RESOURCES, when the control socket can't be made
    public Supervisor(WorkerSpec spec, LaneControl lanes, Path socketFolder, List<String> links) {
        RandomGenerator random = new SecureRandom();
        socket = ControlSocket.open(socketFolder, random);
        pump = new LogPump(spec.namePrefix());
        fleet =
                new Fleet(
                        new Surroundings(
                                spec,
                                List.copyOf(links),
                                RestartPolicy.DEFAULT,
                                lanes,
                                new ProcessLauncher(spec, socket, pump),
                                Clock.SYSTEM,
                                random,
                                this::enter,
                                tokens),
                        (worker, from, event) ->
                                LOG.debug(
                                        worker.name() + ": " + from + " -> " + worker.state(),
                                        "event",
                                        event));
        thread = Thread.ofVirtual().name("supervisor").start(this::run);
    }

    /// Launches every process, all at the same time.
    public void start() {
        enter(fleet::start);
    }

    /// Completes when the first worker is ready: from then on requests are answered. Fails with a
    /// [krait.base.KraitException] when the application can't be loaded; no process is left then,
    /// but a [#reload] may try again.
    public CompletableFuture<LoadedApplication> firstReady() {
        return fleet.firstReady().copy();
    }

    /// Completes when every worker is ready. Fails as [#firstReady] does, and when a worker is
    /// given up or the supervisor is stopped before that.
    public CompletableFuture<Void> ready() {
        return fleet.allReady().copy();
    }

    /// Replaces the workers one by one; each new one is ready before its old one drains. Completes
    /// when all are replaced. When a new one can't start, the old ones stay, and it fails with a
    /// [krait.base.KraitException]. During a reload it asks for one more after that.
    public CompletableFuture<Void> reload() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        enter(() -> fleet.reload(done));
        return done;
    }

    /// Stops the workers when their requests are answered, or as `plan` says. Completes when every
    /// process has ended.
    public CompletableFuture<Void> drain(StopPlan plan) {
        enter(() -> fleet.drain(plan));
        return fleet.ended().copy();
    }

    /// Kills every process.
    public void kill() {
        enter(fleet::kill);
    }

    /// Asks a process to end the request `id` of `lane`, if it is still running.
    @Override
    public void cancel(int process, int lane, int id) {
        enter(() -> fleet.cancel(process, lane, id));
    }

    /// Reports that a process hangs: the stacks of its threads are logged, then it is killed and
    /// replaced.
    @Override
    public void hung(int process, String why) {
        enter(() -> fleet.hung(process, why));
    }

    /// Every worker, at this moment.
    public CompletableFuture<FleetStats> stats() {
        CompletableFuture<FleetStats> stats = new CompletableFuture<>();
        enter(() -> stats.complete(fleet.stats()));
        return stats;
    }

    @Override
    public boolean knows(int process, String token) {
        return token.equals(tokens.get(process));
    }

    /// Hands a task to the supervisor's thread. The queue is never full unless that thread is
    /// stuck; an event loop must not wait for it even then, so a virtual thread does.
    private void enter(Runnable task) {
        if (!closed && !tasks.offer(task)) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            tasks.put(task);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
    }

    private void run() {
        try {
            while (!closed) {
                Runnable task = tasks.poll(fleet.nanosToWake(), TimeUnit.NANOSECONDS);
                if (task != null) {
                    step(task);
                }
                step(fleet::wake);
            }
        } catch (InterruptedException e) {
            LOG.debug("the supervisor's thread ends");
        }
    }

    /// A defect in one step must not leave the other workers without a supervisor.
    private static void step(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("internal error in the supervisor: " + e);
        }
    }

    /// Kills what still runs, and gives everything back.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        kill();
        try {
            fleet.ended().copy().orTimeout(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            LOG.warning("workers were not stopped in time: " + e.getMessage());
        }
        closed = true;
        thread.interrupt();
        socket.close();
        pump.close();
    }
}
