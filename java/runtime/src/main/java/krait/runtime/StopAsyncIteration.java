package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An asynchronous iterator has no more.
public class StopAsyncIteration extends PyException {
    private static final long serialVersionUID = 1L;

    public StopAsyncIteration(@Nullable Object... args) {
        super(args);
    }
}
