package krait.runtime;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A `list[int]`: a `long[]` until the first int too wide for a long arrives, then an `Object[]`.
@PyClass(name = "list")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public final class IntList extends PyList {
    private static final long[] EMPTY = {};

    private long[] items;
    private @Nullable Object @Nullable [] wide;

    /// An empty list.
    public IntList() {
        items = EMPTY;
    }

    /// An empty list with room.
    public IntList(int capacity) {
        items = capacity == 0 ? EMPTY : new long[capacity];
    }

    private IntList(long[] items, int size) {
        this.items = items;
        this.size = size;
    }

    /// `[a, b, …]`: the array becomes the list's own.
    public static IntList of(long... items) {
        return new IntList(items, items.length);
    }

    /// `[a, b, …]` of objects.
    public static IntList boxed(@Nullable Object... items) {
        IntList list = new IntList(items.length);
        for (Object item : items) {
            list.append(item);
        }
        return list;
    }

    /// `list(items)`.
    public static IntList from(@Nullable Object items) {
        IntList list = new IntList(Values.lengthHint(items));
        list.extend(items);
        return list;
    }

    @Override
    public Object item(int position) {
        return wide == null ? (Object) items[position] : wideItem(wide, position);
    }

    private static Object wideItem(@Nullable Object[] wide, int position) {
        Object item = wide[position];
        return item == null ? 0L : item;
    }

    /// `xs[index]`.
    public long getLong(long index) throws WideResult {
        int at = position(index);
        return wide == null ? items[at] : WideResult.unwrap(wide[at]);
    }

    /// The item at a position of the list.
    public long longAt(int position) throws WideResult {
        return wide == null ? items[position] : WideResult.unwrap(wide[position]);
    }

    @Override
    void put(int position, @Nullable Object item) {
        if (wide == null && item instanceof Long fits) {
            items[position] = fits;
        } else {
            widen()[position] = checked(item);
        }
    }

    private static @Nullable Object checked(@Nullable Object item) {
        if (item instanceof Long || item instanceof BigInteger) {
            return item;
        }
        throw new ClassCastException(Values.typeName(item) + " in a list[int]");
    }

    private @Nullable Object[] widen() {
        @Nullable Object[] into = wide;
        if (into == null) {
            into = new @Nullable Object[items.length];
            for (int i = 0; i < size; i++) {
                into[i] = items[i];
            }
            items = EMPTY;
            wide = into;
        }
        return into;
    }

    /// `xs[index] = item`.
    public void __setitem__(long index, long item) {
        int at = positionToSet(index);
        if (wide == null) {
            items[at] = item;
        } else {
            wide[at] = item;
        }
    }

    @Override
    void open(int position, int count) {
        int grown = Indexes.capacity((long) size + count);
        if (wide != null) {
            wide = grown > wide.length ? Arrays.copyOf(wide, room(grown)) : wide;
            System.arraycopy(wide, position, wide, position + count, size - position);
        } else {
            items = grown > items.length ? Arrays.copyOf(items, room(grown)) : items;
            System.arraycopy(items, position, items, position + count, size - position);
        }
        size = grown;
    }

    private int room(int grown) {
        return size == 0 ? grown : Math.max(grown, size + (size >> 1) + 4);
    }

    @Override
    void close(int position, int count) {
        int after = position + count;
        if (wide != null) {
            System.arraycopy(wide, after, wide, position, size - after);
            Arrays.fill(wide, size - count, size, null);
        } else {
            System.arraycopy(items, after, items, position, size - after);
        }
        size -= count;
    }

    @Override
    PyList fresh(int capacity) {
        return new IntList(capacity);
    }

    @Override
    void take(int position, PyList source, int from, int count) {
        if (source instanceof IntList list && list.wide == null && wide == null) {
            System.arraycopy(list.items, from, items, position, count);
            return;
        }
        if (source == this && wide != null) {
            System.arraycopy(wide, from, wide, position, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            put(position + i, source.item(from + i));
        }
    }

    @Override
    void appendStepped(PyList source, int from, int step, int count) {
        if (!(source instanceof IntList list) || list.wide != null || wide != null) {
            super.appendStepped(source, from, step, count);
            return;
        }
        int at = size;
        open(at, count);
        for (int i = 0; i < count; i++) {
            items[at + i] = list.items[from + i * step];
        }
    }

    @Override
    public void append(@Nullable Object item) {
        if (item instanceof Long fits) {
            append(fits.longValue());
        } else {
            open(size, 1);
            put(size - 1, item);
        }
    }

    /// `xs.append(item)`.
    public void append(long item) {
        if (wide == null) {
            if (size == items.length) {
                items = Arrays.copyOf(items, Indexes.capacity(size + (size >> 1) + 4L));
            }
            items[size++] = item;
        } else {
            open(size, 1);
            wide[size - 1] = item;
        }
    }

    @Override
    public void extend(@Nullable Object source) {
        if (source instanceof Range range) {
            range.appendTo(this);
            return;
        }
        super.extend(source);
    }

    /// `xs.insert(index, item)`.
    public void insert(long index, long item) {
        int at = Indexes.bound(index, size);
        open(at, 1);
        __setitem__(at, item);
    }

    @Override
    public @Nullable Object pop() {
        return wide == null && size > 0 ? (Object) items[--size] : super.pop();
    }

    /// `xs.pop()`.
    public long popLong() throws WideResult {
        if (wide == null && size > 0) {
            return items[--size];
        }
        return popLong(-1);
    }

    /// `xs.pop(index)`.
    public long popLong(long index) throws WideResult {
        int at = positionToPop(index);
        if (wide != null) {
            Object item = wide[at];
            close(at, 1);
            return WideResult.unwrap(item);
        }
        long item = items[at];
        close(at, 1);
        return item;
    }

    @Override
    int search(@Nullable Object item, int from, int to) {
        if (wide == null && item instanceof Long fits) {
            return search(fits.longValue(), from, to);
        }
        return super.search(item, from, to);
    }

    private int search(long item, int from, int to) {
        if (wide != null) {
            return super.search(item, from, to);
        }
        int end = Math.min(to, size);
        for (int i = from; i < end; i++) {
            if (items[i] == item) {
                return i;
            }
        }
        return -1;
    }

    /// `item in xs`.
    public boolean __contains__(long item) {
        return search(item, 0, size) >= 0;
    }

    @Override
    public long count(@Nullable Object item) {
        if (wide != null || !(item instanceof Long fits)) {
            return super.count(item);
        }
        long sought = fits;
        long count = 0;
        for (int i = 0; i < size; i++) {
            count += items[i] == sought ? 1 : 0;
        }
        return count;
    }

    @Override
    boolean equalItems(PyList that) {
        if (wide == null && that instanceof IntList list && list.wide == null) {
            return Arrays.equals(items, 0, size, list.items, 0, list.size);
        }
        return super.equalItems(that);
    }

    @Override
    public void reverse() {
        if (wide != null) {
            super.reverse();
            return;
        }
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            long item = items[low];
            items[low] = items[high];
            items[high] = item;
        }
    }

    @Override
    public void sort(@Nullable Function key, boolean reverse) {
        if (key == null && wide == null) {
            Arrays.sort(items, 0, size);
            if (reverse) {
                reverse();
            }
            return;
        }
        ObjectList boxed = ObjectList.from(this);
        long[] fits = items;
        @Nullable Object @Nullable [] wides = wide;
        int count = size;
        long[] meanwhile = new long[0];
        items = meanwhile;
        wide = null;
        size = 0;
        boolean modified;
        try {
            boxed.sort(key, reverse);
        } finally {
            modified = items != meanwhile || wide != null;
            items = fits;
            wide = wides;
            size = count;
            take(0, boxed, 0, count);
        }
        if (modified) {
            throw new ValueError("list modified during sort");
        }
    }

    /// The sum of the items, as `sum(xs)` gives it.
    public Object sum() {
        long sum = 0;
        int i = 0;
        if (wide == null) {
            for (; i < size; i++) {
                long next = sum + items[i];
                if (((sum ^ next) & (items[i] ^ next)) < 0) {
                    break;
                }
                sum = next;
            }
        }
        if (i == size) {
            return sum;
        }
        BigInteger total = BigInteger.valueOf(sum);
        for (; i < size; i++) {
            total = total.add(Numeric.wide(item(i)));
        }
        return total.bitLength() < Long.SIZE ? (Object) total.longValue() : total;
    }

    /// `sum(xs)`.
    public long sumLong() throws WideResult {
        return WideResult.unwrap(sum());
    }

    @Override
    public PyIterator __iter__() {
        return new Items(this);
    }

    @Override
    public IntList copy() {
        return (IntList) super.copy();
    }

    @Override
    public IntList __getitem__(Slice slice) {
        return (IntList) super.__getitem__(slice);
    }

    /// `xs + other`.
    public IntList __add__(IntList other) {
        return (IntList) super.__add__(other);
    }

    @Override
    public IntList __iadd__(@Nullable Object source) {
        return (IntList) super.__iadd__(source);
    }

    @Override
    public IntList __mul__(long times) {
        return (IntList) super.__mul__(times);
    }

    @Override
    public IntList __rmul__(long times) {
        return (IntList) super.__rmul__(times);
    }

    @Override
    public IntList __imul__(long times) {
        return (IntList) super.__imul__(times);
    }

    /// The iterator, which reads without boxing.
    @PyClass(name = "list_iterator")
    private static final class Items extends PyIterator {
        private @Nullable IntList list;
        private int next;
        private long item;
        private @Nullable Object wideItem;

        Items(IntList list) {
            this.list = list;
        }

        @Override
        public boolean advance() {
            IntList from = list;
            if (from == null || next >= from.size) {
                list = null;
                return false;
            }
            int at = next++;
            if (from.wide == null) {
                item = from.items[at];
                wideItem = null;
            } else {
                wideItem = from.wide[at];
            }
            return true;
        }

        @Override
        public Object value() {
            return wideItem == null ? (Object) item : wideItem;
        }

        @Override
        public long longValue() throws WideResult {
            return wideItem == null ? item : WideResult.unwrap(wideItem);
        }
    }
}
