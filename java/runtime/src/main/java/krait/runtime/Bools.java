package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Making of bools.
public final class Bools {
    private Bools() {}

    /// `bool()`.
    public static boolean new_() {
        return false;
    }

    /// `bool(value)`.
    public static boolean new_(@Nullable Object value) {
        return Values.truth(value);
    }
}
