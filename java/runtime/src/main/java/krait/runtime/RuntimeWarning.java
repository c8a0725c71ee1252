package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Doubtful behaviour at run time.
public class RuntimeWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public RuntimeWarning(@Nullable Object... args) {
        super(args);
    }
}
