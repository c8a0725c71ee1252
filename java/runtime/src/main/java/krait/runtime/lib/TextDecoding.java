package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.Bytes;
import krait.runtime.Text;
import krait.runtime.UnicodeDecodeError;

/// Decodes a stream chunk by chunk, as CPython's incremental decoders do: what a chunk ends within
/// waits for the next.
final class TextDecoding {
    private static final int LONGEST_CHARACTER = 4;

    private final CharSequence errors;

    /// Bytes of a unit.
    private final int width;

    private CharSequence encoding;
    private byte[] waiting = {};
    private boolean begun;

    TextDecoding(CharSequence encoding, CharSequence errors) {
        this.encoding = encoding;
        this.errors = errors;
        this.width = Text.encode("aa", encoding).size() - Text.encode("a", encoding).size();
    }

    /// The text of a chunk.
    ///
    /// @param last whether the stream ends with it
    CharSequence decode(Bytes chunk, boolean last) {
        byte[] bytes = chunk.toArray();
        if (waiting.length > 0) {
            byte[] all = Arrays.copyOf(waiting, waiting.length + bytes.length);
            System.arraycopy(bytes, 0, all, waiting.length, bytes.length);
            bytes = all;
        }
        int complete = last ? bytes.length : complete(bytes);
        byte[] head = Arrays.copyOf(bytes, complete);
        CharSequence text = Bytes.of(head).decode(encoding, errors);
        waiting = Arrays.copyOfRange(bytes, complete, bytes.length);
        if (!begun && complete > 0) {
            begun = true;
            encoding = behindMark(head);
        }
        return text;
    }

    /// Whether anything was decoded or waits.
    boolean begun() {
        return begun || waiting.length > 0;
    }

    /// How many bytes are waiting.
    int waiting() {
        return waiting.length;
    }

    /// The encoding of what follows the first bytes, which may have had a byte order mark.
    private CharSequence behindMark(byte[] head) {
        int mark = Text.encode("", encoding).size();
        if (mark == 0) {
            return encoding;
        } else if (width == 1) {
            return "utf-8";
        }
        boolean bigEndian = head[width - 1] == (byte) 0xFF && head[width - 2] == (byte) 0xFE;
        return (width == 2 ? "utf-16-" : "utf-32-") + (bigEndian ? "be" : "le");
    }

    /// How many bytes there are without the beginning of a character at their end.
    private int complete(byte[] bytes) {
        if (width > 1) {
            int whole = bytes.length - bytes.length % width;
            return width == 2 && whole > 0 && begins(bytes, whole - 2) ? whole - 2 : whole;
        }
        int lead = bytes.length - 1;
        int lowest = Math.max(0, bytes.length - LONGEST_CHARACTER + 1);
        while (lead > lowest && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        return lead >= 0 && bytes[lead] < 0 && begins(bytes, lead) ? lead : bytes.length;
    }

    /// Whether a character begins at a position that has no end there.
    private boolean begins(byte[] bytes, int from) {
        try {
            Bytes.of(Arrays.copyOfRange(bytes, from, bytes.length)).decode(encoding, "strict");
            return false;
        } catch (UnicodeDecodeError error) {
            return "unexpected end of data".equals(error.args().get(4));
        }
    }
}
