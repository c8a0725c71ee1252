package krait.runtime;

import java.util.Arrays;

/// What `min` and `max` raise when a generator expression gives nothing.
///
/// The loop of the expression is a method, which raises it; under CPython the builtin does, when
/// the expression has no frame any more.
public final class NoItems {
    private static final String FORM = "$$";

    private NoItems() {}

    /// The error of a builtin, without the frames of the method that calls this.
    public static PyBaseException of(String builtin) {
        ValueError error = new ValueError(builtin + "() iterable argument is empty");
        StackTraceElement[] trace = error.getStackTrace();
        String loop = trace.length > 1 ? method(trace[1]) : "";
        int from = 1;
        while (from < trace.length && method(trace[from]).equals(loop)) {
            from++;
        }
        error.setStackTrace(Arrays.copyOfRange(trace, Math.min(from, trace.length), trace.length));
        return error;
    }

    /// The name of a method, whatever its ints are held in.
    private static String method(StackTraceElement element) {
        String name = element.getMethodName();
        int form = name.indexOf(FORM);
        return form < 0 ? name : name.substring(0, form);
    }
}
