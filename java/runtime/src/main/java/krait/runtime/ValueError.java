package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A value of the right type that does not do.
public class ValueError extends PyException {
    private static final long serialVersionUID = 1L;

    public ValueError(@Nullable Object... args) {
        super(args);
    }
}
