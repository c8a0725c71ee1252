package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyException;
import org.jspecify.annotations.Nullable;

/// Data that `zlib` can't read.
@PyClass(module = "zlib", name = "error")
public class ZlibError extends PyException {
    private static final long serialVersionUID = 1L;

    public ZlibError(@Nullable Object... args) {
        super(args);
    }
}
