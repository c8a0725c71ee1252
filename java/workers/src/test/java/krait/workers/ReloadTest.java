package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReloadTest {
    private final FleetHarness at = new FleetHarness(2, true).started();

    @Test
    void newWorkerIsReadyBeforeTheOldOneDrainsAndOneFollowsTheOther() {
        CompletableFuture<Void> reload = at.reload();
        assertThat(at.launched()).isEqualTo(3);
        assertThat(at.lanes.isDraining(at.process(0))).isFalse();
        at.child(2).loads();
        at.settle();
        assertThat(at.lanes.admitted).endsWith(at.process(2));
        assertThat(at.lanes.isDraining(at.process(0))).isTrue();
        assertThat(at.launched()).isEqualTo(3);
        at.lanes.finishRequests(at.process(0));
        at.child(0).exits(0);
        assertThat(at.launched()).isEqualTo(4);
        assertThat(at.newest().launch.name()).isEqualTo("worker-2");
        at.child(3).loads();
        at.settle();
        at.lanes.finishRequests(at.process(1));
        assertThat(reload).isNotDone();
        at.child(1).exits(0);
        at.settle();
        assertThat(reload).isCompleted();
        assertThat(at.states()).containsExactly(WorkerState.READY, WorkerState.READY);
    }

    @Test
    void requestsThatNeverEndHoldTheReloadUpForStopTimeoutAtMost() {
        CompletableFuture<Void> reload = at.reload();
        at.child(2).loads();
        at.pass(FleetHarness.STOP_TIMEOUT);
        assertThat(reload).isNotDone();
        assertThat(at.child(0).commands).endsWith("kill");
        assertThat(at.launched()).isEqualTo(4);
    }

    @Test
    void oldWorkersStayWhenTheNewCodeCannotBeLoaded() {
        CompletableFuture<Void> reload = at.reload();
        at.child(2).cannotLoad("SyntaxError");
        at.child(2).exits(3);
        at.settle();
        assertThat(FleetHarness.problem(reload).what()).isEqualTo("SyntaxError");
        assertThat(at.states()).containsExactly(WorkerState.READY, WorkerState.READY);
        assertThat(at.child(0).commands).isEmpty();
        assertThat(at.lanes.refusals).isEmpty();
        at.pass(Duration.ofMinutes(5));
        assertThat(at.launched()).isEqualTo(3);
    }

    @Test
    void oldWorkersStayWhenTheNewOneIsNotReadyInTime() {
        CompletableFuture<Void> reload = at.reload();
        at.pass(FleetHarness.START_TIMEOUT.plus(Worker.STACKS_WAIT));
        at.pass(Worker.STACKS_WAIT);
        assertThat(FleetHarness.problem(reload).code()).isEqualTo("worker-start-timeout");
        assertThat(at.child(2).commands).containsExactly("dump", "quit", "kill");
        assertThat(at.states()).containsExactly(WorkerState.READY, WorkerState.READY);
    }

    @Test
    void reloadStartsWorkersAgainThatWereGivenUp() {
        FleetHarness broken = new FleetHarness(1, false);
        broken.fleet.start();
        broken.child(0).exits(1);
        broken.settle();
        assertThat(broken.lanes.refusals).hasSize(1);
        CompletableFuture<Void> reload = broken.reload();
        broken.child(1).loads();
        broken.settle();
        assertThat(reload).isCompleted();
        assertThat(broken.states()).containsExactly(WorkerState.READY);
        assertThat(broken.lanes.admitted).containsExactly(broken.process(1));
        broken.child(1).exits(1);
        assertThat(broken.states()).containsExactly(WorkerState.BACKING_OFF);
    }

    @Test
    void reloadReplacesAWorkerThatIsBackingOffWithoutWaiting() {
        at.child(0).exits(1);
        at.settle();
        CompletableFuture<Void> reload = at.reload();
        at.newest().loads();
        at.settle();
        assertThat(reload).isNotDone();
        assertThat(at.states().getFirst()).isEqualTo(WorkerState.READY);
        at.pass(Duration.ofMinutes(1));
        assertThat(at.launched()).isEqualTo(4);
    }

    @Test
    void oldWorkerThatCrashesDuringTheReloadIsRetriedMeanwhile() {
        CompletableFuture<Void> reload = at.reload();
        at.child(1).exits(1);
        at.pass(Duration.ofMillis(100));
        assertThat(at.launched()).isEqualTo(4);
        at.child(3).loads();
        assertThat(reload).isNotDone();
        assertThat(at.states())
                .containsExactly(WorkerState.READY, WorkerState.READY, WorkerState.STARTING);
    }

    @Test
    void callsDuringAReloadBecomeOneMoreReload() {
        FleetHarness one = new FleetHarness(1, false).started();
        CompletableFuture<Void> first = one.reload();
        CompletableFuture<Void> second = one.reload();
        CompletableFuture<Void> third = one.reload();
        assertThat(one.launched()).isEqualTo(2);
        one.child(1).loads();
        one.child(0).exits(0);
        one.settle();
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(one.launched()).isEqualTo(3);
        one.child(2).loads();
        one.child(1).exits(0);
        one.settle();
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
        assertThat(one.launched()).isEqualTo(3);
    }

    @Test
    void drainEndsAReloadAndBothGenerations() {
        CompletableFuture<Void> running = at.reload();
        CompletableFuture<Void> waiting = at.reload();
        at.fleet.drain(FleetHarness.STOP_PLAN);
        assertThat(FleetHarness.problem(running).code()).isEqualTo("server-stopping");
        assertThat(FleetHarness.problem(waiting).code()).isEqualTo("server-stopping");
        assertThat(at.child(2).commands).containsExactly("terminate");
        at.child(2).exits(143);
        at.child(0).exits(0);
        at.child(1).exits(0);
        at.settle();
        assertThat(at.fleet.ended()).isCompleted();
        assertThat(FleetHarness.problem(at.reload()).code()).isEqualTo("server-stopping");
    }
}
