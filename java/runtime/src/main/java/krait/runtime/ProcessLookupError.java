package krait.runtime;

import org.jspecify.annotations.Nullable;

/// No such process.
public class ProcessLookupError extends OSError {
    private static final long serialVersionUID = 1L;

    public ProcessLookupError(@Nullable Object... args) {
        super(args);
    }
}
