package krait.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import krait.http.Connection;
import krait.http.RequestHead;
import krait.wire.FrameWriter;

/// Writes a request head as the variables of PEP 3333 and RFC 3875: the part that repeats from one
/// request of a connection to the next (the block of docs/internals/protocol.md).
final class Environ {
    private static final byte[] COOKIE = ascii("cookie");
    private static final byte[] CONTENT_TYPE = ascii("content-type");
    private static final byte[] CONTENT_LENGTH = ascii("content-length");
    private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");

    private final byte[] scriptName;
    private final FrameWriter out = new FrameWriter();
    private byte[] name = new byte[256];

    Environ(String scriptName) {
        this.scriptName = scriptName.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The block of a request, as one marshal value.
    ///
    /// @param bodyLength length of a chunked body that has been received whole; -1 for any other
    ///   body
    byte[] block(RequestHead head, Connection connection, long bodyLength) {
        out.clear();
        int start = out.size();
        out.dict();
        pair("SERVER_PROTOCOL", head.minorVersion() == 0 ? "HTTP/1.0" : "HTTP/1.1");
        boolean unix = connection.localHost().startsWith("/");
        pair("SERVER_NAME", unix ? "localhost" : connection.localHost());
        pair("SERVER_PORT", Integer.toString(connection.localPort()));
        pair("wsgi.url_scheme", connection.scheme());
        pair("REMOTE_ADDR", connection.remoteHost());
        pair("REMOTE_PORT", Integer.toString(connection.remotePort()));
        key("SCRIPT_NAME");
        out.latin1(scriptName, 0, scriptName.length);
        if (bodyLength >= 0) {
            pair("CONTENT_LENGTH", Long.toString(bodyLength));
        }
        for (int i = 0; i < head.headers(); i++) {
            header(head, i, bodyLength >= 0);
        }
        out.endDict();
        return out.copyFrom(start);
    }

    private void header(RequestHead head, int header, boolean unchunked) {
        byte[] bytes = head.bytes();
        int start = head.nameStart(header);
        int length = head.nameEnd(header) - start;
        if (is(bytes, start, length, CONTENT_TYPE)) {
            if (firstOfItsName(head, header)) {
                key("CONTENT_TYPE");
                value(head, header);
            }
        } else if (is(bytes, start, length, CONTENT_LENGTH)) {
            if (firstOfItsName(head, header)) {
                key("CONTENT_LENGTH");
                value(head, header);
            }
        } else if (!(unchunked && is(bytes, start, length, TRANSFER_ENCODING))
                && variable(bytes, start, length)
                && firstOfItsName(head, header)) {
            out.latin1(name, 0, 5 + length);
            joined(head, header);
        }
    }

    /// `HTTP_` and the name in capitals. False for a name with an underscore: as a variable it
    /// could not be told from the same name with a hyphen, and proxies that remove one let the
    /// other pass.
    private boolean variable(byte[] bytes, int start, int length) {
        if (name.length < 5 + length) {
            name = new byte[5 + length];
        }
        name[0] = 'H';
        name[1] = 'T';
        name[2] = 'T';
        name[3] = 'P';
        name[4] = '_';
        for (int i = 0; i < length; i++) {
            byte c = bytes[start + i];
            if (c == '_') {
                return false;
            }
            name[5 + i] = c == '-' ? (byte) '_' : upper(c);
        }
        return true;
    }

    private static boolean firstOfItsName(RequestHead head, int header) {
        for (int i = 0; i < header; i++) {
            if (sameName(head, i, header)) {
                return false;
            }
        }
        return true;
    }

    /// The value; fields of the same name are joined as RFC 9110 section 5.3 says, cookies as RFC
    /// 6265 section 5.4 does.
    private void joined(RequestHead head, int header) {
        byte[] separator = null;
        byte[] all = new byte[0];
        for (int i = header + 1; i < head.headers(); i++) {
            if (sameName(head, i, header)) {
                if (separator == null) {
                    int length = head.nameEnd(header) - head.nameStart(header);
                    boolean cookie = is(head.bytes(), head.nameStart(header), length, COOKIE);
                    separator = ascii(cookie ? "; " : ", ");
                    all = valueOf(head, header);
                }
                all = concat(all, separator, valueOf(head, i));
            }
        }
        if (separator == null) {
            value(head, header);
        } else {
            out.latin1(all, 0, all.length);
        }
    }

    private static boolean sameName(RequestHead head, int one, int other) {
        int length = head.nameEnd(one) - head.nameStart(one);
        if (length != head.nameEnd(other) - head.nameStart(other)) {
            return false;
        }
        byte[] bytes = head.bytes();
        int a = head.nameStart(one);
        int b = head.nameStart(other);
        for (int i = 0; i < length; i++) {
            if (upper(bytes[a + i]) != upper(bytes[b + i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(byte[] bytes, int start, int length, byte[] lower) {
        if (length != lower.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (upper(bytes[start + i]) != upper(lower[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte upper(byte c) {
        return c >= 'a' && c <= 'z' ? (byte) (c - 32) : c;
    }

    private static byte[] valueOf(RequestHead head, int header) {
        return Arrays.copyOfRange(head.bytes(), head.valueStart(header), head.valueEnd(header));
    }

    private static byte[] concat(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }

    private void value(RequestHead head, int header) {
        int start = head.valueStart(header);
        out.latin1(head.bytes(), start, head.valueEnd(header) - start);
    }

    private void key(String key) {
        out.text(key);
    }

    private void pair(String key, String value) {
        out.text(key);
        byte[] latin1 = value.getBytes(StandardCharsets.ISO_8859_1);
        out.latin1(latin1, 0, latin1.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
