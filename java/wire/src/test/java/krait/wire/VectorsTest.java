package krait.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The vectors that Java and Python share: `conformance/wire`.
final class VectorsTest {
    private static final Path FOLDER = Path.of("..", "..", "conformance", "wire");

    @TestFactory
    Stream<DynamicTest> everyFrameIsReadAsItsMessages() {
        return vectors("messages.json").map(vector -> test(vector, () -> reads(vector)));
    }

    private static void reads(JsonNode vector) {
        List<@Nullable Object> expected = new ArrayList<>();
        vector.get("messages").forEach(message -> expected.add(plain(message)));
        assertThat(show(read(vector.get("frame")))).isEqualTo(show(expected));
        for (JsonNode other : vector.path("alternatives")) {
            assertThat(show(read(other))).isEqualTo(show(expected));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatTheServerWritesIsReadBackTheSame() {
        return vectors("messages.json")
                .filter(vector -> vector.get("to").asString().equals("worker"))
                .map(vector -> test(vector, () -> writes(vector)));
    }

    private static void writes(JsonNode vector) {
        FrameWriter writer = new FrameWriter();
        for (JsonNode message : vector.get("messages")) {
            JsonNode elements = message.get("tuple");
            writer.message(elements.size(), elements.get(0).asInt());
            for (int i = 1; i < elements.size(); i++) {
                writer.value(plain(elements.get(i)));
            }
        }
        writer.seal();
        byte[] frame = Arrays.copyOf(writer.array(), writer.size());
        assertThat(show(payload(frame))).isEqualTo(show(read(vector.get("frame"))));
    }

    @TestFactory
    Stream<DynamicTest> malformedFramesToTheServerAreRefused() {
        return vectors("malformed.json")
                .filter(vector -> !vector.get("to").asString().equals("worker"))
                .filter(vector -> vector.get("link").asString().equals("data"))
                .map(vector -> test(vector, () -> refuses(vector)));
    }

    private static void refuses(JsonNode vector) {
        byte[] bytes = HexFormat.of().parseHex(vector.get("bytes").asString());
        boolean cut = vector.path("cut").asBoolean(false);
        if (cut && (bytes.length < 4 || bytes.length - 4 < Frames.length(bytes, 0))) {
            return; // the link waits for more
        }
        assertThatThrownBy(() -> lane(bytes)).isInstanceOf(ProtocolException.class);
    }

    /// Reads bytes as a link of the server does: the length first, every stream open.
    private static void lane(byte[] bytes) {
        int size = Frames.length(bytes, 0);
        LaneMessage message = new LaneMessage();
        message.frame(bytes, 4, Math.min(bytes.length, 4 + size));
        while (message.next()) {
            if (message.kind() != Kind.SPENT && message.kind() != Kind.BODY_CREDIT) {
                message.event();
            }
        }
    }

    @Test
    void theStepsOfAStreamAreThoseOfTheVectors() {
        List<String> expected = new ArrayList<>();
        for (JsonNode step : json("states.json").get("steps")) {
            expected.add(
                    step.get("from").asString()
                            + step.get("event").asString()
                            + step.get("to").asString());
        }
        assertThat(StreamState.STEPS)
                .extracting(step -> "" + step.from() + step.event() + step.to())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyOtherStepIsRefused() {
        for (StreamState from : StreamState.values()) {
            for (StreamEvent event : StreamEvent.values()) {
                var step =
                        StreamState.STEPS.stream()
                                .filter(s -> s.from() == from && s.event() == event)
                                .findFirst();
                if (step.isPresent()) {
                    assertThat(from.after(event)).isEqualTo(step.get().to());
                } else {
                    assertThatThrownBy(() -> from.after(event))
                            .isInstanceOf(ProtocolException.class);
                }
            }
        }
    }

    private static DynamicTest test(JsonNode vector, Runnable body) {
        return DynamicTest.dynamicTest(vector.get("name").asString(), body::run);
    }

    private static @Nullable Object read(JsonNode hex) {
        return payload(HexFormat.of().parseHex(hex.asString()));
    }

    private static @Nullable Object payload(byte[] frame) {
        FrameReader reader = new FrameReader();
        reader.reset(frame, 4, frame.length);
        Object value = reader.value();
        assertThat(reader.exhausted()).isTrue();
        return value;
    }

    private static Stream<JsonNode> vectors(String file) {
        List<JsonNode> vectors = new ArrayList<>();
        json(file).forEach(vectors::add);
        assertThat(vectors).isNotEmpty();
        return vectors.stream();
    }

    private static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(Files.readString(FOLDER.resolve(file)));
        } catch (IOException missing) {
            throw new AssertionError("no vectors", missing);
        }
    }

    /// The value that a node of the vectors stands for.
    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull()) {
            return null;
        } else if (node.isBoolean()) {
            return node.asBoolean();
        } else if (node.isNumber()) {
            return node.asLong();
        } else if (node.isString()) {
            return node.asString();
        } else if (node.has("bytes")) {
            return HexFormat.of().parseHex(node.get("bytes").asString());
        } else if (node.has("int")) {
            return Long.parseLong(node.get("int").asString());
        } else if (node.has("dict")) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            node.get("dict").forEach(pair -> map.put(plain(pair.get(0)), plain(pair.get(1))));
            return map;
        }
        List<@Nullable Object> items = new ArrayList<>();
        (node.has("tuple") ? node.get("tuple") : node.get("list"))
                .forEach(item -> items.add(plain(item)));
        return items;
    }

    /// Text that tells values apart, arrays of bytes by their content.
    private static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case byte[] bytes -> "b" + HexFormat.of().formatHex(bytes);
            case String text -> "'" + text + "'";
            case List<?> items -> items.stream().map(VectorsTest::show).toList().toString();
            case Map<?, ?> map -> {
                StringBuilder text = new StringBuilder("{");
                map.forEach((k, v) -> text.append(show(k)).append(':').append(show(v)).append(','));
                yield text.append('}').toString();
            }
            default -> value.toString();
        };
    }
}
