package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import krait.base.Limits;
import krait.http.RawClient.Answer;
import org.junit.jupiter.api.Test;

/// Request bodies on their way in.
final class EdgeBodyTest {
    /// Takes the body as it comes and answers with its length and a checksum.
    private static void sum(Exchange exchange) {
        long[] lengthAndSum = new long[2];
        Runnable take =
                () -> {
                    ByteBuf bytes = exchange.body().take();
                    lengthAndSum[0] += bytes.readableBytes();
                    while (bytes.isReadable()) {
                        lengthAndSum[1] = lengthAndSum[1] * 31 + bytes.readByte();
                    }
                    bytes.release();
                    if (exchange.body().complete() && !exchange.response().ended()) {
                        Answers.text(exchange, lengthAndSum[0] + " " + lengthAndSum[1]);
                    }
                };
        exchange.body().onArrival(take);
        take.run();
    }

    private static String expected(byte[] body) {
        long sum = 0;
        for (byte b : body) {
            sum = sum * 31 + b;
        }
        return body.length + " " + sum;
    }

    private static byte[] body(int length) {
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) (i * 7 + i / 1000);
        }
        return body;
    }

    @Test
    void bodiesOfEverySizeArriveWhole() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeBodyTest::sum);
                RawClient client = edge.connect()) {
            for (int length :
                    new int[] {
                        0, 1, 4095, 4096, 65_535, 65_536, 65_537, 262_143, 262_144, 262_145,
                        1_000_000
                    }) {
                byte[] body = body(length);
                client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");
                client.send(body);
                assertThat(client.answer().text()).isEqualTo(expected(body));
            }
        }
    }

    @Test
    void chunkedBodiesArriveWhole() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeBodyTest::sum);
                RawClient client = edge.connect()) {
            for (int chunk : new int[] {1, 10, 4096, 70_000, 300_000}) {
                byte[] body = body(Math.min(chunk * 5, 700_000));
                client.send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (int at = 0; at < body.length; at += chunk) {
                    int size = Math.min(chunk, body.length - at);
                    client.send(Integer.toHexString(size) + ";x=y\r\n");
                    client.send(java.util.Arrays.copyOfRange(body, at, at + size));
                    client.send("\r\n");
                }
                client.send("0\r\nTrailer: dropped\r\n\r\n");
                assertThat(client.answer().text()).isEqualTo(expected(body));
            }
        }
    }

    @Test
    void smallBodyIsCompleteWhenDispatched() throws IOException {
        Dispatcher root =
                exchange ->
                        Answers.text(
                                exchange,
                                exchange.body().complete() + " " + exchange.body().available());
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
            for (int i = 0; i < 10; i++) {
                client.send(body(100));
            }
            assertThat(client.answer().text()).isEqualTo("true 1000");
            assertThat(client.get("/").text()).isEqualTo("true 0");
        }
    }

    @Test
    void largeBodyIsDispatchedWhenEnoughIsThere() throws IOException {
        AtomicInteger available = new AtomicInteger(-1);
        Dispatcher root =
                exchange -> {
                    available.set(exchange.body().available());
                    sum(exchange);
                };
        byte[] body = body(1_000_000);
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
            client.send(java.util.Arrays.copyOf(body, Edge.BODY_GATHER_BYTES));
            Answers.await("dispatched", () -> available.get() == Edge.BODY_GATHER_BYTES);
            client.send(java.util.Arrays.copyOfRange(body, Edge.BODY_GATHER_BYTES, body.length));
            assertThat(client.answer().text()).isEqualTo(expected(body));
        }
    }

    @Test
    void continueIsSentWhenBodyBytesAreAwaited() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeBodyTest::sum);
                RawClient client = edge.connect()) {
            client.send(
                    "PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue"
                            + "\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(100);
            client.send("abc");
            assertThat(client.answer().text())
                    .isEqualTo(expected("abc".getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void continueIsNotSentWhenTheBodyIsAlreadyThere() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeBodyTest::sum);
                RawClient client = edge.connect()) {
            client.send(
                    "PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue"
                            + "\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void continueIsNotSentForABodyThatIsRefused() throws IOException {
        Limits limits =
                Answers.limits(
                        Limits.DEFAULTS.headerTimeout(),
                        Limits.DEFAULTS.bodyIdleTimeout(),
                        Limits.DEFAULTS.keepAliveTimeout(),
                        10,
                        100);
        try (LiveEdge edge = LiveEdge.start(limits, EdgeBodyTest::sum)) {
            try (RawClient client = edge.connect()) {
                client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789");
                assertThat(client.answer().status()).isEqualTo(200);
                client.send(
                        "PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length:"
                                + " 11\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(413);
                assertThat(client.closedByServer()).isTrue();
            }
            assertThat(edge.edge().gauges().refusals()).containsEntry("body-too-large", 1L);
            assertThat(edge.edge().gauges().limitHits()).containsEntry("body-bytes-max", 1L);
        }
    }

    @Test
    void chunkedBodyBeyondTheLimitIsRefusedAfterDispatchToo() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        Limits limits =
                Answers.limits(
                        Limits.DEFAULTS.headerTimeout(),
                        Limits.DEFAULTS.bodyIdleTimeout(),
                        Limits.DEFAULTS.keepAliveTimeout(),
                        500_000,
                        100);
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(gone::countDown);
                    exchange.body().onArrival(() -> exchange.body().take().release());
                    exchange.body().take().release();
                };
        try (LiveEdge edge = LiveEdge.start(limits, root);
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            client.send(Integer.toHexString(400_000) + "\r\n");
            client.send(body(400_000));
            client.send("\r\n" + Integer.toHexString(100_001) + "\r\n");
            assertThat(client.answer().status()).isEqualTo(413);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void bodyThatNobodyReadIsDiscardedAndTheConnectionStays() throws IOException {
        try (LiveEdge edge = LiveEdge.start(exchange -> Answers.text(exchange, "early"));
                RawClient client = edge.connect()) {
            int length = (int) RequestIntake.DISCARDED_BYTES_MAX;
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");
            client.send(body(length));
            Answer answer = client.answer();
            assertThat(answer.text()).isEqualTo("early");
            assertThat(answer.header("connection")).isEmpty();
            assertThat(client.get("/").text()).isEqualTo("early");
        }
    }

    @Test
    void hugeBodyThatNobodyReadEndsTheConnectionAndTheAnswerIsRead() throws IOException {
        try (LiveEdge edge = LiveEdge.start(exchange -> Answers.text(exchange, "early"));
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000000\r\n\r\n");
            client.send(body(1_000_000));
            Answer answer = client.answer();
            assertThat(answer.text()).isEqualTo("early");
            assertThat(answer.header("connection")).contains("close");
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void endlessChunkedBodyThatNobodyReadIsCutOffInTheEnd() throws IOException {
        try (LiveEdge edge = LiveEdge.start(exchange -> Answers.text(exchange, "early"));
                RawClient client = edge.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            client.send("fffffff\r\n");
            client.send(body(400_000));
            assertThat(client.answer().text()).isEqualTo("early");
            client.send(body(1_000_000));
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void clientThatLeavesInTheMiddleOfItsBodyIsToldAsGone() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch dispatched = new CountDownLatch(1);
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(gone::countDown);
                    dispatched.countDown();
                };
        try (LiveEdge edge = LiveEdge.start(root)) {
            try (RawClient client = edge.connect()) {
                client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
                client.send(body(300_000));
                assertThat(dispatched.await(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void clientThatLeavesWhileItsBodyIsGatheredReachesNobody() throws Exception {
        AtomicInteger dispatched = new AtomicInteger();
        try (LiveEdge edge = LiveEdge.start(exchange -> dispatched.incrementAndGet())) {
            try (RawClient client = edge.connect()) {
                client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc");
                Answers.await("open", () -> edge.edge().gauges().bytesReceived() > 40);
            }
            Answers.await("closed", () -> edge.edge().gauges().connectionsOpen() == 0);
            assertThat(dispatched.get()).isZero();
        }
    }

    @Test
    void readingStopsWhileNobodyTakesTheBody() throws Exception {
        AtomicReference<Exchange> dispatched = new AtomicReference<>();
        AtomicInteger most = new AtomicInteger();
        Dispatcher root =
                exchange -> {
                    exchange.body()
                            .onArrival(() ->
                                    most.accumulateAndGet(exchange.body().available(), Math::max));
                    dispatched.set(exchange);
                };
        int length = 64 * 1024 * 1024;
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            Thread sender =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    client.send(
                                            "PUT / HTTP/1.1\r\nHost: a\r\n"
                                                    + "Content-Length: "
                                                    + length
                                                    + "\r\n\r\n");
                                    byte[] piece = new byte[64 * 1024];
                                    for (int i = 0; i < length / piece.length; i++) {
                                        client.send(piece);
                                    }
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            });
            Answers.await("dispatched", () -> dispatched.get() != null);
            Exchange exchange = dispatched.get();
            AtomicLong taken = new AtomicLong();
            // Takes a little at a time, by itself, so that the socket is always ahead.
            while (taken.get() < length) {
                CountDownLatch done = new CountDownLatch(1);
                exchange.execute(() -> {
                    ByteBuf bytes = exchange.body().take();
                    most.accumulateAndGet(bytes.readableBytes(), Math::max);
                    taken.addAndGet(bytes.readableBytes());
                    bytes.release();
                    done.countDown();
                });
                assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            }
            exchange.execute(() -> Answers.text(exchange, "done"));
            assertThat(client.answer().text()).isEqualTo("done");
            sender.join();
            // One read more than the mark may be under way.
            assertThat(most.get()).isLessThanOrEqualTo(Edge.BODY_GATHER_BYTES + 64 * 1024);
        }
    }
}
