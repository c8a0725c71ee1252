package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the head of a response says about compressing its body. The fields that compressing would
/// change are held back until that is decided. Loop only.
final class CompressibleHead {
    private int code;
    private boolean typed;
    private boolean fixed;
    private boolean varies;
    private long contentLength = -1;
    private @Nullable String etag;
    private @Nullable String acceptRanges;

    void status(int status) {
        clear();
        code = status;
    }

    void clear() {
        code = 0;
        typed = false;
        fixed = false;
        varies = false;
        contentLength = -1;
        etag = null;
        acceptRanges = null;
    }

    /// What became of a field.
    enum Field {
        PASSED_BY,
        HELD_BACK,
        MALFORMED
    }

    /// Looks at a field.
    Field note(byte[] in, int name, int nameEnd, int value, int valueEnd) {
        switch (nameEnd - name) {
            case 4 -> {
                if (is(in, name, nameEnd, "etag")) {
                    etag = latin1(in, value, valueEnd);
                    return judge(in, value, valueEnd);
                }
                varies |=
                        is(in, name, nameEnd, "vary")
                                && (Chars.holds(in, value, valueEnd, "accept-encoding")
                                        || Chars.holds(in, value, valueEnd, "*"));
            }
            case 12 -> {
                if (is(in, name, nameEnd, "content-type")) {
                    typed = isCompressible(latin1(in, value, valueEnd));
                }
            }
            case 13 -> {
                if (is(in, name, nameEnd, "cache-control")) {
                    fixed |= Chars.holds(in, value, valueEnd, "no-transform");
                } else if (is(in, name, nameEnd, "accept-ranges")) {
                    acceptRanges = latin1(in, value, valueEnd);
                    return judge(in, value, valueEnd);
                } else {
                    fixed |= is(in, name, nameEnd, "content-range");
                }
            }
            case 14 -> {
                if (is(in, name, nameEnd, "content-length")) {
                    return length(KnownFields.decimal(in, value, valueEnd));
                }
            }
            case 16 -> fixed |= is(in, name, nameEnd, "content-encoding");
            default -> {}
        }
        return Field.PASSED_BY;
    }

    private static Field judge(byte[] in, int value, int valueEnd) {
        for (int i = value; i < valueEnd; i++) {
            if (!Chars.is(Chars.VALUE, in[i])) {
                return Field.MALFORMED;
            }
        }
        return Field.HELD_BACK;
    }

    private Field length(long given) {
        if (given < 0 || contentLength >= 0) {
            return Field.MALFORMED;
        }
        contentLength = given;
        return Field.HELD_BACK;
    }

    /// -1 when the application gave none.
    long contentLength() {
        return contentLength;
    }

    /// Whether the body is worth compressing, for a client that accepts it.
    ///
    /// @param known length of the body; -1 when it is not known
    boolean compressible(long known, long bytesMin) {
        long length = contentLength >= 0 ? contentLength : known;
        return typed
                && !fixed
                && code != 204
                && code != 206
                && code != 304
                && (length < 0 || length >= bytesMin);
    }

    /// Gives the fields that were held back to a response whose body goes out as it is.
    void release(Response to) {
        if (contentLength >= 0) {
            to.header("Content-Length", Long.toString(contentLength));
        }
        if (etag != null) {
            to.header("ETag", etag);
        }
        if (acceptRanges != null) {
            to.header("Accept-Ranges", acceptRanges);
        }
    }

    /// The same for one whose body is compressed: its bytes are others each time, so that its tag
    /// is weak at most (RFC 9110 section 8.8.1), and ranges of them mean nothing.
    void releaseCompressed(Response to) {
        to.header("Content-Encoding", ContentCoding.GZIP.token());
        if (etag != null) {
            to.header("ETag", EntityTags.strong(etag) ? "W/" + etag : etag);
        }
    }

    /// Tells caches that the answer depends on what the client accepts.
    void vary(Response to) {
        if (!varies) {
            to.header("Vary", "Accept-Encoding");
        }
    }

    private static boolean is(byte[] in, int start, int end, String name) {
        return Chars.equalsIgnoreCase(in, start, end, name);
    }

    private static String latin1(byte[] in, int start, int end) {
        return new String(in, start, end - start, ISO_8859_1);
    }

    /// Text, and what is text underneath. Not streams of events: each would hold a compressor for
    /// as long as its client stays.
    static boolean isCompressible(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        String name = type.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "application/json",
                    "application/javascript",
                    "application/x-javascript",
                    "application/x-ndjson",
                    "application/xml",
                    "application/wasm",
                    "font/otf",
                    "font/ttf" ->
                    true;
            case "text/event-stream" -> false;
            default -> name.startsWith("text/") || name.endsWith("+json") || name.endsWith("+xml");
        };
    }
}
