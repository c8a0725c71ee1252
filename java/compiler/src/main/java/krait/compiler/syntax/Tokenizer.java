package krait.compiler.syntax;

import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;

/// Splits a source into tokens, all at once: [Lexical analysis][1] of the language reference, with
/// f-strings as PEP 701 says and t-strings as PEP 750 says. Positions are bytes, as CPython's are.
///
/// [1]: https://docs.python.org/3.14/reference/lexical_analysis.html
final class Tokenizer {
    private static final int BRACKETS_MAX = 200;
    private static final int INDENTS_MAX = 100;
    private static final int TAB_COLUMNS = 8;

    final Source source;
    final byte[] bytes;
    final Tokens tokens;
    private final Names names = new Names();
    private final Numbers numbers = new Numbers(this);
    private final StringScanner strings = new StringScanner(this);

    /// The next byte to look at.
    int at;

    int line = 1;
    int lineStart;

    /// Open brackets: character, line, offset.
    private final byte[] brackets = new byte[BRACKETS_MAX];

    private final int[] bracketLines = new int[BRACKETS_MAX];
    private final int[] bracketStarts = new int[BRACKETS_MAX];
    int level;

    private final int[] indents = new int[INDENTS_MAX];

    /// The same widths with tabs one column wide: both must agree on what is deeper.
    private final int[] plainIndents = new int[INDENTS_MAX];

    private int indent;

    Tokenizer(Source source) {
        this.source = source;
        this.bytes = source.utf8();
        this.tokens = new Tokens(bytes, names);
    }

    Tokens run() {
        tokens.line(1, 0);
        indentation();
        while (at < bytes.length) {
            next();
        }
        if (strings.isOpen()) {
            strings.endOfSource();
        }
        end();
        return tokens;
    }

    /// What is still open at the end of the source.
    private void end() {
        if (level > 0) {
            add(TokenKind.UNCLOSED, at, at);
            return;
        }
        int last = tokens.count() - 1;
        if (last >= 0 && tokens.kind(last) != TokenKind.NEWLINE) {
            add(TokenKind.NEWLINE, at, at);
        }
        // what is missing at the end of a file is missing behind its last line
        int lastLine = Math.max(1, at == lineStart ? line - 1 : line);
        int place = at == lineStart ? Math.max(0, at - 1) : at;
        while (indent > 0) {
            indent--;
            tokens.add(TokenKind.DEDENT, place, place, lastLine, lastLine, level);
        }
        tokens.add(TokenKind.END, place, place, lastLine, lastLine, level);
    }

    byte peek(int ahead) {
        int index = at + ahead;
        return index < bytes.length ? bytes[index] : 0;
    }

    void add(TokenKind kind, int start, int end) {
        tokens.add(kind, start, end, line, line, level);
    }

    /// The line feed at `at` ends a line.
    void newLine() {
        at++;
        line++;
        lineStart = at;
        tokens.line(line, at);
    }

    /// One token of the ordinary kind, or the white space before it.
    private void next() {
        if (strings.inText()) {
            strings.text();
            return;
        }
        byte c = bytes[at];
        if (c == ' ' || c == '\t' || c == '\f') {
            at++;
        } else if (isNameStart(c)) {
            name();
        } else if (c == '\n') {
            lineFeed();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            numbers.scan();
        } else if (c == '"' || c == '\'') {
            strings.literal(at, at);
        } else if (c == '#') {
            comment();
        } else if (c == '\\') {
            at++;
            continuation();
        } else {
            operator(c);
        }
    }

    private void comment() {
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
    }

    private void lineFeed() {
        if (level > 0) {
            newLine();
            return;
        }
        add(TokenKind.NEWLINE, at, at + 1);
        newLine();
        indentation();
    }

    /// A backslash joins two lines.
    private void continuation() {
        if (peek(0) != '\n') {
            at++;
            throw error("unexpected character after line continuation character");
        }
        newLine();
        if (at >= bytes.length) {
            throw fail(SyntaxCode.TOKEN, at - 1, line - 1, "unexpected EOF while parsing");
        }
    }

    /// Skips empty lines, then compares the indentation of the next line with those around it.
    private void indentation() {
        while (at < bytes.length) {
            int columns = 0;
            int plain = 0;
            int joined = 0;
            boolean blank = true;
            for (; ; at++) {
                byte c = peek(0);
                if (c == ' ') {
                    columns++;
                    plain++;
                } else if (c == '\t') {
                    columns = (columns / TAB_COLUMNS + 1) * TAB_COLUMNS;
                    plain++;
                } else if (c == '\f') {
                    columns = 0;
                    plain = 0;
                } else if (c == '\\' && peek(1) == '\n' && at + 2 < bytes.length) {
                    joined = joined == 0 ? columns : joined;
                    at++;
                    newLine();
                    at--;
                } else {
                    break;
                }
            }
            if (peek(0) == '#') {
                comment();
            } else if (at < bytes.length && bytes[at] != '\n') {
                blank = false;
            }
            if (!blank) {
                int width = joined == 0 ? columns : joined;
                indent(width, joined == 0 ? plain : joined);
                return;
            }
            if (at < bytes.length) {
                newLine();
            }
        }
    }

    private void indent(int columns, int plain) {
        if (columns == indents[indent]) {
            if (plain != plainIndents[indent]) {
                throw inconsistent();
            }
        } else if (columns > indents[indent]) {
            if (indent + 1 >= INDENTS_MAX) {
                at = lineStart;
                throw indentError("too many levels of indentation");
            }
            if (plain <= plainIndents[indent]) {
                throw inconsistent();
            }
            indent++;
            indents[indent] = columns;
            plainIndents[indent] = plain;
            add(TokenKind.INDENT, at, at);
        } else {
            while (indent > 0 && columns < indents[indent]) {
                indent--;
                add(TokenKind.DEDENT, at, at);
            }
            if (columns != indents[indent]) {
                comment();
                throw indentError("unindent does not match any outer indentation level");
            }
            if (plain != plainIndents[indent]) {
                throw inconsistent();
            }
        }
    }

    private SyntaxFailure inconsistent() {
        at = lineStart;
        return indentError("inconsistent use of tabs and spaces in indentation");
    }

    private SyntaxFailure indentError(String message) {
        return fail(SyntaxCode.INDENTATION, at, line, message);
    }

    /// A name, a keyword, or the letters before a string.
    private void name() {
        int start = at;
        boolean plain = true;
        byte c = bytes[at];
        while (isNamePart(c)) {
            plain &= c >= 0;
            c = ++at < bytes.length ? bytes[at] : 0;
        }
        if ((c == '"' || c == '\'') && at - start <= 3 && strings.isPrefix(start, at)) {
            strings.literal(start, at);
            return;
        }
        if (!plain) {
            IdentifierCharacters.check(this, start, at);
        }
        int number = names.find(bytes, start, at);
        TokenKind kind = names.kind(number);
        int detail = kind == TokenKind.NAME ? number : level;
        tokens.add(kind, start, at, line, line, detail);
    }

    static boolean isNameStart(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c < 0;
    }

    static boolean isNamePart(byte c) {
        return isNameStart(c) || isDigit(c);
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private void operator(byte c) {
        int start = at;
        if (strings.inField() && strings.endsExpression(c)) {
            return;
        }
        TokenKind kind = Operators.at(bytes, at);
        at += kind == TokenKind.STRAY ? 1 : kind.text().length();
        switch (c) {
            case '(', '[', '{' -> open(c, start);
            case ')', ']', '}' -> close(c);
            default -> stray(kind, c);
        }
        add(kind, start, at);
    }

    private void stray(TokenKind kind, byte c) {
        if (kind != TokenKind.STRAY) {
            return;
        }
        if (c < ' ' || c == 0x7F) {
            String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
            throw error(
                    "invalid non-printable character U+" + "0000".substring(hex.length()) + hex);
        }
        if (c == '<') {
            at++;
        }
    }

    private void open(byte c, int start) {
        if (level >= BRACKETS_MAX) {
            throw error("too many nested parentheses");
        }
        brackets[level] = c;
        bracketLines[level] = line;
        bracketStarts[level] = start;
        level++;
        strings.opened();
    }

    private void close(byte c) {
        strings.closing(c);
        if (level == 0) {
            throw error("unmatched '" + (char) c + "'");
        }
        level--;
        byte open = brackets[level];
        if (c == (open == '(' ? ')' : open + 2)) {
            strings.closed(c);
            return;
        }
        strings.mismatch(open, c);
        String where = bracketLines[level] == line ? "" : " on line " + bracketLines[level];
        throw error(
                "closing parenthesis '"
                        + (char) c
                        + "' does not match opening parenthesis '"
                        + (char) open
                        + "'"
                        + where);
    }

    /// The innermost bracket that nothing closes.
    SyntaxFailure neverClosed() {
        int last = level - 1;
        return fail(
                SyntaxCode.TOKEN,
                bracketStarts[last],
                bracketLines[last],
                "'" + (char) brackets[last] + "' was never closed");
    }

    int unclosedLine() {
        return bracketLines[level - 1];
    }

    /// About the last byte read.
    SyntaxFailure error(String message) {
        int last = Math.max(lineStart, at - 1);
        while (last > lineStart && last < bytes.length && (bytes[last] & 0xC0) == 0x80) {
            last--;
        }
        return fail(SyntaxCode.TOKEN, last, line, message);
    }

    SyntaxFailure fail(SyntaxCode code, int start, int onLine, String message) {
        return fail(code, start, start + 1, onLine, message);
    }

    SyntaxFailure fail(SyntaxCode code, int start, int end, int onLine, String message) {
        int line = tokens.lineStart(onLine);
        Span span = new Span(onLine, start - line, onLine, end - line);
        return new SyntaxFailure(Diagnostic.error(code.code(), source, span, message));
    }
}
