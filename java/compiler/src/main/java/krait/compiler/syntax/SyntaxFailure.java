package krait.compiler.syntax;

import krait.compiler.diagnostics.Diagnostic;

/// Carries the first error of a source up to [Parser], which turns it into a value again. Nobody
/// else sees it, so it has no stack trace.
final class SyntaxFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    SyntaxFailure(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
