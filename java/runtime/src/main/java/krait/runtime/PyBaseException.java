package krait.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Python's `BaseException`: the Throwable itself is the Python exception.
///
/// The JVM's stack trace, filled when the object is made, is its traceback. Compiled code calls
/// [#raised()] before it throws an exception that it did not make in the same statement.
@PyClass(name = "BaseException")
@SuppressWarnings("MemberName")
public class PyBaseException extends RuntimeException implements PyObject {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Object[] args;
    private @Nullable PyBaseException context;
    private @Nullable PyBaseException cause;
    private boolean suppressContext;
    private boolean made;
    private transient @Nullable ObjectList notes;
    private transient List<StackTraceElement[]> earlier = List.of();
    private transient List<PyIterator> held = List.of();

    public PyBaseException(@Nullable Object... args) {
        this.args = args;
    }

    /// `super().__init__(*args)`.
    public final void __init__(Tuple args) {
        this.args = args.toArray();
    }

    /// `e.args`.
    public final Tuple args() {
        return Tuple.of(args);
    }

    /// `e.__context__`: what was being handled when this one was raised.
    public final @Nullable PyBaseException context() {
        return context;
    }

    /// Says what was being handled when this one is raised. An exception never gets into its own
    /// chain of contexts: the link that would close the circle is cut, as CPython does.
    @SuppressWarnings("ReferenceEquality")
    public final void setContext(@Nullable PyBaseException handled) {
        if (handled == this) {
            return;
        }
        for (PyBaseException each = handled; each != null; each = each.context) {
            if (each.context == this) {
                each.context = null;
            }
        }
        context = handled;
    }

    /// `e.__cause__`: what `raise … from` named.
    public final @Nullable PyBaseException cause() {
        return cause;
    }

    /// `raise this from cause`.
    public final PyBaseException from(@Nullable PyBaseException cause) {
        this.cause = cause;
        this.suppressContext = true;
        return this;
    }

    /// `e.__suppress_context__`.
    public final boolean suppressContext() {
        return suppressContext;
    }

    /// What a traceback shows behind the exception.
    public final List<CharSequence> notes() {
        List<CharSequence> shown = new ArrayList<>();
        for (int i = 0; notes != null && i < notes.size(); i++) {
            shown.add(Values.str(notes.__getitem__(i)));
        }
        return shown;
    }

    /// `e.__notes__`, which is there since the first note.
    public final PyList __notes__() {
        if (notes == null) {
            String type = PyType.of(this).name().toString();
            throw new AttributeError("'" + type + "' object has no attribute '__notes__'");
        }
        return notes;
    }

    /// `e.__suppress_context__`.
    public final boolean __suppress_context__() {
        return suppressContext;
    }

    /// `e.__cause__`.
    public final @Nullable PyBaseException __cause__() {
        return cause;
    }

    /// `e.__context__`.
    public final @Nullable PyBaseException __context__() {
        return context;
    }

    /// `e.with_traceback(None)`.
    public final PyBaseException with_traceback(@Nullable Object traceback) {
        return this;
    }

    /// `e.add_note(note)`.
    public final void add_note(CharSequence note) {
        if (notes == null) {
            notes = ObjectList.of();
        }
        notes.append(note);
    }

    /// Says that the exception was made, but not raised there: its trace begins elsewhere.
    public final void made() {
        made = true;
    }

    /// Takes the trace of this place, in front of what the trace was.
    public final PyBaseException raised() {
        if (!made) {
            if (earlier.isEmpty()) {
                earlier = new ArrayList<>(1);
            }
            earlier.add(getStackTrace());
        }
        made = false;
        fillInStackTrace();
        return this;
    }

    /// Generators of functions that it ended, which live as long as its traceback.
    final List<PyIterator> takeHeld() {
        List<PyIterator> taken = held;
        held = List.of();
        return taken;
    }

    final void hold(PyIterator generator) {
        if (held.isEmpty()) {
            held = new ArrayList<>(1);
        }
        held.add(generator);
    }

    /// The traces of earlier raises, oldest first.
    final List<StackTraceElement[]> earlierTraces() {
        return earlier;
    }

    @Override
    public CharSequence __str__() {
        return switch (args.length) {
            case 0 -> "";
            case 1 -> Values.str(args[0]);
            default -> reprOfArgs();
        };
    }

    @Override
    public CharSequence __repr__() {
        String name = PyType.of(this).name();
        return args.length == 1 ? name + "(" + Values.repr(args[0]) + ")" : name + reprOfArgs();
    }

    private String reprOfArgs() {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < args.length; i++) {
            text.append(i == 0 ? "" : ", ").append(Values.repr(args[i]));
        }
        return text.append(')').toString();
    }

    @Override
    public String getMessage() {
        return __str__().toString();
    }
}
