package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A local name without a value.
public class UnboundLocalError extends NameError {
    private static final long serialVersionUID = 1L;

    public UnboundLocalError(@Nullable Object... args) {
        super(args);
    }
}
