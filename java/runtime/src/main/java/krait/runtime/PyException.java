package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `Exception`: the base of all errors a program may handle.
@PyClass(name = "Exception")
public class PyException extends PyBaseException {
    private static final long serialVersionUID = 1L;

    public PyException(@Nullable Object... args) {
        super(args);
    }
}
