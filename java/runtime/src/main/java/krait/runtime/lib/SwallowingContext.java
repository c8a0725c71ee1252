package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import org.jspecify.annotations.Nullable;

/// A manager whose generator may end although an error was thrown into it.
@PyClass(module = "contextlib", name = "_GeneratorContextManager")
@SuppressWarnings("MemberName")
public final class SwallowingContext extends ManagedGenerator {
    /// Its generator has not begun.
    public SwallowingContext(PyIterator generator) {
        super(generator);
    }

    /// The end of the `with`.
    public boolean __exit__(
            @Nullable Object kind, @Nullable Object error, @Nullable Object traceback) {
        return leave(error);
    }
}
