package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A module or a name of one is missing.
public class ImportError extends PyException {
    private static final long serialVersionUID = 1L;

    public ImportError(@Nullable Object... args) {
        super(args);
    }
}
