package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What `set` and `frozenset` have in common.
///
/// The table is probed, filled and resized exactly as CPython's `setobject.c` does: up to nine
/// neighbours, then a jump that mixes in the upper bits of the hash; removed entries stay as
/// dummies until a resize. So items whose hash is CPython's (numbers, None, tuples of them) come in
/// CPython's order, which programs print.
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public abstract class AnySet implements PyObject, Sized {
    private static final int MIN_SIZE = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;
    private static final int LARGE = 50_000;

    private static final Object DUMMY = new Object();
    private static final Object NONE = new Object();

    private @Nullable Object[] keys = new @Nullable Object[MIN_SIZE];
    private long[] hashes = new long[MIN_SIZE];
    private int mask = MIN_SIZE - 1;

    /// The [SmallInts] among the items; null when not all items are ints.
    private long @Nullable [] small = SmallInts.NONE;

    private int fill;
    private int used;
    private int finger;

    AnySet() {}

    /// An empty set of the same class.
    abstract AnySet fresh();

    @Override
    public final int size() {
        return used;
    }

    /// How many slots a walk over the table meets.
    final int slots() {
        return mask + 1;
    }

    /// The first slot from `slot` on that holds an item, or -1.
    final int next(int slot) {
        for (int i = slot; i <= mask; i++) {
            if (keys[i] != null && keys[i] != DUMMY) {
                return i;
            }
        }
        return -1;
    }

    /// The item in a slot that holds one.
    final @Nullable Object item(int slot) {
        return keys[slot] == NONE ? null : keys[slot];
    }

    final long hashOf(int slot) {
        return hashes[slot];
    }

    static long hashOfItem(@Nullable Object item) {
        if (item instanceof Long number) {
            return Numeric.hash(number.longValue());
        }
        try {
            return Values.hash(item);
        } catch (TypeError unhashable) {
            String type = Values.typeName(item);
            TypeError error =
                    new TypeError(
                            "cannot use '"
                                    + type
                                    + "' as a set element ("
                                    + Values.str(unhashable)
                                    + ")");
            error.setContext(unhashable);
            throw error.from(unhashable);
        }
    }

    /// The slot of an item, or one less than the negative of the slot where it would go: the last
    /// dummy on the way, or else the free slot where the way ends.
    private int find(@Nullable Object item, long hash) {
        long perturb = hash;
        int i = (int) hash & mask;
        int dummy = -1;
        while (true) {
            int last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
            for (int slot = i; slot <= last; slot++) {
                Object key = keys[slot];
                if (key == null) {
                    return -(dummy < 0 ? slot : dummy) - 1;
                }
                if (key == DUMMY) {
                    dummy = slot;
                } else if (hashes[slot] == hash) {
                    @Nullable Object[] before = keys;
                    if (Values.same(key == NONE ? null : key, item)) {
                        return slot;
                    }
                    if (keys != before || keys[slot] != key) {
                        return find(item, hash); // the comparison changed the set
                    }
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    /// As [#find(Object, long)] for an int, without a box.
    private int find(long item, long hash) {
        long perturb = hash;
        int i = (int) hash & mask;
        int dummy = -1;
        while (true) {
            int last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
            for (int slot = i; slot <= last; slot++) {
                Object key = keys[slot];
                if (key == null) {
                    return -(dummy < 0 ? slot : dummy) - 1;
                }
                if (key == DUMMY) {
                    dummy = slot;
                } else if (hashes[slot] == hash) {
                    if (!(key instanceof Long number)) {
                        return find((Object) item, hash);
                    }
                    if (number == item) {
                        return slot;
                    }
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    final boolean has(@Nullable Object item, long hash) {
        return find(item, hash) >= 0;
    }

    final void insert(@Nullable Object item, long hash) {
        int slot = find(item, hash);
        if (slot < 0) {
            occupy(-slot - 1, item, hash);
        }
    }

    final void insert(long item) {
        if (small != null && SmallInts.covers(item) && SmallInts.has(small, item)) {
            return;
        }
        long hash = Numeric.hash(item);
        int slot = find(item, hash);
        if (slot < 0) {
            occupy(-slot - 1, item, hash);
        }
    }

    private void occupy(int slot, @Nullable Object item, long hash) {
        boolean reused = keys[slot] == DUMMY;
        used++;
        keys[slot] = item == null ? NONE : item;
        note(item);
        hashes[slot] = hash;
        if (reused) {
            return;
        }
        fill++;
        if (fill * 5L >= mask * 3L) {
            resize(growth());
        }
    }

    private void note(@Nullable Object item) {
        if (small == null) {
            return;
        } else if (!(item instanceof Long number)) {
            small = null;
        } else if (SmallInts.covers(number)) {
            small = SmallInts.with(small, number);
        }
    }

    private void forget(@Nullable Object item) {
        if (small != null && item instanceof Long number && SmallInts.covers(number)) {
            SmallInts.remove(small, number);
        }
    }

    private long growth() {
        return used > LARGE ? used * 2L : used * 4L;
    }

    /// Puts an item that is known to be absent into a table without dummies.
    private void insertClean(Object key, long hash) {
        long perturb = hash;
        int i = (int) hash & mask;
        while (true) {
            int last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
            for (int slot = i; slot <= last; slot++) {
                if (keys[slot] == null) {
                    keys[slot] = key;
                    hashes[slot] = hash;
                    return;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    private void resize(long more) {
        long size = MIN_SIZE;
        while (size <= more) {
            size <<= 1;
        }
        if (size == MIN_SIZE && mask == MIN_SIZE - 1 && fill == used) {
            return;
        }
        @Nullable Object[] oldKeys = keys;
        long[] oldHashes = hashes;
        int capacity = Indexes.capacity(size);
        keys = new @Nullable Object[capacity];
        hashes = new long[capacity];
        mask = capacity - 1;
        fill = used;
        for (int i = 0; i < oldKeys.length; i++) {
            Object key = oldKeys[i];
            if (key != null && key != DUMMY) {
                insertClean(key, oldHashes[i]);
            }
        }
    }

    /// Whether the item was there.
    final boolean delete(@Nullable Object item, long hash) {
        return vacate(find(item, hash));
    }

    /// Whether the item was there.
    final boolean delete(long item) {
        if (small != null && SmallInts.covers(item) && !SmallInts.has(small, item)) {
            return false;
        }
        return vacate(find(item, Numeric.hash(item)));
    }

    /// Takes the item out of a slot; false when there is no such slot.
    private boolean vacate(int slot) {
        if (slot < 0) {
            return false;
        }
        forget(keys[slot]);
        keys[slot] = DUMMY;
        hashes[slot] = -1;
        used--;
        return true;
    }

    final @Nullable Object takeAny() {
        if (used == 0) {
            throw new KeyError("pop from an empty set");
        }
        int slot = finger & mask;
        while (keys[slot] == null || keys[slot] == DUMMY) {
            slot = slot + 1 & mask;
        }
        Object item = item(slot);
        forget(item);
        keys[slot] = DUMMY;
        hashes[slot] = -1;
        used--;
        finger = slot + 1;
        return item;
    }

    final void empty() {
        keys = new @Nullable Object[MIN_SIZE];
        hashes = new long[MIN_SIZE];
        mask = MIN_SIZE - 1;
        small = SmallInts.NONE;
        fill = 0;
        used = 0;
    }

    /// Takes the other's table; the other is not used again.
    final void become(AnySet other) {
        keys = other.keys;
        hashes = other.hashes;
        mask = other.mask;
        small = other.small;
        fill = other.fill;
        used = other.used;
    }

    final void addAll(@Nullable Object items) {
        if (items instanceof AnySet set) {
            merge(set);
        } else if (items instanceof Dict dict) {
            if ((fill + dict.size()) * 5L >= mask * 3L) {
                resize((used + dict.size()) * 2L);
            }
            addEach(dict.__iter__());
        } else {
            addEach(Values.iter(items));
        }
    }

    private void addEach(PyIterator items) {
        while (items.advance()) {
            Object item = items.value();
            insert(item, hashOfItem(item));
        }
    }

    private void merge(AnySet other) {
        if (other == this || other.used == 0) {
            return;
        }
        if (((long) fill + other.used) * 5 >= mask * 3L) {
            resize(((long) used + other.used) * 2);
        }
        if (fill > 0) {
            for (int i = other.next(0); i >= 0; i = other.next(i + 1)) {
                insert(other.item(i), other.hashes[i]);
            }
            return;
        }
        fill = other.used;
        used = other.used;
        small = other.small == null ? null : other.small.clone();
        if (mask == other.mask && other.fill == other.used) {
            keys = Arrays.copyOf(other.keys, other.keys.length);
            hashes = Arrays.copyOf(other.hashes, other.hashes.length);
            return;
        }
        for (int i = 0; i <= other.mask; i++) {
            Object key = other.keys[i];
            if (key != null && key != DUMMY) {
                insertClean(key, other.hashes[i]);
            }
        }
    }

    /// Removes dummies when there are many.
    final void sweep() {
        if (fill - used > mask / 4) {
            resize(growth());
        }
    }

    @Override
    public final long __len__() {
        return used;
    }

    @Override
    public final boolean __bool__() {
        return used != 0;
    }

    @Override
    public final boolean __contains__(@Nullable Object item) {
        if (item instanceof PySet set) {
            FrozenSet frozen = FrozenSet.from(set);
            return find(frozen, frozen.__hash__()) >= 0;
        }
        return find(item, hashOfItem(item)) >= 0;
    }

    /// `item in s`.
    public final boolean __contains__(long item) {
        if (small != null && SmallInts.covers(item)) {
            return SmallInts.has(small, item);
        }
        return find(item, Numeric.hash(item)) >= 0;
    }

    @Override
    public final PyIterator __iter__() {
        return new SetIterator(this);
    }

    @Override
    public final Object __eq__(@Nullable Object other) {
        if (!(other instanceof AnySet that)) {
            return NotImplemented.VALUE;
        }
        return used == that.used && SetAlgebra.isSubset(this, that);
    }

    @Override
    public final Object __le__(@Nullable Object other) {
        return other instanceof AnySet that
                ? (Object) SetAlgebra.isSubset(this, that)
                : NotImplemented.VALUE;
    }

    @Override
    public final Object __lt__(@Nullable Object other) {
        return other instanceof AnySet that
                ? (Object) (used < that.used && SetAlgebra.isSubset(this, that))
                : NotImplemented.VALUE;
    }

    @Override
    public final Object __ge__(@Nullable Object other) {
        return other instanceof AnySet that
                ? (Object) SetAlgebra.isSubset(that, this)
                : NotImplemented.VALUE;
    }

    @Override
    public final Object __gt__(@Nullable Object other) {
        return other instanceof AnySet that
                ? (Object) (used > that.used && SetAlgebra.isSubset(that, this))
                : NotImplemented.VALUE;
    }

    /// `s.isdisjoint(items)`.
    public final boolean isdisjoint(@Nullable Object items) {
        return SetAlgebra.isDisjoint(this, items);
    }

    /// `s.issubset(items)`.
    public final boolean issubset(@Nullable Object items) {
        return items instanceof AnySet set
                ? SetAlgebra.isSubset(this, set)
                : SetAlgebra.intersection(this, items).used == used;
    }

    /// `s.issuperset(items)`.
    public final boolean issuperset(@Nullable Object items) {
        if (items instanceof AnySet set) {
            return SetAlgebra.isSubset(set, this);
        }
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            if (!__contains__(each.value())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final CharSequence __repr__() {
        String name = Values.typeName(this);
        if (used == 0) {
            return name + "()";
        }
        if (!Nesting.enter(this)) {
            return name + "(...)";
        }
        try {
            boolean plain = this instanceof PySet;
            TextBuilder text = new TextBuilder().append(plain ? "{" : name + "({");
            String separator = "";
            for (int i = next(0); i >= 0; i = next(i + 1)) {
                text.append(separator).append(Values.repr(item(i)));
                separator = ", ";
            }
            return text.append(plain ? "}" : "})").build();
        } finally {
            Nesting.leave();
        }
    }
}
