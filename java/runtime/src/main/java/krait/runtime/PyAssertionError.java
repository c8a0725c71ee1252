package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `AssertionError`: an `assert` that does not hold.
@PyClass(name = "AssertionError")
public class PyAssertionError extends PyException {
    private static final long serialVersionUID = 1L;

    public PyAssertionError(@Nullable Object... args) {
        super(args);
    }
}
