package krait.compiler.syntax;

import java.util.ArrayList;

/// Strings: where they end. A plain string is one token. An f-string or t-string is a start, an
/// end, and between them texts and the tokens of its fields, as in CPython since 3.12, so that
/// anything may stand in a field, strings with the same quotes included.
final class StringScanner {
    private static final int OPEN_MAX = 150;
    private static final int FIELD_DEPTH_MAX = 3;

    /// An f-string or t-string that is not closed yet.
    private static final class Open {
        final char letter;
        final boolean raw;
        final byte quote;
        final int quotes;
        final int start;
        final int line;

        /// Brackets opened within it, those of fields among them.
        int brackets;

        /// Fields open within each other (a field in a format specification), less one.
        int fields = -1;

        boolean formatSpec;

        /// Whether its text comes next, rather than the expression of a field.
        boolean text = true;

        Open(char letter, boolean raw, byte quote, int quotes, int start, int line) {
            this.letter = letter;
            this.raw = raw;
            this.quote = quote;
            this.quotes = quotes;
            this.start = start;
            this.line = line;
        }

        TokenKind kind(TokenKind f, TokenKind t) {
            return letter == 'f' ? f : t;
        }

        TokenKind middle() {
            return kind(TokenKind.FSTRING_MIDDLE, TokenKind.TSTRING_MIDDLE);
        }
    }

    private final Tokenizer in;
    private final ArrayList<Open> open = new ArrayList<>();

    StringScanner(Tokenizer in) {
        this.in = in;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    private Open top() {
        return open.getLast();
    }

    /// Whether the text of an f-string comes next.
    boolean inText() {
        return !open.isEmpty() && top().text;
    }

    /// Whether the tokens of a field come next.
    boolean inField() {
        return !open.isEmpty() && !top().text;
    }

    /// Whether these letters before a quote belong to the string.
    boolean isPrefix(int start, int end) {
        int seen = 0;
        for (int i = start; i < end; i++) {
            int letter =
                    switch (in.bytes[i] | 0x20) {
                        case 'b' -> 1;
                        case 'u' -> 2;
                        case 'r' -> 4;
                        case 'f' -> 8;
                        case 't' -> 16;
                        default -> 0;
                    };
            if (letter == 0 || (seen & letter) != 0) {
                return false;
            }
            seen |= letter;
        }
        return true;
    }

    private boolean has(char letter, int start, int end) {
        for (int i = start; i < end; i++) {
            if ((in.bytes[i] | 0x20) == letter) {
                return true;
            }
        }
        return false;
    }

    /// Reads a string whose quote is at the tokenizer's place.
    ///
    /// @param start of its prefix
    void literal(int start, int quoteAt) {
        if (quoteAt - start > 1) {
            refuseContradictions(start, quoteAt);
        }
        byte quote = in.bytes[quoteAt];
        int quotes = in.peek(1) == quote && in.peek(2) == quote ? 3 : 1;
        boolean formatted = has('f', start, quoteAt);
        if (!formatted && !has('t', start, quoteAt)) {
            plain(start, quote, quotes);
            return;
        }
        if (open.size() + 1 >= OPEN_MAX) {
            throw in.error("too many nested f-strings or t-strings");
        }
        in.at += quotes;
        char letter = formatted ? 'f' : 't';
        boolean raw = has('r', start, quoteAt);
        Open string = new Open(letter, raw, quote, quotes, start, in.line);
        in.add(string.kind(TokenKind.FSTRING_START, TokenKind.TSTRING_START), start, in.at);
        open.add(string);
    }

    private void refuseContradictions(int start, int end) {
        for (String pair : new String[] {"ub", "ur", "uf", "ut", "bf", "bt", "ft"}) {
            if (has(pair.charAt(0), start, end) && has(pair.charAt(1), start, end)) {
                String message =
                        "'"
                                + pair.charAt(0)
                                + "' and '"
                                + pair.charAt(1)
                                + "' prefixes are incompatible";
                throw in.fail(SyntaxCode.TOKEN, start, end, in.line, message);
            }
        }
    }

    private void plain(int start, byte quote, int quotes) {
        int firstLine = in.line;
        byte[] bytes = in.bytes;
        if (quotes == 1 && in.peek(1) == quote) {
            in.at += 2;
            in.add(TokenKind.STRING, start, in.at);
            return;
        }
        in.at += quotes;
        int seen = 0;
        boolean escapedQuote = false;
        while (seen < quotes) {
            if (in.at >= bytes.length || (quotes == 1 && bytes[in.at] == '\n')) {
                throw unterminated(start, firstLine, quote, quotes, escapedQuote);
            }
            byte c = bytes[in.at];
            if (c == quote) {
                seen++;
                in.at++;
                continue;
            }
            seen = 0;
            if (c == '\\') {
                in.at++;
                escapedQuote |= in.peek(0) == quote;
                if (in.at >= bytes.length) {
                    continue;
                }
            }
            if (bytes[in.at] == '\n') {
                in.newLine();
            } else {
                in.at++;
            }
        }
        in.tokens.add(TokenKind.STRING, start, in.at, firstLine, in.line, in.level);
    }

    private SyntaxFailure unterminated(
            int start, int firstLine, byte quote, int quotes, boolean escapedQuote) {
        if (!open.isEmpty() && top().quote == quote && top().quotes == quotes) {
            return in.fail(
                    SyntaxCode.TOKEN, start, firstLine, top().letter + "-string: expecting '}'");
        }
        String message =
                (quotes == 3 ? "unterminated triple-quoted string" : "unterminated string")
                        + detected()
                        + (escapedQuote && quotes == 1
                                ? "; perhaps you escaped the end quote?"
                                : "");
        return in.fail(SyntaxCode.TOKEN, start, firstLine, message);
    }

    private String detected() {
        int line = in.at >= in.bytes.length ? in.line - 1 : in.line;
        return " literal (detected at line " + line + ")";
    }

    /// The next piece of an f-string's text, its end, or the way into a field.
    void text() {
        Open string = top();
        int start = in.at;
        if (in.peek(0) == '{' && in.peek(1) != '{') {
            field(string);
            return;
        }
        if (atQuotes(string)) {
            in.at += string.quotes;
            open.removeLast();
            in.add(string.kind(TokenKind.FSTRING_END, TokenKind.TSTRING_END), start, in.at);
            return;
        }
        int line = in.line;
        middle(string);
        in.tokens.add(string.middle(), start, in.at, line, in.line, in.level);
    }

    private void field(Open string) {
        if (string.fields + 1 >= FIELD_DEPTH_MAX) {
            throw in.error(string.letter + "-string: expressions nested too deeply");
        }
        string.fields++;
        string.text = false;
    }

    private boolean atQuotes(Open string) {
        for (int i = 0; i < string.quotes; i++) {
            if (in.peek(i) != string.quote) {
                return false;
            }
        }
        return true;
    }

    /// Skips text up to a field, the end, or behind a doubled brace, which ends a token.
    private void middle(Open string) {
        boolean named = false;
        while (!atQuotes(string)) {
            boolean formatSpec = string.formatSpec && string.fields >= 0;
            byte c = in.peek(0);
            if (in.at >= in.bytes.length || (string.quotes == 1 && c == '\n')) {
                if (formatSpec && c == '\n') {
                    in.at++;
                    throw in.error(newlineInSpecification(string));
                }
                throw unterminated(string);
            }
            if (c == '{') {
                if (in.peek(1) != '{' || formatSpec) {
                    field(string);
                    return;
                }
                in.at += 2;
                return;
            }
            if (c == '}') {
                if (named) {
                    in.at++;
                    return;
                }
                if (in.peek(1) == '}' && !formatSpec && string.brackets == 0) {
                    in.at += 2;
                    return;
                }
                string.text = false;
                return;
            }
            if (c == '\\') {
                in.at++;
                named = escape(string) || named;
            } else if (c == '\n') {
                in.newLine();
            } else {
                in.at++;
            }
        }
    }

    /// Behind a backslash; true when a character's name in braces follows.
    private boolean escape(Open string) {
        byte c = in.peek(0);
        if (c == '{' || c == '}' || in.at >= in.bytes.length) {
            return false;
        }
        if (c == '\n') {
            in.newLine();
            return false;
        }
        in.at++;
        if (c == 'N' && !string.raw && in.peek(0) == '{') {
            in.at++;
            return true;
        }
        return false;
    }

    private static String newlineInSpecification(Open string) {
        String kind = string.letter + "-string";
        return kind
                + ": newlines are not allowed in format specifiers for single quoted "
                + kind
                + "s";
    }

    private SyntaxFailure unterminated(Open string) {
        String what = string.quotes == 3 ? "unterminated triple-quoted " : "unterminated ";
        return in.fail(
                SyntaxCode.TOKEN,
                string.start,
                string.line,
                what + string.letter + "-string" + detected());
    }

    /// The source is at its end, and so is no string within it.
    void endOfSource() {
        if (inText()) {
            throw unterminated(top());
        }
    }

    /// The colon of a field ends its expression and begins its format specification.
    boolean endsExpression(byte c) {
        Open string = top();
        if (c != ':' || string.brackets - 1 != string.fields) {
            return false;
        }
        string.text = true;
        string.formatSpec = true;
        in.at++;
        in.add(TokenKind.COLON, in.at - 1, in.at);
        return true;
    }

    void opened() {
        if (!open.isEmpty()) {
            top().brackets++;
        }
    }

    /// Before a closing bracket is compared with the opening one.
    void closing(byte c) {
        if (inField() && top().brackets == 0 && c == '}') {
            throw in.error(top().letter + "-string: single '}' is not allowed");
        }
    }

    /// The bracket at the tokenizer's place doesn't fit the innermost open one.
    void mismatch(byte opened, byte c) {
        if (inField() && opened == '{' && top().brackets - 1 == top().fields) {
            throw in.error(top().letter + "-string: unmatched '" + (char) c + "'");
        }
    }

    void closed(byte c) {
        if (open.isEmpty()) {
            return;
        }
        Open string = top();
        string.brackets--;
        if (string.brackets < 0) {
            throw in.error(string.letter + "-string: unmatched '" + (char) c + "'");
        }
        if (c == '}' && string.brackets == string.fields) {
            string.fields--;
            string.text = true;
            string.formatSpec = false;
        }
    }
}
