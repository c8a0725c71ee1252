package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Division or modulo by zero.
public class ZeroDivisionError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    public ZeroDivisionError(@Nullable Object... args) {
        super(args);
    }
}
