package krait.runtime;

/// What compiled `try` statements do with exceptions.
public final class Handling {
    private Handling() {}

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
