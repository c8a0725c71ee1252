package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import krait.base.Limits;
import krait.http.RawClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompressionTest {
    private static final String TEXT = "krait is a snake of Asia. ".repeat(100);
    private static final String ACCEPT = "Accept-Encoding: gzip\r\n";

    @Test
    void textIsCompressedForAClientThatAcceptsIt() throws IOException {
        Answer answer = ask(ACCEPT, exchange -> text(exchange, TEXT, "ETag", "\"one\""));
        assertThat(answer.headers())
                .containsEntry("content-encoding", "gzip")
                .containsEntry("vary", "Accept-Encoding")
                .containsEntry("etag", "W/\"one\"")
                .containsEntry("content-length", Integer.toString(answer.text().length()));
        assertThat(answer.text().length()).isLessThan(TEXT.length() / 10);
        assertThat(unzipped(answer)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept-Encoding: br\r\n",
                "Accept-Encoding: gzip;q=0\r\n",
                "Accept-Encoding: gzip;q=0.2, identity;q=0.5\r\n"
            })
    void othersGetItAsItIsAndCachesAreTold(String accept) throws IOException {
        Answer answer = ask(accept, exchange -> text(exchange, TEXT, "ETag", "\"one\""));
        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(answer.headers())
                .containsEntry("vary", "Accept-Encoding")
                .containsEntry("etag", "\"one\"")
                .doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Encoding: gzip;q=0.2\r\n",
                "Accept-Encoding: br, GZIP\r\n",
                "Accept-Encoding: *\r\n",
                "Accept-Encoding: br\r\nAccept-Encoding: gzip\r\n"
            })
    void acceptEncodingIsReadByTheBook(String accept) throws IOException {
        Answer answer = ask(accept, exchange -> text(exchange, TEXT, "X", "y"));
        assertThat(unzipped(answer)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type | image/png",
                "Content-Type | text/event-stream; charset=utf-8",
                "Content-Encoding | br",
                "Cache-Control | public, No-Transform",
                "Content-Range | bytes 0-9/100"
            })
    void whatMustNotBeCompressedPassesUntouched(String name, String value) throws IOException {
        Answer answer =
                ask(
                        ACCEPT,
                        exchange -> {
                            Response response = exchange.response();
                            response.status(200);
                            response.header("ETag", "\"one\"");
                            response.header("Accept-Ranges", "bytes");
                            response.header("Content-Length", "" + TEXT.length());
                            if (!name.equals("Content-Type")) {
                                response.header("Content-Type", "text/plain");
                            }
                            response.header(name, value);
                            end(exchange, TEXT);
                        });
        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(answer.headers())
                .containsEntry("etag", "\"one\"")
                .containsEntry("accept-ranges", "bytes")
                .doesNotContainKey("vary");
    }

    @Test
    void aShortBodyIsNotWorthIt() throws IOException {
        Answer answer = ask(ACCEPT, exchange -> text(exchange, "short", "X", "y"));
        assertThat(answer.text()).isEqualTo("short");
        assertThat(answer.headers()).doesNotContainKeys("vary", "content-encoding");
    }

    @Test
    void aClientOfHttp10GetsItAsItIs() throws IOException {
        try (LiveEdge edge = edge(exchange -> text(exchange, TEXT, "X", "y"));
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.0\r\n" + ACCEPT + "\r\n");
            assertThat(client.answer().text()).isEqualTo(TEXT);
        }
    }

    @Test
    void headHasTheFieldsOfGet() throws IOException {
        try (LiveEdge edge = edge(exchange -> text(exchange, TEXT, "ETag", "\"one\""));
                RawClient client = edge.connect()) {
            client.send("HEAD / HTTP/1.1\r\nHost: x\r\n" + ACCEPT + "\r\n");
            assertThat(client.answer(false).headers())
                    .containsEntry("content-encoding", "gzip")
                    .containsEntry("etag", "W/\"one\"")
                    .doesNotContainKey("content-length");
            assertThat(client.get("/").text()).as("nothing of a body followed").isEqualTo(TEXT);
        }
    }

    @Test
    void aVaryOfTheApplicationIsNotRepeated() throws IOException {
        Answer answer =
                ask(ACCEPT, exchange -> text(exchange, TEXT, "Vary", "Cookie, accept-encoding"));
        assertThat(answer.headers()).containsEntry("vary", "Cookie, accept-encoding");
        Answer other = ask(ACCEPT, exchange -> text(exchange, TEXT, "Vary", "Cookie"));
        assertThat(other.headers()).containsEntry("vary", "Cookie, Accept-Encoding");
    }

    @Test
    void eachPieceOfAStreamCanBeReadAtOnce() throws IOException {
        AtomicReference<Exchange> streaming = new AtomicReference<>();
        Dispatcher first =
                exchange -> {
                    exchange.response().status(200);
                    exchange.response().header("Content-Type", "text/plain");
                    Answers.write(exchange, "first");
                    streaming.set(exchange);
                };
        try (LiveEdge edge = edge(first);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n" + ACCEPT + "\r\n");
            while (!client.line().isEmpty()) {
                // To the end of the head.
            }
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            received.write(client.bytes(Integer.parseInt(client.line(), 16)));
            try (var in = new GZIPInputStream(new ByteArrayInputStream(received.toByteArray()))) {
                assertThat(in.readNBytes(5)).isEqualTo("first".getBytes(ISO_8859_1));
            }
            assertThat(client.line()).isEmpty();
            Exchange exchange = streaming.get();
            exchange.execute(() -> end(exchange, " second"));
            for (int size = chunk(client); size > 0; size = chunk(client)) {
                received.write(client.bytes(size));
                client.line();
            }
            assertThat(unzipped(received.toByteArray())).isEqualTo("first second");
        }
    }

    private static int chunk(RawClient client) throws IOException {
        return Integer.parseInt(client.line(), 16);
    }

    @Test
    void aLargeBodyDoesNotHoldTheLoop() throws IOException {
        String large = noise(3_000_000);
        List<Long> pending = new ArrayList<>();
        Answer answer =
                ask(
                        ACCEPT,
                        exchange -> {
                            text(exchange, large, "X", "y");
                            exchange.execute(() -> pending.add(exchange.response().pendingBytes()));
                        });
        assertThat(unzipped(answer)).isEqualTo(large);
        assertThat(pending.getFirst()).as("most of it waits").isGreaterThan(2_000_000);
    }

    @Test
    void aFileIsCompressed(@TempDir Path folder) throws IOException {
        String large = noise(1_000_000);
        Path file = Files.writeString(folder.resolve("a.css"), large, ISO_8859_1);
        Answer answer =
                ask(
                        ACCEPT,
                        exchange -> {
                            exchange.response().status(200);
                            exchange.response().header("Content-Type", "text/css");
                            exchange.response().header("Accept-Ranges", "bytes");
                            exchange.response().file(open(file), 0, large.length());
                        });
        assertThat(answer.headers()).doesNotContainKey("accept-ranges");
        assertThat(unzipped(answer)).isEqualTo(large);
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aBodyThatIsShorterThanPromisedIsAnError() throws IOException {
        Answer answer =
                ask(
                        ACCEPT,
                        exchange -> {
                            exchange.response().status(200);
                            exchange.response().header("Content-Type", "text/plain");
                            exchange.response().header("Content-Length", "5000");
                            end(exchange, TEXT);
                        });
        assertThat(answer.status()).isEqualTo(500);
    }

    @Test
    void bytesBeyondTheLengthPromisedAreDropped() throws IOException {
        Answer answer =
                ask(
                        ACCEPT,
                        exchange -> {
                            exchange.response().status(200);
                            exchange.response().header("Content-Type", "text/plain");
                            exchange.response().header("Content-Length", "1100");
                            end(exchange, TEXT);
                        });
        assertThat(unzipped(answer)).isEqualTo(TEXT.substring(0, 1100));
    }

    @Test
    void malformedFieldsThatAreHeldBackAreTold() throws IOException {
        Answer answer =
                ask(
                        ACCEPT,
                        exchange -> {
                            exchange.response().status(200);
                            assertThat(Answers.header(exchange, "ETag", "a\r\nb")).isFalse();
                            assertThat(Answers.header(exchange, "Content-Length", "x")).isFalse();
                            assertThat(Answers.header(exchange, "Content-Length", "2")).isTrue();
                            assertThat(Answers.header(exchange, "Content-Length", "2")).isFalse();
                            exchange.response().reset();
                            Answers.text(exchange, "reset");
                        });
        assertThat(answer.text()).isEqualTo("reset");
    }

    @Test
    void aFailureWhileMostOfTheBodyWaitsEndsTheAnswer() throws IOException {
        try (LiveEdge edge =
                        edge(exchange -> {
                            text(exchange, noise(500_000), "X", "y");
                            exchange.fail(500);
                        });
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n" + ACCEPT + "\r\n");
            assertThat(client.answer().status()).isEqualTo(500);
        }
    }

    @Test
    void theNumberOfStreamsAtATimeIsLimited() {
        GzipPool pool = new GzipPool();
        GzipStream last = null;
        for (int i = 0; i < GzipPool.STREAMS_MAX; i++) {
            last = pool.borrow();
            assertThat(last).isNotNull();
        }
        assertThat(pool.borrow()).isNull();
        pool.giveBack(Objects.requireNonNull(last));
        assertThat(pool.borrow()).isNotNull();
    }

    private static LiveEdge edge(Dispatcher root) {
        return LiveEdge.start(Limits.DEFAULTS, new Compression(root, 1024));
    }

    private static Answer ask(String fields, Dispatcher root) throws IOException {
        try (LiveEdge edge = edge(root);
                RawClient client = edge.connect()) {
            return client.send("GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n").answer();
        }
    }

    private static void text(Exchange exchange, String text, String name, String value) {
        exchange.response().status(200);
        exchange.response().header("Content-Type", "text/plain; charset=utf-8");
        exchange.response().header(name, value);
        end(exchange, text);
    }

    private static void end(Exchange exchange, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        exchange.response().end(bytes, 0, bytes.length);
    }

    private static String noise(int length) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(20)));
        }
        return text.toString();
    }

    private static String unzipped(Answer answer) throws IOException {
        assertThat(answer.headers()).containsEntry("content-encoding", "gzip");
        return unzipped(answer.text().getBytes(ISO_8859_1));
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }
}
