package krait.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import krait.base.Limits;

/// A real edge on ports of the loopback interface, with event loops of its own.
final class LiveEdge implements AutoCloseable {
    private final EventLoopGroup loops;
    private final Edge edge;

    private LiveEdge(EventLoopGroup loops, Edge edge) {
        this.loops = loops;
        this.edge = edge;
    }

    static LiveEdge start(Dispatcher root) {
        return start(Limits.DEFAULTS, root);
    }

    static LiveEdge start(Limits limits, Dispatcher root) {
        return start(settings(limits), root, AccessLog.NONE);
    }

    static EdgeSettings settings(Limits limits) {
        return new EdgeSettings(
                List.of(URI.create("tcp://127.0.0.1:0")),
                limits,
                TrustedProxies.parse(List.of()),
                "krait",
                false);
    }

    static LiveEdge start(EdgeSettings settings, Dispatcher root, AccessLog accessLog) {
        return start(EpollIoHandler.newFactory(), settings, root, accessLog);
    }

    static LiveEdge startOnNio(EdgeSettings settings, Dispatcher root) {
        return start(NioIoHandler.newFactory(), settings, root, AccessLog.NONE);
    }

    private static LiveEdge start(
            IoHandlerFactory io, EdgeSettings settings, Dispatcher root, AccessLog accessLog) {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, io);
        try {
            return new LiveEdge(loops, Edge.start(settings, loops, root, accessLog));
        } catch (RuntimeException e) {
            stop(loops);
            throw e;
        }
    }

    Edge edge() {
        return edge;
    }

    int port() {
        return URI.create(edge.addresses().getFirst()).getPort();
    }

    RawClient connect() throws IOException {
        return RawClient.connect(port());
    }

    @Override
    public void close() {
        edge.close();
        stop(loops);
    }

    private static void stop(EventLoopGroup loops) {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
