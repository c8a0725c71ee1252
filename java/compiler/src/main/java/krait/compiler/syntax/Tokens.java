package krait.compiler.syntax;

import java.util.Arrays;
import krait.compiler.diagnostics.Span;

/// The tokens of a source, in columns instead of objects: reading a file allocates a few arrays.
final class Tokens {
    private static final int FIRST_CAPACITY = 1024;

    private final byte[] source;
    private TokenKind[] kinds = new TokenKind[FIRST_CAPACITY];
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int[] lines = new int[FIRST_CAPACITY];
    private int[] endLines = new int[FIRST_CAPACITY];

    /// For a name its number in [#names]; else how many brackets are open behind the token.
    private int[] details = new int[FIRST_CAPACITY];

    private int count;
    private int[] lineStarts = new int[FIRST_CAPACITY];
    private final Names names;

    Tokens(byte[] source, Names names) {
        this.source = source;
        this.names = names;
    }

    void add(TokenKind kind, int start, int end, int line, int endLine, int detail) {
        if (count == kinds.length) {
            int capacity = count * 2;
            kinds = Arrays.copyOf(kinds, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            lines = Arrays.copyOf(lines, capacity);
            endLines = Arrays.copyOf(endLines, capacity);
            details = Arrays.copyOf(details, capacity);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count] = end;
        lines[count] = line;
        endLines[count] = endLine;
        details[count] = detail;
        count++;
    }

    /// Says where a line begins; lines come in order.
    void line(int number, int start) {
        if (number >= lineStarts.length) {
            lineStarts = Arrays.copyOf(lineStarts, lineStarts.length * 2);
        }
        lineStarts[number] = start;
    }

    int lineStart(int number) {
        return lineStarts[number];
    }

    byte[] source() {
        return source;
    }

    int count() {
        return count;
    }

    TokenKind kind(int token) {
        return kinds[token];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int line(int token) {
        return lines[token];
    }

    int column(int token) {
        return starts[token] - lineStarts[lines[token]];
    }

    int endLine(int token) {
        return endLines[token];
    }

    int endColumn(int token) {
        return ends[token] - lineStarts[endLines[token]];
    }

    /// How many brackets are open behind a token that is no name.
    int level(int token) {
        int known = token;
        while (known > 0 && kinds[known] == TokenKind.NAME) {
            known--;
        }
        return kinds[known] == TokenKind.NAME ? 0 : details[known];
    }

    /// The text of a name, in the form that Python compares.
    String name(int token) {
        return names.text(details[token]);
    }

    boolean isName(int token, String text) {
        return kinds[token] == TokenKind.NAME && name(token).equals(text);
    }

    /// The first byte of a token.
    byte first(int token) {
        return source[starts[token]];
    }

    /// From the start of a token to the end of another.
    Span span(int from, int to) {
        return new Span(line(from), column(from), endLine(to), endColumn(to));
    }
}
