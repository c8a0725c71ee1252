package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A weak reference whose object is gone.
public class ReferenceError extends PyException {
    private static final long serialVersionUID = 1L;

    public ReferenceError(@Nullable Object... args) {
        super(args);
    }
}
