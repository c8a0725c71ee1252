package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `list`: a resizable array. [IntList] and [FloatList] keep their items unboxed.
///
/// Methods that give a `list` give one of the receiver's class. A method with the suffix `Long` or
/// `Double` is the same method on unboxed items; that of `__getitem__` is `getLong`, `getDouble`.
@PyClass(name = "list")
@SuppressWarnings("MemberName")
public abstract class PyList implements PyObject, Sized {
    int size;

    PyList() {}

    /// The item at a position that exists.
    public abstract @Nullable Object item(int position);

    /// Replaces the item at a position that exists.
    abstract void put(int position, @Nullable Object item);

    /// Makes room for `count` items before `position`; what they are is undefined until put.
    abstract void open(int position, int count);

    /// Takes `count` items out, from `position` on.
    abstract void close(int position, int count);

    /// An empty list of the same class.
    abstract PyList fresh(int capacity);

    /// Overwrites `count` items from `position` on with those of a list, from `from` on.
    abstract void take(int position, PyList source, int from, int count);

    /// Appends `count` items of a list of the same class, from `from` on, one each `step`.
    void appendStepped(PyList source, int from, int step, int count) {
        for (int i = 0; i < count; i++) {
            append(source.item(from + i * step));
        }
    }

    @Override
    public final int size() {
        return size;
    }

    /// `xs.append(item)`.
    public abstract void append(@Nullable Object item);

    /// `xs.extend(items)`.
    public void extend(@Nullable Object items) {
        if (items instanceof PyList list) {
            int count = list.size;
            int at = size;
            open(at, count);
            take(at, list, 0, count);
            return;
        }
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            append(each.value());
        }
    }

    /// `xs.insert(index, item)`.
    public void insert(long index, @Nullable Object item) {
        int at = Indexes.bound(index, size);
        open(at, 1);
        put(at, item);
    }

    /// `xs.pop()`.
    public @Nullable Object pop() {
        return pop(-1);
    }

    /// `xs.pop(index)`.
    public @Nullable Object pop(long index) {
        int at = positionToPop(index);
        Object item = item(at);
        close(at, 1);
        return item;
    }

    final int positionToPop(long index) {
        if (size == 0) {
            throw new IndexError("pop from empty list");
        }
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexError("pop index out of range");
        }
        return (int) at;
    }

    /// `xs.remove(item)`.
    public void remove(@Nullable Object item) {
        int at = search(item, 0, Integer.MAX_VALUE);
        if (at < 0) {
            throw new ValueError("list.remove(x): x not in list");
        }
        close(at, 1);
    }

    /// `xs.clear()`.
    public void clear() {
        close(0, size);
    }

    /// `xs.copy()`.
    public PyList copy() {
        PyList copy = fresh(size);
        copy.extend(this);
        return copy;
    }

    /// `xs.reverse()`.
    public void reverse() {
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            Object item = item(low);
            put(low, item(high));
            put(high, item);
        }
    }

    /// `xs.index(item)`.
    public final long index(@Nullable Object item) {
        return index(item, 0, Long.MAX_VALUE);
    }

    /// `xs.index(item, start)`.
    public final long index(@Nullable Object item, long start) {
        return index(item, start, Long.MAX_VALUE);
    }

    /// `xs.index(item, start, stop)`.
    public final long index(@Nullable Object item, long start, long stop) {
        int at = search(item, Indexes.bound(start, size), Indexes.bound(stop, size));
        if (at < 0) {
            throw new ValueError("list.index(x): x not in list");
        }
        return at;
    }

    /// The first position of an item between two, or -1. The list may change meanwhile.
    int search(@Nullable Object item, int from, int to) {
        for (int i = from; i < to && i < size; i++) {
            if (Values.same(item(i), item)) {
                return i;
            }
        }
        return -1;
    }

    /// `xs.count(item)`.
    public long count(@Nullable Object item) {
        long count = 0;
        for (int i = 0; i < size; i++) {
            if (Values.same(item(i), item)) {
                count++;
            }
        }
        return count;
    }

    /// `xs.sort()`.
    public final void sort() {
        sort(null, false);
    }

    /// `xs.sort(key=key, reverse=reverse)`: stable, as CPython's.
    public abstract void sort(@Nullable Function key, boolean reverse);

    @Override
    public final long __len__() {
        return size;
    }

    @Override
    public final boolean __bool__() {
        return size != 0;
    }

    /// The position that an index means; IndexError when there is none.
    final int position(long index) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexError("list index out of range");
        }
        return (int) at;
    }

    private int positionToAssign(long index) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexError("list assignment index out of range");
        }
        return (int) at;
    }

    final int positionToSet(long index) {
        return positionToAssign(index);
    }

    /// `xs[index]`.
    public final @Nullable Object __getitem__(long index) {
        return item(position(index));
    }

    /// `xs[slice]`.
    public PyList __getitem__(Slice slice) {
        return ListSlices.get(this, slice);
    }

    @Override
    public final @Nullable Object __getitem__(@Nullable Object key) {
        return key instanceof Slice slice
                ? __getitem__(slice)
                : __getitem__(Indexes.position(checkIndex(key)));
    }

    /// `xs[index] = item`.
    public final void __setitem__(long index, @Nullable Object item) {
        put(positionToAssign(index), item);
    }

    /// `xs[slice] = items`.
    public final void __setitem__(Slice slice, @Nullable Object items) {
        ListSlices.set(this, slice, items);
    }

    @Override
    public final void __setitem__(@Nullable Object key, @Nullable Object item) {
        if (key instanceof Slice slice) {
            __setitem__(slice, item);
        } else {
            __setitem__(Indexes.position(checkIndex(key)), item);
        }
    }

    /// `del xs[index]`.
    public final void __delitem__(long index) {
        close(positionToAssign(index), 1);
    }

    /// `del xs[slice]`.
    public final void __delitem__(Slice slice) {
        ListSlices.delete(this, slice);
    }

    @Override
    public final void __delitem__(@Nullable Object key) {
        if (key instanceof Slice slice) {
            __delitem__(slice);
        } else {
            __delitem__(Indexes.position(checkIndex(key)));
        }
    }

    private static @Nullable Object checkIndex(@Nullable Object key) {
        if ((key instanceof Number && !(key instanceof Double)) || key instanceof Boolean) {
            return key;
        }
        throw new TypeError("list indices must be integers or slices, not " + Values.typeName(key));
    }

    @Override
    public final boolean __contains__(@Nullable Object item) {
        return search(item, 0, Integer.MAX_VALUE) >= 0;
    }

    @Override
    public PyIterator __iter__() {
        return new ListIterator(this);
    }

    @Override
    public PyIterator __reversed__() {
        return new ListIterator.Reversed(this);
    }

    /// `xs + other`.
    public PyList __add__(PyList other) {
        int count = Indexes.capacity((long) size + other.size);
        PyList sum = getClass() == other.getClass() ? fresh(count) : new ObjectList(count);
        sum.extend(this);
        sum.extend(other);
        return sum;
    }

    /// `xs += items`.
    public PyList __iadd__(@Nullable Object items) {
        extend(items);
        return this;
    }

    /// `xs * times`.
    public PyList __mul__(long times) {
        int count = Indexes.repeated(size, times);
        PyList product = fresh(count);
        if (count > 0) {
            product.extend(this);
            product.repeat(count);
        }
        return product;
    }

    /// `times * xs`.
    public PyList __rmul__(long times) {
        return __mul__(times);
    }

    /// `xs *= times`.
    public PyList __imul__(long times) {
        int count = Indexes.repeated(size, times);
        if (count == 0) {
            clear();
        } else {
            repeat(count);
        }
        return this;
    }

    /// Doubles the items until there are `count`.
    private void repeat(int count) {
        while (size < count) {
            int at = size;
            int more = Math.min(at, count - at);
            open(at, more);
            take(at, this, 0, more);
        }
    }

    @Override
    public final Object __eq__(@Nullable Object other) {
        return other instanceof PyList that ? (Object) equalItems(that) : NotImplemented.VALUE;
    }

    boolean equalItems(PyList that) {
        if (size != that.size) {
            return false;
        }
        for (int i = 0; i < size && i < that.size; i++) {
            if (!Values.same(item(i), that.item(i))) {
                return false;
            }
        }
        return size == that.size;
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
        if (!(other instanceof PyList that)) {
            return NotImplemented.VALUE;
        }
        for (int i = 0; i < size && i < that.size; i++) {
            Object left = item(i);
            Object right = that.item(i);
            if (!Values.same(left, right)) {
                return Values.order(order, left, right);
            }
        }
        return order.holds(Integer.compare(size, that.size));
    }

    @Override
    public final long __hash__() {
        throw Values.unhashable(this);
    }

    @Override
    public final CharSequence __repr__() {
        if (size == 0) {
            return "[]";
        }
        if (!Nesting.enter(this)) {
            return "[...]";
        }
        try {
            TextBuilder text = new TextBuilder().append('[');
            for (int i = 0; i < size; i++) {
                text.append(i == 0 ? "" : ", ").append(Values.repr(item(i)));
            }
            return text.append(']').build();
        } finally {
            Nesting.leave();
        }
    }
}
