package krait.runtime;

import org.jspecify.annotations.Nullable;

/// No such attribute.
public class AttributeError extends PyException {
    private static final long serialVersionUID = 1L;

    public AttributeError(@Nullable Object... args) {
        super(args);
    }
}
