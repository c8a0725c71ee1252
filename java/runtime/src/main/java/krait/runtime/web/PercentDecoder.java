package krait.runtime.web;

import java.util.Arrays;

/// Percent-encoding (RFC 3986 section 2.1). A `%` without two hexadecimal digits stands for itself.
final class PercentDecoder {
    private PercentDecoder() {}

    /// Whether the bytes are not what they stand for.
    static boolean isEncoded(byte[] bytes, int start, int end, boolean plusIsSpace) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '%' || (plusIsSpace && bytes[i] == '+')) {
                return true;
            }
        }
        return false;
    }

    /// How many bytes stand for the octet at `at`: 1 or 3.
    static int width(byte[] bytes, int at, int end) {
        boolean encoded =
                bytes[at] == '%'
                        && at + 2 < end
                        && hex(bytes[at + 1]) >= 0
                        && hex(bytes[at + 2]) >= 0;
        return encoded ? 3 : 1;
    }

    static byte[] decode(byte[] bytes, int start, int end, boolean plusIsSpace) {
        byte[] out = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            byte each = bytes[i];
            if (width(bytes, i, end) == 3) {
                each = (byte) (hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]));
                i += 2;
            } else if (each == '+' && plusIsSpace) {
                each = ' ';
            }
            out[length++] = each;
        }
        return Arrays.copyOf(out, length);
    }

    private static int hex(byte digit) {
        return digit >= '0' && digit <= '9'
                ? digit - '0'
                : digit >= 'a' && digit <= 'f'
                        ? digit - 'a' + 10
                        : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
    }
}
