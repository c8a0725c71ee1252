package krait.runtime.lib;

import krait.runtime.Text;

/// Encodes a stream of texts: a byte order mark comes first alone.
final class TextEncoding {
    private final CharSequence first;
    private final CharSequence further;
    private final CharSequence errors;
    private boolean begun;

    TextEncoding(CharSequence encoding, CharSequence errors) {
        this.first = encoding;
        this.errors = errors;
        Text.encode("", encoding, errors);
        byte[] mark = Text.encode("", encoding, errors).toArray();
        this.further =
                switch (mark.length) {
                    case 2 -> "utf-16-le";
                    case 3 -> "utf-8";
                    case 4 -> "utf-32-le";
                    default -> encoding;
                };
    }

    byte[] encode(CharSequence text) {
        CharSequence encoding = begun ? further : first;
        byte[] bytes = Text.encode(text, encoding, errors).toArray();
        begun = true;
        return bytes;
    }

    /// Says where the next text goes: to the beginning a mark has to be written again.
    void moved(long position) {
        begun = position != 0;
    }
}
