package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Source that is no Python.
public class SyntaxError extends PyException {
    private static final long serialVersionUID = 1L;

    public SyntaxError(@Nullable Object... args) {
        super(args);
    }
}
