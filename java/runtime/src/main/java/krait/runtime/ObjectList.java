package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list of any objects.
@PyClass(name = "list")
@SuppressWarnings("MemberName")
public final class ObjectList extends PyList {
    private static final @Nullable Object[] EMPTY = {};

    private @Nullable Object[] items;

    /// An empty list.
    public ObjectList() {
        items = EMPTY;
    }

    /// An empty list with room.
    public ObjectList(int capacity) {
        items = capacity == 0 ? EMPTY : new @Nullable Object[capacity];
    }

    private ObjectList(@Nullable Object[] items, int size) {
        this.items = items;
        this.size = size;
    }

    /// `[a, b, …]`: the array becomes the list's own.
    public static ObjectList of(@Nullable Object... items) {
        return new ObjectList(items, items.length);
    }

    /// `list(items)`.
    public static ObjectList from(@Nullable Object items) {
        ObjectList list = new ObjectList(Values.lengthHint(items));
        list.extend(items);
        return list;
    }

    @Override
    public @Nullable Object item(int position) {
        return items[position];
    }

    @Override
    void put(int position, @Nullable Object item) {
        items[position] = item;
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
        Arrays.fill(items, size - count, size, null);
        size -= count;
    }

    @Override
    PyList fresh(int capacity) {
        return new ObjectList(capacity);
    }

    @Override
    void take(int position, PyList source, int from, int count) {
        if (source instanceof ObjectList list) {
            System.arraycopy(list.items, from, items, position, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            items[position + i] = source.item(from + i);
        }
    }

    @Override
    public void append(@Nullable Object item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, Indexes.capacity(size + (size >> 1) + 4L));
        }
        items[size++] = item;
    }

    @Override
    public @Nullable Object pop() {
        if (size == 0) {
            throw new IndexError("pop from empty list");
        }
        Object item = items[--size];
        items[size] = null;
        return item;
    }

    @Override
    public void extend(@Nullable Object source) {
        if (source instanceof Tuple tuple) {
            int at = size;
            open(at, tuple.size());
            System.arraycopy(tuple.items(), 0, items, at, tuple.size());
            return;
        }
        super.extend(source);
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public void sort(@Nullable Function key, boolean reverse) {
        @Nullable Object[] sorting = items;
        int count = size;
        @Nullable Object[] meanwhile = new @Nullable Object[0];
        items = meanwhile;
        size = 0;
        boolean modified;
        try {
            ListSort.sort(sorting, count, key, reverse);
        } finally {
            modified = items != meanwhile;
            items = sorting;
            size = count;
        }
        if (modified) {
            throw new ValueError("list modified during sort");
        }
    }

    @Override
    public ObjectList copy() {
        return new ObjectList(Arrays.copyOf(items, size), size);
    }

    @Override
    public ObjectList __getitem__(Slice slice) {
        return (ObjectList) super.__getitem__(slice);
    }

    @Override
    public ObjectList __add__(PyList other) {
        return (ObjectList) super.__add__(other);
    }

    @Override
    public ObjectList __iadd__(@Nullable Object source) {
        return (ObjectList) super.__iadd__(source);
    }

    @Override
    public ObjectList __mul__(long times) {
        return (ObjectList) super.__mul__(times);
    }

    @Override
    public ObjectList __rmul__(long times) {
        return (ObjectList) super.__rmul__(times);
    }

    @Override
    public ObjectList __imul__(long times) {
        return (ObjectList) super.__imul__(times);
    }
}
