package krait.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads marshal values from a byte array, which it does not copy. Text and bytes are read as a
/// slice: [#start] and [#length] tell where it lies. Anything that is not the expected value is a
/// [ProtocolException]. Not thread-safe.
public final class FrameReader {
    private static final int DEPTH_MAX = 16;
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int at;
    private int end;
    private int start;
    private int length;

    /// Reads from `source` between `from` and `to`.
    public void reset(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
    }

    public byte[] source() {
        return bytes;
    }

    public int position() {
        return at;
    }

    public boolean exhausted() {
        return at == end;
    }

    /// First byte of the slice that [#text], [#latin1] or [#bytes] has just read.
    public int start() {
        return start;
    }

    /// Length of that slice in bytes.
    public int length() {
        return length;
    }

    /// Number of elements of a list.
    public int list() {
        int code = code();
        if (code != '[') {
            throw unexpected("a list", code);
        }
        return count();
    }

    /// Number of elements of a tuple.
    public int tuple() {
        int code = code();
        return switch (code) {
            case '(' -> count();
            case ')' -> next();
            default -> throw unexpected("a tuple", code);
        };
    }

    public void tuple(int expected) {
        int elements = tuple();
        if (elements != expected) {
            throw new ProtocolException(
                    "a tuple of " + expected + " was expected, not of " + elements);
        }
    }

    public int integer() {
        int code = code();
        if (code != 'i') {
            throw unexpected("a 32-bit int", code);
        }
        return int32();
    }

    public long longInteger() {
        int code = code();
        return switch (code) {
            case 'i' -> int32();
            case 'l' -> digits();
            default -> throw unexpected("an int", code);
        };
    }

    public boolean bool() {
        int code = code();
        return switch (code) {
            case 'T' -> true;
            case 'F' -> false;
            default -> throw unexpected("a bool", code);
        };
    }

    /// Reads text as a slice of UTF-8.
    public void text() {
        int code = code();
        switch (code) {
            case 'u', 't', 'a', 'A' -> slice(count());
            case 'z', 'Z' -> slice(next());
            default -> throw unexpected("text", code);
        }
    }

    /// Reads text as a slice of latin-1; the array is rewritten in place where the text is not
    /// ASCII. False when a character lies beyond U+00FF; the slice then holds the UTF-8.
    public boolean latin1() {
        text();
        int all = 0;
        for (int i = start; i < start + length; i++) {
            all |= bytes[i];
        }
        return all >= 0 || narrow();
    }

    /// Reads bytes as a slice.
    public void bytes() {
        int code = code();
        if (code != 's') {
            throw unexpected("bytes", code);
        }
        slice(count());
    }

    public String string() {
        text();
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /// Reads any value as one of the JDK: null, Boolean, Long, String, byte[], List, Map.
    public @Nullable Object value() {
        return value(0);
    }

    /// Passes over one value.
    public void skip() {
        value(0);
    }

    private @Nullable Object value(int depth) {
        if (depth > DEPTH_MAX || at >= end) {
            throw new ProtocolException("a value is nested too deep or cut off");
        }
        return switch (bytes[at]) {
            case 'N' -> {
                at++;
                yield null;
            }
            case 'T', 'F' -> bool();
            case 'i', 'l' -> longInteger();
            case 's' -> {
                bytes();
                yield Arrays.copyOfRange(bytes, start, start + length);
            }
            case '[' -> items(list(), depth);
            case '(', ')' -> items(tuple(), depth);
            case '{' -> map(depth);
            default -> string();
        };
    }

    private List<@Nullable Object> items(int count, int depth) {
        List<@Nullable Object> items = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            items.add(value(depth + 1));
        }
        return items;
    }

    private Map<Object, @Nullable Object> map(int depth) {
        at++;
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        while (at < end && bytes[at] != '0') {
            Object key = value(depth + 1);
            if (key == null) {
                throw new ProtocolException("None is no key");
            }
            map.put(key, value(depth + 1));
        }
        code();
        return map;
    }

    private int code() {
        if (at >= end) {
            throw cut();
        }
        return bytes[at++];
    }

    private int next() {
        if (at >= end) {
            throw cut();
        }
        return bytes[at++] & 0xff;
    }

    private int count() {
        int count = int32();
        if (count < 0 || count > end - at) {
            throw cut();
        }
        return count;
    }

    private int int32() {
        if (end - at < 4) {
            throw cut();
        }
        int value =
                (bytes[at] & 0xff)
                        | ((bytes[at + 1] & 0xff) << 8)
                        | ((bytes[at + 2] & 0xff) << 16)
                        | (bytes[at + 3] << 24);
        at += 4;
        return value;
    }

    /// Digits of 15 bits, least first; their number carries the sign.
    private long digits() {
        int count = int32();
        int digits = Math.abs(count);
        if (digits > 5 || end - at < 2 * digits) {
            throw new ProtocolException("an int is beyond 64 bits or cut off");
        }
        long value = 0;
        for (int i = digits - 1; i >= 0; i--) {
            int digit = (bytes[at + 2 * i] & 0xff) | ((bytes[at + 2 * i + 1] & 0xff) << 8);
            if ((i == 4 && digit > 15) || digit > 0x7fff) {
                throw new ProtocolException("an int is beyond 64 bits");
            }
            value = (value << 15) | digit;
        }
        at += 2 * digits;
        if (value < 0 && !(count < 0 && value == Long.MIN_VALUE)) {
            throw new ProtocolException("an int is beyond 64 bits");
        }
        return count < 0 ? -value : value;
    }

    private void slice(int size) {
        if (size > end - at) {
            throw cut();
        }
        start = at;
        length = size;
        at += size;
    }

    private boolean narrow() {
        for (int i = start; i < start + length; i++) {
            int lead = bytes[i] & 0xff;
            if (lead > 0xc3 || (lead >= 0x80 && i + 1 == start + length)) {
                return false;
            }
            i += lead >= 0x80 ? 1 : 0;
        }
        int to = start;
        for (int i = start; i < start + length; i++) {
            int lead = bytes[i] & 0xff;
            bytes[to++] = lead < 0x80 ? (byte) lead : (byte) ((lead << 6) | (bytes[++i] & 0x3f));
        }
        length = to - start;
        return true;
    }

    private static ProtocolException cut() {
        return new ProtocolException("a value is cut off");
    }

    private static ProtocolException unexpected(String expected, int code) {
        return new ProtocolException(
                expected + " was expected, not marshal code " + Character.toString(code & 0xff));
    }
}
