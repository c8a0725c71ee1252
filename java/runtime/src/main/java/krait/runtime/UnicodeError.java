package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The base of the errors of encoding and decoding.
public class UnicodeError extends ValueError {
    private static final long serialVersionUID = 1L;

    public UnicodeError(@Nullable Object... args) {
        super(args);
    }

    /// `e.encoding`.
    public final @Nullable Object encoding() {
        return args().get(0);
    }

    /// `e.object`: the text or the bytes.
    public final @Nullable Object object() {
        return args().get(1);
    }

    /// `e.start`.
    public final @Nullable Object start() {
        return args().get(2);
    }

    /// `e.end`.
    public final @Nullable Object end() {
        return args().get(3);
    }

    /// `e.reason`.
    public final @Nullable Object reason() {
        return args().get(4);
    }
}
