package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An object whose attributes are found by their names when the program runs: in a field of
/// `str.format`.
public interface Attributed {
    /// `getattr(x, name)`; throws [AttributeError] when there is none.
    @Nullable Object getattr(CharSequence name);
}
