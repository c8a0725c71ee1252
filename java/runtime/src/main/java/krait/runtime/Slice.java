package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Python's `slice`: bounds that are kept as given, and resolved against a length.
@PyClass(name = "slice")
public final class Slice implements PyObject {
    /// Stands for a bound that was not given.
    private static final long ABSENT = Long.MIN_VALUE;

    private final long start;
    private final long stop;
    private final long step;

    private Slice(long start, long stop, long step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    /// `slice(stop)`; null is None.
    public static Slice new_(@Nullable Object stop) {
        return of(null, stop, null);
    }

    /// `start:stop:step`; null is None. A bound wider than a long counts as the last long.
    public static Slice of(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        return new Slice(bound(start), bound(stop), bound(step));
    }

    /// `start:stop`.
    public static Slice of(long start, long stop) {
        return new Slice(given(start), given(stop), ABSENT);
    }

    /// `start:stop`; null is None.
    public static Slice of(@Nullable Object start, @Nullable Object stop) {
        return new Slice(bound(start), bound(stop), ABSENT);
    }

    /// `start:`.
    public static Slice from(long start) {
        return new Slice(given(start), ABSENT, ABSENT);
    }

    /// `start:`; null is None.
    public static Slice from(@Nullable Object start) {
        return new Slice(bound(start), ABSENT, ABSENT);
    }

    /// `:stop`.
    public static Slice to(long stop) {
        return new Slice(ABSENT, given(stop), ABSENT);
    }

    /// `:stop`; null is None.
    public static Slice to(@Nullable Object stop) {
        return new Slice(ABSENT, bound(stop), ABSENT);
    }

    /// `start:stop:step`.
    public static Slice of(long start, long stop, long step) {
        return new Slice(given(start), given(stop), given(step));
    }

    private static long bound(@Nullable Object value) {
        if (value == null) {
            return ABSENT;
        }
        if (value instanceof Double || value instanceof CharSequence) {
            throw new TypeError(
                    "slice indices must be integers or None or have an __index__ method");
        }
        return given(Indexes.clamped(value));
    }

    private static long given(long value) {
        return value == ABSENT ? ABSENT + 1 : value;
    }

    /// The step, never 0. Steps beyond an int reach no second item of any array, as an int's end.
    int step() {
        if (step == ABSENT) {
            return 1;
        }
        if (step == 0) {
            throw new ValueError("slice step cannot be zero");
        }
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(step, Integer.MAX_VALUE));
    }

    /// Where it begins in a sequence of this length.
    int start(int length) {
        boolean backward = step < 0 && step != ABSENT;
        if (start == ABSENT) {
            return backward ? length - 1 : 0;
        }
        return resolve(start, length, backward);
    }

    /// Where it ends in a sequence of this length: -1 is before the first, for a negative step.
    int stop(int length) {
        boolean backward = step < 0 && step != ABSENT;
        if (stop == ABSENT) {
            return backward ? -1 : length;
        }
        return resolve(stop, length, backward);
    }

    private static int resolve(long bound, int length, boolean backward) {
        long from = bound < 0 ? bound + length : bound;
        return (int) Math.max(backward ? -1 : 0, Math.min(from, backward ? length - 1 : length));
    }

    /// How many items it takes of a sequence of this length.
    int count(int length) {
        return count(start(length), stop(length), step());
    }

    private static int count(int start, int stop, int step) {
        if (step > 0) {
            return start < stop ? (stop - start - 1) / step + 1 : 0;
        }
        return start > stop ? (int) ((start - (long) stop - 1) / -(long) step) + 1 : 0;
    }

    /// Whether it is written without a step, or with a step of 1.
    boolean contiguous() {
        return step() == 1;
    }

    /// Start, stop and step in a sequence whose length may be wider than an int.
    BigInteger[] resolved(BigInteger length) {
        step();
        boolean backward = step < 0 && step != ABSENT;
        BigInteger last = length.subtract(BigInteger.ONE);
        BigInteger from = backward ? last : BigInteger.ZERO;
        BigInteger to = backward ? BigInteger.ONE.negate() : length;
        BigInteger low = backward ? BigInteger.ONE.negate() : BigInteger.ZERO;
        BigInteger high = backward ? last : length;
        return new BigInteger[] {
            start == ABSENT ? from : resolved(start, length, low, high),
            stop == ABSENT ? to : resolved(stop, length, low, high),
            BigInteger.valueOf(step == ABSENT ? 1 : step)
        };
    }

    private static BigInteger resolved(
            long bound, BigInteger length, BigInteger low, BigInteger high) {
        BigInteger wide = BigInteger.valueOf(bound);
        return (bound < 0 ? wide.add(length) : wide).max(low).min(high);
    }

    private static @Nullable Object shown(long bound) {
        return bound == ABSENT ? null : (Object) bound;
    }

    /// `s.start`.
    public @Nullable Object start() {
        return shown(start);
    }

    /// `s.stop`.
    public @Nullable Object stop() {
        return shown(stop);
    }

    /// `s.indices(length)`.
    public Tuple indices(long length) {
        if (length < 0) {
            throw new ValueError("length should not be negative");
        }
        int size = Indexes.capacity(length);
        return Tuple.of((long) start(size), (long) stop(size), (long) step());
    }

    @Override
    public CharSequence __repr__() {
        return "slice("
                + Values.repr(shown(start))
                + ", "
                + Values.repr(shown(stop))
                + ", "
                + Values.repr(shown(step))
                + ")";
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        return other instanceof Slice that
                ? (Object) (start == that.start && stop == that.stop && step == that.step)
                : NotImplemented.VALUE;
    }

    @Override
    public long __hash__() {
        return Tuple.of(shown(start), shown(stop), shown(step)).__hash__();
    }
}
