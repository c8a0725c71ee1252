package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The base of the errors of arithmetic.
public class ArithmeticError extends PyException {
    private static final long serialVersionUID = 1L;

    public ArithmeticError(@Nullable Object... args) {
        super(args);
    }
}
