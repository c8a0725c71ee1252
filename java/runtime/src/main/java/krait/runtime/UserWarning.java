package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A warning of the program.
public class UserWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public UserWarning(@Nullable Object... args) {
        super(args);
    }
}
