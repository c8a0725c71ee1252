package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The program ends.
public class SystemExit extends PyBaseException {
    private static final long serialVersionUID = 1L;

    public SystemExit(@Nullable Object... args) {
        super(args);
    }

    /// `e.code`: None, an int that is the exit status, or a text that is printed.
    public final @Nullable Object code() {
        return args().length == 1 ? args()[0] : null;
    }
}
