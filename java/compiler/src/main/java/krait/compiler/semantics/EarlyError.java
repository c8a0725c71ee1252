package krait.compiler.semantics;

import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.SyntaxCode;

/// Carries the first error up to [EarlyErrors], which turns it into a value. Nobody else sees it,
/// so it has no stack trace.
final class EarlyError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SyntaxCode code;
    private final transient Span span;
    private final String complaint;
    private final String advice;

    /// @param complaint CPython's words
    /// @param advice how to write it instead
    EarlyError(SyntaxCode code, Span span, String complaint, String advice) {
        super(complaint, null, false, false);
        this.code = code;
        this.span = span;
        this.complaint = complaint;
        this.advice = advice;
    }

    Diagnostic in(Source source) {
        return Diagnostic.error(code.code(), source, span, complaint).rewrite(advice);
    }
}
