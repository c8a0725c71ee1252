package krait.runtime.lib;

import krait.runtime.OSError;
import krait.runtime.PyClass;
import org.jspecify.annotations.Nullable;

/// A stream can't do what is asked of it. In CPython it is below ValueError, too.
@PyClass(module = "io", name = "UnsupportedOperation")
public class UnsupportedOperation extends OSError {
    private static final long serialVersionUID = 1L;

    public UnsupportedOperation(@Nullable Object... args) {
        super(args);
    }
}
