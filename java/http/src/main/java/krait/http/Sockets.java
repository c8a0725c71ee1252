package krait.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;

/// The kinds of listening sockets that event loops can serve.
///
/// @param nativeAddresses whether Unix sockets take Netty's own addresses, not the JDK's
record Sockets(
        Class<? extends ServerChannel> tcp,
        Class<? extends ServerChannel> unix,
        boolean nativeAddresses) {

    /// The classes of a transport that is not used are not loaded.
    static Sockets of(EventLoopGroup loops) {
        if (loops instanceof IoEventLoopGroup io && !io.isIoType(NioIoHandler.class)) {
            return io.isIoType(EpollIoHandler.class) ? epoll() : ioUring();
        }
        return new Sockets(NioServerSocketChannel.class, NioServerDomainSocketChannel.class, false);
    }

    private static Sockets epoll() {
        return new Sockets(
                EpollServerSocketChannel.class, EpollServerDomainSocketChannel.class, true);
    }

    private static Sockets ioUring() {
        return new Sockets(
                IoUringServerSocketChannel.class, IoUringServerDomainSocketChannel.class, true);
    }
}
