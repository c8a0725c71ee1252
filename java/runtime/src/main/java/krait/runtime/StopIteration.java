package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An iterator has no more.
public class StopIteration extends PyException {
    private static final long serialVersionUID = 1L;

    public StopIteration(@Nullable Object... args) {
        super(args);
    }

    /// `e.value`: what the generator returned.
    public final @Nullable Object value() {
        return args().size() == 0 ? null : args().get(0);
    }
}
