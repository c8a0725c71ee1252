package krait.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameRoundTripTest {
    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                255,
                32_767,
                32_768,
                2_147_483_647,
                2_147_483_648L,
                -2_147_483_648,
                -2_147_483_649L,
                1L << 60,
                (1L << 62) + 12_345,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1
            })
    void anIntegerComesBack(long value) {
        FrameWriter writer = new FrameWriter();
        writer.message(2, Kind.END);
        writer.integer(value);
        FrameReader reader = second(writer);
        assertThat(reader.longInteger()).isEqualTo(value);
        assertThat(reader.exhausted()).isTrue();
    }

    @Test
    void latin1TextComesBackAsItsBytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        FrameWriter writer = new FrameWriter();
        writer.message(2, Kind.END);
        writer.latin1(all, 0, all.length);
        FrameReader reader = second(writer);
        assertThat(reader.latin1()).isTrue();
        int start = reader.start();
        assertThat(Arrays.copyOfRange(reader.source(), start, start + reader.length()))
                .isEqualTo(all);
    }

    @Test
    void textBeyondLatin1IsToldApart() {
        FrameWriter writer = new FrameWriter();
        writer.message(2, Kind.END);
        writer.text("snake \u20ac");
        assertThat(second(writer).latin1()).isFalse();
    }

    @Test
    void nestedValuesComeBack() {
        Map<String, Object> value =
                Map.of("list", List.of(1L, "two", true), "text", "größe", "map", Map.of("a", 1L));
        FrameWriter writer = new FrameWriter();
        writer.message(2, Kind.CONFIG);
        writer.value(value);
        assertThat(reader(writer).value()).isEqualTo(List.of(List.of(0L, value)));
    }

    @Test
    void aKeptMessageIsSentUnderAnotherId() {
        FrameWriter writer = new FrameWriter();
        int start = writer.size();
        writer.message(3, Kind.CREDIT);
        writer.integer(7);
        writer.integer(99);
        byte[] kept = writer.copyFrom(start);
        writer.clear();
        writer.message(kept, 42);
        assertThat(reader(writer).value()).isEqualTo(List.of(List.of(4L, 42L, 99L)));
    }

    @Test
    void aCopiedMessageOutlivesItsFrame() {
        FrameWriter writer = new FrameWriter();
        response(writer, 1, "200 OK", "X-N", "v\u00e4lue", "body");
        response(writer, 2, "404 N\u00f6pe", "A", "b\u00fc", "none");
        writer.seal();
        LaneMessage message = new LaneMessage();
        message.frame(writer.array(), 4, writer.size());
        assertThat(message.next()).isTrue();
        assertThat(message.next()).isTrue();
        LaneMessage copy = message.copy();
        Arrays.fill(writer.array(), (byte) 0);
        assertThat(copy.id()).isEqualTo(2);
        assertThat(slice(copy, copy.statusStart(), copy.statusLength())).isEqualTo("404 N\u00f6pe");
        assertThat(slice(copy, copy.nameStart(0), copy.nameLength(0))).isEqualTo("A");
        assertThat(slice(copy, copy.valueStart(0), copy.valueLength(0))).isEqualTo("b\u00fc");
        assertThat(slice(copy, copy.bodyStart(), copy.bodyLength())).isEqualTo("none");
    }

    @Test
    void randomBytesAreRefusedOrReadButNeverMore() {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 5) {
                bytes[0] = '[';
                bytes[1] = (byte) random.nextInt(3);
                bytes[2] = 0;
                bytes[3] = 0;
                bytes[4] = 0;
            }
            LaneMessage message = new LaneMessage();
            try {
                message.frame(bytes, 0, bytes.length);
                while (message.next()) {
                    assertThat(message.kind()).isBetween(Kind.RESPONSE, Kind.SPENT);
                }
            } catch (ProtocolException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void aFrameCutAnywhereIsRefused() {
        FrameWriter writer = new FrameWriter();
        response(writer, 1, "200 OK", "Content-Type", "text/plain", "Hello");
        writer.seal();
        for (int end = 4; end < writer.size(); end++) {
            LaneMessage message = new LaneMessage();
            int cut = end;
            assertThatThrownBy(
                            () -> {
                                message.frame(writer.array(), 4, cut);
                                message.next();
                            })
                    .isInstanceOf(ProtocolException.class);
        }
    }

    private static void response(
            FrameWriter writer, int id, String status, String name, String value, String body) {
        writer.message(5, Kind.RESPONSE);
        writer.integer(id);
        writer.text(status);
        writer.list(1);
        writer.tuple(2);
        writer.text(name);
        writer.text(value);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        writer.bytes(bytes, 0, bytes.length);
    }

    private static String slice(LaneMessage message, int start, int length) {
        return new String(message.source(), start, length, StandardCharsets.ISO_8859_1);
    }

    /// A reader that stands before the second element of the only message.
    private static FrameReader second(FrameWriter writer) {
        FrameReader reader = reader(writer);
        assertThat(reader.list()).isEqualTo(1);
        reader.tuple(2);
        reader.integer();
        return reader;
    }

    private static FrameReader reader(FrameWriter writer) {
        writer.seal();
        FrameReader reader = new FrameReader();
        reader.reset(writer.array(), 4, writer.size());
        return reader;
    }
}
