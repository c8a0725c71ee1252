package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Python's `dict`: entries in the order they came, beside a table of their positions.
///
/// The entries grow and are packed when CPython's are, because an iteration can tell. Look-ups by
/// an int or a text take it unboxed.
@PyClass(name = "dict")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public class Dict implements PyObject, Sized {
    private static final int MIN_SIZE = 8;
    private static final int PERTURB_SHIFT = 5;
    private static final int REMOVED = -1;

    /// The key of an entry that was removed.
    public static final Object GONE = new Object();

    private static final @Nullable Object[] NOTHING = {};
    private static final int[] NO_HASHES = {};
    private static final int[] NO_TABLE = {0};

    /// Position of an entry plus one; 0 is free.
    private int[] table = NO_TABLE;

    private int[] hashes = NO_HASHES;
    private @Nullable Object[] keys = NOTHING;
    private @Nullable Object[] values = NOTHING;
    private int entries;
    private int usable;
    private int used;

    /// `{}`.
    public Dict() {}

    /// `{a: b, c: d, …}` from keys and values in turn.
    public static Dict of(@Nullable Object... keysAndValues) {
        Dict dict = new Dict();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            dict.__setitem__(keysAndValues[i], keysAndValues[i + 1]);
        }
        return dict;
    }

    /// `dict(source)`: a mapping, or pairs.
    public static Dict from(@Nullable Object source) {
        Dict dict = new Dict();
        dict.update(source);
        return dict;
    }

    /// `dict.fromkeys(keys)`.
    public static Dict fromkeys(@Nullable Object keys) {
        return fromkeys(keys, null);
    }

    /// `dict.fromkeys(keys, value)`.
    public static Dict fromkeys(@Nullable Object keys, @Nullable Object value) {
        Dict dict = new Dict();
        PyIterator each = Values.iter(keys);
        while (each.advance()) {
            dict.__setitem__(each.value(), value);
        }
        return dict;
    }

    @Override
    public final int size() {
        return used;
    }

    /// How many entries there are, removed ones included.
    public final int entries() {
        return entries;
    }

    /// The key of an entry, [#GONE] when it was removed.
    public final @Nullable Object keyAt(int entry) {
        return keys[entry];
    }

    /// The value of an entry.
    public final @Nullable Object valueAt(int entry) {
        return values[entry];
    }

    /// The entry of a key, or -1.
    private int find(@Nullable Object key, int hash) {
        int mask = table.length - 1;
        int perturb = hash;
        int i = hash & mask;
        while (true) {
            int entry = table[i] - 1;
            if (entry == -1) {
                return -1;
            }
            if (entry >= 0 && hashes[entry] == hash) {
                Object present = keys[entry];
                @Nullable Object[] before = keys;
                if (Values.same(present, key)) {
                    return entry;
                }
                if (keys != before || keys[entry] != present) {
                    return find(key, hash); // the comparison changed the dict
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
    }

    private int find(String key, int hash) {
        int mask = table.length - 1;
        int perturb = hash;
        int i = hash & mask;
        while (true) {
            int entry = table[i] - 1;
            if (entry == -1) {
                return -1;
            }
            if (entry >= 0 && hashes[entry] == hash) {
                Object present = keys[entry];
                if (present == key || key.equals(present)) {
                    return entry;
                }
                if (present instanceof PyObject) {
                    return find((Object) key, hash);
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
    }

    private int find(long key, int hash) {
        int mask = table.length - 1;
        int perturb = hash;
        int i = hash & mask;
        while (true) {
            int entry = table[i] - 1;
            if (entry == -1) {
                return -1;
            }
            if (entry >= 0 && hashes[entry] == hash) {
                if (!(keys[entry] instanceof Long present)) {
                    return find((Object) key, hash);
                }
                if (present == key) {
                    return entry;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
    }

    private int find(@Nullable Object key) {
        if (key instanceof String text) {
            return find(text, DictHash.of(text));
        }
        if (key instanceof Long number) {
            return find(number.longValue(), DictHash.of(number.longValue()));
        }
        return find(key, DictHash.of(key));
    }

    private int find(long key) {
        return find(key, DictHash.of(key));
    }

    /// Appends an entry for a key that is absent.
    private void insert(@Nullable Object key, int hash, @Nullable Object value) {
        if (usable == 0) {
            resize(used == 0 && table == NO_TABLE ? MIN_SIZE : sizeAbove(used * 3L));
        }
        int entry = entries++;
        usable--;
        used++;
        keys[entry] = key;
        values[entry] = value;
        hashes[entry] = hash;
        link(entry, hash);
    }

    private void link(int entry, int hash) {
        int mask = table.length - 1;
        int perturb = hash;
        int i = hash & mask;
        while (table[i] != 0) {
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
        table[i] = entry + 1;
    }

    private static int sizeAbove(long minimum) {
        long size = MIN_SIZE;
        while (size < minimum) {
            size <<= 1;
        }
        return Indexes.capacity(size);
    }

    /// Room for so many more, at once, as `update` reserves it.
    private void reserve(int more) {
        if (table.length * 2L / 3 < more) {
            resize(sizeAbove((((long) used + more) * 3 + 1) / 2));
        }
    }

    private void resize(int size) {
        int room = (int) (size * 2L / 3);
        @Nullable Object[] newKeys = new @Nullable Object[room];
        @Nullable Object[] newValues = new @Nullable Object[room];
        int[] newHashes = new int[room];
        int to = 0;
        for (int i = 0; i < entries; i++) {
            if (keys[i] != GONE) {
                newKeys[to] = keys[i];
                newValues[to] = values[i];
                newHashes[to++] = hashes[i];
            }
        }
        keys = newKeys;
        values = newValues;
        hashes = newHashes;
        entries = to;
        usable = room - to;
        table = new int[size];
        for (int i = 0; i < to; i++) {
            link(i, newHashes[i]);
        }
    }

    /// Removes an entry, and gives its value.
    private @Nullable Object removeEntry(int entry) {
        int mask = table.length - 1;
        int perturb = hashes[entry];
        int i = perturb & mask;
        while (table[i] != entry + 1) {
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
        table[i] = REMOVED;
        Object value = values[entry];
        keys[entry] = GONE;
        values[entry] = null;
        used--;
        return value;
    }

    /// The value of a key that is absent: `__missing__` of subclasses.
    protected @Nullable Object missing(@Nullable Object key) {
        throw new KeyError(key);
    }

    /// `d[key]`.
    @Override
    public final @Nullable Object __getitem__(@Nullable Object key) {
        int entry = find(key);
        return entry < 0 ? missing(key) : values[entry];
    }

    /// `d[key]`.
    public final @Nullable Object __getitem__(long key) {
        int entry = find(key);
        return entry < 0 ? missing(key) : values[entry];
    }

    /// `d.get(key)`.
    public final @Nullable Object get(@Nullable Object key) {
        return get(key, null);
    }

    /// `d.get(key)`.
    public final @Nullable Object get(long key) {
        return get(key, null);
    }

    /// `d.get(key, fallback)`.
    public final @Nullable Object get(@Nullable Object key, @Nullable Object fallback) {
        int entry = find(key);
        return entry < 0 ? fallback : values[entry];
    }

    /// `d.get(key, fallback)`.
    public final @Nullable Object get(long key, @Nullable Object fallback) {
        int entry = find(key);
        return entry < 0 ? fallback : values[entry];
    }

    /// `d[key] = value`.
    @Override
    public void __setitem__(@Nullable Object key, @Nullable Object value) {
        int hash = DictHash.of(key);
        int entry = key instanceof String text ? find(text, hash) : find(key, hash);
        if (entry < 0) {
            insert(key, hash, value);
        } else {
            values[entry] = value;
        }
    }

    /// `d[key] = value`.
    public void __setitem__(long key, @Nullable Object value) {
        int hash = DictHash.of(key);
        int entry = find(key, hash);
        if (entry < 0) {
            insert(key, hash, value);
        } else {
            values[entry] = value;
        }
    }

    @Override
    public void __delitem__(@Nullable Object key) {
        int entry = find(key);
        if (entry < 0) {
            throw new KeyError(key);
        }
        removeEntry(entry);
    }

    @Override
    public final boolean __contains__(@Nullable Object key) {
        return find(key) >= 0;
    }

    /// `key in d`.
    public final boolean __contains__(long key) {
        return find(key) >= 0;
    }

    /// `d.setdefault(key)`.
    public final @Nullable Object setdefault(@Nullable Object key) {
        return setdefault(key, null);
    }

    /// `d.setdefault(key, value)`.
    public @Nullable Object setdefault(@Nullable Object key, @Nullable Object value) {
        int hash = DictHash.of(key);
        int entry = find(key, hash);
        if (entry >= 0) {
            return values[entry];
        }
        insert(key, hash, value);
        return value;
    }

    /// `d.pop(key)`.
    public @Nullable Object pop(@Nullable Object key) {
        int entry = used == 0 ? -1 : find(key);
        if (entry < 0) {
            throw new KeyError(key);
        }
        return removeEntry(entry);
    }

    /// `d.pop(key, fallback)`.
    public @Nullable Object pop(@Nullable Object key, @Nullable Object fallback) {
        int entry = used == 0 ? -1 : find(key);
        return entry < 0 ? fallback : removeEntry(entry);
    }

    /// `d.popitem()`: the newest.
    public Tuple popitem() {
        if (used == 0) {
            throw new KeyError("popitem(): dictionary is empty");
        }
        int last = entries - 1;
        while (keys[last] == GONE) {
            last--;
        }
        Object key = keys[last];
        Tuple item = Tuple.of(key, removeEntry(last));
        entries = last;
        return item;
    }

    /// The oldest entry's position, or -1.
    final int oldest() {
        for (int i = 0; i < entries; i++) {
            if (keys[i] != GONE) {
                return i;
            }
        }
        return -1;
    }

    /// Moves the key's entry to the end, or in front of all; false when there is none.
    final boolean move(@Nullable Object key, boolean toEnd) {
        int entry = find(key);
        if (entry < 0) {
            return false;
        }
        Object present = keys[entry];
        int hash = hashes[entry];
        Object value = removeEntry(entry);
        insert(present, hash, value);
        if (!toEnd) {
            rotate();
        }
        return true;
    }

    /// Puts the last entry in front.
    private void rotate() {
        resize(table.length);
        int last = entries - 1;
        Object key = keys[last];
        Object value = values[last];
        int hash = hashes[last];
        System.arraycopy(keys, 0, keys, 1, last);
        System.arraycopy(values, 0, values, 1, last);
        System.arraycopy(hashes, 0, hashes, 1, last);
        keys[0] = key;
        values[0] = value;
        hashes[0] = hash;
        Arrays.fill(table, 0);
        for (int i = 0; i <= last; i++) {
            link(i, hashes[i]);
        }
    }

    /// `d.clear()`.
    public void clear() {
        table = NO_TABLE;
        hashes = NO_HASHES;
        keys = NOTHING;
        values = NOTHING;
        entries = 0;
        usable = 0;
        used = 0;
    }

    /// `d.copy()`.
    public Dict copy() {
        Dict copy = new Dict();
        copy.copyFrom(this);
        return copy;
    }

    final void copyFrom(Dict source) {
        if (source.used >= source.entries * 2L / 3) {
            table = source.table == NO_TABLE ? NO_TABLE : source.table.clone();
            hashes = source.hashes.clone();
            keys = source.keys.clone();
            values = source.values.clone();
            entries = source.entries;
            usable = source.usable;
            used = source.used;
        } else {
            update(source);
        }
    }

    /// `d.update(source)`: a mapping, or pairs.
    public void update(@Nullable Object source) {
        if (source instanceof Dict dict) {
            if (dict == this || dict.used == 0) {
                return;
            }
            reserve(dict.used);
            for (int i = 0; i < dict.entries; i++) {
                Object key = dict.keys[i];
                if (key != GONE) {
                    __setitem__(key, dict.values[i]);
                }
            }
            return;
        }
        Pairs.addTo(this, source);
    }

    /// `d.keys()`.
    public final DictView keys() {
        return new DictView.OfKeys(this);
    }

    /// `d.values()`.
    public final DictView values() {
        return new DictView.OfValues(this);
    }

    /// `d.items()`.
    public final DictView items() {
        return new DictView.OfItems(this);
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
    public final PyIterator __iter__() {
        return new DictIterator(this, DictIterator.Kind.KEYS);
    }

    @Override
    public final PyIterator __reversed__() {
        return new DictIterator.Reversed(this, DictIterator.Kind.KEYS);
    }

    /// `d | other`.
    public Dict __or__(Dict other) {
        Dict union = copy();
        union.update(other);
        return union;
    }

    /// `d |= other`.
    public Dict __ior__(@Nullable Object other) {
        update(other);
        return this;
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        if (!(other instanceof Dict that)) {
            return NotImplemented.VALUE;
        }
        if (used != that.used) {
            return false;
        }
        for (int i = 0; i < entries; i++) {
            Object key = keys[i];
            if (key != GONE) {
                int entry = that.find(key, hashes[i]);
                if (entry < 0 || !Values.same(that.values[entry], values[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public final long __hash__() {
        throw Values.unhashable(this);
    }

    @Override
    public CharSequence __repr__() {
        return reprOfItems("{...}");
    }

    /// The display, or `nested` inside itself.
    final CharSequence reprOfItems(String nested) {
        if (used == 0) {
            return "{}";
        }
        if (!Nesting.enter(this)) {
            return nested;
        }
        try {
            TextBuilder text = new TextBuilder().append('{');
            String separator = "";
            for (int i = 0; i < entries; i++) {
                Object key = keys[i];
                if (key != GONE) {
                    text.append(separator).append(Values.repr(key)).append(": ");
                    text.append(Values.repr(values[i]));
                    separator = ", ";
                }
            }
            return text.append('}').build();
        } finally {
            Nesting.leave();
        }
    }
}
