package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// What the characters between the quotes of a string mean.
final class StringLiterals {
    /// Bytes that CPython gives to a character beyond ASCII before it looks for escapes, which
    /// positions in its messages count.
    private static final int WIDE_BYTES = 10;

    private static final int POINT_MAX = 0x10FFFF;

    private final byte[] source;
    private final int end;
    private int at;

    /// Where CPython's message would place [#at].
    private int position;

    private int[] points;
    private int count;

    private StringLiterals(byte[] source, int start, int end) {
        this.source = source;
        this.at = start;
        this.end = end;
        this.points = new int[end - start];
    }

    /// What can't be decoded, in CPython's words.
    static final class EscapeException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String complaint;

        EscapeException(String complaint) {
            super(complaint, null, false, false);
            this.complaint = complaint;
        }

        String complaint() {
            return complaint;
        }
    }

    /// The text between two offsets.
    static Literal.Str text(byte[] source, int start, int end, boolean raw) throws EscapeException {
        boolean ascii = true;
        boolean escapes = false;
        for (int i = start; i < end; i++) {
            ascii &= source[i] >= 0;
            escapes |= source[i] == '\\';
        }
        if (raw || !escapes) {
            return new Literal.Str(
                    new String(source, start, end - start, ascii ? ISO_8859_1 : UTF_8));
        }
        return new StringLiterals(source, start, end).text();
    }

    private Literal.Str text() throws EscapeException {
        while (at < end) {
            if (source[at] != '\\') {
                add(point());
            } else if (at + 1 >= end || source[at + 1] < 0) {
                at++;
                position += WIDE_BYTES / 2 + 1;
                add('\\');
            } else {
                int begin = position;
                at += 2;
                position += 2;
                escape(source[at - 1], begin);
            }
        }
        return new Literal.Str(Arrays.copyOf(points, count));
    }

    private void add(int point) {
        points[count++] = point;
    }

    /// The character at the place, from UTF-8.
    private int point() {
        int first = source[at++];
        if (first >= 0) {
            position++;
            return first;
        }
        position += WIDE_BYTES;
        int more = first < -16 ? first < -32 ? 1 : 2 : 3;
        int point = first & (0x3F >> more);
        for (int i = 0; i < more; i++) {
            point = point << 6 | (source[at++] & 0x3F);
        }
        return point;
    }

    private void escape(byte letter, int begin) throws EscapeException {
        switch (letter) {
            case '\n' -> {}
            case '\\', '\'', '"' -> add(letter);
            case 'a' -> add(7);
            case 'b' -> add('\b');
            case 'f' -> add('\f');
            case 'n' -> add('\n');
            case 'r' -> add('\r');
            case 't' -> add('\t');
            case 'v' -> add(11);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> add(octal(letter));
            case 'x' -> add(hex(2, begin, "truncated \\xXX escape"));
            case 'u' -> add(hex(4, begin, "truncated \\uXXXX escape"));
            case 'U' -> {
                int point = hex(8, begin, "truncated \\UXXXXXXXX escape");
                if (point < 0 || point > POINT_MAX) {
                    throw refused(begin, "illegal Unicode character");
                }
                add(point);
            }
            case 'N' -> add(named(begin));
            default -> {
                add('\\');
                add(letter);
            }
        }
    }

    private int octal(byte first) {
        int value = first - '0';
        for (int i = 0; i < 2 && at < end && source[at] >= '0' && source[at] <= '7'; i++) {
            value = value * 8 + source[at++] - '0';
            position++;
        }
        return value;
    }

    private int hex(int digits, int begin, String complaint) throws EscapeException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < end ? Character.digit(source[at], 16) : -1;
            if (digit < 0) {
                throw refused(begin, complaint);
            }
            value = value << 4 | digit;
            at++;
            position++;
        }
        return value;
    }

    private int named(int begin) throws EscapeException {
        if (at < end && source[at] == '{') {
            int close = at + 1;
            while (close < end && source[close] != '}') {
                close++;
            }
            if (close < end && close > at + 1) {
                String name = new String(source, at + 1, close - at - 1, UTF_8);
                position += close + 1 - at;
                at = close + 1;
                int point = CharacterNames.find(name);
                if (point < 0) {
                    throw refused(begin, "unknown Unicode character name");
                }
                return point;
            }
            position += close < end ? 1 : close - at;
        }
        throw refused(begin, "malformed \\N character escape");
    }

    private EscapeException refused(int begin, String why) {
        return new EscapeException(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                        + begin
                        + "-"
                        + (position - 1)
                        + ": "
                        + why);
    }

    /// The bytes between two offsets, one character for each; all of them are ASCII in the source.
    static Literal.Bytes bytes(byte[] source, int start, int end, boolean raw)
            throws EscapeException {
        StringBuilder out = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            byte c = source[at++];
            if (c != '\\' || raw) {
                out.append((char) c);
                continue;
            }
            byte letter = source[at++];
            int simple = "\\'\"abfnrtv".indexOf(letter);
            if (simple >= 0) {
                out.append("\\'\"\u0007\b\f\n\r\t\u000B".charAt(simple));
            } else if (letter >= '0' && letter <= '7') {
                int value = letter - '0';
                for (int i = 0; i < 2 && at < end && source[at] >= '0' && source[at] <= '7'; i++) {
                    value = value * 8 + source[at++] - '0';
                }
                out.append((char) (value & 0xFF));
            } else if (letter == 'x') {
                int high = at < end ? Character.digit(source[at], 16) : -1;
                int low = at + 1 < end ? Character.digit(source[at + 1], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new EscapeException(
                            "(value error) invalid \\x escape at position " + (at - 2 - start));
                }
                out.append((char) (high << 4 | low));
                at += 2;
            } else if (letter != '\n') {
                out.append('\\').append((char) letter);
            }
        }
        return new Literal.Bytes(out.toString());
    }
}
