package krait.http;

import io.netty.channel.Channel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.jspecify.annotations.Nullable;

/// The two ends of a connection as the sockets have them.
///
/// @param trusted whether forwarded headers of this peer count
record Peer(String remoteHost, int remotePort, String localHost, int localPort, boolean trusted) {
    static Peer of(Channel channel, TrustedProxies proxies) {
        SocketAddress remote = channel.remoteAddress();
        SocketAddress local = channel.localAddress();
        if (local instanceof InetSocketAddress here && remote instanceof InetSocketAddress there) {
            return new Peer(
                    NetUtil.toAddressString(there.getAddress()),
                    there.getPort(),
                    NetUtil.toAddressString(here.getAddress()),
                    here.getPort(),
                    proxies.trusts(there.getAddress()));
        }
        return new Peer("", 0, path(local), 0, proxies.trustsUnix());
    }

    private static String path(@Nullable SocketAddress address) {
        return switch (address) {
            case DomainSocketAddress socket -> socket.path();
            case UnixDomainSocketAddress socket -> socket.getPath().toString();
            case null, default -> "";
        };
    }
}
