package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `dict`. Look-ups by an int take it unboxed.
@PyClass(name = "dict")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public class Dict extends DictEntries implements PyObject, Sized {
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
        return present(entry) ? key(entry) : GONE;
    }

    /// The value of an entry.
    public final @Nullable Object valueAt(int entry) {
        return values[entry];
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
        int entry = find(key, hash);
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

    /// `del d[key]`.
    public void __delitem__(long key) {
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

    /// `d.pop(key)`.
    public final @Nullable Object pop(long key) {
        int entry = find(key);
        if (entry < 0) {
            throw new KeyError(key);
        }
        return removeEntry(entry);
    }

    /// `d.pop(key, fallback)`.
    public final @Nullable Object pop(long key, @Nullable Object fallback) {
        int entry = find(key);
        return entry < 0 ? fallback : removeEntry(entry);
    }

    /// `d.popitem()`: the newest.
    public Tuple popitem() {
        if (used == 0) {
            throw new KeyError("popitem(): dictionary is empty");
        }
        int last = entries - 1;
        while (!present(last)) {
            last--;
        }
        Object key = key(last);
        Tuple item = Tuple.of(key, removeEntry(last));
        entries = last;
        return item;
    }

    /// Moves the entry of a key to the end, or in front of all; false when there is none.
    final boolean move(@Nullable Object key, boolean toEnd) {
        return moveFound(find(key), toEnd);
    }

    final boolean move(long key, boolean toEnd) {
        return moveFound(find(key), toEnd);
    }

    private boolean moveFound(int entry, boolean toEnd) {
        if (entry >= 0) {
            moveEntry(entry, toEnd);
        }
        return entry >= 0;
    }

    /// `d.clear()`.
    public void clear() {
        removeAll();
    }

    /// `d.copy()`.
    public Dict copy() {
        Dict copy = new Dict();
        copy.copyFrom(this);
        return copy;
    }

    final void copyFrom(Dict source) {
        if (!takeAll(source)) {
            update(source);
        }
    }

    /// `d.update(source)`: a mapping, or pairs.
    public void update(@Nullable Object source) {
        if (source instanceof Dict dict) {
            if (dict == this || dict.used == 0) {
                return;
            }
            reserve(dict);
            for (int i = 0; i < dict.entries; i++) {
                if (dict.present(i)) {
                    __setitem__(dict.key(i), dict.values[i]);
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
            if (present(i)) {
                int entry = that.find(key(i), hash(i));
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
                if (present(i)) {
                    text.append(separator).append(Values.repr(key(i))).append(": ");
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
