package krait.compiler.lowering;

import java.io.Serial;
import krait.compiler.diagnostics.Span;

/// A construct that the checker accepts and this phase does not translate; it never leaves it.
final class Unsupported extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Span span;

    Unsupported(Span span, String what) {
        super(what, null, false, false);
        this.span = span;
    }

    Span span() {
        return span;
    }

    /// The construct, as the subject of a sentence.
    String what() {
        return String.valueOf(getMessage());
    }
}
