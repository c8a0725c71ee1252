package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import krait.base.Clock;
import krait.http.ByteRanges.ByteRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartRangesTest {
    private static final int SIZE = 2_000_000;

    @TempDir Path folder;

    private byte[] random(String name) throws IOException {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        Files.write(folder.resolve(name), content);
        return content;
    }

    private MultipartRanges of(FakeResponse response, FileChannel file, ByteRange... ranges) {
        return new MultipartRanges(response, file, SIZE, "image/png", List.of(ranges));
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(folder.resolve(name), StandardOpenOption.READ);
    }

    /// The content of each part, cut out by its Content-Range.
    private static String part(FakeResponse response, long first, long last) {
        String body = new String(response.body(), ISO_8859_1);
        String head = "Content-Range: bytes " + first + "-" + last + "/" + SIZE + "\r\n\r\n";
        int start = body.indexOf(head) + head.length();
        return body.substring(start, start + (int) (last - first + 1));
    }

    private static String slice(byte[] content, long first, long last) {
        return new String(content, (int) first, (int) (last - first + 1), ISO_8859_1);
    }

    @Test
    void slowClientIsSentNoMoreThanItTakes() throws IOException {
        byte[] content = random("a.png");
        StaticFiles files = new StaticFiles("", folder, StaticCaching.DEFAULT, Clock.SYSTEM);
        FakeResponse response =
                FakeExchange.slow("/a.png", "Range", "bytes=1-900000,1000000-1999999")
                        .through(files)
                        .response();
        int turns = 0;
        while (!response.ended()) {
            assertThat(response.pendingBytes()).isBetween(1L, 400_000L);
            response.take();
            turns++;
        }
        assertThat(turns).isGreaterThan(4);
        assertThat(part(response, 1, 900_000)).isEqualTo(slice(content, 1, 900_000));
        assertThat(part(response, 1_000_000, 1_999_999))
                .isEqualTo(slice(content, 1_000_000, 1_999_999));
        assertThat(response.field("Content-Length"))
                .isEqualTo(Integer.toString(response.body().length));
    }

    @Test
    void fileIsClosedAtTheEnd() throws IOException {
        random("a.png");
        FakeResponse response = FakeExchange.get("/").response();
        response.status(206);
        FileChannel file = open("a.png");
        of(response, file, new ByteRange(0, 1), new ByteRange(5, 1)).start();
        assertThat(response.ended()).isTrue();
        assertThat(file.isOpen()).isFalse();
    }

    @Test
    void clientThatLeavesClosesTheFile() throws IOException {
        random("a.png");
        FakeResponse response = FakeExchange.slow("/").response();
        response.status(206);
        FileChannel file = open("a.png");
        of(response, file, new ByteRange(0, 900_000), new ByteRange(900_000, 900_000)).start();
        assertThat(file.isOpen()).isTrue();
        response.leave();
        assertThat(file.isOpen()).isFalse();
        long before = response.body().length;
        response.take();
        assertThat(response.body()).hasSize((int) before);
        assertThat(response.ended()).isFalse();
    }

    @Test
    void fileThatShrinksCutsTheConnection() throws IOException {
        random("a.png");
        FakeResponse response = FakeExchange.slow("/").response();
        response.status(206);
        FileChannel file = open("a.png");
        of(response, file, new ByteRange(0, 900_000), new ByteRange(900_000, 900_000)).start();
        try (RandomAccessFile writer =
                new RandomAccessFile(folder.resolve("a.png").toFile(), "rw")) {
            writer.setLength(1_000_000);
        }
        while (!response.aborted() && !response.ended()) {
            response.take();
        }
        assertThat(response.aborted()).isTrue();
        assertThat(file.isOpen()).isFalse();
    }

    @Test
    void offsetsBeyondTwoGigabytesAreRight() throws IOException {
        long size = 5_000_000_000L;
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("large.bin").toFile(), "rw")) {
            sparse.setLength(size);
            sparse.seek(3_000_000_000L);
            sparse.writeBytes("middle");
            sparse.seek(size - 3);
            sparse.writeBytes("end");
        }
        StaticFiles files = new StaticFiles("", folder, StaticCaching.DEFAULT, Clock.SYSTEM);
        FakeResponse single =
                FakeExchange.get("/large.bin", "Range", "bytes=3000000000-3000000005")
                        .through(files)
                        .response();
        assertThat(new String(single.body(), ISO_8859_1)).isEqualTo("middle");
        assertThat(single.fileOffset()).isEqualTo(3_000_000_000L);
        assertThat(single.field("Content-Range"))
                .isEqualTo("bytes 3000000000-3000000005/5000000000");
        FakeResponse several =
                FakeExchange.get("/large.bin", "Range", "bytes=3000000000-3000000005,-3")
                        .through(files)
                        .response();
        assertThat(new String(several.body(), ISO_8859_1))
                .contains("bytes 3000000000-3000000005/5000000000\r\n\r\nmiddle\r\n--")
                .contains("bytes 4999999997-4999999999/5000000000\r\n\r\nend\r\n--");
        FakeResponse head = FakeExchange.of("HEAD", "/large.bin").through(files).response();
        assertThat(head.field("Content-Length")).isEqualTo("5000000000");
    }
}
