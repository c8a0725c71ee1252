package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A `list[float]`: a `double[]`.
@PyClass(name = "list")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public final class FloatList extends PyList {
    private static final double[] EMPTY = {};

    private double[] items;

    /// An empty list.
    public FloatList() {
        items = EMPTY;
    }

    /// An empty list with room.
    public FloatList(int capacity) {
        items = capacity == 0 ? EMPTY : new double[capacity];
    }

    private FloatList(double[] items, int size) {
        this.items = items;
        this.size = size;
    }

    /// `[a, b, …]`: the array becomes the list's own.
    public static FloatList of(double... items) {
        return new FloatList(items, items.length);
    }

    /// `list(items)`.
    public static FloatList from(@Nullable Object items) {
        FloatList list = new FloatList(Values.lengthHint(items));
        list.extend(items);
        return list;
    }

    /// The item at a position of the list.
    public double doubleAt(int position) {
        return items[position];
    }

    @Override
    public Object item(int position) {
        return items[position];
    }

    /// `xs[index]`.
    public double getDouble(long index) {
        return items[position(index)];
    }

    @Override
    void put(int position, @Nullable Object item) {
        items[position] = unboxed(item);
    }

    private static double unboxed(@Nullable Object item) {
        if (item instanceof Double number) {
            return number;
        }
        throw new ClassCastException(Values.typeName(item) + " in a list[float]");
    }

    /// `xs[index] = item`.
    public void __setitem__(long index, double item) {
        items[positionToSet(index)] = item;
    }

    @Override
    void open(int position, int count) {
        int grown = Indexes.capacity((long) size + count);
        if (grown > items.length) {
            int room = size == 0 ? grown : Math.max(grown, size + (size >> 1) + 4);
            items = Arrays.copyOf(items, room);
        }
        System.arraycopy(items, position, items, position + count, size - position);
        size = grown;
    }

    @Override
    void close(int position, int count) {
        int after = position + count;
        System.arraycopy(items, after, items, position, size - after);
        size -= count;
    }

    @Override
    PyList fresh(int capacity) {
        return new FloatList(capacity);
    }

    @Override
    void take(int position, PyList source, int from, int count) {
        if (source instanceof FloatList list) {
            System.arraycopy(list.items, from, items, position, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            put(position + i, source.item(from + i));
        }
    }

    @Override
    public void append(@Nullable Object item) {
        append(unboxed(item));
    }

    /// `xs.append(item)`.
    public void append(double item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, Indexes.capacity(size + (size >> 1) + 4L));
        }
        items[size++] = item;
    }

    /// `xs.insert(index, item)`.
    public void insert(long index, double item) {
        int at = Indexes.bound(index, size);
        open(at, 1);
        items[at] = item;
    }

    /// `xs.pop()`.
    public double popDouble() {
        return popDouble(-1);
    }

    /// `xs.pop(index)`.
    public double popDouble(long index) {
        int at = positionToPop(index);
        double item = items[at];
        close(at, 1);
        return item;
    }

    @Override
    public void reverse() {
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            double item = items[low];
            items[low] = items[high];
            items[high] = item;
        }
    }

    @Override
    public void sort(@Nullable Function key, boolean reverse) {
        if (key == null && hasOneOrder()) {
            Arrays.sort(items, 0, size);
            if (reverse) {
                reverse();
            }
            return;
        }
        ObjectList boxed = ObjectList.from(this);
        double[] sorting = items;
        int count = size;
        double[] meanwhile = new double[0];
        items = meanwhile;
        size = 0;
        boolean modified;
        try {
            boxed.sort(key, reverse);
        } finally {
            modified = items != meanwhile;
            items = sorting;
            size = count;
            take(0, boxed, 0, count);
        }
        if (modified) {
            throw new ValueError("list modified during sort");
        }
    }

    /// Whether any sort gives the same: nothing is unordered, and no zero has a sign.
    private boolean hasOneOrder() {
        for (int i = 0; i < size; i++) {
            double item = items[i];
            if (Double.isNaN(item) || (item == 0 && Double.doubleToRawLongBits(item) != 0)) {
                return false;
            }
        }
        return true;
    }

    /// `sum(xs)`: compensated as CPython's since 3.12.
    public double sumDouble() {
        FloatSum sum = new FloatSum();
        for (int i = 0; i < size; i++) {
            sum.add(items[i]);
        }
        return sum.result();
    }

    @Override
    public PyIterator __iter__() {
        return new Items(this);
    }

    @Override
    public FloatList copy() {
        return new FloatList(Arrays.copyOf(items, size), size);
    }

    @Override
    public FloatList __getitem__(Slice slice) {
        return (FloatList) super.__getitem__(slice);
    }

    /// `xs + other`.
    public FloatList __add__(FloatList other) {
        return (FloatList) super.__add__(other);
    }

    @Override
    public FloatList __iadd__(@Nullable Object source) {
        return (FloatList) super.__iadd__(source);
    }

    @Override
    public FloatList __mul__(long times) {
        return (FloatList) super.__mul__(times);
    }

    @Override
    public FloatList __rmul__(long times) {
        return (FloatList) super.__rmul__(times);
    }

    @Override
    public FloatList __imul__(long times) {
        return (FloatList) super.__imul__(times);
    }

    /// The iterator, which reads without boxing.
    @PyClass(name = "list_iterator")
    private static final class Items extends PyIterator {
        private @Nullable FloatList list;
        private int next;
        private double item;

        Items(FloatList list) {
            this.list = list;
        }

        @Override
        public boolean advance() {
            FloatList from = list;
            if (from == null || next >= from.size) {
                list = null;
                return false;
            }
            item = from.items[next++];
            return true;
        }

        @Override
        public Object value() {
            return item;
        }

        @Override
        public double doubleValue() {
            return item;
        }
    }
}
