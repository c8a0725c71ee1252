package krait.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The text that CPython prints for an exception nobody caught; without the marks below the lines.
///
/// A JVM's stack trace goes down to the thread's first call, a traceback only to the frame that
/// caught the exception. So of an exception that another one followed, the frames are left out that
/// the two share: they are below the handler. The first frame in which they differ is the
/// handler's.
public final class Traceback {
    /// A line of its own stands for further calls of the same line.
    private static final int REPEATED_FRAMES_MAX = 3;

    private final Function<StackTraceElement[], List<PythonFrame>> frames;
    private final Function<PythonFrame, Optional<String>> source;

    /// @param frames the Python frames among the elements of a stack trace, innermost first
    /// @param source the line of source a frame stands at, if it can be read
    public Traceback(
            Function<StackTraceElement[], List<PythonFrame>> frames,
            Function<PythonFrame, Optional<String>> source) {
        this.frames = frames;
        this.source = source;
    }

    /// All of the text, with the exceptions that led to this one.
    public String format(Throwable error) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        PyBaseException last = Raised.python(error);
        append(text, last, trace(last, null), seen);
        return text.toString();
    }

    private void append(
            StringBuilder text,
            PyBaseException error,
            List<PythonFrame> trace,
            Set<Throwable> seen) {
        seen.add(error);
        PyBaseException cause = error.cause();
        PyBaseException context = error.suppressContext() ? null : error.context();
        PyBaseException before = cause == null ? context : cause;
        if (before != null && !seen.contains(before)) {
            append(text, before, trace(before, error), seen);
            text.append(
                    cause == null
                            ? "\nDuring handling of the above exception, "
                                    + "another exception occurred:\n\n"
                            : "\nThe above exception was the direct cause "
                                    + "of the following exception:\n\n");
        }
        if (!trace.isEmpty()) {
            text.append("Traceback (most recent call last):\n");
            appendFrames(text, trace);
        }
        appendError(text, error);
    }

    private void appendFrames(StringBuilder text, List<PythonFrame> trace) {
        int repeated = 0;
        for (int i = 0; i < trace.size(); i++) {
            PythonFrame frame = trace.get(i);
            repeated = i > 0 && frame.equals(trace.get(i - 1)) ? repeated + 1 : 0;
            if (repeated < REPEATED_FRAMES_MAX) {
                appendFrame(text, frame);
            } else if (i + 1 == trace.size() || !frame.equals(trace.get(i + 1))) {
                int more = repeated - REPEATED_FRAMES_MAX + 1;
                text.append("  [Previous line repeated ").append(more).append(" more time");
                text.append(more == 1 ? "]\n" : "s]\n");
            }
        }
    }

    private void appendFrame(StringBuilder text, PythonFrame frame) {
        text.append("  File \"").append(frame.file()).append("\", line ").append(frame.line());
        text.append(", in ").append(frame.function()).append('\n');
        source.apply(frame)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .ifPresent(line -> text.append("    ").append(line).append('\n'));
    }

    private static void appendError(StringBuilder text, PyBaseException error) {
        PyType type = PyType.of(error);
        text.append(type.module().equals("__main__") ? type.qualname() : type.qualifiedName());
        String message = message(error);
        text.append(message.isEmpty() ? "" : ": ").append(message).append('\n');
        for (CharSequence note : error.notes()) {
            text.append(note).append('\n');
        }
    }

    private static String message(PyBaseException error) {
        try {
            return error.__str__().toString();
        } catch (PyException broken) {
            return "<exception str() failed>";
        }
    }

    /// The frames of an exception, outermost first.
    ///
    /// @param later the exception that followed it, whose trace shares the frames below the handler
    private List<PythonFrame> trace(PyBaseException error, @Nullable PyBaseException later) {
        List<List<PythonFrame>> raises = new ArrayList<>();
        raises.add(python(error.getStackTrace()));
        for (StackTraceElement[] earlier : error.earlierTraces().reversed()) {
            raises.add(python(earlier));
        }
        List<PythonFrame> below = later == null ? List.of() : firstTrace(later);
        List<PythonFrame> trace = new ArrayList<>();
        for (List<PythonFrame> raise : raises) {
            trace.addAll(raise.subList(shared(raise, below), raise.size()));
            below = raise;
        }
        return trace;
    }

    private List<PythonFrame> firstTrace(PyBaseException error) {
        List<StackTraceElement[]> earlier = error.earlierTraces();
        return python(earlier.isEmpty() ? error.getStackTrace() : earlier.getFirst());
    }

    private static int shared(List<PythonFrame> one, List<PythonFrame> other) {
        int count = 0;
        int max = Math.min(one.size(), other.size());
        while (count < max && one.get(count).equals(other.get(count))) {
            count++;
        }
        return count;
    }

    private List<PythonFrame> python(StackTraceElement[] elements) {
        return frames.apply(elements).reversed();
    }
}
