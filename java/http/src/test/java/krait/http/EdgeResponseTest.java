package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import krait.base.Blame;
import krait.base.Problem;
import krait.http.RawClient.Answer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How responses are framed and guarded.
final class EdgeResponseTest {
    @TempDir Path folder;

    private static Answer get(Dispatcher root) throws IOException {
        return request(root, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", true);
    }

    private static Answer request(Dispatcher root, String request, boolean withBody)
            throws IOException {
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            Answer answer = client.send(request).answer(withBody);
            boolean closes = answer.header("connection").equals(java.util.Optional.of("close"));
            if (!closes) {
                // The framing was right when the next answer is found behind this one.
                client.send("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(204);
            }
            return answer;
        }
    }

    private static void stream(Exchange exchange) {
        exchange.response().status(200);
        Answers.write(exchange, "one,");
        Answers.write(exchange, "");
        exchange.response()
                .write(Unpooled.copiedBuffer("x".repeat(20_000), StandardCharsets.US_ASCII));
        exchange.response().write(Unpooled.copiedBuffer(",two,", StandardCharsets.US_ASCII));
        byte[] last = "three".getBytes(StandardCharsets.US_ASCII);
        exchange.response().end(last, 0, last.length);
    }

    private static final String STREAMED = "one," + "x".repeat(20_000) + ",two,three";

    @Test
    void streamIsChunkedInHttp11() throws IOException {
        Answer answer = get(EdgeResponseTest::stream);
        assertThat(answer.header("transfer-encoding")).contains("chunked");
        assertThat(answer.header("content-length")).isEmpty();
        assertThat(answer.text()).isEqualTo(STREAMED);
    }

    @Test
    void streamEndsWithTheConnectionInHttp10() throws IOException {
        Answer answer =
                request(
                        EdgeResponseTest::stream,
                        "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                        true);
        assertThat(answer.header("transfer-encoding")).isEmpty();
        assertThat(answer.header("connection")).contains("close");
        assertThat(answer.text()).isEqualTo(STREAMED);
    }

    @Test
    void streamOfGivenLengthIsNotChunked() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    assertThat(Answers.header(exchange, "content-LENGTH", "6")).isTrue();
                    Answers.write(exchange, "abc");
                    Answers.write(exchange, "def");
                    exchange.response().end();
                });
        assertThat(answer.header("content-length")).contains("6");
        assertThat(answer.header("transfer-encoding")).isEmpty();
        assertThat(answer.text()).isEqualTo("abcdef");
    }

    @Test
    void emptyResponseHasLengthZero() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    exchange.response().end();
                });
        assertThat(answer.header("content-length")).contains("0");
    }

    @Test
    void headHasTheLengthOfTheBodyAndNoBody() throws IOException {
        String head = "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n";
        Answer answer = request(exchange -> Answers.text(exchange, "hello"), head, false);
        assertThat(answer.header("content-length")).contains("5");
        answer = request(EdgeResponseTest::stream, head, false);
        assertThat(answer.header("transfer-encoding")).isEmpty();
    }

    @Test
    void headAnsweredWithNothingPromisesNoLength() throws IOException {
        Answer answer =
                request(
                        exchange -> {
                            exchange.response().status(200);
                            exchange.response().end();
                        },
                        "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
                        false);
        assertThat(answer.header("content-length")).isEmpty();
    }

    @Test
    void noContentHasNeitherLengthNorBody() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(204);
                    Answers.header(exchange, "Content-Length", "5");
                    Answers.write(exchange, "hello");
                    exchange.response().end();
                });
        assertThat(answer.headers())
                .doesNotContainKey("content-length")
                .doesNotContainKey("transfer-encoding");
    }

    @Test
    void notModifiedMayCarryALengthAndHasNoBody() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(304);
                    Answers.header(exchange, "Content-Length", "5");
                    exchange.response().end();
                });
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("content-length")).contains("5");
    }

    @Test
    void statusOfTheApplicationIsSentAsItIs() throws IOException {
        Answer answer =
                get(exchange -> {
                    assertThat(Answers.status(exchange, "299 Quite \u00e4 status")).isTrue();
                    exchange.response().end();
                });
        assertThat(answer.status()).isEqualTo(299);
        assertThat(answer.reason()).isEqualTo("Quite \u00e4 status");
    }

    @Test
    void malformedStatusIsToldAndStartsNothing() throws IOException {
        Answer answer =
                get(exchange -> {
                    for (String bad :
                            new String[] {
                                "",
                                "20",
                                "2000 OK",
                                "abc",
                                "200 O\r\nK",
                                "200OK",
                                "100 No",
                                "+20 OK",
                                "200 \0"
                            }) {
                        assertThat(Answers.status(exchange, bad)).as(bad).isFalse();
                    }
                    assertThat(exchange.response().started()).isFalse();
                    assertThat(Answers.status(exchange, "200")).isTrue();
                    exchange.response().end();
                });
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void malformedHeadersAreToldAndNotSent() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    for (String bad : new String[] {"", "a b", "a:", "a\r\n", "\u00e4"}) {
                        assertThat(Answers.header(exchange, bad, "x")).as(bad).isFalse();
                    }
                    for (String bad : new String[] {"a\r\nb: c", "a\n", "\0", "\u007f"}) {
                        assertThat(Answers.header(exchange, "X", bad)).as(bad).isFalse();
                        assertThat(Answers.header(exchange, "Upgrade", bad)).as(bad).isFalse();
                    }
                    for (String bad : new String[] {"", "-1", "1 ", "0x1", "1,1"}) {
                        assertThat(Answers.header(exchange, "Content-Length", bad))
                                .as(bad)
                                .isFalse();
                    }
                    assertThat(Answers.header(exchange, "Content-Length", "0")).isTrue();
                    assertThat(Answers.header(exchange, "Content-Length", "0")).isFalse();
                    assertThat(Answers.header(exchange, "X", "\u00e4 \t b")).isTrue();
                    exchange.response().end();
                });
        assertThat(answer.headers().keySet())
                .containsExactlyInAnyOrder("content-length", "x", "server", "date");
        assertThat(answer.header("x")).contains("\u00e4 \t b");
    }

    @Test
    void hopByHopHeadersAreLeftOutAndTheConnectionStays() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    for (String hop :
                            new String[] {
                                "Connection",
                                "Keep-Alive",
                                "Transfer-Encoding",
                                "TE",
                                "Trailer",
                                "Trailers",
                                "UPGRADE",
                                "Proxy-Authenticate",
                                "Proxy-Authorization",
                                "Proxy-Connection"
                            }) {
                        assertThat(Answers.header(exchange, hop, "keep-alive, x")).isTrue();
                    }
                    exchange.response().end();
                });
        assertThat(answer.headers().keySet())
                .containsExactlyInAnyOrder("content-length", "server", "date");
    }

    @Test
    void connectionCloseOfTheApplicationClosesTheConnection() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    assertThat(Answers.header(exchange, "CONNECTION", "x , Close")).isTrue();
                    exchange.response().end();
                });
        assertThat(answer.headers()).containsEntry("connection", "close");
    }

    @Test
    void dateAndServerOfTheApplicationAreKept() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    Answers.header(exchange, "Date", "today");
                    Answers.header(exchange, "SERVER", "mine");
                    exchange.response().end();
                });
        assertThat(answer.headers()).containsEntry("date", "today").containsEntry("server", "mine");
    }

    @Test
    void resetForgetsWhatWasNotSent() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(500);
                    Answers.header(exchange, "X", "y");
                    Answers.header(exchange, "Content-Length", "100");
                    exchange.response().reset();
                    Answers.text(exchange, "good");
                });
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x")).isEmpty();
        assertThat(answer.text()).isEqualTo("good");
    }

    @Test
    void manyHeadersFit() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    for (int i = 0; i < 500; i++) {
                        Answers.header(exchange, "X-" + i, "v".repeat(50));
                    }
                    exchange.response().end();
                });
        assertThat(answer.headers()).hasSize(503);
    }

    @Test
    void bytesBeyondTheLengthAreDropped() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    Answers.header(exchange, "Content-Length", "4");
                    Answers.write(exchange, "abc");
                    Answers.write(exchange, "def");
                    exchange.response().end();
                });
        assertThat(answer.text()).isEqualTo("abcd");
    }

    @Test
    void missingBytesCutTheConnection() throws IOException {
        Dispatcher root =
                exchange -> {
                    exchange.response().status(200);
                    Answers.header(exchange, "Content-Length", "4");
                    Answers.write(exchange, "abc");
                    exchange.response().end();
                };
        assertCut(root, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @Test
    void abortCutsAChunkedStream() throws IOException {
        assertCut(EdgeResponseTest::startAndAbort, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @Test
    void abortResetsAStreamThatOnlyTheCloseWouldEnd() throws IOException {
        assertCut(EdgeResponseTest::startAndAbort, "GET / HTTP/1.0\r\n\r\n");
    }

    @Test
    void failAfterTheStartCutsTheConnection() throws IOException {
        Dispatcher root =
                exchange -> {
                    exchange.response().status(200);
                    Answers.write(exchange, "some");
                    exchange.fail(500);
                };
        assertCut(root, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    private static void startAndAbort(Exchange exchange) {
        exchange.response().status(200);
        Answers.write(exchange, "some");
        exchange.response().abort();
    }

    private static void assertCut(Dispatcher root, String request) throws IOException {
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            client.send(request);
            Assertions.assertThatThrownBy(client::answer)
                    .isInstanceOfAny(EOFException.class, SocketException.class);
        }
    }

    @Test
    void abortIsToldAsGone() throws IOException {
        AtomicReference<String> gone = new AtomicReference<>("");
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(() -> gone.set("gone"));
                    startAndAbort(exchange);
                };
        assertCut(root, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Answers.await("gone", () -> gone.get().equals("gone"));
    }

    @Test
    void failAnswersByBlameAndShowsSafeMessagesOnly() throws IOException {
        Problem problem = Problem.of("queue-full", Blame.RESOURCES, "the queue is full");
        Answer answer = get(exchange -> exchange.fail(problem));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("503 Service Unavailable\n");
        assertThat(answer.header("retry-after")).isPresent();
        assertThat(answer.header("x-request-id")).isPresent();
        answer = get(exchange -> exchange.fail(problem.safeForClients()));
        assertThat(answer.text()).isEqualTo("503 Service Unavailable\nthe queue is full\n");
    }

    @Test
    void failForgetsWhatTheApplicationHadBegun() throws IOException {
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    Answers.header(exchange, "Set-Cookie", "secret");
                    exchange.fail(404);
                });
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("set-cookie")).isEmpty();
        assertThat(answer.text()).isEqualTo("404 Not Found\n");
    }

    private FileChannel file(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("file"), text);
        return FileChannel.open(path, StandardOpenOption.READ);
    }

    @Test
    void fileIsSentFromOffsetAndClosed() throws Exception {
        FileChannel file = file("0123456789".repeat(100_000));
        Answer answer =
                get(exchange -> {
                    exchange.response().status(200);
                    exchange.response().file(file, 5, 999_990);
                });
        assertThat(answer.header("content-length")).contains("999990");
        assertThat(answer.text()).startsWith("56789").endsWith("01234").hasSize(999_990);
        Answers.await("closed", () -> !file.isOpen());
    }

    @Test
    void fileIsNotSentToHead() throws Exception {
        FileChannel file = file("0123456789");
        Answer answer =
                request(
                        exchange -> {
                            exchange.response().status(200);
                            exchange.response().file(file, 0, 10);
                        },
                        "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
                        false);
        assertThat(answer.header("content-length")).contains("10");
        assertThat(file.isOpen()).isFalse();
    }

    @Test
    void fileThatShrankCutsTheConnection() throws Exception {
        FileChannel file = file("0123456789");
        assertCut(
                exchange -> {
                    exchange.response().status(200);
                    exchange.response().file(file, 0, 11);
                },
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Answers.await("closed", () -> !file.isOpen());
    }

    @Test
    void largeEndGoesOutInOnePiece() throws IOException {
        String text = "0123456789".repeat(1_000_000);
        Answer answer = get(exchange -> Answers.text(exchange, text));
        assertThat(answer.text()).isEqualTo(text);
    }
}
