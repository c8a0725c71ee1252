package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A file where a folder is needed.
public class NotADirectoryError extends OSError {
    private static final long serialVersionUID = 1L;

    public NotADirectoryError(@Nullable Object... args) {
        super(args);
    }
}
