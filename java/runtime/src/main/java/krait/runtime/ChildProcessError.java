package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A child process failed.
public class ChildProcessError extends OSError {
    private static final long serialVersionUID = 1L;

    public ChildProcessError(@Nullable Object... args) {
        super(args);
    }
}
