package krait.runtime.lib;

import krait.runtime.AttributeError;
import krait.runtime.PyClass;
import org.jspecify.annotations.Nullable;

/// `dataclasses.FrozenInstanceError`.
@PyClass(module = "dataclasses", name = "FrozenInstanceError")
public class FrozenInstanceError extends AttributeError {
    private static final long serialVersionUID = 1L;

    public FrozenInstanceError(@Nullable Object... args) {
        super(args);
    }
}
