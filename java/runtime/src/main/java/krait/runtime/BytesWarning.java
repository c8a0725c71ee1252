package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Bytes and text are mixed.
public class BytesWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public BytesWarning(@Nullable Object... args) {
        super(args);
    }
}
