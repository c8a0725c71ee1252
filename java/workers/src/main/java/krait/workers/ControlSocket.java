package krait.workers;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;
import krait.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/// The Unix-domain socket on which the processes of one mount open their control links. Every link
/// is read by a virtual thread of its own. Thread-safe.
final class ControlSocket implements AutoCloseable {
    /// Who a link belongs to.
    interface Peer {
        String token();

        /// The process has said HELLO. Called once, before the others.
        void opened(ControlLink link);

        void received(ControlMessage message);

        void lost(String why, boolean corrupt);
    }

    /// Longest path of a Unix-domain socket on Linux, unix(7), without the closing NUL.
    private static final int PATH_BYTES_MAX = 107;

    private static final Log LOG = Log.of("workers");

    private final Path path;
    private final ServerSocketChannel server;
    private final Map<Integer, Peer> peers = new ConcurrentHashMap<>();
    private final Set<ControlLink> links = ConcurrentHashMap.newKeySet();

    private ControlSocket(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
        Thread.ofVirtual().name("control-accept").start(this::accept);
    }

    /// @throws krait.base.KraitException when the socket can't be made in `folder`
    static ControlSocket open(Path folder, RandomGenerator random) {
        byte[] unique = new byte[4];
        random.nextBytes(unique);
        Path path = folder.resolve("control-" + HexFormat.of().formatHex(unique));
        try {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            return new ControlSocket(path, server);
        } catch (IOException e) {
            boolean tooLong = path.toString().length() > PATH_BYTES_MAX;
            throw Problem.of(
                            "control-socket-failed",
                            Blame.RESOURCES,
                            "the socket for the workers can't be made: " + e.getMessage())
                    .at(path.toString())
                    .remedy(tooLong ? "choose a shorter folder for temporary files (TMPDIR)" : "")
                    .exception();
        }
    }

    Path path() {
        return path;
    }

    /// Lets `peer` connect as `process`.
    void expect(int process, Peer peer) {
        peers.put(process, peer);
    }

    void forget(int process) {
        peers.remove(process);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().name("control-reader").start(() -> serve(channel));
            } catch (IOException e) {
                if (server.isOpen()) {
                    LOG.warning("a control link was not accepted: " + e.getMessage());
                }
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (ControlLink link = new ControlLink(channel)) {
            links.add(link);
            try {
                introduce(link);
            } finally {
                links.remove(link);
            }
        }
    }

    private void introduce(ControlLink link) {
        List<ControlMessage> first;
        try {
            first = link.receive();
        } catch (IOException | ProtocolException e) {
            LOG.debug("a control link ended before its HELLO", "why", String.valueOf(e));
            return;
        }
        Peer peer = first.isEmpty() ? null : claim(first.getFirst());
        if (peer == null) {
            LOG.warning("a control link of a stranger was closed");
        } else {
            converse(link, peer, first.subList(1, first.size()));
        }
    }

    /// The peer that `first` proves to be; null when it proves nothing. A peer has one link.
    private @Nullable Peer claim(ControlMessage first) {
        if (!(first instanceof ControlMessage.Hello hello)) {
            return null;
        }
        Peer peer = peers.get(hello.process());
        if (peer == null
                || !hello.token().equals(peer.token())
                || hello.lane() != ControlMessage.NO_LANE
                || !peers.remove(hello.process(), peer)) {
            return null;
        }
        if (hello.version() != ControlMessage.VERSION) {
            peer.lost("it speaks version " + hello.version() + " of the protocol", true);
            return null;
        }
        return peer;
    }

    private static void converse(ControlLink link, Peer peer, List<ControlMessage> rest) {
        peer.opened(link);
        try {
            List<ControlMessage> messages = rest;
            while (true) {
                for (ControlMessage message : messages) {
                    if (message instanceof ControlMessage.Hello) {
                        throw new ProtocolException("a second HELLO");
                    }
                    peer.received(message);
                }
                messages = link.receive();
            }
        } catch (ProtocolException e) {
            peer.lost("it broke the protocol on its control link: " + e.getMessage(), true);
        } catch (EOFException e) {
            peer.lost("it closed its control link", false);
        } catch (IOException e) {
            peer.lost("its control link broke: " + e.getMessage(), false);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warning("the control socket was not removed: " + e.getMessage());
        }
        links.forEach(ControlLink::close);
    }
}
