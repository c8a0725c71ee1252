package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The peer does not accept.
public class ConnectionRefusedError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public ConnectionRefusedError(@Nullable Object... args) {
        super(args);
    }
}
