package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Python's `collections.deque`: a ring.
@PyClass(module = "collections", name = "deque")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public final class Deque implements PyObject, Sized {
    private static final long UNBOUNDED = Long.MAX_VALUE;

    private @Nullable Object[] ring = new @Nullable Object[8];
    private int head;
    private int size;
    private int changes;
    private final long maxlen;

    /// `deque()`.
    public Deque() {
        maxlen = UNBOUNDED;
    }

    private Deque(long maxlen) {
        this.maxlen = maxlen;
    }

    /// `deque(items)`.
    public static Deque from(@Nullable Object items) {
        return from(items, null);
    }

    /// `deque(items, maxlen)`: null is no limit, or no items.
    public static Deque from(@Nullable Object items, @Nullable Object maxlen) {
        long limit = maxlen == null ? UNBOUNDED : Indexes.argument(maxlen);
        if (limit < 0) {
            throw new ValueError("maxlen must be non-negative");
        }
        Deque deque = new Deque(limit);
        if (items != null) {
            deque.extend(items);
        }
        return deque;
    }

    @Override
    public int size() {
        return size;
    }

    /// `d.maxlen`.
    public @Nullable Object maxlen() {
        return maxlen == UNBOUNDED ? null : (Object) maxlen;
    }

    private int slot(int position) {
        return (head + position) & (ring.length - 1);
    }

    private @Nullable Object item(int position) {
        return ring[slot(position)];
    }

    private void grow() {
        if (size == ring.length) {
            @Nullable Object[] larger = new @Nullable Object[Indexes.capacity(ring.length * 2L)];
            for (int i = 0; i < size; i++) {
                larger[i] = item(i);
            }
            ring = larger;
            head = 0;
        }
    }

    /// `d.append(item)`.
    public void append(@Nullable Object item) {
        changes++;
        if (maxlen == 0) {
            return;
        }
        if (size == maxlen) {
            popleft();
        }
        grow();
        ring[slot(size++)] = item;
    }

    /// `d.appendleft(item)`.
    public void appendleft(@Nullable Object item) {
        changes++;
        if (maxlen == 0) {
            return;
        }
        if (size == maxlen) {
            pop();
        }
        grow();
        head = slot(-1);
        ring[head] = item;
        size++;
    }

    /// `d.pop()`.
    public @Nullable Object pop() {
        if (size == 0) {
            throw new IndexError("pop from an empty deque");
        }
        changes++;
        int slot = slot(--size);
        Object item = ring[slot];
        ring[slot] = null;
        return item;
    }

    /// `d.popleft()`.
    public @Nullable Object popleft() {
        if (size == 0) {
            throw new IndexError("pop from an empty deque");
        }
        changes++;
        Object item = ring[head];
        ring[head] = null;
        head = slot(1);
        size--;
        return item;
    }

    /// `d.extend(items)`.
    public void extend(@Nullable Object items) {
        PyIterator each = Values.iter(items == this ? ObjectList.from(this) : items);
        while (each.advance()) {
            append(each.value());
        }
    }

    /// `d.extendleft(items)`.
    public void extendleft(@Nullable Object items) {
        PyIterator each = Values.iter(items == this ? ObjectList.from(this) : items);
        while (each.advance()) {
            appendleft(each.value());
        }
    }

    /// `d.clear()`.
    public void clear() {
        changes++;
        Arrays.fill(ring, null);
        head = 0;
        size = 0;
    }

    /// `d.copy()`.
    public Deque copy() {
        Deque copy = new Deque(maxlen);
        copy.extend(this);
        return copy;
    }

    /// `d.rotate()`.
    public void rotate() {
        rotate(1);
    }

    /// `d.rotate(n)`.
    public void rotate(long n) {
        if (size < 2) {
            return;
        }
        long steps = Math.floorMod(n, (long) size);
        for (long i = 0; i < steps; i++) {
            appendleftOf(pop());
        }
        changes++;
    }

    private void appendleftOf(@Nullable Object item) {
        head = slot(-1);
        ring[head] = item;
        size++;
    }

    /// `d.reverse()`.
    public void reverse() {
        changes++;
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            Object item = item(low);
            ring[slot(low)] = item(high);
            ring[slot(high)] = item;
        }
    }

    private void replaceAll(ObjectList items) {
        clear();
        for (int i = 0; i < items.size(); i++) {
            append(items.item(i));
        }
    }

    /// `d.insert(index, item)`.
    public void insert(long index, @Nullable Object item) {
        if (size == maxlen) {
            throw new IndexError("deque already at its maximum size");
        }
        ObjectList items = ObjectList.from(this);
        items.insert(index, item);
        replaceAll(items);
    }

    /// `d.remove(item)`.
    public void remove(@Nullable Object item) {
        int before = changes;
        for (int i = 0; i < size; i++) {
            boolean found = Values.same(item(i), item);
            if (changes != before) {
                throw new IndexError("deque mutated during remove().");
            }
            if (found) {
                __delitem__(i);
                return;
            }
        }
        throw new ValueError("deque.remove(x): x not in deque");
    }

    /// `d.index(item)`.
    public long index(@Nullable Object item) {
        for (int i = 0; i < size; i++) {
            if (Values.same(item(i), item)) {
                return i;
            }
        }
        throw new ValueError("deque.index(x): x not in deque");
    }

    /// `d.count(item)`.
    public long count(@Nullable Object item) {
        long count = 0;
        for (int i = 0; i < size; i++) {
            count += Values.same(item(i), item) ? 1 : 0;
        }
        return count;
    }

    private int position(long index) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexError("deque index out of range");
        }
        return (int) at;
    }

    /// `d[index]`.
    public @Nullable Object __getitem__(long index) {
        return item(position(index));
    }

    @Override
    public @Nullable Object __getitem__(@Nullable Object key) {
        return __getitem__(Indexes.position(key));
    }

    /// `d[index] = item`.
    public void __setitem__(long index, @Nullable Object item) {
        ring[slot(position(index))] = item;
    }

    @Override
    public void __setitem__(@Nullable Object key, @Nullable Object item) {
        __setitem__(Indexes.position(key), item);
    }

    /// `del d[index]`.
    public void __delitem__(long index) {
        int at = position(index);
        changes++;
        for (int i = at; i < size - 1; i++) {
            ring[slot(i)] = item(i + 1);
        }
        ring[slot(--size)] = null;
    }

    @Override
    public void __delitem__(@Nullable Object key) {
        __delitem__(Indexes.position(key));
    }

    @Override
    public long __len__() {
        return size;
    }

    @Override
    public boolean __bool__() {
        return size != 0;
    }

    @Override
    public boolean __contains__(@Nullable Object item) {
        int before = changes;
        for (int i = 0; i < size; i++) {
            boolean found = Values.same(item(i), item);
            if (changes != before) {
                throw new RuntimeError("deque mutated during iteration");
            }
            if (found) {
                return true;
            }
        }
        return false;
    }

    @Override
    public PyIterator __iter__() {
        return new Items(this, false);
    }

    @Override
    public PyIterator __reversed__() {
        return new Items(this, true);
    }

    /// `d + other`.
    public Deque __add__(Deque other) {
        Deque sum = copy();
        sum.extend(other);
        return sum;
    }

    /// `d += items`.
    public Deque __iadd__(@Nullable Object items) {
        extend(items);
        return this;
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        return other instanceof Deque that
                ? (Object) ObjectList.from(this).equalItems(ObjectList.from(that))
                : NotImplemented.VALUE;
    }

    @Override
    public @Nullable Object __lt__(@Nullable Object other) {
        return other instanceof Deque that
                ? ObjectList.from(this).__lt__(ObjectList.from(that))
                : NotImplemented.VALUE;
    }

    @Override
    public @Nullable Object __le__(@Nullable Object other) {
        return other instanceof Deque that
                ? ObjectList.from(this).__le__(ObjectList.from(that))
                : NotImplemented.VALUE;
    }

    @Override
    public @Nullable Object __gt__(@Nullable Object other) {
        return other instanceof Deque that
                ? ObjectList.from(this).__gt__(ObjectList.from(that))
                : NotImplemented.VALUE;
    }

    @Override
    public @Nullable Object __ge__(@Nullable Object other) {
        return other instanceof Deque that
                ? ObjectList.from(this).__ge__(ObjectList.from(that))
                : NotImplemented.VALUE;
    }

    @Override
    public long __hash__() {
        throw Values.unhashable(this);
    }

    @Override
    public CharSequence __repr__() {
        if (!Nesting.enter(this)) {
            return "[...]";
        }
        try {
            TextBuilder text = new TextBuilder().append("deque(");
            text.append(ObjectList.from(this).__repr__());
            if (maxlen != UNBOUNDED) {
                text.append(", maxlen=").append(Long.toString(maxlen));
            }
            return text.append(')').build();
        } finally {
            Nesting.leave();
        }
    }

    /// Iterates from one end, and notices changes.
    @PyClass(module = "collections", name = "_deque_iterator")
    private static final class Items extends PyIterator {
        private final Deque deque;
        private final boolean backward;
        private final int changes;
        private int left;
        private @Nullable Object item;

        Items(Deque deque, boolean backward) {
            this.deque = deque;
            this.backward = backward;
            this.changes = deque.changes;
            this.left = deque.size;
        }

        @Override
        public boolean advance() {
            if (deque.changes != changes) {
                left = 0;
                throw new RuntimeError("deque mutated during iteration");
            }
            if (left == 0) {
                return false;
            }
            left--;
            item = deque.item(backward ? left : deque.size - 1 - left);
            return true;
        }

        @Override
        public @Nullable Object value() {
            return item;
        }
    }
}
