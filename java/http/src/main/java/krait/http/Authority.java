package krait.http;

/// `host [ ":" port ]` (RFC 3986 section 3.2), without user information, which HTTP forbids.
final class Authority {
    private static final int PORT_DIGITS_MAX = 5;

    private Authority() {}

    /// Whether the bytes are a host with an optional port. An empty host is one: RFC 9112 section
    /// 3.2 asks for an empty Host field where the target has no authority.
    static boolean isValid(byte[] in, int start, int end) {
        int port = hostEnd(in, start, end);
        if (port < 0) {
            return false;
        }
        if (port == end) {
            return true;
        }
        if (in[port] != ':' || end - port - 1 > PORT_DIGITS_MAX) {
            return false;
        }
        for (int i = port + 1; i < end; i++) {
            if (!Chars.isDigit(in[i])) {
                return false;
            }
        }
        return true;
    }

    /// Whether two valid authorities name the same server, with `defaultPort` where none is given.
    static boolean same(
            byte[] in, int start, int end, int otherStart, int otherEnd, String defaultPort) {
        int host = hostEnd(in, start, end);
        int otherHost = hostEnd(in, otherStart, otherEnd);
        if (host - start != otherHost - otherStart) {
            return false;
        }
        for (int i = start; i < host; i++) {
            if (Chars.lower(in[i]) != Chars.lower(in[otherStart + i - start])) {
                return false;
            }
        }
        return port(in, host, end, defaultPort).equals(port(in, otherHost, otherEnd, defaultPort));
    }

    /// End of the host, -1 when it is malformed.
    private static int hostEnd(byte[] in, int start, int end) {
        int i = start;
        if (i < end && in[i] == '[') {
            i++;
            while (i < end && Chars.is(Chars.IP_LITERAL, in[i])) {
                i++;
            }
            return i < end && in[i] == ']' && i > start + 1 ? i + 1 : -1;
        }
        while (i < end && Chars.is(Chars.HOST, in[i])) {
            i++;
        }
        return i == start && i < end ? -1 : i;
    }

    private static String port(byte[] in, int colon, int end, String defaultPort) {
        return end - colon <= 1
                ? defaultPort
                : new String(
                        in, colon + 1, end - colon - 1, java.nio.charset.StandardCharsets.US_ASCII);
    }
}
