package krait.workers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import krait.wire.FrameReader;
import krait.wire.FrameWriter;
import krait.wire.Kind;
import krait.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/// What a worker says on its control link (docs/internals/protocol.md), and the frames that answer.
sealed interface ControlMessage {
    int VERSION = 1;

    /// The lane number of a control link.
    int NO_LANE = -1;

    record Hello(long version, String token, int process, int lane, long pid)
            implements ControlMessage {}

    record Ready(String python, String application) implements ControlMessage {}

    record Failed(String kind, String text) implements ControlMessage {}

    record LogRecord(String level, String text, String requestId) implements ControlMessage {}

    record Stacks(String text) implements ControlMessage {}

    /// The messages of one frame, given without its length field.
    ///
    /// @throws ProtocolException when the frame is malformed or holds a message that has no place
    ///   on a control link
    static List<ControlMessage> decode(byte[] payload) {
        FrameReader reader = new FrameReader();
        reader.reset(payload, 0, payload.length);
        int count = reader.list();
        List<ControlMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(message(reader));
        }
        if (!reader.exhausted()) {
            throw new ProtocolException("bytes follow the last message of a frame");
        }
        return messages;
    }

    private static ControlMessage message(FrameReader reader) {
        int elements = reader.tuple();
        int kind = reader.integer();
        int expected =
                switch (kind) {
                    case Kind.HELLO -> 6;
                    case Kind.READY, Kind.STACKS -> 2;
                    case Kind.FAILED -> 3;
                    case Kind.LOG -> 4;
                    default ->
                            throw new ProtocolException(
                                    "message " + kind + " has no place on a control link");
                };
        if (elements != expected) {
            throw new ProtocolException("message " + kind + " of " + elements + " elements");
        }
        return switch (kind) {
            case Kind.HELLO ->
                    new Hello(
                            reader.longInteger(),
                            reader.string(),
                            reader.integer(),
                            reader.integer(),
                            reader.longInteger());
            case Kind.READY -> ready(reader.value());
            case Kind.FAILED -> new Failed(reader.string(), reader.string());
            case Kind.LOG -> new LogRecord(reader.string(), reader.string(), reader.string());
            default -> new Stacks(reader.string());
        };
    }

    private static Ready ready(@Nullable Object info) {
        if (info instanceof Map<?, ?> map
                && map.get("python") instanceof String python
                && map.get("application") instanceof String application) {
            return new Ready(python, application);
        }
        throw new ProtocolException("READY without python and application");
    }

    static byte[] stop() {
        return frame(writer -> writer.message(1, Kind.STOP));
    }

    static byte[] dump() {
        return frame(writer -> writer.message(1, Kind.DUMP));
    }

    static byte[] cancel(int lane, int id) {
        return frame(writer -> {
            writer.message(3, Kind.CANCEL);
            writer.integer(lane);
            writer.integer(id);
        });
    }

    /// The frame that a process finds on its standard input.
    static byte[] config(Map<String, Object> settings) {
        return frame(writer -> {
            writer.message(2, Kind.CONFIG);
            writer.value(settings);
        });
    }

    private static byte[] frame(Consumer<FrameWriter> message) {
        FrameWriter writer = new FrameWriter();
        message.accept(writer);
        writer.seal();
        return Arrays.copyOf(writer.array(), writer.size());
    }
}
