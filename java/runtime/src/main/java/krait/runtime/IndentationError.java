package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Wrong indentation.
public class IndentationError extends SyntaxError {
    private static final long serialVersionUID = 1L;

    public IndentationError(@Nullable Object... args) {
        super(args);
    }
}
