package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Calls too deep.
public class RecursionError extends RuntimeError {
    private static final long serialVersionUID = 1L;

    public RecursionError(@Nullable Object... args) {
        super(args);
    }
}
