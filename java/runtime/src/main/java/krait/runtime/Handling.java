package krait.runtime;

import org.jspecify.annotations.Nullable;

/// What compiled `try` statements do with exceptions.
public final class Handling {
    private Handling() {}

    /// A function ends with an exception, whose traceback refers to the function's variables, and
    /// so to a generator.
    public static void hold(PyBaseException error, @Nullable PyIterator generator) {
        if (generator != null) {
            error.hold(generator);
        }
    }

    /// An exception was handled: what it holds, and what those hold that it was raised in, goes.
    public static void release(PyBaseException error) {
        for (PyBaseException each = error; each != null; each = each.context()) {
            each.takeHeld().forEach(Generator::drop);
        }
    }

    /// Says that an exception was raised while another one was being handled, at the end of its own
    /// chain: what it was raised in comes first.
    @SuppressWarnings("ReferenceEquality")
    public static PyBaseException during(PyBaseException raised, PyBaseException handled) {
        PyBaseException last = raised;
        while (last != handled) {
            PyBaseException context = last.context();
            if (context == null) {
                last.setContext(handled);
                break;
            }
            last = context;
        }
        return raised;
    }
}
