package krait.compiler.diagnostics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/// A file of the program as CPython's tokenizer sees it: in UTF-8, every line ended by a line feed.
/// Immutable.
public final class Source {
    private final String name;
    private final byte[] utf8;
    private final Optional<SourceDefect> defect;

    private Source(String name, SourceDecoder.Decoded decoded) {
        this.name = name;
        this.utf8 = decoded.utf8();
        this.defect = decoded.defect();
    }

    /// The bytes of a file, whose encoding is found as PEP 263 says.
    ///
    /// @param name as it appears in messages and tracebacks
    public static Source of(String name, byte[] bytes) {
        return new Source(name, SourceDecoder.decode(name, bytes));
    }

    /// A text that is no file: a comment in it about its encoding means nothing.
    public static Source of(String name, String text) {
        byte[] lines = SourceDecoder.lines(text.getBytes(UTF_8));
        return new Source(name, new SourceDecoder.Decoded(lines, Optional.empty()));
    }

    /// Why the bytes are no text; such a source has no program.
    public Optional<SourceDefect> defect() {
        return defect;
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
