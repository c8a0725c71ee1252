package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import krait.base.Clock;
import krait.base.Limits;
import krait.http.RawClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Static files through a real edge and a real socket.
@Timeout(60)
class StaticFilesEdgeTest {
    private static final int SIZE = 3_000_001;

    @TempDir Path folder;
    private LiveEdge edge;
    private String content;

    @BeforeEach
    void start() throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        content = new String(bytes, ISO_8859_1);
        Files.write(folder.resolve("photo.jpg"), bytes);
        Files.writeString(folder.resolve("small.txt"), "small");
        Files.writeString(folder.resolve("empty.txt"), "");
        edge = LiveEdge.start(dispatcher());
    }

    private Dispatcher dispatcher() {
        StaticFiles files = new StaticFiles("/s", folder, StaticCaching.DEFAULT, Clock.SYSTEM);
        return new Mounts(
                List.of(
                        new Mounts.Mount("/s", files),
                        new Mounts.Mount("/old", new Redirect("/old", "/s"))));
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private static String request(String method, String target, String... fields) {
        StringBuilder text =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: test\r\n");
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    @Test
    void fileArrivesByteForByteAndTheConnectionStays() throws IOException {
        try (RawClient client = edge.connect()) {
            for (int i = 0; i < 3; i++) {
                Answer answer = client.get("/s/photo.jpg");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("content-type")).contains("image/jpeg");
                assertThat(answer.text().equals(content)).isTrue();
            }
            assertThat(client.get("/s/empty.txt").text()).isEmpty();
            assertThat(client.get("/s/small.txt").text()).isEqualTo("small");
        }
    }

    @Test
    void fileArrivesByteForByteOverNio() throws IOException {
        try (LiveEdge nio = LiveEdge.startOnNio(LiveEdge.settings(Limits.DEFAULTS), dispatcher());
                RawClient client = nio.connect()) {
            assertThat(client.get("/s/photo.jpg").text().equals(content)).isTrue();
            assertThat(client.get("/s/small.txt").text()).isEqualTo("small");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (RawClient client = edge.connect()) {
            String etag = client.get("/s/small.txt").header("etag").orElseThrow();
            client.send(
                    request("GET", "/s/photo.jpg")
                            + request("HEAD", "/s/photo.jpg")
                            + request("GET", "/s/photo.jpg", "Range: bytes=5-9")
                            + request("GET", "/s/small.txt", "If-None-Match: " + etag)
                            + request("GET", "/s/missing")
                            + request("GET", "/old/small.txt?x")
                            + request("POST", "/s/small.txt", "Content-Length: 3")
                            + "abc"
                            + request("GET", "/s/photo.jpg", "Range: bytes=9999999-")
                            + request("GET", "/s/photo.jpg", "Range: bytes=0-0,-1")
                            + request("GET", "/s/small.txt"));
            assertThat(client.answer().text().equals(content)).isTrue();
            Answer head = client.answer(false);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("content-length")).contains(Integer.toString(SIZE));
            Answer range = client.answer();
            assertThat(range.status()).isEqualTo(206);
            assertThat(range.text()).isEqualTo(content.substring(5, 10));
            Answer notModified = client.answer();
            assertThat(notModified.status()).isEqualTo(304);
            assertThat(notModified.header("etag")).contains(etag);
            assertThat(client.answer().status()).isEqualTo(404);
            Answer redirect = client.answer();
            assertThat(redirect.status()).isEqualTo(308);
            assertThat(redirect.header("location")).contains("/s/small.txt?x");
            assertThat(client.answer().status()).isEqualTo(405);
            assertThat(client.answer().status()).isEqualTo(416);
            Answer several = client.answer();
            assertThat(several.status()).isEqualTo(206);
            assertThat(several.text())
                    .contains("\r\n\r\n" + content.charAt(0) + "\r\n--")
                    .contains("\r\n\r\n" + content.charAt(SIZE - 1) + "\r\n--");
            assertThat(client.answer().text()).isEqualTo("small");
        }
    }

    @Test
    void severalLargeRangesArriveThroughBackpressure() throws IOException {
        try (RawClient client = edge.connect()) {
            client.send(request("GET", "/s/photo.jpg", "Range: bytes=0-1499999,1500000-"));
            Answer answer = client.answer();
            assertThat(
                            answer.text()
                                    .contains(
                                            "\r\n\r\n" + content.substring(0, 1_500_000) + "\r\n"))
                    .isTrue();
            assertThat(answer.text().contains("\r\n\r\n" + content.substring(1_500_000) + "\r\n"))
                    .isTrue();
            assertThat(client.get("/s/small.txt").text()).isEqualTo("small");
        }
    }

    @Test
    void rangeBeyondFourGigabytesArrives() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("large.bin").toFile(), "rw")) {
            sparse.setLength(5_000_000_000L);
            sparse.seek(4_500_000_000L);
            sparse.writeBytes("there");
        }
        try (RawClient client = edge.connect()) {
            client.send(request("GET", "/s/large.bin", "Range: bytes=4500000000-4500000004"));
            assertThat(client.answer().text()).isEqualTo("there");
            client.send(request("HEAD", "/s/large.bin"));
            assertThat(client.answer(false).header("content-length")).contains("5000000000");
        }
    }

    @Test
    void escapeIsNotFound() throws IOException {
        Files.writeString(folder.resolveSibling(folder.getFileName() + ".secret"), "SECRET");
        try (RawClient client = edge.connect()) {
            for (String target :
                    List.of(
                            "/s/../" + folder.getFileName() + ".secret",
                            "/s/%2e%2e/" + folder.getFileName() + ".secret",
                            "/s/..%2f" + folder.getFileName() + ".secret",
                            "/s/\\..\\x",
                            "http://test/s/../x")) {
                assertThat(client.get(target).status()).as(target).isEqualTo(404);
            }
            assertThat(client.get("http://test/s/small.txt").text()).isEqualTo("small");
        } finally {
            Files.delete(folder.resolveSibling(folder.getFileName() + ".secret"));
        }
    }

    @Test
    void fileThatShrinksWhileItIsSentCutsTheConnection() throws IOException {
        Path growing = folder.resolve("shrinks.bin");
        long size = 200_000_000;
        try (RandomAccessFile file = new RandomAccessFile(growing.toFile(), "rw")) {
            file.setLength(size);
            try (RawClient client = edge.connect()) {
                client.send(request("GET", "/s/shrinks.bin"));
                assertThat(client.line()).contains(" 200 ");
                file.setLength(1000);
                assertThatThrownBy(() -> skip(client, size)).isInstanceOf(IOException.class);
            }
        }
        awaitClosed(growing);
        try (RawClient client = edge.connect()) {
            assertThat(client.get("/s/small.txt").text()).isEqualTo("small");
        }
    }

    private static void skip(RawClient client, long count) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long left = count; left > 0; ) {
            int read = client.read(buffer);
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
    }

    @Test
    void clientThatLeavesInTheMiddleClosesTheFile() throws IOException {
        Path large = folder.resolve("left.bin");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200_000_000);
        }
        String half = "Range: bytes=0-99999999,100000000-";
        for (String request :
                List.of(request("GET", "/s/left.bin"), request("GET", "/s/left.bin", half))) {
            try (RawClient client = edge.connect()) {
                client.send(request);
                client.line();
                assertThat(isOpen(large)).isTrue();
            }
            awaitClosed(large);
        }
    }

    private static void awaitClosed(Path file) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (isOpen(file)) {
            assertThat(System.nanoTime()).as("%s stays open", file).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /// Whether this process has the file open.
    private static boolean isOpen(Path file) throws IOException {
        Path real = file.toRealPath();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.anyMatch(descriptor -> real.equals(target(descriptor)));
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            return descriptor;
        }
    }
}
