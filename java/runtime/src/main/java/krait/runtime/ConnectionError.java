package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The base of the errors of connections.
public class ConnectionError extends OSError {
    private static final long serialVersionUID = 1L;

    public ConnectionError(@Nullable Object... args) {
        super(args);
    }
}
