package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Too late: the interpreter shuts down.
public class PythonFinalizationError extends RuntimeError {
    private static final long serialVersionUID = 1L;

    public PythonFinalizationError(@Nullable Object... args) {
        super(args);
    }
}
