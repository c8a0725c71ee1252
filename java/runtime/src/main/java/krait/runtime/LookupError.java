package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The base of the errors of a wrong key or index.
public class LookupError extends PyException {
    private static final long serialVersionUID = 1L;

    public LookupError(@Nullable Object... args) {
        super(args);
    }
}
