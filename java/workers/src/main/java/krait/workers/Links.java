package krait.workers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sockets that lanes connect to: one for each event loop, so that a link is born on the loop
/// that it stays on.
public final class Links implements AutoCloseable {
    private final List<Channel> listeners = new ArrayList<>();

    private Links() {}

    /// Paths of the sockets, one for each loop, in a folder that is private to the user.
    public static List<String> paths(Path folder, int loops) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < loops; i++) {
            paths.add(folder.resolve("link-" + i + ".sock").toString());
        }
        return paths;
    }

    /// Listens at `paths`, each on the loop of the same place in the list.
    public static Links open(
            List<String> paths, List<EventLoop> loops, LanePool pool, LinkGate gate) {
        Links links = new Links();
        for (int i = 0; i < loops.size(); i++) {
            links.listen(paths.get(i), loops.get(i), pool, gate);
        }
        return links;
    }

    @Override
    public void close() {
        listeners.forEach(Channel::close);
    }

    private void listen(String path, EventLoop loop, LanePool pool, LinkGate gate) {
        boolean nio = !(loop instanceof IoEventLoop io) || io.isIoType(NioIoHandler.class);
        SocketAddress address =
                nio ? UnixDomainSocketAddress.of(path) : new DomainSocketAddress(path);
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
        bootstrap.channel(nio ? NioServerDomainSocketChannel.class : nativeSocket(loop));
        listeners.add(bootstrap.bind(address).syncUninterruptibly().channel());
    }

    /// The classes of a transport that is not used are not loaded.
    private static Class<? extends ServerChannel> nativeSocket(EventLoop loop) {
        return loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class)
                ? EpollServerDomainSocketChannel.class
                : IoUringServerDomainSocketChannel.class;
    }
}
