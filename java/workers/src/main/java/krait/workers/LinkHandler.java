package krait.workers;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Arrays;
import krait.base.Log;
import krait.wire.FrameReader;
import krait.wire.Frames;
import krait.wire.Kind;
import krait.wire.LaneMessage;
import krait.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/// Reads the frames of one data link: first HELLO, then the messages of the lane. Belongs to the
/// link's event loop.
final class LinkHandler extends ChannelInboundHandlerAdapter {
    private static final Log LOG = Log.of("workers");
    private static final int BUFFER_BYTES = 16 * 1024;

    private final LanePool pool;
    private final LinkGate gate;
    private final LaneMessage message = new LaneMessage();
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private @Nullable Lane lane;

    LinkHandler(LanePool pool, LinkGate gate) {
        this.pool = pool;
        this.gate = gate;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) {
        ByteBuf bytes = (ByteBuf) read;
        try {
            int length = bytes.readableBytes();
            if (buffer.length - filled < length) {
                buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, filled + length));
            }
            bytes.readBytes(buffer, filled, length);
            filled += length;
        } finally {
            bytes.release();
        }
        try {
            int used = frames(context);
            keepRest(used);
        } catch (ProtocolException fault) {
            refuse(context, fault);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (lane != null) {
            lane.onRead();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (lane != null) {
            pool.closed(lane);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("link closed", "cause", cause);
        context.close();
    }

    /// Takes every whole frame; returns how many bytes they were.
    private int frames(ChannelHandlerContext context) {
        int at = 0;
        while (filled - at >= Frames.LENGTH_BYTES) {
            int length = Frames.length(buffer, at);
            if (filled - at - 4 < length) {
                break;
            }
            frame(context, at + 4, at + 4 + length);
            at += 4 + length;
        }
        return at;
    }

    private void frame(ChannelHandlerContext context, int from, int to) {
        Lane known = lane;
        if (known == null) {
            lane = hello(context, from, to);
            return;
        }
        message.frame(buffer, from, to);
        while (message.next()) {
            known.onMessage(message);
        }
    }

    private Lane hello(ChannelHandlerContext context, int from, int to) {
        FrameReader reader = new FrameReader();
        reader.reset(buffer, from, to);
        if (reader.list() != 1) {
            throw new ProtocolException("HELLO does not stand alone");
        }
        reader.tuple(6);
        if (reader.integer() != Kind.HELLO || reader.integer() != 1) {
            throw new ProtocolException("no HELLO of version 1");
        }
        String token = reader.string();
        int process = reader.integer();
        int index = reader.integer();
        int pid = reader.integer();
        if (!gate.knows(process, token)) {
            throw new ProtocolException("HELLO of a stranger");
        }
        Lane hello = new Lane(pool.here(), context.channel(), process, index, pid);
        pool.connected(hello);
        return hello;
    }

    private void refuse(ChannelHandlerContext context, ProtocolException fault) {
        filled = 0;
        if (lane != null) {
            lane.fail(fault);
        } else {
            LOG.debug("a link was refused", "cause", String.valueOf(fault.getMessage()));
            context.close();
        }
    }

    private void keepRest(int used) {
        filled -= used;
        if (filled > 0 && used > 0) {
            System.arraycopy(buffer, used, buffer, 0, filled);
        } else if (filled == 0 && buffer.length > 16 * BUFFER_BYTES) {
            buffer = new byte[BUFFER_BYTES];
        }
    }
}
