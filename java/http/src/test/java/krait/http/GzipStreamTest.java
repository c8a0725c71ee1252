package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class GzipStreamTest {
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();

    @Test
    void whatIsCutInAnyWayIsTheSameAfterIt() throws IOException {
        Random random = new Random(5);
        try (GzipStream stream = new GzipStream()) {
            for (int round = 0; round < 60; round++) {
                compressed.reset();
                stream.reset();
                byte[] bytes = bytes(random, random.nextInt(100_000));
                for (int at = 0; at < bytes.length; ) {
                    int count = Math.min(bytes.length - at, 1 + random.nextInt(30_000));
                    stream.add(
                            ByteBuffer.wrap(bytes, at, count),
                            random.nextInt(3) == 0,
                            compressed::write);
                    at += count;
                }
                stream.finish(compressed::write);
                try (var in = new GZIPInputStream(in())) {
                    assertThat(in.readAllBytes()).isEqualTo(bytes);
                }
            }
        }
    }

    @Test
    void whatWasFlushedCanBeRead() throws IOException {
        try (GzipStream stream = new GzipStream()) {
            byte[] text = bytes(new Random(7), 5_000);
            stream.add(ByteBuffer.wrap(text), true, compressed::write);
            try (var in = new GZIPInputStream(in())) {
                assertThat(in.readNBytes(text.length)).isEqualTo(text);
            }
        }
    }

    private ByteArrayInputStream in() {
        return new ByteArrayInputStream(compressed.toByteArray());
    }

    /// Partly text, partly noise.
    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        Arrays.fill(bytes, 0, count / 3, (byte) 'a');
        return bytes;
    }
}
