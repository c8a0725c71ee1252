package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A generator is closed.
public class GeneratorExit extends PyBaseException {
    private static final long serialVersionUID = 1L;

    public GeneratorExit(@Nullable Object... args) {
        super(args);
    }
}
