package krait.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import krait.runtime.Bytes;
import krait.runtime.MemoryError;
import krait.runtime.Text;
import krait.runtime.TextBuilder;

/// A document in UTF-8 while it is written. Lone surrogates take three bytes each, so that the text
/// can be had back as it was.
final class JsonOutput {
    private static final int FIRST_CAPACITY = 256;

    /// A unit becomes at most an escape of this many bytes.
    private static final int UNIT_BYTES_MAX = 6;

    private static final int LONG_DIGITS_MAX = 20;

    /// Whether a unit of ASCII stands for itself inside quotes, whatever the style.
    private static final boolean[] PLAIN = new boolean[128];

    static {
        Arrays.fill(PLAIN, ' ', 127, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;
    private boolean ascii = true;
    private boolean surrogates;

    private void reserve(long more) {
        long needed = size + more;
        if (needed > bytes.length) {
            if (needed > Integer.MAX_VALUE - 8) {
                throw new MemoryError();
            }
            long grown = Math.max(needed, Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8L));
            bytes = Arrays.copyOf(bytes, (int) grown);
        }
    }

    /// A byte of ASCII.
    void put(char unit) {
        if (size == bytes.length) {
            reserve(1);
        }
        bytes[size++] = (byte) unit;
    }

    /// A text of ASCII.
    @SuppressWarnings("deprecation") // the method that copies Latin-1 without a detour
    void putAscii(String text) {
        int length = text.length();
        reserve(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    /// A text as it is.
    void put(CharSequence text) {
        int length = Text.length(text);
        for (int i = 0; i < length; i++) {
            putPoint(Text.at(text, i));
        }
    }

    private void putPoint(int point) {
        if (point < 0x80) {
            put((char) point);
            return;
        }
        ascii = false;
        reserve(4);
        if (point < 0x800) {
            bytes[size++] = (byte) (0xC0 | point >> 6);
        } else {
            if (point < 0x10000) {
                surrogates |= point >= 0xD800 && point < 0xE000;
                bytes[size++] = (byte) (0xE0 | point >> 12);
            } else {
                bytes[size++] = (byte) (0xF0 | point >> 18);
                bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            }
            bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        }
        bytes[size++] = (byte) (0x80 | (point & 0x3F));
    }

    void put(long number) {
        if (number == Long.MIN_VALUE) {
            putAscii("-9223372036854775808");
            return;
        }
        reserve(LONG_DIGITS_MAX);
        long rest = Math.abs(number);
        if (number < 0) {
            bytes[size++] = '-';
        }
        int end = size + 1;
        for (long tens = rest / 10; tens > 0; tens /= 10) {
            end++;
        }
        size = end;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    /// A text in quotes.
    void quote(CharSequence text, boolean ensureAscii) {
        if (text instanceof String units) {
            quote(units, ensureAscii);
            return;
        }
        put('"');
        for (int point : Text.points(text)) {
            if (point < 128 && PLAIN[point]) {
                put((char) point);
            } else {
                reserve(2 * UNIT_BYTES_MAX);
                escape(point, ensureAscii);
            }
        }
        put('"');
    }

    private void quote(String text, boolean ensureAscii) {
        int length = text.length();
        reserve(length + 2L);
        byte[] into = bytes;
        int to = size;
        into[to++] = '"';
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit < 128 && PLAIN[unit]) {
                into[to++] = (byte) unit;
                continue;
            }
            size = to;
            reserve((length - i) + (long) UNIT_BYTES_MAX + 2);
            escape(unit, ensureAscii);
            into = bytes;
            to = size;
        }
        into[to++] = '"';
        size = to;
    }

    /// A code point that may not stand for itself; there is room for it.
    private void escape(int point, boolean ensureAscii) {
        char letter =
                switch (point) {
                    case '"', '\\' -> (char) point;
                    case '\b' -> 'b';
                    case '\f' -> 'f';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    default -> 0;
                };
        if (letter != 0) {
            bytes[size++] = '\\';
            bytes[size++] = (byte) letter;
        } else if (point >= ' ' && !ensureAscii) {
            putPoint(point);
        } else if (point >= 0x10000) {
            escapeUnit(Character.highSurrogate(point));
            escapeUnit(Character.lowSurrogate(point));
        } else {
            escapeUnit((char) point);
        }
    }

    private void escapeUnit(char unit) {
        bytes[size++] = '\\';
        bytes[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = (byte) HexFormat.of().toLowHexDigit(unit >> shift);
        }
    }

    /// The document as a text.
    CharSequence text() {
        if (ascii) {
            return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
        }
        if (!surrogates) {
            return Text.of(new String(bytes, 0, size, StandardCharsets.UTF_8));
        }
        TextBuilder text = new TextBuilder(size);
        int at = 0;
        while (at < size) {
            int first = bytes[at++];
            int more = first >= 0 ? 0 : Integer.numberOfLeadingZeros(~first << 24) - 1;
            int point = first & 0xFF >> (more == 0 ? 0 : more + 2);
            for (int i = 0; i < more; i++) {
                point = (point << 6) | (bytes[at++] & 0x3F);
            }
            text.appendPoint(point);
        }
        return text.build();
    }

    /// The document as `str.encode` gives it.
    Bytes utf8() {
        return surrogates ? Text.encode(text()) : Bytes.of(Arrays.copyOf(bytes, size));
    }
}
