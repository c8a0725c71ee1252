package krait.workers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts a stream of bytes into lines of text for the log. A line longer than the limit is cut into
/// pieces; malformed UTF-8 and control characters are replaced, so that no output can disturb a
/// terminal or pretend to be a line of the log. Not thread-safe.
final class Lines {
    static final int LINE_BYTES_MAX = 8 * 1024;

    private static final char REPLACEMENT = '\uFFFD';

    private final Consumer<String> sink;
    private byte[] line = new byte[256];
    private int length;

    Lines(Consumer<String> sink) {
        this.sink = sink;
    }

    void feed(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                emit(length);
            } else {
                append(bytes[i]);
            }
        }
    }

    /// The stream has ended: what is left is a line.
    void end() {
        if (length > 0) {
            emit(length);
        }
    }

    private void append(byte b) {
        if (length == LINE_BYTES_MAX) {
            emit(wholeCharacters());
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(2 * length, LINE_BYTES_MAX));
        }
        line[length++] = b;
    }

    /// Bytes up to the beginning of a UTF-8 sequence that is not yet complete.
    private int wholeCharacters() {
        for (int back = 1; back <= 3; back++) {
            int b = line[length - back] & 0xff;
            if (b >= 0xc0) {
                return length - back;
            }
            if (b < 0x80) {
                return length;
            }
        }
        return length;
    }

    private void emit(int count) {
        int end = count > 0 && line[count - 1] == '\r' ? count - 1 : count;
        sink.accept(clean(new String(line, 0, end, StandardCharsets.UTF_8)));
        System.arraycopy(line, count, line, 0, length - count);
        length -= count;
    }

    private static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t') {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean == null ? text : clean.toString();
    }
}
