package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An index outside its sequence.
public class IndexError extends LookupError {
    private static final long serialVersionUID = 1L;

    public IndexError(@Nullable Object... args) {
        super(args);
    }
}
