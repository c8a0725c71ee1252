package krait.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.base.Blame;
import krait.base.Problem;

/// The peers whose forwarded headers count (`--forwarded-allow-ips`), and what those headers say of
/// the client. Immutable.
public final class TrustedProxies {
    /// Proxies on the same machine, as gunicorn trusts them. A Unix socket is among them: only who
    /// may open its file gets through.
    public static final TrustedProxies LOCAL = parse(List.of("127.0.0.1", "::1", "unix"));

    private final List<Network> networks;
    private final boolean all;
    private final boolean unix;

    private TrustedProxies(List<Network> networks, boolean all, boolean unix) {
        this.networks = networks;
        this.all = all;
        this.unix = unix;
    }

    /// Reads addresses (`10.0.0.1`, `::1`), networks (`10.0.0.0/8`, `fd00::/8`), `unix` (peers on a
    /// Unix socket) and `*` (everyone). An entry may itself be a list with commas; empty ones are
    /// skipped, so an empty string trusts nobody. Names are not looked up.
    ///
    /// @throws krait.base.KraitException blame USER, for an entry that is none of these
    public static TrustedProxies parse(List<String> entries) {
        List<Network> networks = new ArrayList<>();
        boolean all = false;
        boolean unix = false;
        for (String entry : String.join(",", entries).split(",", -1)) {
            String text = entry.strip();
            switch (text) {
                case "" -> {}
                case "*" -> all = true;
                case "unix" -> unix = true;
                default -> networks.add(Network.parse(text));
            }
        }
        return new TrustedProxies(List.copyOf(networks), all, unix);
    }

    public boolean trusts(InetAddress peer) {
        if (all) {
            return true;
        }
        byte[] address = peer.getAddress();
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /// Whether peers on a Unix socket are trusted.
    public boolean trustsUnix() {
        return all || unix;
    }

    /// What a trusted peer says of the client. Each list holds the values of all fields of that
    /// name, in the order received. Call it only for a peer that is trusted.
    ///
    /// The lists are walked from the right, where the nearest proxy wrote: the client is the first
    /// address that is not trusted, or the leftmost when all are. An identifier that is no address
    /// (`unknown`, `_hidden`, garbage) ends the walk at the address before it.
    ///
    /// `Forwarded` (RFC 7239) counts only when there is no `X-Forwarded-For` and no
    /// `X-Forwarded-Proto`: a proxy that writes those passes on whatever `Forwarded` the client
    /// made up.
    public ForwardedClient client(
            List<String> xForwardedFor, List<String> xForwardedProto, List<String> forwarded) {
        if (xForwardedFor.isEmpty() && xForwardedProto.isEmpty()) {
            return ForwardedFields.standard(this, forwarded);
        }
        return ForwardedFields.xForwarded(this, xForwardedFor, xForwardedProto);
    }

    /// The address that a literal stands for, an IPv4-mapped IPv6 address as IPv4. Empty for
    /// anything else: brackets, zones, and octets with leading zeros, which some read as octal.
    static Optional<InetAddress> address(String literal) {
        if (isV6(literal)) {
            return Optional.of(InetAddress.ofLiteral(literal));
        }
        return NetUtil.isValidIpV4Address(literal)
                ? Optional.of(InetAddress.ofLiteral(literal))
                        .filter(address -> address.getHostAddress().equals(literal))
                : Optional.empty();
    }

    private static boolean isV6(String literal) {
        return literal.indexOf('%') < 0
                && literal.indexOf('[') < 0
                && NetUtil.isValidIpV6Address(literal);
    }

    /// An address with the number of its leading bits that count.
    private static final class Network {
        private final byte[] address;
        private final int bits;

        private Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        static Network parse(String text) {
            int slash = text.indexOf('/');
            String literal = slash < 0 ? text : text.substring(0, slash);
            byte[] address =
                    TrustedProxies.address(literal)
                            .orElseThrow(() -> malformed(text, "is no IP address or network"))
                            .getAddress();
            int width = address.length * 8;
            int bits = slash < 0 ? width : prefixLength(text.substring(slash + 1), width);
            if (bits < 0) {
                throw malformed(text, "has a prefix length that is not from 0 to " + width);
            }
            Network network = new Network(address, bits);
            if (!network.hostBitsAreZero()) {
                throw malformed(text, "has bits set beyond its prefix length of " + bits);
            }
            return network;
        }

        private static int prefixLength(String digits, int width) {
            if (digits.isEmpty() || digits.length() > 3) {
                return -1;
            }
            int length = 0;
            for (int i = 0; i < digits.length(); i++) {
                char c = digits.charAt(i);
                if (c < '0' || c > '9') {
                    return -1;
                }
                length = length * 10 + (c - '0');
            }
            return length <= width ? length : -1;
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int i = 0; i < address.length; i++) {
                if (((address[i] ^ other[i]) & mask(i)) != 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean hostBitsAreZero() {
            for (int i = 0; i < address.length; i++) {
                if ((address[i] & (0xff ^ mask(i))) != 0) {
                    return false;
                }
            }
            return true;
        }

        private int mask(int index) {
            int counted = Math.clamp(bits - index * 8L, 0, 8);
            return (0xff << (8 - counted)) & 0xff;
        }

        private static RuntimeException malformed(String text, String why) {
            return Problem.of(
                            "forwarded-allow-ips-malformed",
                            Blame.USER,
                            "the trusted proxy '" + text + "' " + why)
                    .at("forwarded-allow-ips")
                    .remedy(
                            "give addresses (10.0.0.1, ::1), networks (10.0.0.0/8), 'unix' or '*',"
                                    + " separated by commas")
                    .exception();
        }
    }
}
