package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Doubtful syntax.
public class SyntaxWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public SyntaxWarning(@Nullable Object... args) {
        super(args);
    }
}
