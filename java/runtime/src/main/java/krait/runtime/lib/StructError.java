package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyException;
import org.jspecify.annotations.Nullable;

/// The format and the values of `struct` don't fit.
@PyClass(module = "struct", name = "error")
public class StructError extends PyException {
    private static final long serialVersionUID = 1L;

    public StructError(@Nullable Object... args) {
        super(args);
    }
}
