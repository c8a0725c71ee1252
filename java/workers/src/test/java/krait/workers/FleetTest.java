package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import krait.base.Blame;
import krait.base.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetTest {
    private static final Set<FleetHarness.Step> VISITED = new HashSet<>();
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final List<FleetHarness> used = new ArrayList<>();

    private FleetHarness fleet(int processes) {
        return remember(new FleetHarness(processes, false));
    }

    private FleetHarness busyFleet(int processes) {
        return remember(new FleetHarness(processes, true));
    }

    private FleetHarness remember(FleetHarness harness) {
        used.add(harness);
        return harness;
    }

    @AfterEach
    void collect() {
        used.forEach(harness -> VISITED.addAll(harness.visited));
    }

    @Test
    void everyProcessIsLaunchedAtOnceAndAdmittedWhenReady() {
        FleetHarness at = fleet(3);
        at.fleet.start();
        assertThat(at.launched()).isEqualTo(3);
        assertThat(at.lanes.admitted).isEmpty();
        at.child(1).loads();
        at.settle();
        assertThat(at.lanes.admitted).containsExactly(at.process(1));
        assertThat(at.fleet.firstReady()).isCompleted();
        assertThat(at.fleet.allReady()).isNotDone();
        at.child(0).loads();
        at.child(2).loads();
        at.settle();
        assertThat(at.fleet.allReady()).isCompleted();
        assertThat(at.states()).containsOnly(WorkerState.READY);
    }

    @Test
    void lanesAreDealtToTheLoopsInTurnOverAllProcesses() {
        FleetHarness at = remember(new FleetHarness(2, 3, List.of("a", "b"), false));
        at.fleet.start();
        assertThat(at.child(0).launch.links()).containsExactly("a", "b", "a");
        assertThat(at.child(1).launch.links()).containsExactly("b", "a", "b");
    }

    @Test
    void everyProcessHasATokenOfItsOwnUntilItIsGone() {
        FleetHarness at = fleet(2).started();
        assertThat(at.child(0).launch.token()).matches("[0-9a-f]{32}");
        assertThat(at.child(0).launch.token()).isNotEqualTo(at.child(1).launch.token());
        assertThat(at.tokens)
                .containsEntry(at.process(0), at.child(0).launch.token())
                .containsEntry(at.process(1), at.child(1).launch.token());
        at.child(0).exits(1);
        at.settle();
        assertThat(at.tokens).containsOnlyKeys(at.process(1));
    }

    @Test
    void applicationThatCannotBeLoadedFailsTheStartAndEndsTheOthers() {
        FleetHarness at = fleet(2);
        at.fleet.start();
        at.child(0).cannotLoad("ZeroDivisionError: division by zero");
        at.child(0).exits(3);
        at.settle();
        Problem problem = FleetHarness.problem(at.fleet.allReady());
        assertThat(problem.what()).contains("ZeroDivisionError");
        assertThat(problem.blame()).isEqualTo(Blame.APP);
        assertThat(FleetHarness.problem(at.fleet.firstReady())).isEqualTo(problem);
        assertThat(at.child(1).commands).containsExactly("kill");
        assertThat(at.states()).containsExactly(WorkerState.FAILED, WorkerState.STOPPED);
        assertThat(at.lanes.refusals).hasSize(1);
        at.pass(Duration.ofHours(1));
        assertThat(at.launched()).isEqualTo(2);
    }

    @Test
    void processThatFailedToLoadButDoesNotExitIsKilled() {
        FleetHarness at = fleet(1);
        at.fleet.start();
        at.child(0).cannotLoad("ImportError");
        at.pass(Worker.EXIT_WAIT);
        assertThat(at.child(0).commands).containsExactly("kill");
        assertThat(FleetHarness.problem(at.fleet.allReady()).what()).isEqualTo("ImportError");
    }

    @Test
    void processThatDiesBeforeItIsReadyShowsWhatItPrintedLast() {
        FleetHarness at = fleet(1);
        at.fleet.start();
        at.child(0).lastOutput = "loading\nout of cheese";
        at.child(0).exits(139);
        at.settle();
        Problem problem = FleetHarness.problem(at.fleet.allReady());
        assertThat(problem.what()).contains("SIGSEGV", "loading\n    out of cheese");
        assertThat(problem.where()).isEqualTo("app:application in /srv/site");
    }

    @Test
    void processThatIsNotReadyInTimeShowsItsStacksAndIsKilled() {
        FleetHarness at = fleet(1);
        at.fleet.start();
        at.child(0).lastOutput = "connecting";
        at.pass(FleetHarness.START_TIMEOUT.minus(MOMENT));
        assertThat(at.child(0).commands).isEmpty();
        at.pass(MOMENT);
        assertThat(at.child(0).commands).containsExactly("dump");
        at.child(0).shows("thread 1: connect()");
        at.settle();
        assertThat(at.child(0).commands).containsExactly("dump", "kill");
        Problem problem = FleetHarness.problem(at.fleet.allReady());
        assertThat(problem.code()).isEqualTo("worker-start-timeout");
        assertThat(problem.what()).contains("60 s", "connecting");
        assertThat(at.fleet.stats().startTimeouts()).isEqualTo(1);
    }

    @Test
    void interpreterThatDoesNotRunIsTheUsersProblem() {
        FleetHarness at = fleet(1);
        at.fleet.start();
        at.child(0).neverStarts();
        at.settle();
        assertThat(FleetHarness.problem(at.fleet.allReady()).blame()).isEqualTo(Blame.USER);
    }

    @Test
    void crashedWorkerIsReplacedAfterAPause() {
        FleetHarness at = fleet(2).started();
        int dead = at.process(0);
        at.child(0).exits(137);
        assertThat(at.states()).containsExactly(WorkerState.BACKING_OFF, WorkerState.READY);
        assertThat(at.lanes.discarded.get(dead)).contains("SIGKILL", "out of memory");
        assertThat(at.launched()).isEqualTo(2);
        at.pass(Duration.ofMillis(100));
        assertThat(at.launched()).isEqualTo(3);
        assertThat(at.states()).containsExactly(WorkerState.STARTING, WorkerState.READY);
        assertThat(at.newest().launch.name()).isEqualTo("worker-1");
        assertThat(at.newest().launch.process()).isGreaterThan(dead);
        at.newest().loads();
        at.settle();
        assertThat(at.lanes.admitted).hasSize(3).contains(at.newest().launch.process());
        assertThat(at.fleet.stats().workers().getFirst().restarts()).isEqualTo(1);
        assertThat(at.fleet.stats().restarts()).isEqualTo(1);
    }

    @Test
    void pausesGrowUpToTheirLimitAndAStableLifeResetsThem() {
        FleetHarness at = fleet(1).started();
        long longest = 0;
        for (int deaths = 1; deaths <= 12; deaths++) {
            at.newest().exits(1);
            long pause = untilNextLaunch(at);
            long full = Math.min(30_000, 100L << (deaths - 1));
            assertThat(pause).isBetween(full / 2, full);
            longest = Math.max(longest, pause);
            at.newest().loads();
            at.settle();
        }
        assertThat(longest).isGreaterThanOrEqualTo(15_000);
        at.pass(RestartPolicy.DEFAULT.stableAfter());
        at.newest().exits(1);
        assertThat(untilNextLaunch(at)).isLessThanOrEqualTo(100);
    }

    private static long untilNextLaunch(FleetHarness at) {
        int before = at.launched();
        long millis = 0;
        while (at.launched() == before) {
            at.pass(MOMENT);
            millis++;
            assertThat(millis).isLessThanOrEqualTo(60_000);
        }
        return millis;
    }

    @Test
    void startsThatFailInARowAreGivenUpAndRequestsRefusedWhenNoWorkerIsLeft() {
        FleetHarness at = fleet(2).started();
        for (int slot = 0; slot < 2; slot++) {
            at.child(slot).exits(1);
            for (int start = 0; start < RestartPolicy.DEFAULT.failedStartsMax(); start++) {
                assertThat(at.lanes.refusals).isEmpty();
                at.pass(Duration.ofSeconds(30));
                at.newest().cannotLoad("SyntaxError");
                at.newest().exits(3);
                at.settle();
            }
            assertThat(at.states().get(slot)).isEqualTo(WorkerState.FAILED);
        }
        assertThat(at.lanes.refusals).containsExactly("SyntaxError");
        int launched = at.launched();
        at.pass(Duration.ofHours(1));
        assertThat(at.launched()).isEqualTo(launched);
    }

    @Test
    void workerThatKeepsDyingYoungIsGivenUp() {
        FleetHarness at = fleet(2).started();
        at.child(0).exits(1);
        for (int death = 1; death < RestartPolicy.DEFAULT.shortLivesMax(); death++) {
            assertThat(at.states().getFirst()).isEqualTo(WorkerState.BACKING_OFF);
            at.pass(Duration.ofSeconds(30));
            at.newest().loads();
            at.newest().exits(1);
            at.settle();
        }
        assertThat(at.states()).containsExactly(WorkerState.FAILED, WorkerState.READY);
        assertThat(at.lanes.refusals).isEmpty();
    }

    @Test
    void deathOfASecondWorkerDuringTheFirstStartIsRetriedOnceAnotherWasReady() {
        FleetHarness at = fleet(2);
        at.fleet.start();
        at.child(0).loads();
        at.child(1).exits(1);
        assertThat(at.states()).containsExactly(WorkerState.READY, WorkerState.BACKING_OFF);
        at.pass(Duration.ofMillis(100));
        at.newest().loads();
        at.settle();
        assertThat(at.fleet.allReady()).isCompleted();
    }

    @Test
    void processThatClosesItsControlLinkIsKilledUnlessItExits() {
        FleetHarness at = fleet(2).started();
        at.child(0).losesLink(false);
        at.child(1).losesLink(false);
        at.child(1).exits(139);
        at.settle();
        assertThat(at.lanes.discarded.get(at.process(1))).contains("SIGSEGV");
        at.pass(Worker.EXIT_WAIT);
        assertThat(at.child(0).commands).containsExactly("kill");
        assertThat(at.lanes.discarded.get(at.process(0))).contains("control link");
        assertThat(at.child(1).commands).isEmpty();
    }

    @Test
    void processThatBreaksTheProtocolIsKilledAtOnce() {
        FleetHarness at = fleet(1).started();
        at.child(0).losesLink(true);
        assertThat(at.state()).isEqualTo(WorkerState.BACKING_OFF);
        assertThat(at.child(0).commands).containsExactly("kill");
    }

    @Test
    void reportsOfAProcessThatWasKilledAreIgnored() {
        FleetHarness at = fleet(1).started();
        at.child(0).losesLink(true);
        at.child(0).loads();
        at.child(0).exits(137);
        assertThat(at.state()).isEqualTo(WorkerState.BACKING_OFF);
        assertThat(at.lanes.admitted).hasSize(1);
    }

    @Test
    void hungProcessShowsItsStacksAndIsReplaced() {
        FleetHarness at = fleet(1).started();
        int process = at.process(0);
        at.fleet.hung(process, "a request did not end");
        at.fleet.hung(process, "another did not end");
        assertThat(at.child(0).commands).containsExactly("dump");
        assertThat(at.state()).isEqualTo(WorkerState.READY);
        at.child(0).shows("thread 1: sleep()");
        assertThat(at.state()).isEqualTo(WorkerState.BACKING_OFF);
        assertThat(at.child(0).commands).containsExactly("dump", "kill");
        assertThat(at.lanes.discarded.get(process)).contains("a request did not end");
        assertThat(at.fleet.stats().hangs()).isEqualTo(1);
    }

    @Test
    void hungProcessThatShowsNoStacksIsToldByASignalAndKilledAfterAMoment() {
        FleetHarness at = fleet(1).started();
        at.fleet.hung(at.process(0), "a request did not end");
        at.pass(Worker.STACKS_ASK.minus(MOMENT));
        assertThat(at.child(0).commands).containsExactly("dump");
        at.pass(MOMENT);
        assertThat(at.child(0).commands).containsExactly("dump", "quit");
        at.pass(Worker.STACKS_WAIT.minus(MOMENT));
        assertThat(at.child(0).commands).containsExactly("dump", "quit");
        at.pass(MOMENT);
        assertThat(at.child(0).commands).containsExactly("dump", "quit", "kill");
    }

    @Test
    void cancelReachesTheProcessThatItNames() {
        FleetHarness at = fleet(2).started();
        at.fleet.cancel(at.process(1), 3, 17);
        assertThat(at.child(1).commands).containsExactly("cancel 3 17");
        assertThat(at.child(0).commands).isEmpty();
    }

    @Test
    void drainStopsEachWorkerWhenItsRequestsAreAnswered() {
        FleetHarness at = busyFleet(2).started();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        assertThat(at.states()).containsOnly(WorkerState.DRAINING);
        assertThat(at.child(0).commands).isEmpty();
        at.lanes.finishRequests(at.process(0));
        assertThat(at.states()).containsExactly(WorkerState.STOPPING, WorkerState.DRAINING);
        assertThat(at.child(0).commands).containsExactly("stop");
        at.lanes.finishRequests(at.process(1));
        at.child(0).losesLink(false);
        at.child(0).exits(0);
        at.settle();
        assertThat(at.fleet.ended()).isNotDone();
        at.child(1).exits(0);
        at.settle();
        assertThat(at.fleet.ended()).isCompleted();
        assertThat(at.states()).containsOnly(WorkerState.STOPPED);
        assertThat(at.child(0).commands).containsExactly("stop");
    }

    @Test
    void drainOfAWorkerThatIgnoresEverythingEndsWithinStopTimeout() {
        FleetHarness at = busyFleet(1).started();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        at.pass(FleetHarness.STOP_PLAN.requests().minus(MOMENT));
        assertThat(at.child(0).commands).isEmpty();
        assertThat(at.fleet.stats().stopTimeouts()).isZero();
        at.pass(MOMENT);
        assertThat(at.child(0).commands).containsExactly("dump", "stop");
        assertThat(at.lanes.cancelled).containsExactly(at.process(0));
        assertThat(at.fleet.stats().stopTimeouts()).isEqualTo(1);
        at.pass(FleetHarness.STOP_PLAN.exit().minus(FleetHarness.STOP_PLAN.requests()));
        assertThat(at.child(0).commands).containsExactly("dump", "stop", "quit", "terminate");
        at.pass(FleetHarness.STOP_PLAN.kill().minus(FleetHarness.STOP_PLAN.exit()));
        assertThat(at.child(0).commands)
                .containsExactly("dump", "stop", "quit", "terminate", "kill");
        assertThat(at.fleet.ended()).isCompleted();
        assertThat(at.lanes.discarded).containsKey(at.process(0));
    }

    @Test
    void idleProcessThatDoesNotExitIsKilledLongBeforeStopTimeout() {
        FleetHarness at = fleet(1).started();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        at.pass(Worker.STOP_WAIT.multipliedBy(2));
        assertThat(at.child(0).commands).containsExactly("stop", "terminate", "kill");
        assertThat(at.fleet.ended()).isCompleted();
    }

    @Test
    void workerThatShowedItsStacksIsNotAskedTwice() {
        FleetHarness at = busyFleet(1).started();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        at.pass(FleetHarness.STOP_PLAN.requests());
        at.child(0).shows("Thread lane 0");
        at.settle();
        at.pass(FleetHarness.STOP_PLAN.exit().minus(FleetHarness.STOP_PLAN.requests()));
        assertThat(at.child(0).commands).containsExactly("dump", "stop", "terminate");
    }

    @Test
    void drainOfAnEarlierReloadEndsWithTheStop() {
        FleetHarness at = busyFleet(1).started();
        at.reload();
        at.child(1).loads();
        at.settle();
        at.fleet.drain(FleetHarness.STOP_PLAN.after(FleetHarness.STOP_PLAN.exit()));
        at.pass(MOMENT);
        assertThat(at.child(0).commands).startsWith("dump", "stop");
    }

    @Test
    void signalForTheServerThatHitsAWorkerAtItsStartCostsNothing() {
        FleetHarness at = fleet(1);
        at.fleet.start();
        at.child(0).exits(ExitStatus.ofSignal(1));
        at.child(1).exits(ExitStatus.ofSignal(3));
        at.settle();
        assertThat(at.launched()).isEqualTo(3);
        at.child(2).loads();
        at.settle();
        assertThat(at.fleet.firstReady()).isCompleted();
        assertThat(at.fleet.stats().restarts()).isZero();
    }

    @Test
    void workerThatAlwaysDiesOfSuchASignalIsGivenUp() {
        FleetHarness at = fleet(1);
        at.fleet.start();
        for (int number = 0; number <= Worker.STRAY_SIGNALS_MAX; number++) {
            at.child(number).exits(ExitStatus.ofSignal(1));
            at.settle();
        }
        assertThat(at.state()).isEqualTo(WorkerState.FAILED);
        assertThat(FleetHarness.problem(at.fleet.firstReady()).what()).contains("SIGHUP");
    }

    @Test
    void workerThatDiesWhileItDrainsIsNotReplaced() {
        FleetHarness at = busyFleet(1).started();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        at.child(0).exits(139);
        assertThat(at.state()).isEqualTo(WorkerState.STOPPED);
        assertThat(at.lanes.discarded.get(at.process(0))).contains("SIGSEGV");
        assertThat(at.fleet.ended()).isCompleted();
        at.pass(Duration.ofMinutes(1));
        assertThat(at.launched()).isEqualTo(1);
    }

    @Test
    void drainDuringTheStartTerminatesWhatIsStillLoading() {
        FleetHarness at = fleet(2);
        at.fleet.start();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        assertThat(at.states()).containsOnly(WorkerState.STOPPING);
        assertThat(at.child(0).commands).containsExactly("terminate");
        at.child(0).loads();
        at.child(0).exits(143);
        at.settle();
        assertThat(at.lanes.admitted).isEmpty();
        at.pass(Worker.STOP_WAIT);
        assertThat(at.child(1).commands).containsExactly("terminate", "kill");
        assertThat(at.fleet.ended()).isCompleted();
        assertThat(FleetHarness.problem(at.fleet.allReady()).code()).isEqualTo("server-stopping");
    }

    @Test
    void drainOfWorkersWithoutProcessEndsAtOnce() {
        FleetHarness at = fleet(1).started();
        at.child(0).exits(1);
        at.settle();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        assertThat(at.state()).isEqualTo(WorkerState.STOPPED);
        assertThat(at.fleet.ended()).isCompleted();

        FleetHarness failed = fleet(1);
        failed.fleet.start();
        failed.child(0).exits(1);
        failed.settle();
        failed.fleet.drain(FleetHarness.STOP_PLAN);
        assertThat(failed.state()).isEqualTo(WorkerState.STOPPED);
        assertThat(failed.fleet.ended()).isCompleted();
    }

    @Test
    void startAfterTheEndLaunchesNothing() {
        FleetHarness at = fleet(1);
        at.fleet.drain(FleetHarness.STOP_PLAN);
        assertThat(at.fleet.ended()).isCompleted();
        at.fleet.start();
        assertThat(at.launched()).isZero();
    }

    @Test
    void killEndsWorkersInEveryState() {
        FleetHarness starting = fleet(1);
        starting.fleet.start();
        starting.fleet.kill();
        assertThat(starting.child(0).commands).containsExactly("kill");
        assertThat(starting.fleet.ended()).isCompleted();

        FleetHarness ready = fleet(1).started();
        ready.fleet.kill();
        assertThat(ready.child(0).commands).containsExactly("kill");
        assertThat(ready.fleet.ended()).isCompleted();

        FleetHarness draining = busyFleet(1).started();
        draining.fleet.drain(FleetHarness.STOP_PLAN);
        draining.fleet.kill();
        assertThat(draining.child(0).commands).containsExactly("kill");
        assertThat(draining.fleet.ended()).isCompleted();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theTestsAboveVisitEveryTransition() {
        Set<FleetHarness.Step> missing = new HashSet<>();
        WorkerState.transitions()
                .forEach((from, row) ->
                        row.keySet()
                                .forEach(event -> missing.add(new FleetHarness.Step(from, event))));
        missing.removeAll(VISITED);
        assertThat(missing).isEmpty();
    }
}
