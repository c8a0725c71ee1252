package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import krait.wire.FrameReader;
import krait.wire.FrameWriter;
import krait.wire.Kind;
import krait.wire.ProtocolException;
import org.junit.jupiter.api.Test;

class ControlMessageTest {
    private static byte[] payload(FrameWriter writer) {
        writer.seal();
        return Arrays.copyOfRange(writer.array(), 4, writer.size());
    }

    private static FrameWriter everything() {
        FrameWriter writer = new FrameWriter();
        writer.message(6, Kind.HELLO);
        writer.integer(1);
        writer.text("ab".repeat(16));
        writer.integer(7);
        writer.integer(-1);
        writer.integer(4242);
        writer.message(2, Kind.READY);
        writer.value(
                Map.of("interface", "wsgi", "python", "3.12.1", "application", "a:b", "pid", 1));
        writer.message(3, Kind.FAILED);
        writer.text("import");
        writer.text("Traceback \u20ac");
        writer.message(4, Kind.LOG);
        writer.text("error");
        writer.text("boom");
        writer.text("r-1");
        writer.message(2, Kind.STACKS);
        writer.text("thread 1");
        return writer;
    }

    @Test
    void everyMessageOfAWorkerIsRead() {
        assertThat(ControlMessage.decode(payload(everything())))
                .containsExactly(
                        new ControlMessage.Hello(1, "ab".repeat(16), 7, -1, 4242),
                        new ControlMessage.Ready("3.12.1", "a:b"),
                        new ControlMessage.Failed("import", "Traceback \u20ac"),
                        new ControlMessage.LogRecord("error", "boom", "r-1"),
                        new ControlMessage.Stacks("thread 1"));
    }

    @Test
    void messageThatHasNoPlaceOnAControlLinkIsRefused() {
        FrameWriter writer = new FrameWriter();
        writer.message(2, Kind.END);
        writer.integer(1);
        assertThatThrownBy(() -> ControlMessage.decode(payload(writer)))
                .isInstanceOf(ProtocolException.class);
        FrameWriter shorter = new FrameWriter();
        shorter.message(2, Kind.FAILED);
        shorter.text("import");
        assertThatThrownBy(() -> ControlMessage.decode(payload(shorter)))
                .isInstanceOf(ProtocolException.class);
        FrameWriter empty = new FrameWriter();
        empty.message(2, Kind.READY);
        empty.value(Map.of());
        assertThatThrownBy(() -> ControlMessage.decode(payload(empty)))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void garbageIsAProtocolExceptionAndNothingElse() {
        byte[] good = payload(everything());
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int flips = random.nextInt(4); flips > 0 && bad.length > 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(ControlMessage.decode(bad)).isNotNull();
            } catch (ProtocolException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    @Test
    void commandsAreFramesOfOneMessage() {
        assertThat(read(ControlMessage.stop())).isEqualTo(List.of(List.of((long) Kind.STOP)));
        assertThat(read(ControlMessage.dump())).isEqualTo(List.of(List.of((long) Kind.DUMP)));
        assertThat(read(ControlMessage.cancel(2, 99)))
                .isEqualTo(List.of(List.of((long) Kind.CANCEL, 2L, 99L)));
        assertThat(read(ControlMessage.config(Map.of("token", "t"))))
                .isEqualTo(List.of(List.of((long) Kind.CONFIG, Map.of("token", "t"))));
    }

    private static Object read(byte[] frame) {
        FrameReader reader = new FrameReader();
        reader.reset(frame, 4, frame.length);
        Object value = reader.value();
        assertThat(reader.exhausted()).isTrue();
        assertThat(java.nio.ByteBuffer.wrap(frame).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt())
                .isEqualTo(frame.length - 4);
        return value == null ? "" : value;
    }
}
