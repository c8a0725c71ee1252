package krait.server;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// The event loops of the server: edge and lanes share them, so that a request and its lane meet on
/// one thread.
final class Loops implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group;
    private final List<EventLoop> all = new ArrayList<>();

    /// @throws krait.base.KraitException `transport-unavailable`, when this machine does not have
    ///   it
    Loops(int count, Settings.Transport transport) {
        NettyLog.install();
        group =
                new MultiThreadIoEventLoopGroup(
                        count, new DefaultThreadFactory("krait-loop", false), factory(transport));
        for (EventExecutor loop : group) {
            all.add((EventLoop) loop);
        }
    }

    private static IoHandlerFactory factory(Settings.Transport transport) {
        return switch (transport) {
            case AUTO ->
                    Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
            case EPOLL -> {
                if (!Epoll.isAvailable()) {
                    throw unavailable("epoll", Epoll.unavailabilityCause());
                }
                yield EpollIoHandler.newFactory();
            }
            case IO_URING -> IoUringLoops.factory();
            case NIO -> NioIoHandler.newFactory();
        };
    }

    /// Loaded only when it is asked for, with the classes of its transport.
    private static final class IoUringLoops {
        static IoHandlerFactory factory() {
            if (!IoUring.isAvailable()) {
                throw unavailable("io_uring", IoUring.unavailabilityCause());
            }
            return IoUringIoHandler.newFactory();
        }
    }

    private static KraitException unavailable(String transport, @Nullable Throwable cause) {
        Throwable root = cause;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        String why = root == null ? "" : ": " + root.getMessage();
        return Problem.of(
                        "transport-unavailable",
                        Blame.RESOURCES,
                        "this machine does not offer " + transport + why)
                .at("transport")
                .remedy(
                        "leave --transport to auto; a kernel may have io_uring switched off"
                                + " (sysctl kernel.io_uring_disabled), a container may forbid it"
                                + " (seccomp)")
                .exception();
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
