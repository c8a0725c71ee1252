package krait.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import krait.base.Blame;
import krait.base.Clock;
import krait.base.KraitException;
import krait.base.Problem;

/// Binds addresses and says in plain words why it can't.
final class Listeners {
    private static final int BACKLOG = 4096;

    private final EventLoopGroup loops;
    private final ChannelHandler listener;
    private final ChannelHandler connection;
    private final ChannelHandler failures = new AcceptFailures(Clock.SYSTEM);
    private final Sockets sockets;

    Listeners(EventLoopGroup loops, ChannelHandler listener, ChannelHandler connection) {
        this.loops = loops;
        this.listener = listener;
        this.connection = connection;
        this.sockets = Sockets.of(loops);
    }

    /// Binds all of them or none.
    List<Channel> bind(List<URI> addresses) {
        List<Channel> bound = new ArrayList<>();
        try {
            for (URI address : addresses) {
                bound.add(bind(address));
            }
        } catch (KraitException e) {
            bound.forEach(channel -> channel.close().syncUninterruptibly());
            throw e;
        }
        return List.copyOf(bound);
    }

    private Channel bind(URI address) {
        return switch (String.valueOf(address.getScheme())) {
            case "tcp" -> bindTcp(address);
            case "unix" -> bindUnix(address);
            default -> throw unusable(address, "is neither tcp://HOST:PORT nor unix:PATH");
        };
    }

    private Channel bindTcp(URI address) {
        if (address.getHost() == null || address.getPort() < 0) {
            throw unusable(address, "is not tcp://HOST:PORT");
        }
        SocketAddress socket;
        try {
            InetAddress host = InetAddress.getByName(address.getHost());
            socket = new InetSocketAddress(host, address.getPort());
        } catch (UnknownHostException e) {
            throw unusable(address, "names a host that nobody knows: " + address.getHost());
        }
        ServerBootstrap bootstrap =
                bootstrap(sockets.tcp())
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                        .childOption(ChannelOption.TCP_NODELAY, true);
        return bind(bootstrap, socket, address);
    }

    private Channel bindUnix(URI address) {
        Path path = Path.of(address.getSchemeSpecificPart());
        try {
            switch (UnixSocketFile.occupant(path)) {
                case NOTHING -> {}
                case DEAD_SOCKET -> Files.delete(path);
                case LIVE_SOCKET -> throw inUse(address);
                case OTHER_FILE -> throw unusable(address, "is a file that is no socket");
            }
        } catch (IOException e) {
            throw failed(address, e);
        }
        ServerBootstrap bootstrap = bootstrap(sockets.unix());
        if (sockets.nativeAddresses()) {
            return bind(
                    bootstrap.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
                    new DomainSocketAddress(path.toString()),
                    address);
        }
        return bind(bootstrap, UnixDomainSocketAddress.of(path), address);
    }

    private ServerBootstrap bootstrap(Class<? extends ServerChannel> type) {
        return new ServerBootstrap()
                .group(loops)
                .channel(type)
                .handler(listener)
                .childHandler(connection)
                .option(ChannelOption.SO_BACKLOG, BACKLOG);
    }

    private Channel bind(ServerBootstrap bootstrap, SocketAddress socket, URI address) {
        ChannelFuture bound = bootstrap.bind(socket).awaitUninterruptibly();
        Throwable cause = bound.cause();
        if (cause != null) {
            throw failed(address, cause);
        }
        bound.channel().pipeline().addLast(failures);
        return bound.channel();
    }

    private static KraitException failed(URI address, Throwable cause) {
        String why = String.valueOf(cause.getMessage());
        if (why.contains("already in use")) {
            return inUse(address);
        }
        boolean exhausted = why.contains("Too many open files") || why.contains("buffer space");
        return Problem.of(
                        "bind-failed",
                        exhausted ? Blame.RESOURCES : Blame.USER,
                        "can't listen on " + address + ": " + plain(cause, why))
                .at("bind")
                .remedy(remedy(why))
                .exception();
    }

    private static String plain(Throwable cause, String why) {
        int colon = why.lastIndexOf(": ");
        boolean fromKernel = cause instanceof BindException || why.contains("failed with error");
        return fromKernel && colon > 0 ? why.substring(colon + 2) : why;
    }

    private static String remedy(String why) {
        if (why.contains("Permission denied")) {
            return "ports below 1024 and others' folders need rights: choose another address";
        }
        if (why.contains("Cannot assign") || why.contains("requested address")) {
            return "give an address of this machine; 0.0.0.0 is all of them";
        }
        return "choose another address";
    }

    private static KraitException inUse(URI address) {
        return Problem.of("port-in-use", Blame.USER, "the address " + address + " is in use")
                .at("bind")
                .remedy("stop the server that listens there, or choose another address")
                .exception();
    }

    private static KraitException unusable(URI address, String why) {
        return Problem.of("bind-failed", Blame.USER, "the address " + address + " " + why)
                .at("bind")
                .remedy("give tcp://127.0.0.1:8000, tcp://[::1]:8000 or unix:/run/krait.sock")
                .exception();
    }

    /// The address as people write it: `http://127.0.0.1:8000`, `unix:/run/k.sock`.
    static String name(Channel bound) {
        return switch (bound.localAddress()) {
            case InetSocketAddress socket -> "http://" + NetUtil.toSocketAddressString(socket);
            case DomainSocketAddress socket -> "unix:" + socket.path();
            case SocketAddress other -> "unix:" + other;
        };
    }
}
