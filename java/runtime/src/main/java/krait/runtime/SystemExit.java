package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The program ends.
public class SystemExit extends PyBaseException {
    private static final long serialVersionUID = 1L;

    public SystemExit(@Nullable Object... args) {
        super(args);
    }

    /// `e.code`: None, an int that is the exit status, or anything else, which is printed.
    public final @Nullable Object code() {
        return switch (args().size()) {
            case 0 -> null;
            case 1 -> args().get(0);
            default -> args();
        };
    }
}
