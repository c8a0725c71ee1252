package krait.compiler.diagnostics;

import java.util.Optional;
import krait.base.Blame;

/// What the compiler has to say about a place in a program, as a value.
///
/// @param code stable, such as `KR101`
/// @param message one sentence
/// @param hint how to write it instead
public record Diagnostic(
        String code,
        Severity severity,
        Source source,
        Span span,
        String message,
        Optional<String> hint) {

    public static Diagnostic error(String code, Source source, Span span, String message) {
        return new Diagnostic(code, Severity.ERROR, source, span, message, Optional.empty());
    }

    /// The same with advice on how to write it.
    public Diagnostic rewrite(String advice) {
        return new Diagnostic(code, severity, source, span, message, Optional.of(advice));
    }

    /// Who has to act: a diagnostic is always about the program.
    public Blame blame() {
        return Blame.USER;
    }

    /// Where it begins, counted from 1 in code points.
    public int column() {
        return source.column(span.line(), span.column());
    }

    /// The column behind its end, in the line `span().endLine()`, counted as [#column] is.
    public int endColumn() {
        return source.column(span.endLine(), span.endColumn());
    }

    /// For people: place and message, the line, a caret below it, and the advice.
    ///
    /// ```text
    /// app.py:3:5: error KR110: cannot assign to literal
    ///     1 = x
    ///     ^
    ///   = rewrite: …
    /// ```
    public String render() {
        return render(source.name(), Paint.PLAIN);
    }

    /// The same with the file under another name.
    public String render(String file, Paint paint) {
        StringBuilder out = new StringBuilder();
        out.append(paint.strong(file + ":" + span.line() + ":" + column())).append(": ");
        out.append(paint.error(severity.label() + " " + code)).append(": ");
        out.append(paint.strong(message)).append('\n');
        String line = source.line(span.line());
        if (!line.isBlank()) {
            StringBuilder caret = new StringBuilder();
            String margin = caret(caret, line);
            out.append("    ").append(line).append("\n    ").append(margin);
            out.append(paint.error(caret.toString())).append('\n');
        }
        hint.ifPresent(advice -> out.append(paint.advice("  = rewrite: " + advice)).append('\n'));
        return out.toString();
    }

    /// Returns what stands before the caret: tabs of the line are repeated, so that it stands right
    /// whatever their width.
    private String caret(StringBuilder caret, String line) {
        StringBuilder out = new StringBuilder();
        int first = column() - 1;
        int points = line.codePointCount(0, line.length());
        int last =
                span.endLine() == span.line()
                        ? source.column(span.line(), span.endColumn()) - 1
                        : points;
        int at = 0;
        for (int i = 0; i < first; i++) {
            boolean tab = at < line.length() && line.charAt(at) == '\t';
            out.append(tab ? '\t' : ' ');
            at += at < line.length() ? Character.charCount(line.codePointAt(at)) : 0;
        }
        caret.append("^".repeat(Math.max(1, Math.min(last, points) - first)));
        return out.toString();
    }
}
