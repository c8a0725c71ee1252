package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The file is there already.
public class FileExistsError extends OSError {
    private static final long serialVersionUID = 1L;

    public FileExistsError(@Nullable Object... args) {
        super(args);
    }
}
