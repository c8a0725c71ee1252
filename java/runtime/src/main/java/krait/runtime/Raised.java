package krait.runtime;

/// What was thrown, as Python sees it.
public final class Raised {
    private Raised() {}

    /// The Python exception that a Throwable is. The JVM's own errors become Python's: calls too
    /// deep a RecursionError, no memory a MemoryError, anything else a SystemError.
    public static PyBaseException python(Throwable thrown) {
        PyBaseException error =
                switch (thrown) {
                    case PyBaseException python -> python;
                    case StackOverflowError _ ->
                            new RecursionError("maximum recursion depth exceeded");
                    case OutOfMemoryError _ -> new MemoryError();
                    default -> new SystemError(thrown.toString());
                };
        if (!error.equals(thrown)) {
            error.setStackTrace(thrown.getStackTrace());
        }
        return error;
    }
}
