package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A number is too large for what is asked.
public class OverflowError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    public OverflowError(@Nullable Object... args) {
        super(args);
    }
}
