package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The base of warnings.
public class Warning extends PyException {
    private static final long serialVersionUID = 1L;

    public Warning(@Nullable Object... args) {
        super(args);
    }
}
