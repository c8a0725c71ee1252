package krait.runtime;

import org.jspecify.annotations.Nullable;

/// No module of that name.
public class ModuleNotFoundError extends ImportError {
    private static final long serialVersionUID = 1L;

    public ModuleNotFoundError(@Nullable Object... args) {
        super(args);
    }
}
