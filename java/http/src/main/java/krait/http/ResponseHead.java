package krait.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The head of a response as it is being built. Names and values are checked while they are copied.
/// Lent by [EdgeLoop]; loop only.
final class ResponseHead {
    static final int BYTES_INITIAL = 1024;

    private byte[] bytes = new byte[BYTES_INITIAL];
    private int length;
    private int code;
    private long contentLength;
    private boolean date;
    private boolean server;
    private boolean close;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int code() {
        return code;
    }

    /// As the application gave it; -1 when it gave none.
    long contentLength() {
        return contentLength;
    }

    boolean hasDate() {
        return date;
    }

    boolean hasServer() {
        return server;
    }

    /// Whether the application asked for the connection to be closed.
    boolean closes() {
        return close;
    }

    void clear() {
        length = 0;
        code = 0;
        contentLength = -1;
        date = false;
        server = false;
        close = false;
        if (bytes.length > 8 * BYTES_INITIAL) {
            bytes = new byte[BYTES_INITIAL];
        }
    }

    void status(int status) {
        clear();
        code = status;
        line(StatusLines.of(status));
    }

    /// A status line's `code reason`. Interim codes are refused: they are no final answer.
    boolean status(byte[] source, int offset, int count) {
        clear();
        if (count < 3 || (count > 3 && source[offset + 3] != ' ')) {
            return false;
        }
        int status = (int) KnownFields.decimal(source, offset, offset + 3);
        if (status < 200) {
            return false;
        }
        for (int i = offset + 3; i < offset + count; i++) {
            if (!Chars.is(Chars.VALUE, source[i])) {
                return false;
            }
        }
        reserve(count + StatusLines.VERSION.length + 3);
        line(StatusLines.VERSION);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        if (count == 3) {
            bytes[length++] = ' ';
        }
        newline();
        code = status;
        return true;
    }

    /// Adds a field of the application. False when it is malformed. A hop-by-hop field is left out:
    /// the connection is the server's business (PEP 3333, "Other HTTP Features"), but frameworks
    /// and the applications of other servers send such fields; only the wish to close it is heard.
    boolean field(byte[] source, int name, int nameLength, int value, int valueLength) {
        int nameEnd = name + nameLength;
        boolean leftOut = false;
        switch (nameLength) {
            case 0 -> {
                return false;
            }
            case 4 -> date |= is(source, name, nameEnd, "date");
            case 6 -> server |= is(source, name, nameEnd, "server");
            case 14 -> {
                if (is(source, name, nameEnd, "content-length")) {
                    return length(source, value, valueLength);
                }
            }
            default -> leftOut = isHopByHop(source, name, nameEnd);
        }
        reserve(nameLength + valueLength + 4);
        int at = length;
        for (int i = name; i < nameEnd; i++) {
            byte c = source[i];
            if (!Chars.is(Chars.TOKEN, c)) {
                return false;
            }
            bytes[at++] = c;
        }
        bytes[at++] = ':';
        bytes[at++] = ' ';
        for (int i = value; i < value + valueLength; i++) {
            byte c = source[i];
            if (!Chars.is(Chars.VALUE, c)) {
                return false;
            }
            bytes[at++] = c;
        }
        if (leftOut) {
            close |= nameLength == 10 && Chars.holds(source, value, value + valueLength, "close");
            return true;
        }
        length = at;
        newline();
        return true;
    }

    private static boolean is(byte[] in, int start, int end, String name) {
        return Chars.equalsIgnoreCase(in, start, end, name);
    }

    /// Fields that concern one connection alone (RFC 9110 section 7.6.1).
    private static boolean isHopByHop(byte[] in, int start, int end) {
        return switch (end - start) {
            case 2 -> is(in, start, end, "te");
            case 7 -> is(in, start, end, "trailer") || is(in, start, end, "upgrade");
            case 8 -> is(in, start, end, "trailers");
            case 10 -> is(in, start, end, "connection") || is(in, start, end, "keep-alive");
            case 16 -> is(in, start, end, "proxy-connection");
            case 17 -> is(in, start, end, "transfer-encoding");
            case 18 -> is(in, start, end, "proxy-authenticate");
            case 19 -> is(in, start, end, "proxy-authorization");
            default -> false;
        };
    }

    /// Held back: whether it is sent depends on the kind of response.
    private boolean length(byte[] source, int value, int valueLength) {
        long given = KnownFields.decimal(source, value, value + valueLength);
        if (given < 0 || contentLength >= 0) {
            return false;
        }
        contentLength = given;
        return true;
    }

    /// Adds a field that this code made.
    void field(String name, String value) {
        byte[] text = (name + value).getBytes(StandardCharsets.ISO_8859_1);
        if (!field(text, 0, name.length(), name.length(), value.length())) {
            throw new IllegalArgumentException("malformed field " + name);
        }
    }

    /// Adds bytes that are known to be well-formed.
    void line(byte[] constant) {
        reserve(constant.length);
        System.arraycopy(constant, 0, bytes, length, constant.length);
        length += constant.length;
    }

    void number(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        reserve(digits);
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    void newline() {
        reserve(2);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
    }
}
