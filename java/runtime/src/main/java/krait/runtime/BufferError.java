package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A buffer is in use.
public class BufferError extends PyException {
    private static final long serialVersionUID = 1L;

    public BufferError(@Nullable Object... args) {
        super(args);
    }
}
