package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The other end is closed.
public class BrokenPipeError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public BrokenPipeError(@Nullable Object... args) {
        super(args);
    }
}
