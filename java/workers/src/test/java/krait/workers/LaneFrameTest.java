package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import krait.wire.FrameReader;
import krait.wire.FrameWriter;
import krait.wire.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LaneFrameTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bodiesOfEverySizeStandInTheirFrameAndAreReleased(long seed) {
        Random random = new Random(seed);
        EmbeddedChannel channel = new EmbeddedChannel();
        LaneFrame frame = new LaneFrame();
        for (int turn = 0; turn < 5; turn++) {
            List<byte[]> expected = new ArrayList<>();
            List<ByteBuf> given = new ArrayList<>();
            for (int id = 1; id <= 1 + random.nextInt(6); id++) {
                byte[] body = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(40_000)];
                random.nextBytes(body);
                expected.add(body);
                given.add(received(body, random));
                FrameWriter writer = frame.writer();
                writer.message(4, Kind.BODY);
                writer.integer(id);
                frame.bytes(given.getLast());
                writer.bool(true);
            }
            int size = frame.size();
            frame.sendTo(channel);
            byte[] sent = sent(channel);
            assertThat(sent).hasSize(size);
            assertThat(frame.isEmpty()).isTrue();
            check(sent, expected);
            assertThat(given).allSatisfy(bytes -> assertThat(bytes.refCnt()).isZero());
        }
        channel.close();
    }

    private static ByteBuf received(byte[] body, Random random) {
        int cut = random.nextInt(body.length + 1);
        return Unpooled.compositeBuffer()
                .addComponent(true, Unpooled.copiedBuffer(body, 0, cut))
                .addComponent(true, Unpooled.copiedBuffer(body, cut, body.length - cut));
    }

    private static byte[] sent(EmbeddedChannel channel) {
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        byte[] bytes = new byte[all.readableBytes()];
        all.readBytes(bytes);
        return bytes;
    }

    private static void check(byte[] sent, List<byte[]> expected) {
        FrameReader reader = new FrameReader();
        reader.reset(sent, 4, sent.length);
        assertThat(reader.list()).isEqualTo(expected.size());
        int id = 1;
        for (byte[] body : expected) {
            assertThat(reader.value())
                    .usingRecursiveComparison()
                    .isEqualTo(List.of((long) Kind.BODY, (long) id++, body, true));
        }
        assertThat(reader.exhausted()).isTrue();
    }
}
