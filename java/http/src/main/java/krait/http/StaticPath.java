package krait.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/// A path below a static folder that is safe to look up: every segment is a plain name.
///
/// Refused are: `.` and `..`, encoded slashes, backslashes, NUL and other controls, empty segments,
/// names that begin with a dot (but for a first segment `.well-known`, RFC 8615), anything but
/// well-formed UTF-8 (so no overlong forms), and what no file system holds.
///
/// @param text segments joined by slashes, without one at either end; empty for the folder itself
/// @param folder whether a slash ends the path
record StaticPath(String text, boolean folder) {
    /// PATH_MAX and NAME_MAX of Linux.
    private static final int PATH_BYTES_MAX = 4096;

    private static final int NAME_BYTES_MAX = 255;

    private static final String WELL_KNOWN = ".well-known";

    /// Reads what follows the prefix of a mount, percent-encoded: nothing, or a slash and more.
    /// Empty when it is refused.
    static Optional<StaticPath> parse(byte[] bytes, int start, int end) {
        if (start == end) {
            return Optional.of(new StaticPath("", false));
        }
        if (bytes[start] != '/' || end - start > 3 * PATH_BYTES_MAX) {
            return Optional.empty();
        }
        byte[] decoded = new byte[end - start - 1];
        int length = 0;
        int nameStart = 0;
        for (int at = start + 1; at < end; at += Percent.width(bytes, at, end)) {
            int octet = Percent.decoded(bytes, at, end);
            if (octet == '/' && bytes[at] == '/') {
                if (!isPlainName(decoded, nameStart, length)) {
                    return Optional.empty();
                }
                nameStart = length + 1;
            } else if (octet == '/' || octet == '\\' || octet < ' ' || octet == 0x7f) {
                return Optional.empty();
            }
            decoded[length++] = (byte) octet;
        }
        boolean folder = nameStart == length;
        if (!folder && !isPlainName(decoded, nameStart, length)) {
            return Optional.empty();
        }
        int textLength = folder ? Math.max(length - 1, 0) : length;
        return utf8(decoded, textLength).map(text -> new StaticPath(text, folder));
    }

    /// The last segment.
    String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static boolean isPlainName(byte[] decoded, int start, int end) {
        if (end == start || end - start > NAME_BYTES_MAX) {
            return false;
        }
        return decoded[start] != '.'
                || (start == 0 && new String(decoded, 0, end, UTF_8).equals(WELL_KNOWN));
    }

    private static Optional<String> utf8(byte[] bytes, int length) {
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
