package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An error of the interpreter itself.
public class SystemError extends PyException {
    private static final long serialVersionUID = 1L;

    public SystemError(@Nullable Object... args) {
        super(args);
    }
}
