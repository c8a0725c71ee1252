package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A method that a subclass must give.
public class NotImplementedError extends RuntimeError {
    private static final long serialVersionUID = 1L;

    public NotImplementedError(@Nullable Object... args) {
        super(args);
    }
}
