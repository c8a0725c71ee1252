package krait.runtime;

import org.jspecify.annotations.Nullable;

/// `input()` met the end of its file.
public class EOFError extends PyException {
    private static final long serialVersionUID = 1L;

    public EOFError(@Nullable Object... args) {
        super(args);
    }
}
