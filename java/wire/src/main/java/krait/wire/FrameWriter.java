package krait.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Builds one frame: the length, then a marshal list of the messages appended since [#clear]. Not
/// thread-safe; its array is used again for the next frame.
///
/// Marshal codes are those of CPython's `Python/marshal.c`: `i` 32-bit int, `l` digits of 15 bits,
/// `z` ASCII text of up to 255 bytes, `u` UTF-8 text, `s` bytes, `(` tuple, `[` list, `{` dict
/// closed by `0`, `T` `F` `N`.
public final class FrameWriter {
    private static final int HEADER = 9; // length, '[', number of messages

    private byte[] bytes;
    private int end = HEADER;
    private int messages;
    private int outside;

    public FrameWriter() {
        this(4096);
    }

    public FrameWriter(int capacity) {
        bytes = new byte[Math.max(HEADER, capacity)];
    }

    public boolean isEmpty() {
        return messages == 0;
    }

    /// Bytes of the frame so far, its length field included, without those of [#bytesOutside].
    public int size() {
        return end;
    }

    /// Content that goes out with the frame but does not stand in its array.
    public int outside() {
        return outside;
    }

    public int messages() {
        return messages;
    }

    /// The array that holds the frame from 0 to [#size], after [#seal].
    public byte[] array() {
        return bytes;
    }

    /// Writes the header of the frame; more messages may follow, then it is called again.
    public void seal() {
        putInt(0, end - 4 + outside);
        bytes[4] = '[';
        putInt(5, messages);
    }

    /// Starts the next frame; a large array is given back first.
    public void clear() {
        end = HEADER;
        messages = 0;
        outside = 0;
        if (bytes.length > 1 << 20) {
            bytes = new byte[4096];
        }
    }

    /// Starts a message of `elements` elements, the kind among them.
    public void message(int elements, int kind) {
        messages++;
        tuple(elements);
        integer(kind);
    }

    /// A small tuple `)` would save 3 bytes, but costs the reader the same.
    public void tuple(int elements) {
        require(5);
        bytes[end] = '(';
        putInt(end + 1, elements);
        end += 5;
    }

    public void list(int elements) {
        require(5);
        bytes[end] = '[';
        putInt(end + 1, elements);
        end += 5;
    }

    public void integer(int value) {
        require(5);
        bytes[end] = 'i';
        putInt(end + 1, value);
        end += 5;
    }

    public void integer(long value) {
        if (value == (int) value) {
            integer((int) value);
            return;
        }
        long rest = Math.abs(value); // Long.MIN_VALUE stays as it is: its unsigned digits are right
        int digits = 0;
        require(5 + 5 * 2);
        int at = end + 5;
        while (rest != 0) {
            bytes[at++] = (byte) rest;
            bytes[at++] = (byte) ((rest >>> 8) & 0x7f);
            rest >>>= 15;
            digits++;
        }
        bytes[end] = 'l';
        putInt(end + 1, value < 0 ? -digits : digits);
        end = at;
    }

    public void bool(boolean value) {
        single(value ? 'T' : 'F');
    }

    public void none() {
        single('N');
    }

    public void bytes(byte[] source, int offset, int length) {
        require(5 + length);
        bytes[end] = 's';
        putInt(end + 1, length);
        System.arraycopy(source, offset, bytes, end + 5, length);
        end += 5 + length;
    }

    /// Makes room for `length` bytes that the caller puts into [#array] at the returned offset.
    public int reserveBytes(int length) {
        require(5 + length);
        bytes[end] = 's';
        putInt(end + 1, length);
        end += 5 + length;
        return end - length;
    }

    /// Writes all of a bytes value but its content, which whoever sends the frame sends behind the
    /// [#size] bytes that stand in the array now.
    public void bytesOutside(int length) {
        require(5);
        bytes[end] = 's';
        putInt(end + 1, length);
        end += 5;
        outside = Math.addExact(outside, length);
    }

    /// Text given as latin-1 bytes.
    public void latin1(byte[] source, int offset, int length) {
        if (length <= 255 && ascii(source, offset, length)) {
            require(2 + length);
            bytes[end] = 'z';
            bytes[end + 1] = (byte) length;
            System.arraycopy(source, offset, bytes, end + 2, length);
            end += 2 + length;
            return;
        }
        require(5 + 2 * length);
        int at = end + 5;
        for (int i = offset; i < offset + length; i++) {
            int c = source[i] & 0xff;
            if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else {
                bytes[at++] = (byte) (0xc0 | (c >> 6));
                bytes[at++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        bytes[end] = 'u';
        putInt(end + 1, at - end - 5);
        end = at;
    }

    /// Any text without lone surrogates.
    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= 255 && ascii(utf8, 0, utf8.length)) {
            latin1(utf8, 0, utf8.length);
            return;
        }
        require(5 + utf8.length);
        bytes[end] = 'u';
        putInt(end + 1, utf8.length);
        System.arraycopy(utf8, 0, bytes, end + 5, utf8.length);
        end += 5 + utf8.length;
    }

    /// A value of the JDK: null, Boolean, Integer, Long, String, byte[], List, Map.
    public void value(@org.jspecify.annotations.Nullable Object value) {
        switch (value) {
            case null -> none();
            case Boolean b -> bool(b);
            case Integer i -> integer((int) i);
            case Long l -> integer((long) l);
            case String s -> text(s);
            case byte[] b -> bytes(b, 0, b.length);
            case List<?> items -> {
                list(items.size());
                items.forEach(this::value);
            }
            case Map<?, ?> map -> {
                dict();
                map.forEach((key, item) -> {
                    value(key);
                    value(item);
                });
                endDict();
            }
            default ->
                    throw new IllegalArgumentException("no marshal form for " + value.getClass());
        }
    }

    public void dict() {
        single('{');
    }

    public void endDict() {
        single('0');
    }

    /// Copies what stands in the frame from `start` on: a value written once, to be kept.
    public byte[] copyFrom(int start) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /// Takes back what was written from `start` on; no message may have been started since.
    public void truncate(int start) {
        end = start;
    }

    /// Where a message's id stands, from the start of the message: after tuple and kind.
    private static final int ID_AT = 5 + 5 + 1;

    /// Appends a message that [#copyFrom] has kept, with another id. The id was written right after
    /// the kind, as [#integer(int)].
    public void message(byte[] kept, int id) {
        messages++;
        require(kept.length);
        System.arraycopy(kept, 0, bytes, end, kept.length);
        putInt(end + ID_AT, id);
        end += kept.length;
    }

    private void single(char code) {
        require(1);
        bytes[end++] = (byte) code;
    }

    private void require(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(end, more)));
        }
    }

    private void putInt(int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        bytes[at + 2] = (byte) (value >> 16);
        bytes[at + 3] = (byte) (value >> 24);
    }

    private static boolean ascii(byte[] source, int offset, int length) {
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            all |= source[i];
        }
        return all >= 0;
    }
}
