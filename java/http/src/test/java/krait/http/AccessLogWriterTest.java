package krait.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import krait.base.Clock;
import krait.base.Log;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AccessLogWriterTest {
    private static final Clock NOON =
            new Clock() {
                @Override
                public long nanoTime() {
                    return 0;
                }

                @Override
                public Instant now() {
                    return Instant.parse("2026-03-04T12:00:05.678Z");
                }
            };

    private static AccessRecord request(String target, String referer, String userAgent) {
        return new AccessRecord(
                "id-1",
                "203.0.113.9",
                "GET",
                target,
                "HTTP/1.1",
                200,
                5120,
                1_002_003,
                referer,
                userAgent);
    }

    private static String written(Log.Format format, AccessRecord... records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, UTF_8);
        try (AccessLogWriter log = new AccessLogWriter(out, format, NOON, ZoneId.of("+02:00"))) {
            for (AccessRecord record : records) {
                log.log(record);
            }
        }
        return bytes.toString(UTF_8);
    }

    @Test
    void textLineIsCombinedFormatWithDurationAndRequestId() {
        assertThat(written(Log.Format.TEXT, request("/a?b=c", "http://x/", "curl/8.5")))
                .isEqualTo(
                        """
                        203.0.113.9 - - [04/Mar/2026:14:00:05 +0200] "GET /a?b=c HTTP/1.1" 200 \
                        5120 "http://x/" "curl/8.5" 1.002003 id-1
                        """);
    }

    @Test
    void textLineOfAnUnreadableRequestHasDashes() {
        AccessRecord record = new AccessRecord("", "", "", "", "", 400, 12, 7, "", "");
        assertThat(written(Log.Format.TEXT, record))
                .isEqualTo(
                        "- - - [04/Mar/2026:14:00:05 +0200] \"-\" 400 12 \"-\" \"-\" 0.000007 -\n");
    }

    @Test
    void jsonLineIsOneObject() {
        assertThat(written(Log.Format.JSON, request("/a?b=c", "", "curl/8.5")))
                .isEqualTo(
                        """
                        {"time":"2026-03-04T12:00:05.678Z","level":"info","room":"access",\
                        "request_id":"id-1","remote_host":"203.0.113.9","method":"GET",\
                        "target":"/a?b=c","protocol":"HTTP/1.1","status":200,\
                        "response_bytes":5120,"duration_us":1002003,"referer":"",\
                        "user_agent":"curl/8.5"}
                        """);
    }

    @Test
    void hostileTextCannotForgeALineOrLeaveItsField() {
        AccessRecord hostile =
                request(
                        "/\r\n1.2.3.4",
                        "\" 200 0 \"",
                        "\u001b[2J\u0000\u0085\u009b\u00e9\\\t\u007f");
        assertThat(written(Log.Format.TEXT, hostile))
                .hasLineCount(1)
                .contains("\"GET /\\x0D\\x0A1.2.3.4 HTTP/1.1\"")
                .contains("\"\\x22 200 0 \\x22\"")
                .contains("\"\\x1B[2J\\x00\\x85\\x9B\\xE9\\x5C\\x09\\x7F\"");
        assertThat(written(Log.Format.JSON, hostile))
                .hasLineCount(1)
                .contains("\"target\":\"/\\r\\n1.2.3.4\"")
                .contains("\"referer\":\"\\\" 200 0 \\\"\"")
                .contains("\"user_agent\":\"\\u001b[2J\\u0000\\u0085\\u009b\u00e9\\\\\\t\\u007f\"");
    }

    @Test
    void closeWritesEveryQueuedRecordInOrder() {
        List<AccessRecord> records = new ArrayList<>();
        StringBuilder targets = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            records.add(request("/" + i, "", ""));
            targets.append('/').append(i).append('\n');
        }
        String lines = written(Log.Format.TEXT, records.toArray(AccessRecord[]::new));
        assertThat(lines.replaceAll("(?m)^.*\"GET (\\S+) .*$", "$1")).isEqualTo(targets.toString());
    }

    @Test
    void recordReachesTheStreamWithoutClose() throws InterruptedException {
        Semaphore flushes = new Semaphore(0);
        OutputStream stream =
                new OutputStream() {
                    @Override
                    public void write(int b) {}

                    @Override
                    public void flush() {
                        flushes.release();
                    }
                };
        PrintStream out = new PrintStream(stream, false, UTF_8);
        try (AccessLogWriter log = new AccessLogWriter(out, Log.Format.TEXT, NOON)) {
            log.log(request("/1", "", ""));
            assertThat(flushes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            log.log(request("/2", "", ""));
            assertThat(flushes.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stalledStreamDropsAndCountsInsteadOfBlocking() throws InterruptedException {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream stream =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        bytes.write(b);
                    }

                    @Override
                    public void write(byte[] b, int offset, int length) {
                        stalled.countDown();
                        awaitUninterruptibly(release);
                        bytes.write(b, offset, length);
                    }
                };
        ByteArrayOutputStream reports = new ByteArrayOutputStream();
        Log.configure(new PrintStream(reports, true, UTF_8), Log.Format.TEXT, Log.Level.WARNING);
        int logged = 2000;
        String large = "x".repeat(8192);
        AccessLogWriter log =
                new AccessLogWriter(new PrintStream(stream, false, UTF_8), Log.Format.TEXT, NOON);
        try (log) {
            log.log(request("/first", "", ""));
            stalled.await();
            for (int i = 0; i < logged; i++) {
                log.log(request("/", "", large));
            }
            assertThat(log.dropped()).isPositive();
            release.countDown();
        } finally {
            Log.configure(System.err, Log.Format.TEXT, Log.Level.INFO);
        }
        long kept = bytes.toString(UTF_8).lines().count() - 1;
        assertThat(kept + log.dropped()).isEqualTo(logged);
        assertThat(kept * 8192).isLessThan(AccessLogWriter.QUEUE_BYTES_MAX);
        assertThat(reports.toString(UTF_8)).contains("dropped=" + log.dropped());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
