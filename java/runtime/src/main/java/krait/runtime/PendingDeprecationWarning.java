package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A feature will be deprecated.
public class PendingDeprecationWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public PendingDeprecationWarning(@Nullable Object... args) {
        super(args);
    }
}
