package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import krait.workers.PoolHarness.FakeRequest;
import krait.workers.PoolHarness.WorkerEnd;
import org.junit.jupiter.api.Test;

final class LanePoolTest {
    private static final String ANSWERED = "kind 20";

    private final PoolHarness harness = new PoolHarness(64, 100, Duration.ofSeconds(10));

    @Test
    void aRequestGoesToAnIdleLaneAndItsAnswerBack() {
        WorkerEnd lane = harness.lane(1);
        FakeRequest request = harness.submit("a", true);
        assertThat(lane.read()).containsValue("a");
        lane.answer(1);
        assertThat(request.events).containsExactly("started", ANSWERED);
    }

    @Test
    void aLaneTakesNothingBeforeItsProcessIsReady() {
        WorkerEnd lane = harness.new WorkerEnd(1, PoolHarness.TOKEN);
        FakeRequest request = harness.submit("a", true);
        assertThat(lane.read()).isEmpty();
        harness.pool.admit(1);
        harness.turn();
        assertThat(lane.read()).containsValue("a");
        assertThat(request.events).containsExactly("kept", "started");
    }

    @Test
    void aStrangerIsTurnedAway() {
        WorkerEnd stranger = harness.new WorkerEnd(1, "wrong");
        assertThat(stranger.channel.isOpen()).isFalse();
    }

    @Test
    void behindASlowRequestNobodyWaitsWhileAnotherLaneIsIdle() {
        WorkerEnd first = harness.lane(1);
        harness.submit("a", true);
        harness.submit("b", true);
        assertThat(first.read()).containsOnlyKeys(1);
        WorkerEnd second = harness.lane(2);
        assertThat(second.read()).containsValue("b");
    }

    @Test
    void fastRequestsAreSentAheadOfTimeAndSlowOnesAreNot() {
        WorkerEnd lane = fastLane();
        submit(100);
        lane.answerSpending(5_000, oldest(lane));
        assertThat(lane.read()).hasSizeBetween(30, 64);
        lane.answerSpending(50_000_000, new ArrayList<>(lane.read().keySet()));
        assertThat(lane.read()).hasSize(1);
    }

    @Test
    void whileALaneHasTwoFramesTheNextGathersRequests() {
        WorkerEnd lane = fastLane();
        submitApart(lane, "first", "second", "third", "fourth");
        assertThat(lane.read().values()).containsExactlyInAnyOrder("first", "second");
        lane.answerSpending(5_000, oldest(lane));
        assertThat(lane.read().values()).containsExactlyInAnyOrder("second", "third", "fourth");
    }

    @Test
    void whatARunningRequestWaitsForIsSentAtOnceWithWhatHasGathered() {
        WorkerEnd lane = fastLane();
        submitApart(lane, "first", "second", "third");
        harness.tick(Duration.ofSeconds(11));
        assertThat(lane.read()).containsValue("third");
        assertThat(lane.aborted).hasSize(1);
    }

    @Test
    void requestsThatHadGatheredGoElsewhereWhenTheLaneDies() {
        WorkerEnd lane = fastLane();
        submitApart(lane, "first", "second");
        FakeRequest unsafe = harness.submit("third", false);
        assertThat(lane.read()).hasSize(2);
        lane.die();
        assertThat(unsafe.events).contains("again");
    }

    @Test
    void afterASlowSpellTheDepthComesBack() {
        WorkerEnd lane = harness.lane(1);
        harness.submit("slow", true);
        lane.answerSpending(100_000_000, List.of(1));
        for (int i = 0; i < 80; i++) {
            harness.submit("fast", true);
            lane.answerSpending(5_000, new ArrayList<>(lane.read().keySet()));
        }
        submit(100);
        lane.answerSpending(5_000, oldest(lane));
        assertThat(lane.read().size()).isGreaterThan(10);
    }

    @Test
    void requestsBeyondTheQueueAreRefused() {
        PoolHarness small = new PoolHarness(1, 2, Duration.ofSeconds(10));
        small.lane(1);
        List<FakeRequest> requests = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            requests.add(small.submit("r" + i, true));
        }
        assertThat(requests.get(2).events).containsExactly("kept");
        assertThat(requests.get(3).events).containsExactly("kept", "queue-full");
    }

    @Test
    void aRequestThatWaitsTooLongIsRefusedAndAnAbandonedOneForgotten() {
        harness.lane(1);
        harness.submit("a", true);
        FakeRequest waiting = harness.submit("b", true);
        FakeRequest leaving = harness.submit("c", true);
        harness.tick(Duration.ofSeconds(29));
        assertThat(waiting.events).containsExactly("kept");
        leaving.gone = true;
        harness.tick(Duration.ofSeconds(2));
        assertThat(waiting.events).containsExactly("kept", "queue-wait");
        assertThat(harness.pool.waiting()).isZero();
    }

    @Test
    void whenAWorkerDiesSafeRequestsAreRepeatedOnceAndUnsafeOnesOnlyIfNotBegun() {
        PoolHarness deep = new PoolHarness(64, 100, Duration.ofSeconds(10));
        WorkerEnd first = deep.lane(1);
        for (int i = 0; i < 60; i++) {
            deep.submit("fast", true);
            first.answerSpending(5_000, new ArrayList<>(first.read().keySet()));
        }
        FakeRequest begunPost = deep.submit("post-1", false);
        FakeRequest laterPost = deep.submit("post-2", false);
        FakeRequest laterGet = deep.submit("get", true);
        assertThat(first.read()).hasSize(3);
        WorkerEnd second = deep.lane(2);
        first.die();
        assertThat(begunPost.events).containsExactly("started", "worker-died");
        assertThat(laterPost.events).contains("again");
        assertThat(laterGet.events).contains("again");
        assertThat(second.read()).containsValue("post-2");
    }

    @Test
    void aRequestThatKillsTwoWorkersIsNotTriedAThirdTime() {
        WorkerEnd first = harness.lane(1);
        FakeRequest poison = harness.submit("poison", true);
        first.die();
        WorkerEnd second = harness.lane(2);
        assertThat(second.read()).containsValue("poison");
        second.die();
        harness.lane(3);
        assertThat(poison.events).endsWith("worker-died");
    }

    @Test
    void aStreamingAnswerIsNotRepeated() {
        WorkerEnd first = harness.lane(1);
        FakeRequest request = harness.submit("a", true);
        first.read();
        first.start(1);
        harness.lane(2);
        first.die();
        assertThat(request.events).containsExactly("started", "kind 21", "worker-died");
    }

    @Test
    void aDrainingProcessGetsNothingNewAndIsDrainedWhenTheLastAnswerIsThere() {
        WorkerEnd old = harness.lane(1);
        FakeRequest running = harness.submit("a", true);
        var drained = harness.pool.drain(1);
        harness.turn();
        old.runPendingTasks();
        FakeRequest next = harness.submit("b", true);
        assertThat(drained).isNotDone();
        assertThat(next.events).containsExactly("kept");
        old.read();
        old.answer(1);
        assertThat(drained).isCompleted();
        assertThat(running.events).endsWith(ANSWERED);
        assertThat(harness.lane(2).read()).containsValue("b");
    }

    @Test
    void aRequestOverTimeIsAnsweredAndCancelledAndItsLateAnswerIgnored() {
        WorkerEnd lane = harness.lane(1);
        FakeRequest slow = harness.submit("slow", true);
        lane.read();
        harness.tick(Duration.ofSeconds(9));
        assertThat(harness.watched).isEmpty();
        harness.tick(Duration.ofSeconds(2));
        assertThat(slow.events).containsExactly("started", "request-timeout");
        assertThat(harness.watched).containsExactly("cancel 1 0 1");
        lane.answer(1);
        assertThat(slow.events).hasSize(2);
        FakeRequest next = harness.submit("next", true);
        assertThat(lane.read()).as("a late CANCEL must not meet a new request").containsOnlyKeys(2);
        lane.answer(2);
        assertThat(next.events).endsWith(ANSWERED);
    }

    @Test
    void whatIsInProgressAtTheEndOfAStopIsAnsweredAndCancelled() {
        WorkerEnd lane = harness.lane(1);
        FakeRequest running = harness.submit("running", true);
        lane.read();
        harness.pool.cancel(1);
        lane.read();
        assertThat(running.events).containsExactly("started", "worker-stopping");
        assertThat(lane.aborted).containsExactly(1);
        assertThat(harness.watched).containsExactly("cancel 1 0 1");
    }

    @Test
    void aLaneThatDoesNotEndACancelledRequestIsHung() {
        WorkerEnd lane = harness.lane(1);
        harness.submit("stuck", true);
        lane.read();
        harness.tick(Duration.ofSeconds(11));
        harness.tick(Duration.ofSeconds(6));
        assertThat(harness.watched).containsExactly("cancel 1 0 1", "hung 1");
    }

    @Test
    void nonsenseFromALaneClosesItAndReportsItsProcess() {
        WorkerEnd lane = harness.lane(1);
        FakeRequest request = harness.submit("a", true);
        lane.answer(5);
        assertThat(lane.channel.isOpen()).isFalse();
        assertThat(harness.watched).containsExactly("hung 1");
        assertThat(request.events).contains("again");
    }

    @Test
    void whenNoWorkerIsLeftRequestsAreRefusedUntilOneIsAdmitted() {
        harness.pool.refuse("the application crashes");
        FakeRequest refused = harness.submit("a", true);
        assertThat(refused.events).containsExactly("no-workers");
        WorkerEnd lane = harness.lane(1);
        harness.submit("b", true);
        assertThat(lane.read()).containsValue("b");
    }

    /// A lane that has shown that it may have many requests ahead.
    private WorkerEnd fastLane() {
        WorkerEnd lane = harness.lane(1);
        for (int i = 0; i < 60; i++) {
            harness.submit("fast", true);
            lane.answerSpending(5_000, new ArrayList<>(lane.read().keySet()));
        }
        return lane;
    }

    /// Each request in a turn of the loop of its own.
    private void submitApart(WorkerEnd lane, String... names) {
        for (String name : names) {
            harness.submit(name, true);
            lane.runPendingTasks();
        }
    }

    /// The request that the lane received first of those it has not answered.
    private static List<Integer> oldest(WorkerEnd lane) {
        return List.of(lane.read().keySet().iterator().next());
    }

    private void submit(int requests) {
        for (int i = 0; i < requests; i++) {
            harness.submit("r" + i, true);
        }
    }
}
