package krait.workers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// The workers of one mount: their first start, rolling reload and common end. Everything here runs
/// in the supervisor's thread.
final class Fleet implements Worker.Watcher {
    /// Sees every transition of every worker.
    @FunctionalInterface
    interface Recorder {
        void moved(Worker worker, WorkerState from, WorkerEvent event);
    }

    private static final Log LOG = Log.of("workers");

    private final Surroundings around;
    private final Recorder recorder;
    private final List<Worker> current = new ArrayList<>(); // by slot
    private final List<Worker> outgoing = new ArrayList<>(); // replaced, not yet ended
    private final CompletableFuture<LoadedApplication> firstReady = new CompletableFuture<>();
    private final CompletableFuture<Void> allReady = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Reload reload;
    private final List<CompletableFuture<Void>> nextReload = new ArrayList<>();
    private final Map<Incident, Long> incidents = new EnumMap<>(Incident.class);
    private boolean everReady;
    private boolean ending;

    Fleet(Surroundings around, Recorder recorder) {
        this.around = around;
        this.recorder = recorder;
    }

    /// Completes when a worker is ready; fails when the first start fails.
    CompletableFuture<LoadedApplication> firstReady() {
        return firstReady;
    }

    /// Completes when every worker is ready; fails when the first start fails, or one gives up.
    CompletableFuture<Void> allReady() {
        return allReady;
    }

    /// Completes when every process has ended, after [#drain] or [#kill].
    CompletableFuture<Void> ended() {
        return ended;
    }

    void start() {
        if (ending) {
            return; // the server was told to stop before it had begun
        }
        for (int slot = 0; slot < around.spec().processes(); slot++) {
            current.add(new Worker(slot, around, this));
        }
        current.forEach(Worker::launch);
    }

    /// Replaces every worker, see [Reload]. A call during a reload asks for one more after it.
    void reload(CompletableFuture<Void> done) {
        if (ending) {
            done.completeExceptionally(stopping());
        } else if (reload == null) {
            begin(List.of(done));
        } else {
            nextReload.add(done);
        }
    }

    private void begin(List<CompletableFuture<Void>> done) {
        Reload begun = new Reload(this, done);
        reload = begun;
        begun.proceed();
    }

    void reloadEnded() {
        reload = null;
        if (!nextReload.isEmpty()) {
            List<CompletableFuture<Void>> next = List.copyOf(nextReload);
            nextReload.clear();
            begin(next);
        }
    }

    int slots() {
        return current.size();
    }

    /// Launches a worker that is to take over `slot`.
    Worker launchReplacement(int slot) {
        Worker replacement = new Worker(slot, around, this);
        replacement.launch();
        return replacement;
    }

    /// Puts `replacement` in its place, and ends the worker that it replaces, which is returned.
    Worker replace(Worker replacement) {
        Worker old = current.set(replacement.slot(), replacement);
        outgoing.add(old);
        old.stop(StopPlan.of(around.spec().limits().stopTimeout()));
        return old;
    }

    void drain(StopPlan plan) {
        end(worker -> worker.stop(plan));
    }

    void kill() {
        end(Worker::kill);
    }

    private void end(Consumer<Worker> how) {
        if (!ending) {
            ending = true;
            nextReload.forEach(done -> done.completeExceptionally(stopping()));
            nextReload.clear();
            if (reload != null) {
                reload.cancel(stopping()).ifPresent(outgoing::add);
                reload = null;
            }
            firstReady.completeExceptionally(stopping());
            allReady.completeExceptionally(stopping());
        }
        workers().forEach(how);
        completeEnd();
    }

    private static KraitException stopping() {
        return Problem.of("server-stopping", Blame.USER, "the workers are being stopped")
                .exception();
    }

    private void completeEnd() {
        if (ending && workers().allMatch(worker -> worker.state().ended())) {
            ended.complete(null);
        }
    }

    void cancel(int process, int lane, int id) {
        find(process).forEach(worker -> worker.cancel(lane, id));
    }

    void hung(int process, String why) {
        find(process).forEach(worker -> worker.hung(why));
    }

    private Stream<Worker> find(int process) {
        return workers().filter(worker -> worker.process() == process);
    }

    /// Every worker; a copy, for a step of one may change the lists.
    private Stream<Worker> workers() {
        List<Worker> all = new ArrayList<>(current);
        all.addAll(outgoing);
        if (reload != null) {
            reload.replacement().ifPresent(all::add);
        }
        return all.stream();
    }

    FleetStats stats() {
        return new FleetStats(
                workers().map(Worker::stats).toList(),
                incidents.getOrDefault(Incident.RESTART, 0L),
                incidents.getOrDefault(Incident.START_TIMEOUT, 0L),
                incidents.getOrDefault(Incident.STOP_TIMEOUT, 0L),
                incidents.getOrDefault(Incident.HANG, 0L));
    }

    @Override
    public void happened(Incident incident) {
        incidents.merge(incident, 1L, Long::sum);
    }

    /// Nanoseconds to the next [#wake], [Long#MAX_VALUE] when there is none.
    long nanosToWake() {
        return workers().mapToLong(Worker::nanosToWake).min().orElse(Long.MAX_VALUE);
    }

    void wake() {
        workers().forEach(Worker::wake);
    }

    /// Until a worker has been ready, a death means that the application can't be started; and a
    /// replacement that fails leaves its place to the worker that it would have replaced.
    @Override
    public boolean mayRetry(Worker worker) {
        return everReady && current.contains(worker);
    }

    @Override
    public void moved(Worker worker, WorkerState from, WorkerEvent event) {
        recorder.moved(worker, from, event);
        switch (worker.state()) {
            case READY -> {
                everReady = true;
                firstReady.complete(worker.loaded());
            }
            case FAILED -> failed(worker);
            case STOPPED -> outgoing.remove(worker);
            case STARTING, DRAINING, STOPPING, BACKING_OFF -> {}
        }
        if (reload != null) {
            reload.moved(worker);
        }
        if (all(other -> other.state() == WorkerState.READY)) {
            allReady.complete(null);
        }
        completeEnd();
    }

    private void failed(Worker worker) {
        if (!current.contains(worker)) {
            return; // a replacement: the reload tells
        }
        Problem problem = worker.lastProblem();
        if (problem == null) {
            throw new IllegalStateException(worker.name() + " failed without a reason");
        }
        if (!everReady) {
            current.stream().filter(other -> other != worker).forEach(Worker::kill);
            firstReady.completeExceptionally(problem.exception());
        }
        allReady.completeExceptionally(problem.exception());
        if (all(other -> other.state().ended())) {
            if (everReady) {
                LOG.error("no worker is left: requests are answered 503 until a reload succeeds");
            }
            around.lanes().refuse(problem.what());
        }
    }

    private boolean all(Predicate<Worker> condition) {
        return current.stream().allMatch(condition);
    }
}
