package krait.workers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import krait.base.KraitException;
import krait.base.Limits;
import krait.base.Problem;

/// A fleet without threads, processes or real time.
final class FleetHarness {
    record Step(WorkerState from, WorkerEvent event) {}

    static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    static final StopPlan STOP_PLAN = StopPlan.of(STOP_TIMEOUT);

    final HandClock clock = new HandClock();
    final FakeLauncher launcher = new FakeLauncher();
    final FakeLanes lanes;
    final Map<Integer, String> tokens = new HashMap<>();
    final Set<Step> visited = new HashSet<>();
    final Fleet fleet;
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    FleetHarness(int processes, boolean busy) {
        this(processes, 1, List.of("/run/loop-0"), busy);
    }

    FleetHarness(int processes, int lanesEach, List<String> links, boolean busy) {
        lanes = new FakeLanes(busy);
        fleet =
                new Fleet(
                        new Surroundings(
                                spec(processes, lanesEach),
                                links,
                                RestartPolicy.DEFAULT,
                                lanes,
                                launcher,
                                clock,
                                new Random(7),
                                tasks::add,
                                tokens),
                        (worker, from, event) -> visited.add(new Step(from, event)));
    }

    static WorkerSpec spec(int processes, int lanes) {
        return new WorkerSpec(
                Path.of("/usr/bin/python3"),
                Path.of("/opt/krait"),
                new WorkerSpec.Application(Path.of("/srv/site"), "app", "", "application", "auto"),
                processes,
                lanes,
                false,
                true,
                Map.of(),
                Limits.DEFAULTS,
                false,
                "worker");
    }

    /// Starts the fleet and makes every worker ready.
    FleetHarness started() {
        fleet.start();
        new ArrayList<>(launcher.children).forEach(FakeLauncher.FakeChild::loads);
        settle();
        return this;
    }

    /// The `number`th process that was launched, from 0.
    FakeLauncher.FakeChild child(int number) {
        settle();
        return launcher.children.get(number);
    }

    FakeLauncher.FakeChild newest() {
        settle();
        return launcher.children.getLast();
    }

    int launched() {
        settle();
        return launcher.children.size();
    }

    int process(int number) {
        return child(number).launch.process();
    }

    List<WorkerState> states() {
        settle();
        return fleet.stats().workers().stream().map(WorkerStats::state).toList();
    }

    WorkerState state() {
        return states().getFirst();
    }

    /// Runs what the supervisor's thread has to do.
    void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /// Lets time pass, and wakes the fleet whenever it asked for that.
    void pass(Duration time) {
        settle();
        long left = time.toNanos();
        while (fleet.nanosToWake() <= left) {
            long step = Math.max(0, fleet.nanosToWake());
            clock.advance(step);
            left -= step;
            fleet.wake();
            settle();
        }
        clock.advance(left);
    }

    CompletableFuture<Void> reload() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        fleet.reload(done);
        settle();
        return done;
    }

    /// The problem with which `future` has failed.
    static Problem problem(CompletableFuture<?> future) {
        try {
            future.getNow(null);
        } catch (CompletionException e) {
            if (e.getCause() instanceof KraitException fault) {
                return fault.problem();
            }
        } catch (KraitException e) {
            return e.problem();
        }
        throw new AssertionError("no problem in " + future);
    }
}
