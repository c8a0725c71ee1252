package krait.http;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// The file of a Unix socket that a server wants to listen on.
final class UnixSocketFile {
    /// What stands at the path.
    enum Occupant {
        NOTHING,
        DEAD_SOCKET,
        LIVE_SOCKET,
        OTHER_FILE
    }

    private UnixSocketFile() {}

    static Occupant occupant(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Occupant.NOTHING;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
            return Occupant.OTHER_FILE;
        }
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(path));
            return Occupant.LIVE_SOCKET;
        } catch (IOException refused) {
            return Occupant.DEAD_SOCKET;
        }
    }
}
