package krait.runtime.lib;

import org.jspecify.annotations.Nullable;

/// The module `copy`.
public final class CopyModule {
    private CopyModule() {}

    /// `copy.copy(x)`.
    public static @Nullable Object copy(@Nullable Object x) {
        return new Copies(false).of(x);
    }

    /// `copy.deepcopy(x)`.
    public static @Nullable Object deepcopy(@Nullable Object x) {
        return new Copies(true).of(x);
    }
}
