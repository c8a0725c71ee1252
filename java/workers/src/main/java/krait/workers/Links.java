package krait.workers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sockets that lanes connect to: one for each event loop, so that a link is born on the loop
/// that it stays on.
public final class Links implements AutoCloseable {
    private final List<Channel> listeners = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    private Links() {}

    /// Listens in `folder`, which must be private to the user: `link-0.sock` and so on.
    public static Links open(Path folder, List<EventLoop> loops, LanePool pool, LinkGate gate) {
        Links links = new Links();
        for (int i = 0; i < loops.size(); i++) {
            links.listen(folder.resolve("link-" + i + ".sock"), loops.get(i), pool, gate);
        }
        return links;
    }

    /// Path of the socket of each loop.
    public List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        listeners.forEach(Channel::close);
    }

    private void listen(Path path, EventLoop loop, LanePool pool, LinkGate gate) {
        boolean epoll =
                loop.parent() != null
                        && loop instanceof io.netty.channel.IoEventLoop io
                        && io.isIoType(EpollIoHandler.class);
        SocketAddress address =
                epoll ? new DomainSocketAddress(path.toString()) : UnixDomainSocketAddress.of(path);
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(loop, loop)
                        .childHandler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline().addLast(new LinkHandler(pool, gate));
                                    }
                                });
        if (epoll) {
            bootstrap.channel(EpollServerDomainSocketChannel.class);
        } else {
            bootstrap.channel(NioServerDomainSocketChannel.class);
        }
        listeners.add(bootstrap.bind(address).syncUninterruptibly().channel());
        paths.add(path.toString());
    }
}
