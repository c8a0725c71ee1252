package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The base of the errors of encoding and decoding.
public class UnicodeError extends ValueError {
    private static final long serialVersionUID = 1L;

    public UnicodeError(@Nullable Object... args) {
        super(args);
    }
}
