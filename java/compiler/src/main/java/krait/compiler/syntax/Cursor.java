package krait.compiler.syntax;

import java.util.function.Supplier;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;

/// A place among the tokens, and what to say when the grammar has no way on from it.
final class Cursor {
    /// How deep a tree may be. CPython gives up in the thousands; a frame of the JVM's stack for
    /// each level must fit the smallest stack that a thread is given.
    static final int DEPTH_MAX = 10_000;

    final Tokens tokens;
    private final Source source;
    private final Tokenizer tokenizer;

    /// The next token.
    int at;

    /// The furthest token that anyone looked at: where CPython says "invalid syntax".
    private int furthest;

    private int depth;

    Cursor(Source source, Tokenizer tokenizer, Tokens tokens) {
        this.source = source;
        this.tokenizer = tokenizer;
        this.tokens = tokens;
    }

    TokenKind kind() {
        return tokens.kind(at);
    }

    /// A token further on; `END` behind the last.
    TokenKind peek(int ahead) {
        int token = Math.min(at + ahead, tokens.count() - 1);
        furthest = Math.max(furthest, token);
        return tokens.kind(token);
    }

    /// Like [#peek], for a decision that CPython's grammar makes without looking.
    TokenKind glance(int ahead) {
        return tokens.kind(Math.min(at + ahead, tokens.count() - 1));
    }

    boolean is(TokenKind kind) {
        return tokens.kind(at) == kind;
    }

    /// Takes the token if it is of this kind.
    boolean accept(TokenKind kind) {
        if (tokens.kind(at) != kind) {
            return false;
        }
        at++;
        return true;
    }

    void expect(TokenKind kind) {
        if (tokens.kind(at) != kind) {
            throw invalid();
        }
        at++;
    }

    /// Takes a token of which CPython says that it expected it.
    void require(TokenKind kind) {
        if (tokens.kind(at) != kind) {
            refuseUnclosed();
            throw fail(at, SyntaxCode.INVALID, "expected '" + kind.text() + "'");
        }
        at++;
    }

    String name() {
        if (tokens.kind(at) != TokenKind.NAME) {
            throw invalid();
        }
        return tokens.name(at++);
    }

    /// Whether the token is a name that is a keyword in some places only.
    boolean isSoft(String keyword) {
        return tokens.isName(at, keyword);
    }

    /// From the start of a token to the end of the last one taken.
    Span span(int from) {
        return tokens.span(from, at - 1);
    }

    void deeper() {
        deeper(1);
    }

    void deeper(int levels) {
        depth += levels;
        if (depth > DEPTH_MAX) {
            throw tooDeep(at);
        }
    }

    void shallower() {
        depth--;
    }

    /// Like [#span], for what ends in a block: line ends and indentation behind it don't count.
    Span blockSpan(int from) {
        int last = at - 1;
        while (tokens.kind(last).compareTo(TokenKind.NAME) < 0) {
            last--;
        }
        return tokens.span(from, last);
    }

    /// For trees that grow to the left, where no recursion counts.
    void chain(int links) {
        if (links > DEPTH_MAX) {
            throw tooDeep(at);
        }
    }

    private SyntaxFailure tooDeep(int token) {
        return fail(
                Math.min(token, tokens.count() - 1),
                SyntaxCode.LIMIT,
                "too deeply nested: more than " + DEPTH_MAX + " levels");
    }

    int depth() {
        return depth;
    }

    /// Back to a place, to read it in another way.
    void back(int token, int formerDepth) {
        furthest = Math.max(furthest, at);
        at = token;
        depth = formerDepth;
    }

    int furthest() {
        return furthest;
    }

    /// Forgets what was read on trial.
    void forget(int token, int formerDepth, int formerFurthest) {
        at = token;
        depth = formerDepth;
        furthest = formerFurthest;
    }

    /// No rule of the grammar fits.
    SyntaxFailure invalid() {
        int token = Math.min(Math.max(at, furthest), tokens.count() - 1);
        return switch (tokens.kind(token)) {
            case UNCLOSED -> tokenizer.neverClosed();
            case INDENT -> indentation(token, "unexpected indent");
            case DEDENT -> indentation(token, "unexpected unindent");
            default -> {
                SyntaxFailure failure = fail(token, SyntaxCode.INVALID, "invalid syntax");
                String message = failure.diagnostic().message();
                yield message.equals("invalid syntax")
                        ? new SyntaxFailure(failure.diagnostic(), false)
                        : failure;
            }
        };
    }

    /// What CPython's grammar has in front of a token that it insists on: where that part fits no
    /// rule, the token is missed before it.
    <T> T before(TokenKind insisted, Supplier<T> part) {
        int start = at;
        try {
            return part.get();
        } catch (SyntaxFailure failure) {
            if (failure.isNamed()) {
                throw failure;
            }
            throw fail(start, SyntaxCode.INVALID, "expected '" + insisted.text() + "'");
        }
    }

    /// From a token to the last one that was read, as CPython's messages of that kind stand.
    SyntaxFailure failFrom(int token, SyntaxCode code, String message) {
        int last = Math.min(Math.max(at, furthest), tokens.count() - 1);
        Span start = tokens.span(token, token);
        int column = tokens.endColumn(last) - 1;
        boolean empty = tokens.endLine(last) == start.line() && column <= start.column();
        return fail(
                empty
                        ? start
                        : new Span(start.line(), start.column(), tokens.endLine(last), column),
                code,
                message);
    }

    private void refuseUnclosed() {
        if (is(TokenKind.UNCLOSED)) {
            throw tokenizer.neverClosed();
        }
    }

    /// CPython's IndentationError stands at the column that the indentation reached.
    SyntaxFailure indentation(int token, String message) {
        Span at = tokens.span(token, token);
        TokenKind kind = tokens.kind(token);
        boolean inner = kind == TokenKind.INDENT || kind == TokenKind.DEDENT;
        int column = inner ? Math.max(0, at.column() - 1) : at.column();
        Span span = new Span(at.line(), column, at.endLine(), Math.max(column, at.endColumn()));
        return fail(span, SyntaxCode.INDENTATION, message);
    }

    /// About the last token that was looked at, as CPython's messages without a place are.
    SyntaxFailure failHere(SyntaxCode code, String message) {
        refuseUnclosed();
        return fail(Math.min(Math.max(at, furthest), tokens.count() - 1), code, message);
    }

    SyntaxFailure fail(int token, SyntaxCode code, String message) {
        return fail(tokens.span(token, token), code, message);
    }

    /// A bracket that is never closed explains more than what stands on a later line.
    SyntaxFailure fail(Span span, SyntaxCode code, String message) {
        Diagnostic error = Diagnostic.error(code.code(), source, span, message);
        boolean unclosed = tokens.kind(tokens.count() - 1) == TokenKind.UNCLOSED;
        int line = tokens.line(Math.min(Math.max(at, furthest), tokens.count() - 1));
        return unclosed && line > tokenizer.unclosedLine()
                ? tokenizer.neverClosed()
                : new SyntaxFailure(error);
    }
}
