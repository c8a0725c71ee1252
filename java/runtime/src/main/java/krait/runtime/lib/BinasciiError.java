package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// Data that `base64` can't read.
@PyClass(module = "binascii", name = "Error")
public class BinasciiError extends ValueError {
    private static final long serialVersionUID = 1L;

    public BinasciiError(@Nullable Object... args) {
        super(args);
    }
}
