package krait.runtime;

import org.jspecify.annotations.Nullable;

/// What the parts of a method that was too long for the JVM hand to each other: an array with a
/// place for each variable.
public final class SplitFrame {
    private SplitFrame() {}

    /// A frame whose places have what stands for no value yet.
    ///
    /// @param kinds a letter for each place: `J` for ints, `D` for floats, `Z` for bools, `L` for
    ///   anything else
    public static @Nullable Object[] of(String kinds) {
        @Nullable Object[] frame = new @Nullable Object[kinds.length()];
        for (int i = 0; i < frame.length; i++) {
            frame[i] =
                    switch (kinds.charAt(i)) {
                        case 'J' -> (Object) 0L;
                        case 'D' -> 0.0;
                        case 'Z' -> false;
                        default -> null;
                    };
        }
        return frame;
    }

    /// What is in a place.
    public static @Nullable Object get(@Nullable Object[] frame, long place) {
        return frame[(int) place];
    }

    /// The same, where an iterator is.
    public static @Nullable PyIterator iterator(@Nullable Object[] frame, long place) {
        return (PyIterator) frame[(int) place];
    }

    /// Puts a value there.
    public static void put(@Nullable Object[] frame, long place, @Nullable Object value) {
        frame[(int) place] = value;
    }
}
