package krait.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Percent-encoding in paths (RFC 3986 section 2.1), one encoded unit at a time. A `%` without two
/// hexadecimal digits stands for itself.
final class Percent {
    private static final String HEX = "0123456789ABCDEF";
    private static final String PATH_EXTRA = "/-._~!$&'()*+,;=:@";

    private Percent() {}

    /// The octet that the unit at `at` stands for.
    static int decoded(byte[] bytes, int at, int end) {
        return width(bytes, at, end) == 3
                ? Chars.hex(bytes[at + 1]) << 4 | Chars.hex(bytes[at + 2])
                : bytes[at] & 0xff;
    }

    /// How many bytes the unit at `at` takes: 1 or 3.
    static int width(byte[] bytes, int at, int end) {
        return bytes[at] == '%'
                        && at + 2 < end
                        && Chars.hex(bytes[at + 1]) >= 0
                        && Chars.hex(bytes[at + 2]) >= 0
                ? 3
                : 1;
    }

    /// Encodes the UTF-8 bytes of `path`, but for what may stand in a path as it is.
    static String encodePath(String path) {
        StringBuilder out = new StringBuilder(path.length() + 8);
        for (byte octet : path.getBytes(UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PATH_EXTRA.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                appendEncoded(out, c);
            }
        }
        return out.toString();
    }

    /// Appends bytes of a request target, encoding what may not stand in one, and backslashes,
    /// which browsers take for slashes.
    static void appendVisible(StringBuilder out, byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (c > ' ' && c < 0x7f && c != '\\') {
                out.append(c);
            } else {
                appendEncoded(out, c);
            }
        }
    }

    private static void appendEncoded(StringBuilder out, char octet) {
        out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
    }
}
