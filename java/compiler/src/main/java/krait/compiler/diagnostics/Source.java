package krait.compiler.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A file of the program as CPython's tokenizer sees it: in UTF-8, every line ended by a line feed.
/// Immutable.
public final class Source {
    private final String name;
    private final byte[] utf8;

    /// A source whose text is already known.
    ///
    /// @param name as it appears in messages and tracebacks
    public Source(String name, String text) {
        this(name, text.getBytes(UTF_8));
    }

    /// @param utf8 not copied: it belongs to the source from now on
    Source(String name, byte[] utf8) {
        this.name = name;
        this.utf8 = utf8;
    }

    public String name() {
        return name;
    }

    /// Not a copy: readers leave it as it is.
    public byte[] utf8() {
        return utf8;
    }

    /// The text of a line, counted from 1, without its end; empty where there is none.
    public String line(int number) {
        int start = start(number);
        int end = start;
        while (end < utf8.length && utf8[end] != '\n') {
            end++;
        }
        return new String(utf8, start, end - start, UTF_8);
    }

    private int start(int number) {
        int line = 1;
        int at = 0;
        while (line < number && at < utf8.length) {
            if (utf8[at++] == '\n') {
                line++;
            }
        }
        return at;
    }

    /// A column for people: counted from 1, in code points.
    ///
    /// @param line from 1
    /// @param byteColumn from 0, as in [Span]
    public int column(int line, int byteColumn) {
        int start = start(line);
        int points = 0;
        for (int i = 0; i < byteColumn; i++) {
            int at = start + i;
            if (at >= utf8.length || (utf8[at] & 0xC0) != 0x80) {
                points++;
            }
        }
        return points + 1;
    }
}
