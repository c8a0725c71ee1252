package krait.runtime;

import org.jspecify.annotations.Nullable;

/// No such name.
public class NameError extends PyException {
    private static final long serialVersionUID = 1L;

    public NameError(@Nullable Object... args) {
        super(args);
    }
}
