package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The operation would block.
public class BlockingIOError extends OSError {
    private static final long serialVersionUID = 1L;

    public BlockingIOError(@Nullable Object... args) {
        super(args);
    }
}
