package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Tabs and spaces that contradict each other.
public class TabError extends IndentationError {
    private static final long serialVersionUID = 1L;

    public TabError(@Nullable Object... args) {
        super(args);
    }
}
