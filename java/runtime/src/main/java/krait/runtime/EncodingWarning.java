package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An encoding is left to the platform.
public class EncodingWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public EncodingWarning(@Nullable Object... args) {
        super(args);
    }
}
