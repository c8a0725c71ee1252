package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.PyType;
import org.jspecify.annotations.Nullable;

/// `contextlib.suppress`.
@PyClass(module = "contextlib", name = "suppress")
@SuppressWarnings("MemberName")
public final class Suppress implements PyObject {
    private final @Nullable Object[] classes;

    /// Ends a `with` whose body raises one of these classes.
    public Suppress(@Nullable Object... classes) {
        this.classes = classes;
    }

    /// The beginning of the `with`.
    public void __enter__() {}

    /// Whether the error is one of them.
    public boolean __exit__(
            @Nullable Object kind, @Nullable Object error, @Nullable Object traceback) {
        if (error == null) {
            return false;
        }
        for (Object each : classes) {
            if (each instanceof PyType type && type.isInstance(error)) {
                return true;
            }
        }
        return false;
    }
}
