package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Not allowed.
public class PermissionError extends OSError {
    private static final long serialVersionUID = 1L;

    public PermissionError(@Nullable Object... args) {
        super(args);
    }
}
