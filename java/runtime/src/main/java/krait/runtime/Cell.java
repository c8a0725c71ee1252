package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A variable that a function and the functions inside it share.
public final class Cell {
    /// Its value; [Unbound#VALUE] when it has none.
    @SuppressWarnings("VisibilityModifier")
    public @Nullable Object value = Unbound.VALUE;
}
