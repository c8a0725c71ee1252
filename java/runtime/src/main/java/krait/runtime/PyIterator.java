package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's iterators, in two steps, so that items need no box: [#advance()] moves, then one of the
/// value methods reads. Once exhausted, an iterator of ours stays so.
///
/// An iterator belongs to one strand.
@SuppressWarnings("MemberName")
public abstract class PyIterator implements PyObject {
    /// Moves to the next item; false when there is none.
    public abstract boolean advance();

    /// The item moved to.
    public abstract @Nullable Object value();

    /// The item, when the items are ints.
    public long longValue() throws WideResult {
        return WideResult.unwrap(value());
    }

    /// The item, when the items are floats.
    public double doubleValue() {
        Object value = value();
        if (value instanceof Double number) {
            return number;
        }
        throw new ClassCastException(Values.typeName(value) + " among floats");
    }

    @Override
    public final PyIterator __iter__() {
        return this;
    }

    /// `next(x)`.
    @Override
    public final @Nullable Object __next__() {
        if (advance()) {
            return value();
        }
        throw end();
    }

    /// `next(x)`, when the items are ints.
    public final long nextLong() throws WideResult {
        if (advance()) {
            return longValue();
        }
        throw end();
    }

    /// `next(x)`, when the items are floats.
    public final double nextDouble() {
        if (advance()) {
            return doubleValue();
        }
        throw end();
    }

    /// What `next` throws at the end.
    StopIteration end() {
        return new StopIteration();
    }

    /// The iterator over an object of the program whose class defines `__next__`.
    public static PyIterator of(PyObject iterator) {
        return iterator instanceof PyIterator ours ? ours : new Foreign(iterator);
    }

    /// The same for a value that is known to be one, or None.
    public static @Nullable PyIterator of(@Nullable Object iterator) {
        return iterator == null ? null : of((PyObject) iterator);
    }

    private static final class Foreign extends PyIterator {
        private final PyObject iterator;
        private @Nullable Object value;

        Foreign(PyObject iterator) {
            this.iterator = iterator;
        }

        @Override
        public boolean advance() {
            try {
                value = iterator.__next__();
                return true;
            } catch (StopIteration stop) {
                Handling.release(stop);
                value = null;
                return false;
            }
        }

        @Override
        public @Nullable Object value() {
            return value;
        }
    }
}
