package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The peer gave the connection up.
public class ConnectionAbortedError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public ConnectionAbortedError(@Nullable Object... args) {
        super(args);
    }
}
