package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Python's `range`. Its bounds are longs, or ints of any width ([Wide]).
@PyClass(name = "range")
@SuppressWarnings("MemberName")
public sealed class Range implements PyObject, Sized permits Range.Wide {
    private final long start;
    private final long stop;
    private final long step;

    /// How many items; an unsigned number.
    private final long count;

    private Range(long start, long stop, long step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.count = count(start, stop, step);
    }

    /// `range(stop)`.
    public static Range of(long stop) {
        return new Range(0, stop, 1);
    }

    /// `range(start, stop)`.
    public static Range of(long start, long stop) {
        return new Range(start, stop, 1);
    }

    /// `range(start, stop, step)`.
    public static Range of(long start, long stop, long step) {
        checkStep(step);
        return new Range(start, stop, step);
    }

    /// `range(start, stop, step)` of ints of any width.
    public static Range of(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        return of(wide(start), wide(stop), wide(step));
    }

    /// Raises ValueError for a step of zero.
    public static void checkStep(long step) {
        if (step == 0) {
            throw new ValueError("range() arg 3 must not be zero");
        }
    }

    /// Raises ValueError for a step of zero.
    public static void checkStep(@Nullable Object step) {
        if (step instanceof Long fits) {
            checkStep(fits.longValue());
        }
    }

    private static Range of(BigInteger start, BigInteger stop, BigInteger step) {
        if (fits(start) && fits(stop) && fits(step)) {
            return of(start.longValue(), stop.longValue(), step.longValue());
        }
        if (step.signum() == 0) {
            throw new ValueError("range() arg 3 must not be zero");
        }
        return new Wide(start, stop, step);
    }

    private static boolean fits(BigInteger value) {
        return value.bitLength() < Long.SIZE;
    }

    private static BigInteger wide(@Nullable Object value) {
        if (value instanceof BigInteger wide) {
            return wide;
        }
        return BigInteger.valueOf(Indexes.clamped(value));
    }

    private static Object narrow(BigInteger value) {
        return fits(value) ? (Object) value.longValue() : value;
    }

    private static long count(long start, long stop, long step) {
        if (step > 0) {
            return start < stop ? Long.divideUnsigned(stop - start - 1, step) + 1 : 0;
        }
        return start > stop ? Long.divideUnsigned(start - stop - 1, -step) + 1 : 0;
    }

    BigInteger first() {
        return BigInteger.valueOf(start);
    }

    BigInteger end() {
        return BigInteger.valueOf(stop);
    }

    BigInteger stride() {
        return BigInteger.valueOf(step);
    }

    BigInteger length() {
        BigInteger length = BigInteger.valueOf(count);
        return count < 0 ? length.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : length;
    }

    /// `r.start`.
    public final Object start() {
        return narrow(first());
    }

    /// `r.stop`.
    public final Object stop() {
        return narrow(end());
    }

    /// `r.step`.
    public final Object step() {
        return narrow(stride());
    }

    @Override
    public final int size() {
        BigInteger length = length();
        return length.bitLength() < Integer.SIZE ? length.intValue() : 0;
    }

    /// Adds the items to a list.
    void appendTo(IntList list) {
        if (count < 0) {
            throw new MemoryError();
        }
        long item = start;
        for (long i = 0; i < count; i++) {
            list.append(item);
            item += step;
        }
    }

    @Override
    public final long __len__() {
        BigInteger length = length();
        if (!fits(length)) {
            throw new OverflowError("Python int too large to convert to C ssize_t");
        }
        return length.longValue();
    }

    @Override
    public final boolean __bool__() {
        return length().signum() != 0;
    }

    /// `r[index]`.
    public Object __getitem__(long index) {
        long at = index < 0 ? index + count : index;
        if (count < 0) {
            return item(BigInteger.valueOf(index));
        }
        if (at < 0 || at >= count) {
            throw outOfRange();
        }
        return start + at * step;
    }

    /// `r[index]`.
    public final long getLong(long index) throws WideResult {
        return WideResult.unwrap(__getitem__(index));
    }

    final Object item(BigInteger index) {
        BigInteger length = length();
        BigInteger at = index.signum() < 0 ? index.add(length) : index;
        if (at.signum() < 0 || at.compareTo(length) >= 0) {
            throw outOfRange();
        }
        return narrow(first().add(at.multiply(stride())));
    }

    private static IndexError outOfRange() {
        return new IndexError("range object index out of range");
    }

    /// `r[slice]`.
    public final Range __getitem__(Slice slice) {
        BigInteger[] part = slice.resolved(length());
        BigInteger from = first().add(part[0].multiply(stride()));
        BigInteger to = first().add(part[1].multiply(stride()));
        return of(from, to, stride().multiply(part[2]));
    }

    @Override
    public final @Nullable Object __getitem__(@Nullable Object key) {
        if (key instanceof Slice slice) {
            return __getitem__(slice);
        }
        if (key instanceof BigInteger wide) {
            return item(wide);
        }
        if (!(key instanceof Long || key instanceof Boolean)) {
            throw new TypeError(
                    "range indices must be integers or slices, not " + Values.typeName(key));
        }
        return __getitem__(Indexes.clamped(key));
    }

    @Override
    public final boolean __contains__(@Nullable Object item) {
        if (item instanceof Long || item instanceof BigInteger || item instanceof Boolean) {
            return positionOf(wide(item)) != null;
        }
        return PyObject.super.__contains__(item);
    }

    /// `item in r`.
    public final boolean __contains__(long item) {
        if (this instanceof Wide) {
            return __contains__((Object) item);
        }
        boolean between = step > 0 ? item >= start && item < stop : item <= start && item > stop;
        return between && (step == 1 || Math.floorMod(item - start, step) == 0);
    }

    private @Nullable BigInteger positionOf(BigInteger item) {
        BigInteger[] parts = item.subtract(first()).divideAndRemainder(stride());
        boolean among = parts[0].signum() >= 0 && parts[0].compareTo(length()) < 0;
        return among && parts[1].signum() == 0 ? parts[0] : null;
    }

    /// `r.index(item)`.
    public final long index(@Nullable Object item) {
        BigInteger position = null;
        if (item instanceof Long || item instanceof BigInteger || item instanceof Boolean) {
            position = positionOf(wide(item));
            if (position == null) {
                throw new ValueError("range.index(x): x not in range");
            }
            return position.longValue();
        }
        PyIterator items = __iter__();
        for (long i = 0; items.advance(); i++) {
            if (Values.same(items.value(), item)) {
                return i;
            }
        }
        throw new ValueError("sequence.index(x): x not in sequence");
    }

    /// `r.count(item)`.
    public final long count(@Nullable Object item) {
        return __contains__(item) ? 1 : 0;
    }

    @Override
    public PyIterator __iter__() {
        return new Items(start, step, count);
    }

    @Override
    public PyIterator __reversed__() {
        return new Items(start + (count - 1) * step, -step, count);
    }

    @Override
    public final Object __eq__(@Nullable Object other) {
        if (!(other instanceof Range that)) {
            return NotImplemented.VALUE;
        }
        BigInteger length = length();
        if (!length.equals(that.length())) {
            return false;
        }
        if (length.signum() == 0) {
            return true;
        }
        boolean one = length.equals(BigInteger.ONE);
        return first().equals(that.first()) && (one || stride().equals(that.stride()));
    }

    @Override
    public final long __hash__() {
        BigInteger length = length();
        Object from = length.signum() == 0 ? null : narrow(first());
        Object by = length.compareTo(BigInteger.ONE) <= 0 ? null : narrow(stride());
        return Tuple.of(narrow(length), from, by).__hash__();
    }

    @Override
    public final CharSequence __repr__() {
        String bounds = "range(" + first() + ", " + end();
        return stride().equals(BigInteger.ONE) ? bounds + ")" : bounds + ", " + stride() + ")";
    }

    /// A range with a bound or a step wider than a long.
    @PyClass(name = "range")
    static final class Wide extends Range {
        private final BigInteger start;
        private final BigInteger stop;
        private final BigInteger step;

        Wide(BigInteger start, BigInteger stop, BigInteger step) {
            super(0, 0, 1);
            if (step.signum() == 0) {
                throw new ValueError("range() arg 3 must not be zero");
            }
            this.start = start;
            this.stop = stop;
            this.step = step;
        }

        @Override
        BigInteger first() {
            return start;
        }

        @Override
        BigInteger end() {
            return stop;
        }

        @Override
        BigInteger stride() {
            return step;
        }

        @Override
        BigInteger length() {
            BigInteger distance = step.signum() > 0 ? stop.subtract(start) : start.subtract(stop);
            if (distance.signum() <= 0) {
                return BigInteger.ZERO;
            }
            return distance.subtract(BigInteger.ONE).divide(step.abs()).add(BigInteger.ONE);
        }

        @Override
        void appendTo(IntList list) {
            PyIterator items = __iter__();
            while (items.advance()) {
                list.append(items.value());
            }
        }

        @Override
        public Object __getitem__(long index) {
            return item(BigInteger.valueOf(index));
        }

        @Override
        public PyIterator __iter__() {
            return new WideItems(start, step, length());
        }

        @Override
        public PyIterator __reversed__() {
            BigInteger length = length();
            BigInteger last = start.add(length.subtract(BigInteger.ONE).multiply(step));
            return new WideItems(last, step.negate(), length);
        }
    }

    @PyClass(name = "range_iterator")
    private static final class Items extends PyIterator {
        private final long step;
        private long next;
        private long left;

        Items(long start, long step, long count) {
            this.next = start;
            this.step = step;
            this.left = count;
        }

        @Override
        public boolean advance() {
            if (left == 0) {
                return false;
            }
            left--;
            next += step;
            return true;
        }

        @Override
        public Object value() {
            return longValue();
        }

        @Override
        public long longValue() {
            return next - step;
        }
    }

    @PyClass(name = "longrange_iterator")
    private static final class WideItems extends PyIterator {
        private final BigInteger step;
        private BigInteger next;
        private BigInteger left;

        WideItems(BigInteger start, BigInteger step, BigInteger count) {
            this.next = start;
            this.step = step;
            this.left = count;
        }

        @Override
        public boolean advance() {
            if (left.signum() == 0) {
                return false;
            }
            left = left.subtract(BigInteger.ONE);
            next = next.add(step);
            return true;
        }

        @Override
        public Object value() {
            return narrow(next.subtract(step));
        }
    }
}
