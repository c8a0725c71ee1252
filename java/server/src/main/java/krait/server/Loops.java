package krait.server;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The event loops of the server: edge and lanes share them, so that a request and its lane meet on
/// one thread.
final class Loops implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group;
    private final List<EventLoop> all = new ArrayList<>();

    Loops(int count) {
        IoHandlerFactory factory =
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group =
                new MultiThreadIoEventLoopGroup(
                        count, new DefaultThreadFactory("krait-loop", false), factory);
        for (EventExecutor loop : group) {
            all.add((EventLoop) loop);
        }
    }

    MultiThreadIoEventLoopGroup group() {
        return group;
    }

    List<EventLoop> all() {
        return all;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
