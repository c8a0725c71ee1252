package krait.workers;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.ArrayList;
import java.util.List;
import krait.wire.FrameWriter;

/// The frame that a lane gets next: what its writer builds, and large bodies that go out from where
/// they were received. Loop only.
public final class LaneFrame {
    /// Bodies up to this size, bytes, are copied into the frame: one buffer goes out cheaper than
    /// three.
    private static final int COPIED_BYTES_MAX = 8 * 1024;

    private final FrameWriter writer = new FrameWriter();
    private final List<Body> bodies = new ArrayList<>();

    /// A body, and where in the writer's bytes it belongs.
    private record Body(int place, ByteBuf bytes) {}

    /// Builds all but large bodies.
    public FrameWriter writer() {
        return writer;
    }

    /// Appends bytes, and releases them when they are sent.
    public void bytes(ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (length > COPIED_BYTES_MAX) {
            writer.bytesOutside(length);
            bodies.add(new Body(writer.size(), bytes));
            return;
        }
        int at = writer.reserveBytes(length);
        bytes.readBytes(writer.array(), at, length);
        bytes.release();
    }

    boolean isEmpty() {
        return writer.isEmpty();
    }

    int size() {
        return writer.size() + writer.outside();
    }

    /// Sends the frame and starts the next. A link that can't be written to is closed.
    void sendTo(Channel channel) {
        writer.seal();
        ByteBuf frame = channel.alloc().directBuffer(writer.size());
        frame.writeBytes(writer.array(), 0, writer.size());
        writer.clear();
        for (Body body : bodies) {
            var _ =
                    channel.write(
                            frame.readRetainedSlice(body.place - frame.readerIndex()),
                            channel.voidPromise());
            var _ = channel.write(body.bytes, channel.voidPromise());
        }
        bodies.clear();
        channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
}
