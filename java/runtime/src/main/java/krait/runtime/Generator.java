package krait.runtime;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The base of every compiled generator.
///
/// A subclass keeps the function's locals in fields and implements [#step()], a switch over
/// [#state]: 0 is the start. Before it returns true it stores what it yields ([#yields]) and where
/// it goes on; there it first calls [#resumed()], which gives what was sent, or throws what was
/// thrown into it. When it returns false it may have stored its [#result].
///
/// From the first int on that is too wide for a long, [#wideStep()] does the same with objects.
@PyClass(name = "generator")
@SuppressWarnings("MemberName")
public abstract class Generator extends PyIterator {
    /// How what was yielded is kept.
    private enum Held {
        OBJECT,
        INT,
        FLOAT
    }

    /// Where [#step()] goes on.
    protected int state;

    /// What the generator returned.
    protected @Nullable Object result;

    /// Whether some int was too wide for a long.
    protected boolean wide;

    /// That int, where it is the value of what was left off.
    protected @Nullable Object wideValue;

    private @Nullable Object item;
    private Held held = Held.OBJECT;
    private long number;
    private @Nullable Object sent;
    private @Nullable PyBaseException thrown;
    private boolean started;
    private boolean running;
    private boolean finished;

    /// Runs to the next yield (true) or to the end (false).
    protected abstract boolean step();

    /// Does the same where some int was too wide.
    protected boolean wideStep() {
        return step();
    }

    /// Stores what is yielded; true, for `return yields(x)`.
    public final boolean yields(@Nullable Object value) {
        item = value;
        held = Held.OBJECT;
        return true;
    }

    /// Stores an int that is yielded.
    public final boolean yields(long value) {
        number = value;
        held = Held.INT;
        return true;
    }

    /// Stores a float that is yielded.
    public final boolean yields(double value) {
        number = Double.doubleToRawLongBits(value);
        held = Held.FLOAT;
        return true;
    }

    /// The value of a yield expression, once the generator is resumed.
    public final @Nullable Object resumed() {
        PyBaseException pending = thrown;
        if (pending != null) {
            thrown = null;
            throw pending;
        }
        Object value = sent;
        sent = null;
        return value;
    }

    /// One step of `yield from source`; true when it yields. When false, its value is
    /// [#resultOf(PyIterator)]. The first step is preceded by no resumption.
    public final boolean delegate(PyIterator source) {
        PyBaseException pending = thrown;
        Object value = sent;
        thrown = null;
        sent = null;
        if (!(source instanceof Generator inner)) {
            if (pending != null) {
                throw pending;
            }
            return source.advance() && yields(source.value());
        }
        if (pending instanceof GeneratorExit) {
            inner.close();
            throw pending;
        }
        return inner.resume(value, pending) && passOn(inner);
    }

    private boolean passOn(Generator inner) {
        item = inner.item;
        held = inner.held;
        number = inner.number;
        return true;
    }

    /// The value of `yield from source`, after its end.
    public static @Nullable Object resultOf(PyIterator source) {
        return source instanceof Generator inner ? inner.result : null;
    }

    @Override
    public final boolean advance() {
        return resume(null, null);
    }

    @Override
    public @Nullable Object value() {
        return switch (held) {
            case OBJECT -> item;
            case INT -> number;
            case FLOAT -> Double.longBitsToDouble(number);
        };
    }

    @Override
    public long longValue() throws WideResult {
        return held == Held.INT ? number : super.longValue();
    }

    @Override
    public double doubleValue() {
        return held == Held.FLOAT ? Double.longBitsToDouble(number) : super.doubleValue();
    }

    @Override
    final StopIteration end() {
        Object value = result;
        result = null;
        return value == null ? new StopIteration() : new StopIteration(value);
    }

    /// `g.send(value)`.
    public final @Nullable Object send(@Nullable Object value) {
        if (!started && !finished && !running && value != null) {
            throw new TypeError("can't send non-None value to a just-started generator");
        }
        if (resume(value, null)) {
            return value();
        }
        throw end();
    }

    /// `g.throw(exception)`.
    public final @Nullable Object throw_(PyBaseException exception) {
        if (resume(null, exception)) {
            return value();
        }
        throw end();
    }

    /// `g.close()`: what the generator returned, if it was stopped by this.
    public final @Nullable Object close() {
        if (running) {
            throw new ValueError("generator already executing");
        }
        if (finished || !started) {
            finished = true;
            return null;
        }
        boolean yielded;
        try {
            yielded = resume(null, new GeneratorExit());
        } catch (GeneratorExit exit) {
            Handling.release(exit);
            return null;
        }
        if (yielded) {
            throw new RuntimeError("generator ignored GeneratorExit");
        }
        Object value = result;
        result = null;
        return value;
    }

    /// Closes a generator that nobody else has, as CPython does when its last reference goes:
    /// nobody can catch what it raises then, so it is only told.
    public static void drop(@Nullable PyIterator iterator) {
        if (iterator instanceof Generator generator && !generator.running) {
            try {
                generator.close();
            } catch (PyBaseException error) {
                Unraisable.report("closing generator", error);
            }
        }
    }

    /// A global variable that held one generator, or none, holds another one, or none.
    public static void global(@Nullable PyIterator old, @Nullable PyIterator now) {
        if (now != null) {
            Globals.HELD.add(now);
        }
        if (old != null && Globals.HELD.remove(old)) {
            drop(old);
        }
    }

    /// The program ends: the generators in its global variables go, from the oldest on.
    public static void dropGlobals() {
        List<PyIterator> all = List.copyOf(Globals.HELD);
        Globals.HELD.clear();
        all.forEach(Generator::drop);
    }

    private static final class Globals {
        static final Set<PyIterator> HELD = Collections.synchronizedSet(new LinkedHashSet<>());
    }

    /// What leaves a generator instead of StopIteration.
    public static PyBaseException stopped(Throwable stop) {
        RuntimeError error = new RuntimeError("generator raised StopIteration");
        PyBaseException cause = (PyBaseException) stop;
        error.setContext(cause);
        return error.from(cause);
    }

    private boolean resume(@Nullable Object value, @Nullable PyBaseException exception) {
        if (running) {
            throw new ValueError("generator already executing");
        }
        if (finished || (exception != null && !started)) {
            finished = true;
            if (exception != null) {
                throw exception;
            }
            return false;
        }
        sent = value;
        thrown = exception;
        running = true;
        boolean yielded = false;
        try {
            started = true;
            yielded = wide ? wideStep() : step();
            return yielded;
        } catch (StopIteration stop) {
            throw stopped(stop);
        } finally {
            running = false;
            finished = !yielded;
        }
    }
}
