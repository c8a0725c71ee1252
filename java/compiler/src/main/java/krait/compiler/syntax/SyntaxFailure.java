package krait.compiler.syntax;

import krait.compiler.diagnostics.Diagnostic;

/// Carries the first error of a source up to [Parser], which turns it into a value again. Nobody
/// else sees it, so it has no stack trace.
final class SyntaxFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final boolean named;

    SyntaxFailure(Diagnostic diagnostic) {
        this(diagnostic, true);
    }

    /// @param named whether it names the mistake, rather than that no rule fits
    SyntaxFailure(Diagnostic diagnostic, boolean named) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
        this.named = named;
    }

    boolean isNamed() {
        return named;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
