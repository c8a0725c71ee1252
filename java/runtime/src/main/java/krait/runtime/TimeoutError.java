package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The time is over.
public class TimeoutError extends OSError {
    private static final long serialVersionUID = 1L;

    public TimeoutError(@Nullable Object... args) {
        super(args);
    }
}
