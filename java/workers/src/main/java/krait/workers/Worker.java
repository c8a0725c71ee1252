package krait.workers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// One place in the fleet: a process, and after it has died the next one. Everything here runs in
/// the supervisor's thread.
///
/// A process that we kill counts as gone at once: its requests are answered, its last report is
/// ignored.
final class Worker {
    /// A process that lost its control link, or that can't load the application, ends by itself
    /// within this time.
    static final Duration EXIT_WAIT = Duration.ofSeconds(1);

    /// A process that is about to be killed may show its stacks for this long when it is asked over
    /// its control link, and then for this long when it is told by a signal.
    static final Duration STACKS_ASK = Duration.ofSeconds(1);

    static final Duration STACKS_WAIT = Duration.ofSeconds(1);

    /// An idle process that was told to stop, then one that got SIGTERM, has this long to exit.
    static final Duration STOP_WAIT = Duration.ofSeconds(5);

    /// Starts that a signal may end in a row which was not meant for the process.
    static final int STRAY_SIGNALS_MAX = 20;

    private static final Log LOG = Log.of("workers");
    private static final AtomicInteger PROCESSES = new AtomicInteger();

    /// The fleet, as a worker sees it.
    interface Watcher {
        /// Whether the worker goes on after a death.
        boolean mayRetry(Worker worker);

        /// The worker has gone from `from` to [#state] by `event`.
        void moved(Worker worker, WorkerState from, WorkerEvent event);

        /// Something that is counted.
        void happened(Incident incident);
    }

    private final Surroundings around;
    private final Watcher watcher;
    private final int slot;
    private final String name;
    private final Alarm alarm;

    private WorkerState state = WorkerState.STARTING;
    private int process = -1;
    private Launcher.@Nullable Child child;
    private @Nullable Problem loadFailure; // the process has told it and is about to exit
    private @Nullable Problem sentence; // why it is killed as soon as it has shown its stacks
    private @Nullable Problem lastProblem;
    private long launchedAt;
    private long loadedAt;
    private StopTimes stopTimes = StopTimes.NEVER;
    private LoadedApplication application = new LoadedApplication("", "");
    private final Crashes crashes;
    private int straySignals;
    private boolean stacksDue; // asked for at the end of a stop, and not shown yet
    private int restarts;

    Worker(int slot, Surroundings around, Watcher watcher) {
        this.slot = slot;
        this.around = around;
        this.watcher = watcher;
        this.name = around.spec().name(slot);
        this.alarm = new Alarm(around.clock());
        this.crashes = new Crashes(around.policy());
    }

    int slot() {
        return slot;
    }

    String name() {
        return name;
    }

    WorkerState state() {
        return state;
    }

    int process() {
        return process;
    }

    /// Why the last process died; null before the first death.
    @Nullable Problem lastProblem() {
        return lastProblem;
    }

    /// When [#wake] is due; [Long#MAX_VALUE] when never.
    long nanosToWake() {
        return alarm.nanosToWake();
    }

    void wake() {
        alarm.wake();
    }

    /// Launches a process. For a new worker; later ones follow by themselves.
    void launch() {
        process = PROCESSES.incrementAndGet();
        loadFailure = null;
        sentence = null;
        launchedAt = around.clock().nanoTime();
        String token = around.newToken(process);
        int number = process;
        child =
                around.launcher()
                        .launch(
                                new Launcher.Launch(number, name, token, around.linksOf(slot)),
                                report -> around.owner().execute(() -> report(number, report)));
        alarm.after(around.spec().limits().startTimeout(), this::startTimedOut);
    }

    private void report(int number, ProcessReport report) {
        if (number != process || child == null) {
            return; // of a process that we killed
        }
        switch (report) {
            case ProcessReport.Loaded loaded -> loaded(loaded);
            case ProcessReport.LoadFailed failed -> loadFailed(failed.problem());
            case ProcessReport.Stacks stacks -> stacks(stacks.text());
            case ProcessReport.LinkLost lost -> linkLost(lost);
            case ProcessReport.Exited exited -> exited(exited);
            case ProcessReport.NotStarted fault -> died(fault.problem());
        }
    }

    /// The application that the process runs; of use once it has been ready.
    LoadedApplication loaded() {
        return application;
    }

    private void loaded(ProcessReport.Loaded loaded) {
        if (state != WorkerState.STARTING) {
            return; // it was told to stop while it was loading
        }
        loadedAt = around.clock().nanoTime();
        alarm.clear();
        crashes.loaded();
        straySignals = 0;
        application = new LoadedApplication(loaded.application(), loaded.python());
        LOG.info(
                name + " is ready",
                "pid",
                pid(),
                "python",
                loaded.python(),
                "application",
                loaded.application(),
                "ms",
                (loadedAt - launchedAt) / 1_000_000);
        around.lanes().admit(process);
        move(WorkerEvent.LOAD);
    }

    private void startTimedOut() {
        watcher.happened(Incident.START_TIMEOUT);
        condemn(WorkerProblems.startTimeout(name, around.spec(), child().lastOutput()));
    }

    /// Reports that the process hangs: it shows its stacks and is replaced.
    void hung(String why) {
        if (state == WorkerState.READY && sentence == null) {
            watcher.happened(Incident.HANG);
            condemn(WorkerProblems.hung(name, why));
        }
    }

    private void condemn(Problem problem) {
        sentence = problem;
        child().dump();
        alarm.after(STACKS_ASK, () -> insist(problem));
    }

    /// Nothing came over the control link: Python code can't run there, so C code must tell.
    private void insist(Problem problem) {
        LOG.warning(name + " does not answer: its stacks follow if it can show them", "pid", pid());
        child().quit();
        alarm.after(STACKS_WAIT, () -> execute(problem));
    }

    private void stacks(String text) {
        stacksDue = false;
        Log.of(name).warning("stacks of all threads:\n" + text.stripTrailing());
        if (sentence != null) {
            execute(sentence);
        }
    }

    private void execute(Problem problem) {
        child().kill();
        died(problem);
    }

    private void linkLost(ProcessReport.LinkLost lost) {
        Problem problem = WorkerProblems.linkLost(name, lost.why());
        boolean starting = state == WorkerState.STARTING && loadFailure == null;
        if (lost.corrupt()) {
            execute(problem);
        } else if (sentence == null && (starting || state == WorkerState.READY)) {
            alarm.after(EXIT_WAIT, () -> execute(problem));
        }
    }

    private void loadFailed(Problem problem) {
        if (state == WorkerState.STARTING && sentence == null) {
            loadFailure = problem;
            alarm.after(EXIT_WAIT, () -> execute(problem));
        }
    }

    private void exited(ProcessReport.Exited exited) {
        boolean unasked = state == WorkerState.STARTING && sentence == null && loadFailure == null;
        if (unasked
                && ExitStatus.isStraySignal(exited.status())
                && ++straySignals <= STRAY_SIGNALS_MAX) {
            startAgain(exited);
        } else {
            died(verdict(exited));
        }
    }

    /// Until Python's handlers stand, a signal that a terminal or a service manager sends to all
    /// processes ends this one. It was meant for the server, so it costs the worker nothing.
    private void startAgain(ProcessReport.Exited exited) {
        String how = ExitStatus.words(exited.status());
        LOG.info(name + " was " + how + " before it could leave that to the server: once more");
        release(how);
        move(WorkerEvent.CRASH);
        move(WorkerEvent.RETRY);
        launch();
    }

    private Problem verdict(ProcessReport.Exited exited) {
        if (sentence != null) {
            return sentence;
        }
        if (loadFailure != null) {
            return loadFailure;
        }
        return state == WorkerState.STARTING
                ? WorkerProblems.startFailed(name, around.spec(), exited)
                : WorkerProblems.died(name, exited.status());
    }

    private void died(Problem problem) {
        release(problem.what());
        switch (state) {
            case STARTING, READY -> crashed(problem);
            case DRAINING, STOPPING -> {
                LOG.debug(name + " has ended: " + problem.what());
                move(WorkerEvent.EXIT);
            }
            case STOPPED, BACKING_OFF, FAILED ->
                    throw new IllegalStateException("a process behind a worker that is " + state);
        }
    }

    private void crashed(Problem problem) {
        if (state == WorkerState.STARTING) {
            crashes.atStart();
        } else {
            crashes.after(Duration.ofNanos(around.clock().nanoTime() - loadedAt));
        }
        lastProblem = problem;
        if (!watcher.mayRetry(this)) {
            move(WorkerEvent.GIVE_UP);
            return;
        }
        if (crashes.exhausted()) {
            LOG.problem(problem);
            LOG.problem(WorkerProblems.givenUp(name, crashes.shortLives()));
            move(WorkerEvent.GIVE_UP);
            return;
        }
        Duration delay = crashes.delay(around.random());
        LOG.problem(problem, "restart_in_ms", delay.toMillis());
        move(WorkerEvent.CRASH);
        alarm.after(delay, this::retry);
    }

    private void retry() {
        restarts++;
        watcher.happened(Incident.RESTART);
        move(WorkerEvent.RETRY);
        launch();
    }

    /// Begins a graceful end. One that has begun may be made to end earlier.
    void stop(StopPlan plan) {
        stopTimes = stopTimes.earlier(StopTimes.of(plan, around.clock()));
        switch (state) {
            case STARTING -> {
                child().terminate();
                alarm.at(Math.min(stopTimes.kill(), alarm.in(STOP_WAIT)), this::killLate);
                move(WorkerEvent.STOP);
            }
            case READY -> drain();
            case DRAINING -> alarm.at(stopTimes.requests(), () -> finish(false));
            case BACKING_OFF, FAILED -> {
                alarm.clear();
                move(WorkerEvent.STOP);
            }
            case STOPPING, STOPPED -> {}
        }
    }

    private void drain() {
        int number = process;
        alarm.at(stopTimes.requests(), () -> finish(false));
        move(WorkerEvent.DRAIN);
        var _ =
                around.lanes()
                        .drain(number)
                        .whenComplete((done, fault) -> around.owner().execute(() -> idle(number)));
    }

    private void idle(int number) {
        if (number == process) {
            finish(true);
        }
    }

    private void finish(boolean idle) {
        if (state != WorkerState.DRAINING) {
            return;
        }
        if (!idle) {
            watcher.happened(Incident.STOP_TIMEOUT);
            LOG.warning(name + " still has requests in progress near the end of stop-timeout");
            stacksDue = true;
            child().dump();
        }
        child().stop();
        if (!idle) {
            around.lanes().cancel(process); // behind DUMP, which is to show what is cancelled
        }
        alarm.at(Math.min(alarm.in(STOP_WAIT), stopTimes.exit()), this::terminate);
        move(WorkerEvent.STOP);
    }

    private void terminate() {
        LOG.warning(name + " did not stop: SIGTERM", "pid", pid());
        if (stacksDue) {
            child().quit();
        }
        child().terminate();
        alarm.at(Math.min(alarm.in(STOP_WAIT), stopTimes.kill()), this::killLate);
    }

    private void killLate() {
        LOG.warning(name + " did not stop in time: SIGKILL", "pid", pid());
        kill();
    }

    /// Ends the process at once.
    void kill() {
        if (state.hasProcess()) {
            child().kill();
            release("the worker was killed while it was stopping");
            move(WorkerEvent.KILL);
        } else {
            stop(new StopPlan(Duration.ZERO, Duration.ZERO, Duration.ZERO));
        }
    }

    void cancel(int lane, int id) {
        if (child != null) {
            child.cancel(lane, id);
        }
    }

    WorkerStats stats() {
        boolean up = state == WorkerState.READY || state == WorkerState.DRAINING;
        long uptime = up ? around.clock().nanoTime() - loadedAt : 0;
        return WorkerStats.read(name, pid(), state, restarts, Duration.ofNanos(uptime));
    }

    private long pid() {
        return child == null ? 0 : child.pid();
    }

    private Launcher.Child child() {
        if (child == null) {
            throw new IllegalStateException("no process behind " + name + ", which is " + state);
        }
        return child;
    }

    private void release(String reason) {
        alarm.clear();
        around.tokens().remove(process);
        around.lanes().discard(process, reason);
        child = null;
        process = -1;
    }

    private void move(WorkerEvent event) {
        WorkerState from = state;
        state = from.after(event);
        watcher.moved(this, from, event);
    }
}
