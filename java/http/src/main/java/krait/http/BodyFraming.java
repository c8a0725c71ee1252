package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/// How the client will know where a response body ends (RFC 9112 section 6.3), and whether the
/// application keeps to it. Loop only.
final class BodyFraming {
    private static final int CHUNK_START_BYTES_MAX = 10;
    private static final byte[] NEWLINE = ascii("\r\n");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");

    private boolean bodiless;
    private boolean chunked;
    private boolean untilClose;

    /// Bytes that the head promises; -1 when it promises none.
    private long declared = -1;

    private long written;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Chooses the framing and adds its field to the head. `known` is the length of the body where
    /// it is known before the first byte is sent, else -1.
    void begin(ResponseHead head, boolean toHead, int minorVersion, long known) {
        boolean empty = head.code() == 204 || head.code() == 304;
        bodiless = empty || toHead;
        long given = head.contentLength();
        if (given >= 0) {
            declared = bodiless ? -1 : given;
            if (head.code() != 204) {
                length(head, given);
            }
        } else if (bodiless) {
            // HEAD answered with nothing does not mean that GET would give nothing.
            if (known > 0 && !empty) {
                length(head, known);
            }
        } else if (known >= 0) {
            declared = known;
            length(head, known);
        } else if (minorVersion > 0) {
            chunked = true;
            head.line(CHUNKED);
        } else {
            untilClose = true;
        }
    }

    private static void length(ResponseHead head, long value) {
        head.line(CONTENT_LENGTH);
        head.number(value);
        head.newline();
    }

    /// Whether the end of the connection is the end of the body.
    boolean untilClose() {
        return untilClose;
    }

    boolean bodiless() {
        return bodiless;
    }

    long declared() {
        return declared;
    }

    /// Body bytes admitted so far.
    long written() {
        return written;
    }

    /// How many of `count` more bytes are sent: none for a response without body, and none beyond
    /// the length promised.
    long admit(long count) {
        if (bodiless) {
            return 0;
        }
        long admitted = declared < 0 ? count : Math.min(count, declared - written);
        written += admitted;
        return admitted;
    }

    /// Whether all bytes that were promised have been admitted.
    boolean whole() {
        return declared < 0 || written == declared;
    }

    /// Most bytes that a piece of `count` takes with its delimiters.
    int framed(int count) {
        return chunked && count > 0 ? CHUNK_START_BYTES_MAX + count + NEWLINE.length : count;
    }

    /// Most bytes before a piece, behind it, and at the end of the body.
    int delimiterBytesMax() {
        return chunked ? CHUNK_START_BYTES_MAX : 0;
    }

    void putStart(ByteBuf out, int count) {
        if (chunked) {
            ByteBufUtil.writeAscii(out, Integer.toHexString(count));
            out.writeBytes(NEWLINE);
        }
    }

    void putEnd(ByteBuf out) {
        if (chunked) {
            out.writeBytes(NEWLINE);
        }
    }

    void putLast(ByteBuf out) {
        if (chunked) {
            out.writeBytes(LAST_CHUNK);
        }
    }
}
