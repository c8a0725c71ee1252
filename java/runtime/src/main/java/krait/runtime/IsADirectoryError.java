package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A folder where a file is needed.
public class IsADirectoryError extends OSError {
    private static final long serialVersionUID = 1L;

    public IsADirectoryError(@Nullable Object... args) {
        super(args);
    }
}
