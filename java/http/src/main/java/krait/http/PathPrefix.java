package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import krait.base.Blame;
import krait.base.Problem;

/// The prefix of a mount, compared with percent-decoded paths on segment boundaries: `/static`
/// holds `/static` and `/static/x`, not `/staticx`. The empty prefix holds every path.
final class PathPrefix {
    private final String text;

    /// The prefix as a decoded path shows it: its UTF-8 bytes, one character each.
    private final String decoded;

    private PathPrefix(String text) {
        this.text = text;
        this.decoded = new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /// @throws krait.base.KraitException blame USER, unless `text` is empty or begins with a slash
    ///   and ends without one
    static PathPrefix of(String text) {
        if (!text.isEmpty() && (!text.startsWith("/") || text.endsWith("/"))) {
            throw Problem.of(
                            "mount-prefix-malformed",
                            Blame.USER,
                            "the mount prefix '"
                                    + text
                                    + "' must begin with a slash and end with none")
                    .remedy("write it as in /static; the root is an empty prefix")
                    .exception();
        }
        return new PathPrefix(text);
    }

    boolean holds(String path) {
        return path.startsWith(decoded)
                && (path.length() == decoded.length()
                        || decoded.isEmpty()
                        || path.charAt(decoded.length()) == '/');
    }

    /// Where the rest of the path begins in the bytes of a head, whose path this prefix holds; -1
    /// when it does not hold it.
    int end(RequestHead head) {
        byte[] bytes = head.bytes();
        int at = head.pathStart();
        for (int i = 0; i < decoded.length(); i++) {
            if (at >= head.pathEnd()) {
                return -1;
            }
            if (Percent.decoded(bytes, at, head.pathEnd()) != decoded.charAt(i)) {
                return -1;
            }
            at += Percent.width(bytes, at, head.pathEnd());
        }
        return at;
    }

    int length() {
        return decoded.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
