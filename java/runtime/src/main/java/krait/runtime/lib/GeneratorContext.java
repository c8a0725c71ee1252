package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import org.jspecify.annotations.Nullable;

/// A manager whose generator raises again whatever is thrown into it.
@PyClass(module = "contextlib", name = "_GeneratorContextManager")
@SuppressWarnings("MemberName")
public final class GeneratorContext extends ManagedGenerator {
    /// Its generator has not begun.
    public GeneratorContext(PyIterator generator) {
        super(generator);
    }

    /// The end of the `with`.
    public void __exit__(
            @Nullable Object kind, @Nullable Object error, @Nullable Object traceback) {
        leave(error);
    }
}
