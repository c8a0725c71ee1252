package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import krait.workers.PoolHarness.FakeRequest;
import krait.workers.PoolHarness.WorkerEnd;
import org.junit.jupiter.api.Test;

/// Dispatch over two event loops.
final class LoopsOfLanesTest {
    private static final String ANSWERED = "kind 20";

    private final PoolHarness harness = new PoolHarness(2, 1, 100, Duration.ofSeconds(10));

    @Test
    void aLaneOfTheSameLoopIsPreferred() {
        WorkerEnd first = harness.lane(0, 1);
        WorkerEnd second = harness.lane(1, 2);
        FakeRequest request = harness.submit(1, "a", true);
        assertThat(second.read()).containsValue("a");
        assertThat(first.read()).isEmpty();
        assertThat(request.events).as("it never waited").containsExactly("started");
    }

    @Test
    void aRequestThatItsOwnLoopHasNoRoomForGoesToAnIdleLaneOfAnother() {
        WorkerEnd first = harness.lane(0, 1);
        WorkerEnd second = harness.lane(1, 2);
        harness.submit(0, "a", true);
        FakeRequest stolen = harness.submit(0, "b", true);
        assertThat(first.read()).containsValue("a");
        assertThat(second.read()).containsValue("b");
        second.answer(1);
        assertThat(stolen.events).containsExactly("kept", "started", ANSWERED);
    }

    @Test
    void aLaneThatFallsIdleTakesWhatWaitsOnAnotherLoop() {
        harness.lane(0, 1);
        WorkerEnd second = harness.lane(1, 2);
        harness.submit(0, "a", true);
        harness.submit(1, "b", true);
        FakeRequest waiting = harness.submit(0, "c", true);
        assertThat(waiting.events).containsExactly("kept");
        second.read();
        second.answer(1);
        assertThat(second.read()).containsValue("c");
        assertThat(harness.pool.waiting()).isZero();
    }

    @Test
    void aLoopThatWasHungryInVainIsWokenAgain() {
        WorkerEnd second = harness.lane(1, 2);
        for (int i = 0; i < 5; i++) {
            FakeRequest request = harness.submit(0, "r" + i, true);
            assertThat(second.read()).containsValue("r" + i);
            second.answer(second.read().keySet().iterator().next());
            assertThat(request.events).containsExactly("kept", "started", ANSWERED);
        }
    }

    @Test
    void theOldestRequestOfAnyLoopGoesFirst() {
        WorkerEnd lane = harness.lane(0, 1);
        harness.submit(0, "running", true);
        lane.read();
        submitLater(1, "a");
        submitLater(0, "b");
        submitLater(1, "c");
        submitLater(0, "d");
        assertThat(answerAll(lane)).containsExactly("running", "a", "b", "c", "d");
    }

    @Test
    void aLoopWithoutLanesIsNotStarvedByABusyOne() {
        WorkerEnd lane = harness.lane(0, 1);
        harness.submit(0, "running", true);
        for (int i = 0; i < 4; i++) {
            submitLater(0, "before-" + i);
        }
        FakeRequest foreign = submitLater(1, "foreign");
        List<String> served = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitLater(0, "after-" + i);
            served.addAll(lane.read().values());
            lane.answer(lane.read().keySet().iterator().next());
        }
        assertThat(served)
                .containsExactly("running", "before-0", "before-1", "before-2", "before-3");
        assertThat(lane.read()).as("next in line").containsValue("foreign");
        assertThat(foreign.events).endsWith("started");
    }

    @Test
    void aRequestLeftByItsClientIsPassedOverOnWhicheverLoopItWaits() {
        WorkerEnd lane = harness.lane(0, 1);
        harness.submit(0, "running", true);
        FakeRequest left = submitLater(1, "left");
        submitLater(1, "a");
        left.gone = true;
        assertThat(answerAll(lane)).containsExactly("running", "a");
        assertThat(left.events).doesNotContain("started");
    }

    @Test
    void eachLoopHasAQueueOfItsOwn() {
        PoolHarness small = new PoolHarness(2, 1, 2, Duration.ofSeconds(10));
        List<FakeRequest> requests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            requests.add(small.submit(0, "r" + i, true));
        }
        FakeRequest other = small.submit(1, "other", true);
        assertThat(requests.get(2).events).containsExactly("kept", "queue-full");
        assertThat(other.events).containsExactly("kept");
        assertThat(small.pool.waiting()).isEqualTo(3);
    }

    @Test
    void aRequestThatWaitsTooLongIsRefusedOnALoopWithoutLanes() {
        harness.lane(0, 1);
        harness.submit(0, "running", true);
        FakeRequest waiting = harness.submit(1, "a", true);
        harness.tick(Duration.ofSeconds(31));
        assertThat(waiting.events).containsExactly("kept", "queue-wait");
    }

    @Test
    void whenTheLinkOfAnotherLoopClosesItsRequestGoesRoundAgain() {
        harness.lane(0, 1);
        WorkerEnd second = harness.lane(1, 2);
        harness.submit(0, "a", true);
        FakeRequest stolen = harness.submit(0, "b", true);
        second.read();
        second.die();
        assertThat(stolen.events).containsExactly("kept", "started", "again", "kept");
        WorkerEnd third = harness.lane(1, 3);
        assertThat(third.read()).containsValue("b");
    }

    @Test
    void aProcessWithLanesOnBothLoopsIsDrainedWhenBothAreIdle() {
        WorkerEnd first = harness.lane(0, 1);
        WorkerEnd second = harness.lane(1, 1);
        harness.submit(0, "a", true);
        harness.submit(1, "b", true);
        var drained = harness.pool.drain(1);
        harness.turn();
        first.read();
        second.read();
        FakeRequest next = harness.submit(1, "c", true);
        assertThat(next.events).containsExactly("kept");
        first.answer(1);
        assertThat(drained).isNotDone();
        second.answer(1);
        assertThat(drained).isCompleted();
    }

    @Test
    void whatWaitsOnEveryLoopIsRefusedWhenNoWorkerIsLeft() {
        FakeRequest first = harness.submit(0, "a", true);
        FakeRequest second = harness.submit(1, "b", true);
        harness.pool.refuse("the application crashes");
        harness.turn();
        assertThat(first.events).containsExactly("kept", "no-workers");
        assertThat(second.events).containsExactly("kept", "no-workers");
    }

    @Test
    void aLoopThatHasShutDownStopsNoOther() {
        WorkerEnd lane = harness.lane(0, 1);
        harness.submit(0, "running", true);
        FakeRequest left = harness.submit(1, "left behind", true);
        harness.loops.get(1).shutdownGracefully();
        FakeRequest next = harness.submit(0, "next", true);
        assertThat(answerAll(lane)).contains("running", "next");
        assertThat(next.events).endsWith(ANSWERED);
        assertThat(left.events).as("lanes of other loops take it").contains("started");
        assertThatCode(() -> harness.pool.refuse("it is over")).doesNotThrowAnyException();
    }

    @Test
    void statisticsTellOfEachLoop() {
        PoolHarness small = new PoolHarness(2, 1, 2, Duration.ofSeconds(10));
        WorkerEnd lane = small.lane(0, 1);
        small.submit(0, "done", true);
        lane.answerSpending(5_000, List.copyOf(lane.read().keySet()));
        small.submit(0, "running", true);
        for (int i = 0; i < 3; i++) {
            small.submit(1, "w" + i, true);
        }
        small.clock.advance(Duration.ofSeconds(4).toNanos());
        var stats = small.pool.stats();
        small.turn();
        assertThat(stats)
                .isCompletedWithValue(
                        List.of(
                                new LoopStats(0, 1, 1, 1, 0, 0, 1, 5_000, 0, 0, 0),
                                new LoopStats(1, 0, 0, 0, 2, 4_000_000_000L, 0, 0, 1, 0, 0)));
    }

    @Test
    void statisticsCountWhatTookTooLong() {
        harness.lane(0, 1);
        harness.submit(0, "running", true);
        harness.submit(1, "waiting", true);
        harness.tick(Duration.ofSeconds(31));
        var stats = harness.pool.stats();
        harness.turn();
        assertThat(stats.join()).extracting(LoopStats::requestTimeouts).containsExactly(1L, 0L);
        assertThat(stats.join()).extracting(LoopStats::waitedTooLong).containsExactly(0L, 1L);
    }

    private FakeRequest submitLater(int loop, String name) {
        harness.clock.advance(1_000);
        return harness.submit(loop, name, true);
    }

    /// Answers until nothing is left; the requests in the order that the lane had them.
    private List<String> answerAll(WorkerEnd lane) {
        List<String> served = new ArrayList<>();
        while (!lane.read().isEmpty()) {
            served.addAll(lane.read().values());
            lane.answer(lane.read().keySet().iterator().next());
        }
        return served;
    }
}
