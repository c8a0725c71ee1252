package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Clients that read slowly.
final class EdgeBackpressureTest {
    private static final int WINDOW = 256 * 1024;

    /// Writes as a lane does: never more than a window ahead of the socket.
    private static final class Writer implements Runnable {
        private final Exchange exchange;
        private final AtomicLong mostPending;
        private final byte[] piece = new byte[64 * 1024];
        private long left;

        Writer(Exchange exchange, long count, AtomicLong mostPending) {
            this.exchange = exchange;
            this.left = count;
            this.mostPending = mostPending;
        }

        void start() {
            exchange.response().status(200);
            exchange.response().onProgress(this);
            run();
        }

        @Override
        public void run() {
            while (left > 0 && exchange.response().pendingBytes() < WINDOW) {
                int count = (int) Math.min(left, piece.length);
                left -= count;
                exchange.response().write(piece, 0, count);
                mostPending.accumulateAndGet(exchange.response().pendingBytes(), Math::max);
            }
            if (left == 0) {
                left = -1;
                exchange.response().end();
            }
        }
    }

    @Test
    void slowReaderGetsEverythingWhileLittleIsBuffered() throws IOException {
        long count = 200L * 1024 * 1024;
        AtomicLong mostPending = new AtomicLong();
        ByteBufAllocatorMetric memory =
                ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        long mostMemory = 0;
        try (LiveEdge edge =
                        LiveEdge.start(
                                exchange -> new Writer(exchange, count, mostPending).start());
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.0\r\n\r\n");
            while (!client.line().isEmpty()) {
                // The head.
            }
            byte[] into = new byte[100_000];
            long received = 0;
            for (int n = client.read(into); n >= 0; n = client.read(into)) {
                received += n;
                mostMemory = Math.max(mostMemory, memory.usedDirectMemory());
            }
            assertThat(received).isEqualTo(count);
            assertThat(mostPending.get()).isBetween(1L, WINDOW + 64L * 1024);
            assertThat(mostMemory).isBetween(1L, 64L * 1024 * 1024);
        }
    }

    @Test
    void chunkedStreamToSlowReaderComesWhole() throws IOException {
        int count = 20 * 1024 * 1024;
        AtomicLong mostPending = new AtomicLong();
        try (LiveEdge edge =
                        LiveEdge.start(
                                exchange -> new Writer(exchange, count, mostPending).start());
                RawClient client = edge.connect()) {
            assertThat(client.get("/").text()).hasSize(count);
            assertThat(mostPending.get()).isBetween(1L, WINDOW + 64L * 1024);
        }
    }

    @Test
    void pipeliningClientIsNotServedAheadOfItsReading() throws Exception {
        AtomicLong dispatched = new AtomicLong();
        AtomicLong read = new AtomicLong();
        AtomicLong mostAhead = new AtomicLong();
        byte[] body = new byte[1_000_000];
        Dispatcher root =
                exchange -> {
                    long ahead = dispatched.incrementAndGet() - read.get();
                    mostAhead.accumulateAndGet(ahead, Math::max);
                    exchange.response().status(200);
                    exchange.response().end(body, 0, body.length);
                };
        int count = 100;
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(count));
            for (int i = 0; i < count; i++) {
                assertThat(client.answer().status()).isEqualTo(200);
                read.incrementAndGet();
            }
            // What the sockets of both sides hold, and far from all 100 MB of the answers.
            assertThat(mostAhead.get()).isLessThan(count / 2);
        }
    }

    @Test
    void responseWrittenAsBuffersIsReleased() throws IOException {
        ByteBuf[] written = new ByteBuf[3];
        Dispatcher root =
                exchange -> {
                    exchange.response().status(200);
                    for (int i = 0; i < written.length; i++) {
                        written[i] = buffer(i);
                        exchange.response().write(written[i]);
                    }
                    exchange.response().end();
                };
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            assertThat(client.get("/").text()).hasSize(1 + 10_001 + 20_001);
            for (ByteBuf buffer : written) {
                Answers.await("released", () -> buffer.refCnt() == 0);
            }
        }
    }

    private static ByteBuf buffer(int i) {
        return PooledByteBufAllocator.DEFAULT.directBuffer().writeZero(i * 10_000 + 1);
    }
}
