package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A feature will change its meaning.
public class FutureWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public FutureWarning(@Nullable Object... args) {
        super(args);
    }
}
