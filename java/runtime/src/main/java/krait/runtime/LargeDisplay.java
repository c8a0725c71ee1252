package krait.runtime;

import org.jspecify.annotations.Nullable;

/// What compiled code makes displays of many constants with.
public final class LargeDisplay {
    private LargeDisplay() {}

    /// Room for the elements.
    public static @Nullable Object[] room(long size) {
        return new @Nullable Object[(int) size];
    }

    /// Puts a part of the elements there.
    public static void put(@Nullable Object[] all, long first, @Nullable Object[] part) {
        System.arraycopy(part, 0, all, (int) first, part.length);
    }
}
