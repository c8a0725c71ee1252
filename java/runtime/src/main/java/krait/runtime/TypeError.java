package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A value of a wrong type.
public class TypeError extends PyException {
    private static final long serialVersionUID = 1L;

    public TypeError(@Nullable Object... args) {
        super(args);
    }
}
