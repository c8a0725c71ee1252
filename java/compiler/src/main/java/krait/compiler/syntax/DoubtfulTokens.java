package krait.compiler.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;

/// Tokens of which CPython warns: strings with a backslash that means nothing, and numbers with a
/// word right behind them.
public final class DoubtfulTokens {
    private static final String IN_BYTES = "\n\\'\"abfnrtvx";
    private static final String IN_TEXT = IN_BYTES + "uUN";
    private static final int OCTAL_MAX = 0xFF;

    private final byte[] source;
    private final Tokens tokens;
    private final List<Doubtful> found = new ArrayList<>();

    private DoubtfulTokens(byte[] source, Tokens tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /// A token, or a part of a string.
    public record Doubtful(Span span, boolean isNumber) {}

    /// Those of a file that has a tree.
    public static List<Doubtful> of(Source source) {
        DoubtfulTokens doubts = new DoubtfulTokens(source.utf8(), new Tokenizer(source).run());
        doubts.search();
        return doubts.found;
    }

    private void search() {
        Deque<Boolean> raw = new ArrayDeque<>();
        for (int token = 0; token < tokens.count(); token++) {
            switch (tokens.kind(token)) {
                case FSTRING_START, TSTRING_START -> raw.push(prefix(token).contains("r"));
                case FSTRING_END, TSTRING_END -> raw.pop();
                case STRING -> {
                    String prefix = prefix(token);
                    if (!prefix.contains("r")) {
                        search(token, prefix.contains("b") ? IN_BYTES : IN_TEXT);
                    }
                }
                case FSTRING_MIDDLE, TSTRING_MIDDLE -> {
                    if (Boolean.FALSE.equals(raw.peek())) {
                        search(token, IN_TEXT);
                    }
                }
                case NUMBER -> {
                    int end = tokens.end(token);
                    if (end < source.length && Character.isLetter(source[end])) {
                        found.add(new Doubtful(tokens.span(token, token), true));
                    }
                }
                default -> {}
            }
        }
    }

    private String prefix(int token) {
        StringBuilder letters = new StringBuilder();
        for (int at = tokens.start(token); source[at] != '"' && source[at] != '\''; at++) {
            letters.append((char) (source[at] | 0x20));
        }
        return letters.toString();
    }

    private void search(int token, String letters) {
        int end = tokens.end(token);
        for (int at = tokens.start(token); at < end - 1; at++) {
            if (source[at] == '\\') {
                at++;
                boolean octal = source[at] >= '0' && source[at] <= '7';
                if (octal ? octal(at, end) > OCTAL_MAX : letters.indexOf(source[at]) < 0) {
                    found.add(new Doubtful(tokens.span(token, token), false));
                    return;
                }
            }
        }
    }

    private int octal(int first, int end) {
        int value = 0;
        for (int at = first; at < Math.min(first + 3, end); at++) {
            if (source[at] < '0' || source[at] > '7') {
                break;
            }
            value = value * 8 + source[at] - '0';
        }
        return value;
    }
}
