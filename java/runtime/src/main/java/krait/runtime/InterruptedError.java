package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A signal interrupted the call.
public class InterruptedError extends OSError {
    private static final long serialVersionUID = 1L;

    public InterruptedError(@Nullable Object... args) {
        super(args);
    }
}
