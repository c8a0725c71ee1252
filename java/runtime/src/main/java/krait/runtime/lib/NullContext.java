package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyObject;
import org.jspecify.annotations.Nullable;

/// `contextlib.nullcontext`.
@PyClass(module = "contextlib", name = "nullcontext")
@SuppressWarnings("MemberName")
public final class NullContext implements PyObject {
    private final @Nullable Object entered;

    /// Enters with None.
    public NullContext() {
        this(null);
    }

    /// Enters with a value.
    public NullContext(@Nullable Object entered) {
        this.entered = entered;
    }

    /// The value.
    public @Nullable Object __enter__() {
        return entered;
    }

    /// Does nothing.
    public void __exit__(
            @Nullable Object kind, @Nullable Object error, @Nullable Object traceback) {}
}
