package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Python's `tuple`.
@PyClass(name = "tuple")
@SuppressWarnings("MemberName")
public class Tuple implements PyObject, Sized {
    /// `()`.
    public static final Tuple EMPTY = new Tuple(new @Nullable Object[0]);

    // the constants of xxHash's 64-bit variant, which CPython's hash of a tuple follows
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    /// No hash is -1.
    private static final long NOT_HASHED = -1;

    private static final long HASH_INSTEAD_OF_MINUS_ONE = 1546275796L;

    private final @Nullable Object[] items;
    private long hash = NOT_HASHED;

    /// A tuple of these items; the array becomes its own. Subclasses are named tuples.
    protected Tuple(@Nullable Object[] items) {
        this.items = items;
    }

    /// `(a, b, …)`; the array becomes the tuple's own.
    public static Tuple of(@Nullable Object... items) {
        return items.length == 0 ? EMPTY : new Tuple(items);
    }

    /// `(first, second)` of two ints.
    public static Tuple of(long first, long second) {
        return new IntPair(first, second);
    }

    /// `(first, second)`.
    public static Tuple of(@Nullable Object first, @Nullable Object second) {
        return first instanceof Long a && second instanceof Long b
                ? new IntPair(a, b)
                : new Tuple(new @Nullable Object[] {first, second});
    }

    /// `tuple()`.
    public static Tuple new_() {
        return EMPTY;
    }

    /// `tuple(items)`.
    public static Tuple from(@Nullable Object items) {
        if (items instanceof Tuple tuple) {
            return tuple.plain() ? tuple : of(tuple.items);
        }
        ObjectList list = ObjectList.from(items);
        @Nullable Object[] taken = new @Nullable Object[list.size()];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = list.item(i);
        }
        return of(taken);
    }

    /// A copy of the items.
    public final @Nullable Object[] toArray() {
        return this instanceof IntPair pair ? pair.boxed() : items.clone();
    }

    /// Whether it is a `tuple`, and no named one.
    final boolean plain() {
        return this instanceof IntPair || getClass() == Tuple.class;
    }

    /// Some values and those that `*rest` collected behind them.
    public static @Nullable Object[] withRest(@Nullable Object[] first, Tuple rest) {
        @Nullable Object[] more = rest.items();
        @Nullable Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Nullable Object[] items() {
        return this instanceof IntPair pair ? pair.boxed() : items;
    }

    /// How many items it has.
    @Override
    public final int size() {
        return this instanceof IntPair ? IntPair.SIZE : items.length;
    }

    /// The item at a position that is known to exist: for unpacking.
    public final @Nullable Object get(int position) {
        return this instanceof IntPair pair ? (Object) pair.at(position) : items[position];
    }

    /// The int at a position that is known to exist: for unpacking.
    public final long intAt(int position) throws WideResult {
        return this instanceof IntPair pair
                ? pair.at(position)
                : WideResult.unwrap(items[position]);
    }

    /// `t.index(item)`.
    public final long index(@Nullable Object item) {
        return index(item, 0, Long.MAX_VALUE);
    }

    /// `t.index(item, start)`.
    public final long index(@Nullable Object item, long start) {
        return index(item, start, Long.MAX_VALUE);
    }

    /// `t.index(item, start, stop)`.
    public final long index(@Nullable Object item, long start, long stop) {
        @Nullable Object[] items = items();
        int end = Indexes.bound(stop, items.length);
        for (int i = Indexes.bound(start, items.length); i < end; i++) {
            if (Values.same(items[i], item)) {
                return i;
            }
        }
        throw new ValueError("tuple.index(x): x not in tuple");
    }

    /// `t.count(item)`.
    public final long count(@Nullable Object item) {
        long count = 0;
        for (Object each : items()) {
            if (Values.same(each, item)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public final long __len__() {
        return size();
    }

    @Override
    public final boolean __bool__() {
        return size() != 0;
    }

    /// `t[index]`.
    public final @Nullable Object __getitem__(long index) {
        return get(position(index));
    }

    /// `t[index]`.
    public final long getLong(long index) throws WideResult {
        return intAt(position(index));
    }

    private int position(long index) {
        int size = size();
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexError("tuple index out of range");
        }
        return (int) at;
    }

    /// `t[slice]`.
    public final Tuple __getitem__(Slice slice) {
        @Nullable Object[] items = items();
        int count = slice.count(items.length);
        int from = slice.start(items.length);
        int step = slice.step();
        if (step == 1) {
            return of(Arrays.copyOfRange(items, from, from + count));
        }
        @Nullable Object[] part = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            part[i] = items[from + i * step];
        }
        return of(part);
    }

    @Override
    public final @Nullable Object __getitem__(@Nullable Object key) {
        if (key instanceof Slice slice) {
            return __getitem__(slice);
        }
        if (!(key instanceof Number || key instanceof Boolean) || key instanceof Double) {
            throw new TypeError(
                    "tuple indices must be integers or slices, not " + Values.typeName(key));
        }
        return __getitem__(Indexes.position(key));
    }

    @Override
    public final boolean __contains__(@Nullable Object item) {
        for (Object each : items()) {
            if (Values.same(each, item)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final PyIterator __iter__() {
        return new Items(items(), 0, size(), 1);
    }

    @Override
    public final PyIterator __reversed__() {
        return new Items(items(), size() - 1, -1, -1);
    }

    /// `t + other`.
    public final Tuple __add__(Tuple other) {
        @Nullable Object[] more = other.items();
        int count = Indexes.capacity((long) size() + more.length);
        @Nullable Object[] sum = Arrays.copyOf(items(), count);
        System.arraycopy(more, 0, sum, size(), more.length);
        return of(sum);
    }

    /// `t * times`.
    public final Tuple __mul__(long times) {
        @Nullable Object[] items = items();
        @Nullable Object[] product = new @Nullable Object[Indexes.repeated(items.length, times)];
        for (int i = 0; i < product.length; i++) {
            product[i] = items[i % items.length];
        }
        return of(product);
    }

    /// `times * t`.
    public final Tuple __rmul__(long times) {
        return __mul__(times);
    }

    @Override
    public final Object __eq__(@Nullable Object other) {
        if (!(other instanceof Tuple that)) {
            return NotImplemented.VALUE;
        }
        return sameItems(that);
    }

    /// Whether a container takes all items of the two for the same.
    final boolean sameItems(Tuple that) {
        if (this instanceof IntPair a && that instanceof IntPair b) {
            return a.first == b.first && a.second == b.second;
        }
        int size = size();
        if (size != that.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            Object item = get(i);
            Object other = that.get(i);
            if (item instanceof Long a && other instanceof Long b) {
                if (a.longValue() != b.longValue()) {
                    return false;
                }
            } else if (!Values.same(item, other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final @Nullable Object __lt__(@Nullable Object other) {
        return ordered(Order.LT, other);
    }

    @Override
    public final @Nullable Object __le__(@Nullable Object other) {
        return ordered(Order.LE, other);
    }

    @Override
    public final @Nullable Object __gt__(@Nullable Object other) {
        return ordered(Order.GT, other);
    }

    @Override
    public final @Nullable Object __ge__(@Nullable Object other) {
        return ordered(Order.GE, other);
    }

    private @Nullable Object ordered(Order order, @Nullable Object other) {
        if (!(other instanceof Tuple that)) {
            return NotImplemented.VALUE;
        }
        return orderedItems(order, that);
    }

    /// What the comparison of the items gives.
    final @Nullable Object orderedItems(Order order, Tuple that) {
        if (this instanceof IntPair a && that instanceof IntPair b) {
            return order.holds(a.compareTo(b));
        }
        int common = Math.min(size(), that.size());
        for (int i = 0; i < common; i++) {
            Object item = get(i);
            Object other = that.get(i);
            if (!Values.same(item, other)) {
                return Values.order(order, item, other);
            }
        }
        return order.holds(Integer.compare(size(), that.size()));
    }

    /// Computed once, as CPython 3.14 does.
    @Override
    public final long __hash__() {
        if (hash == NOT_HASHED) {
            hash = hashOfItems();
        }
        return hash;
    }

    private long hashOfItems() {
        long mixed = PRIME_5;
        if (this instanceof IntPair pair) {
            mixed = mixed(mixed, Numeric.hash(pair.first));
            mixed = mixed(mixed, Numeric.hash(pair.second));
        } else {
            for (Object item : items) {
                mixed = mixed(mixed, Values.hash(item));
            }
        }
        mixed += size() ^ (PRIME_5 ^ 3527539L);
        return mixed == NOT_HASHED ? HASH_INSTEAD_OF_MINUS_ONE : mixed;
    }

    private static long mixed(long mixed, long hash) {
        return Long.rotateLeft(mixed + hash * PRIME_2, 31) * PRIME_1;
    }

    @Override
    public CharSequence __repr__() {
        @Nullable Object[] items = items();
        if (items.length == 0) {
            return "()";
        }
        if (!Nesting.enter(this)) {
            return "(...)";
        }
        try {
            TextBuilder text = new TextBuilder().append('(');
            for (int i = 0; i < items.length; i++) {
                text.append(i == 0 ? "" : ", ").append(Values.repr(items[i]));
            }
            return text.append(items.length == 1 ? ",)" : ")").build();
        } finally {
            Nesting.leave();
        }
    }

    /// Iterates over an array that does not change.
    @PyClass(name = "tuple_iterator")
    static final class Items extends PyIterator {
        private final @Nullable Object[] items;
        private final int end;
        private final int step;
        private int next;
        private @Nullable Object item;

        Items(@Nullable Object[] items, int from, int end, int step) {
            this.items = items;
            this.next = from;
            this.end = end;
            this.step = step;
        }

        @Override
        public boolean advance() {
            if (next == end) {
                return false;
            }
            item = items[next];
            next += step;
            return true;
        }

        @Override
        public @Nullable Object value() {
            return item;
        }
    }
}
