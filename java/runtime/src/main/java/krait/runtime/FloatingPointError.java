package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Named by Python, raised by nothing.
public class FloatingPointError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    public FloatingPointError(@Nullable Object... args) {
        super(args);
    }
}
