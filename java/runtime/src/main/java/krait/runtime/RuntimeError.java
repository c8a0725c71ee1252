package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An error that has no class of its own.
public class RuntimeError extends PyException {
    private static final long serialVersionUID = 1L;

    public RuntimeError(@Nullable Object... args) {
        super(args);
    }
}
