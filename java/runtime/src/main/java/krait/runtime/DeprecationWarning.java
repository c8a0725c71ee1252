package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A feature is going away.
public class DeprecationWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public DeprecationWarning(@Nullable Object... args) {
        super(args);
    }
}
