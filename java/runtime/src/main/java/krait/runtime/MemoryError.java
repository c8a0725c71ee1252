package krait.runtime;

import org.jspecify.annotations.Nullable;

/// No memory left.
public class MemoryError extends PyException {
    private static final long serialVersionUID = 1L;

    public MemoryError(@Nullable Object... args) {
        super(args);
    }
}
