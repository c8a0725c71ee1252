package krait.runtime;

import org.jspecify.annotations.Nullable;

/// No such file.
public class FileNotFoundError extends OSError {
    private static final long serialVersionUID = 1L;

    public FileNotFoundError(@Nullable Object... args) {
        super(args);
    }
}
