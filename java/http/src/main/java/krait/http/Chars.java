package krait.http;

import java.util.Arrays;

/// Character classes of RFC 9110, RFC 9112 and RFC 3986, one table for all.
final class Chars {
    /// `tchar`: methods, field names.
    static final int TOKEN = 1;

    /// What a field value may hold: visible ASCII, space, tab, and bytes from 0x80.
    static final int VALUE = 1 << 1;

    /// What a request target may hold. More than RFC 3986 allows, since clients do send quotes,
    /// brackets and raw UTF-8; never white space, controls, or the `#` that no client should send.
    static final int TARGET = 1 << 2;

    /// `reg-name` characters of a host; the brackets of an IP literal are not among them.
    static final int HOST = 1 << 3;

    /// What may stand between the brackets of an IP literal.
    static final int IP_LITERAL = 1 << 4;

    private static final byte[] CLASSES = new byte[256];
    private static final byte[] HEX = new byte[256];

    static {
        String alphanumeric = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        mark(TOKEN, alphanumeric + "!#$%&'*+-.^_`|~");
        mark(HOST, alphanumeric + "-._~%!$&'()*+,;=");
        mark(IP_LITERAL, "0123456789abcdefABCDEF:.v");
        for (int c = 0; c < 256; c++) {
            if (c == '\t' || (c >= ' ' && c != 0x7f)) {
                CLASSES[c] |= VALUE;
            }
            if (c > ' ' && c != 0x7f && c != '#') {
                CLASSES[c] |= TARGET;
            }
        }
        Arrays.fill(HEX, (byte) -1);
        for (int i = 0; i < 16; i++) {
            HEX["0123456789abcdef".charAt(i)] = (byte) i;
            HEX["0123456789ABCDEF".charAt(i)] = (byte) i;
        }
    }

    private Chars() {}

    private static void mark(int charClass, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            CLASSES[characters.charAt(i)] |= (byte) charClass;
        }
    }

    static boolean is(int charClass, byte c) {
        return (CLASSES[c & 0xff] & charClass) != 0;
    }

    /// Value of a hexadecimal digit, -1 for anything else.
    static int hex(byte c) {
        return HEX[c & 0xff];
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /// Whether the bytes are `lowerCase`, which holds no capital letters, in any case.
    static boolean equalsIgnoreCase(byte[] in, int start, int end, String lowerCase) {
        if (end - start != lowerCase.length()) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (lower(in[i]) != lowerCase.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a list of tokens (RFC 9110 section 5.6.1) holds `lowerCase`, in any case.
    static boolean holds(byte[] in, int start, int end, String lowerCase) {
        int from = start;
        while (from < end) {
            int to = from;
            while (to < end && in[to] != ',') {
                to++;
            }
            int first = from;
            int last = to;
            while (first < last && isBlank(in[first])) {
                first++;
            }
            while (last > first && isBlank(in[last - 1])) {
                last--;
            }
            if (equalsIgnoreCase(in, first, last, lowerCase)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
