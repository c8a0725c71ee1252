package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import krait.base.Limits;
import org.junit.jupiter.api.Test;

final class EdgeTimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(100);

    private static void hello(Exchange exchange) {
        Answers.text(exchange, "hello");
    }

    private static long elapsed(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Test
    void slowHeadIsRefusedThoughBytesKeepComing() throws IOException {
        long start = System.nanoTime();
        try (LiveEdge edge =
                        LiveEdge.start(
                                Answers.timeouts(SHORT, LONG, LONG), EdgeTimeoutTest::hello);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\n");
            Thread dripper =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    while (!Thread.currentThread().isInterrupted()) {
                                        client.send("X: y\r\n");
                                        LockSupport.parkNanos(10_000_000);
                                    }
                                } catch (IOException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            assertThat(client.answer().status()).isEqualTo(408);
            dripper.interrupt();
            assertThat(elapsed(start)).isGreaterThanOrEqualTo(SHORT.toMillis());
        }
    }

    @Test
    void slowSecondHeadIsRefusedToo() throws IOException {
        try (LiveEdge edge =
                        LiveEdge.start(
                                Answers.timeouts(SHORT, LONG, LONG), EdgeTimeoutTest::hello);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /");
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(client.answer().status()).isEqualTo(408);
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void bodyThatStopsIsRefused() throws IOException {
        try (LiveEdge edge =
                        LiveEdge.start(
                                Answers.timeouts(LONG, SHORT, LONG), EdgeTimeoutTest::hello);
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(client.answer().status()).isEqualTo(408);
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void bodyThatStopsAfterDispatchIsRefusedAndTheDispatcherHearsOfIt() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(gone::countDown);
                    exchange.body().take().release();
                };
        try (LiveEdge edge = LiveEdge.start(Answers.timeouts(LONG, SHORT, LONG), root);
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
            client.send(new byte[300_000]);
            assertThat(client.answer().status()).isEqualTo(408);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void bodyThatNobodyTakesDoesNotTimeOut() throws Exception {
        // The dispatcher is the slow one here: its client must not be punished.
        CountDownLatch gone = new CountDownLatch(1);
        Exchange[] dispatched = new Exchange[1];
        CountDownLatch arrived = new CountDownLatch(1);
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(gone::countDown);
                    dispatched[0] = exchange;
                    arrived.countDown();
                };
        try (LiveEdge edge = LiveEdge.start(Answers.timeouts(LONG, SHORT, LONG), root);
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n");
            client.send(new byte[300_000]);
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(gone.await(4 * SHORT.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
            dispatched[0].execute(() -> hello(dispatched[0]));
            assertThat(client.answer().text()).isEqualTo("hello");
        }
    }

    @Test
    void idleConnectionIsClosedWithoutAWord() throws IOException {
        try (LiveEdge edge =
                LiveEdge.start(Answers.timeouts(LONG, LONG, SHORT), EdgeTimeoutTest::hello)) {
            try (RawClient client = edge.connect()) {
                assertThat(client.closedByServer()).isTrue();
            }
            try (RawClient client = edge.connect()) {
                assertThat(client.get("/").text()).isEqualTo("hello");
                assertThat(client.closedByServer()).isTrue();
            }
        }
    }

    @Test
    void requestThatRunsLongIsNotIdle() throws Exception {
        Exchange[] dispatched = new Exchange[1];
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(gone::countDown);
                    dispatched[0] = exchange;
                    arrived.countDown();
                };
        try (LiveEdge edge = LiveEdge.start(Answers.timeouts(SHORT, SHORT, SHORT), root);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(gone.await(4 * SHORT.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
            dispatched[0].execute(() -> hello(dispatched[0]));
            assertThat(client.answer().text()).isEqualTo("hello");
        }
    }

    @Test
    void clientThatDoesNotReadIsClosed() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        byte[] much = new byte[16 * 1024 * 1024];
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(gone::countDown);
                    exchange.response().status(200);
                    exchange.response().write(much, 0, much.length);
                };
        try (LiveEdge edge = LiveEdge.start(Answers.timeouts(LONG, SHORT, LONG), root);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            Answers.await("closed", () -> edge.edge().gauges().connectionsOpen() == 0);
        }
    }

    @Test
    void clientThatLingersAfterItsRefusalIsClosed() throws IOException {
        try (LiveEdge edge = LiveEdge.start(Limits.DEFAULTS, EdgeTimeoutTest::hello);
                RawClient client = edge.connect()) {
            client.send("nonsense\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.closedByServer()).isTrue();
            Answers.await("closed", () -> edge.edge().gauges().connectionsOpen() == 0);
        }
    }
}
