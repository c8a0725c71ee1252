package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Something was left open.
public class ResourceWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public ResourceWarning(@Nullable Object... args) {
        super(args);
    }
}
