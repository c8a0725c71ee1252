package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultFileRegion;
import java.time.Duration;

/// The outgoing side of a connection: writes, and flushes as few as will do. Loop only.
final class ConnectionOutput {
    private final Channel channel;
    private final EdgeLoop loop;
    private boolean reading;
    private boolean flushPending;
    private boolean flushQueued;
    private long progressMark;
    private long stallDeadline;

    ConnectionOutput(Channel channel, EdgeLoop loop) {
        this.channel = channel;
        this.loop = loop;
    }

    ByteBuf allocate(int bytes) {
        return channel.alloc().directBuffer(bytes);
    }

    void write(ByteBuf bytes) {
        loop.counters().add(EdgeCounters.BYTES_SENT, bytes.readableBytes());
        var _ = channel.write(bytes, channel.voidPromise());
    }

    /// Writes, and runs `taken` when the socket has taken the bytes.
    void write(ByteBuf bytes, Runnable taken) {
        loop.counters().add(EdgeCounters.BYTES_SENT, bytes.readableBytes());
        whenWritten(channel.write(bytes), taken);
        flushSoon();
    }

    void write(DefaultFileRegion region, Runnable taken) {
        loop.counters().add(EdgeCounters.BYTES_SENT, region.count());
        whenWritten(channel.write(region), taken);
        flush();
    }

    /// Runs `then` when all that was written has gone out.
    void whenFlushed(Runnable then) {
        whenWritten(channel.write(Unpooled.EMPTY_BUFFER), then);
        flush();
    }

    private void whenWritten(ChannelFuture write, Runnable then) {
        write.addListener(done -> {
            if (done.isSuccess()) {
                then.run();
            } else {
                var _ = channel.close();
            }
        });
    }

    /// While a read goes on, its answers are collected.
    void readBegins() {
        reading = true;
    }

    void readEnds() {
        reading = false;
        if (flushPending) {
            flushPending = false;
            channel.flush();
        }
    }

    void flush() {
        if (reading) {
            flushPending = true;
        } else {
            channel.flush();
        }
    }

    /// Flushes once in this turn of the loop.
    void flushSoon() {
        if (reading) {
            flushPending = true;
        } else if (!flushQueued) {
            flushQueued = true;
            loop.flushLater(this);
        }
    }

    void flushQueued() {
        flushQueued = false;
        channel.flush();
    }

    /// Closes at once; with `reset` so that the client can't take what it got for the whole.
    void cut(boolean reset) {
        channel.flush();
        if (reset) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        var _ = channel.close();
    }

    /// Whether bytes have waited for `timeout` without the client taking any.
    boolean stalled(long now, Duration timeout) {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (waiting == null || waiting.isEmpty()) {
            progressMark = 0;
            return false;
        }
        long mark =
                1 + waiting.size() + waiting.totalPendingWriteBytes() + waiting.currentProgress();
        if (mark != progressMark) {
            progressMark = mark;
            stallDeadline = loop.deadline(timeout);
            return false;
        }
        return now >= stallDeadline;
    }
}
