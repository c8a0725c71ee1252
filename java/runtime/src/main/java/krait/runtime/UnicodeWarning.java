package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Doubtful text.
public class UnicodeWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public UnicodeWarning(@Nullable Object... args) {
        super(args);
    }
}
