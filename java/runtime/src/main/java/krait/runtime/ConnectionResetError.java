package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The peer cut the connection.
public class ConnectionResetError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public ConnectionResetError(@Nullable Object... args) {
        super(args);
    }
}
