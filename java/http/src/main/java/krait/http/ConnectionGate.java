package krait.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the connections of all listeners and stops accepting at the limit, so that clients wait
/// in the backlog of the kernel. Thread-safe: listeners and connections live on several loops.
@Sharable
final class ConnectionGate extends ChannelInboundHandlerAdapter {
    private final int connectionsMax;
    private final Runnable onClosed;
    private final List<Channel> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong filled = new AtomicLong();

    /// `onClosed` hears of each connection that closed, after it was counted.
    ConnectionGate(int connectionsMax, Runnable onClosed) {
        this.connectionsMax = connectionsMax;
        this.onClosed = onClosed;
    }

    long open() {
        return open.get();
    }

    long accepted() {
        return accepted.get();
    }

    /// How often the limit was met, so that no more were accepted.
    long filled() {
        return filled.get();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        listeners.add(ctx.channel());
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        listeners.remove(ctx.channel());
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Channel connection = (Channel) message;
        accepted.incrementAndGet();
        if (open.incrementAndGet() >= connectionsMax) {
            filled.incrementAndGet();
            adjust();
        }
        connection.closeFuture().addListener(closed -> closed());
        ctx.fireChannelRead(message);
    }

    private void closed() {
        if (open.decrementAndGet() == connectionsMax - 1) {
            adjust();
        }
        onClosed.run();
    }

    /// Reads the count under the lock, so that the last to come decides by the last value.
    private synchronized void adjust() {
        boolean accept = open.get() < connectionsMax;
        for (Channel listener : listeners) {
            listener.config().setAutoRead(accept);
        }
    }
}
