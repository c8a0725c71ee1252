package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The user interrupts the program.
public class KeyboardInterrupt extends PyBaseException {
    private static final long serialVersionUID = 1L;

    public KeyboardInterrupt(@Nullable Object... args) {
        super(args);
    }
}
