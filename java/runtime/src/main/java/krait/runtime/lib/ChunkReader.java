package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.Bytes;
import krait.runtime.Text;
import krait.runtime.TextBuilder;

/// Reads text from a binary file in chunks.
final class ChunkReader {
    private static final int CHUNK_BYTES = 8192;

    private final BinaryIO buffer;
    private final CharSequence encoding;
    private final CharSequence errors;
    private final Newlines newlines;
    private TextDecoding decoding;
    private CharSequence text = "";
    private int at;

    /// Where the bytes of the text stand, and the bytes, for [#position()].
    private long start;

    private byte[] bytes = {};

    ChunkReader(BinaryIO buffer, CharSequence encoding, CharSequence errors, Newlines newlines) {
        this.buffer = buffer;
        this.encoding = encoding;
        this.errors = errors;
        this.newlines = newlines;
        this.decoding = new TextDecoding(encoding, errors);
    }

    /// Forgets what was read ahead.
    void reset() {
        if (!text.isEmpty() || decoding.begun()) {
            text = "";
            at = 0;
            bytes = new byte[0];
            decoding = new TextDecoding(encoding, errors);
            newlines.reset();
        }
    }

    /// Reads the next chunk behind what is there; false at the end of the file.
    private boolean fill(CharSequence before) {
        int carried = decoding.waiting() + (newlines.waits() ? 1 : 0);
        carried += Text.encode(before, encoding).size();
        Bytes chunk = buffer.read1(CHUNK_BYTES);
        boolean last = chunk.size() == 0;
        carry(carried, chunk);
        CharSequence more = newlines.read(decoding.decode(chunk, last), last);
        text = before.isEmpty() ? more : Text.__add__(before, more);
        at = 0;
        return !last;
    }

    /// Everything up to the end of the file.
    CharSequence rest() {
        CharSequence before = Text.part(text, at, Text.length(text));
        CharSequence more = newlines.read(decoding.decode(buffer.read(), true), true);
        text = "";
        at = 0;
        bytes = new byte[0];
        return before.isEmpty() ? more : Text.__add__(before, more);
    }

    /// So many characters, or what is left.
    CharSequence read(long size) {
        TextBuilder read = new TextBuilder();
        boolean more = true;
        while (read.length() < size) {
            int length = Text.length(text);
            if (at < length) {
                int end = (int) Math.min(length, at + size - read.length());
                read.append(Text.part(text, at, end));
                at = end;
            } else if (!more) {
                break;
            } else {
                more = fill("");
            }
        }
        return read.build();
    }

    /// The next line, or its first characters.
    CharSequence line(long size) {
        TextBuilder line = new TextBuilder();
        boolean more = true;
        while (size < 0 || line.length() < size) {
            int length = Text.length(text);
            int found = newlines.end(text, at);
            int end = found < 0 ? length : found;
            boolean splits = found < 0 && more && newlines.splits(text);
            end -= splits && end > at ? 1 : 0;
            if (size >= 0) {
                end = (int) Math.min(end, at + size - line.length());
            }
            CharSequence part = Text.part(text, at, end);
            at = end;
            if (end == found && line.length() == 0) {
                return part;
            }
            line.append(part);
            if (end == found || (!more && at == length)) {
                break;
            }
            if (at == length || (splits && at == length - 1)) {
                more = fill(Text.part(text, at, length));
            }
        }
        return line.build();
    }

    private void carry(int carried, Bytes chunk) {
        if (!buffer.seekable()) {
            return;
        }
        byte[] both = new byte[carried + chunk.size()];
        System.arraycopy(bytes, bytes.length - carried, both, 0, carried);
        System.arraycopy(chunk.toArray(), 0, both, carried, chunk.size());
        bytes = both;
        start = buffer.tell() - both.length;
    }

    /// Where the file is, as far as the program knows.
    long position() {
        if (text.isEmpty() && !newlines.waits()) {
            return buffer.tell() - decoding.waiting();
        }
        int low = 0;
        int high = bytes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (characters(middle) < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean pair = low > 0 && low < bytes.length && bytes[low - 1] == '\r';
        return start + low + (pair && newlines.translates() && bytes[low] == '\n' ? 1 : 0);
    }

    /// How many characters so many of the bytes are.
    private int characters(int count) {
        Bytes part = Bytes.of(Arrays.copyOf(bytes, count));
        CharSequence decoded = new TextDecoding(encoding, errors).decode(part, false);
        return Text.length(newlines.fresh().read(decoded, true));
    }
}
