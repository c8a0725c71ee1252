package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The entries of a dict in the order they came, beside a table of their positions.
///
/// As long as all keys are ints that fit a `long` they stand in a `long[]`, without objects and
/// without their hashes. The first other key, inserted or looked for, ends that: the positions of
/// the entries stay, so nobody who iterates meanwhile can tell.
///
/// The entries grow and are packed when CPython's are, because an iteration can tell.
@SuppressWarnings("ReferenceEquality")
abstract class DictEntries {
    /// The key of an entry that was removed.
    public static final Object GONE = new Object();

    /// The int in place of a key that was removed; as a key it is an object.
    private static final long GONE_INT = Long.MIN_VALUE;

    private static final int MIN_SIZE = 8;
    private static final int PERTURB_SHIFT = 5;
    private static final int REMOVED = -1;
    private static final @Nullable Object[] NOTHING = {};
    private static final int[] NO_HASHES = {};
    private static final int[] NO_TABLE = {0};

    /// Position of an entry plus one; 0 is free.
    private int[] table = NO_TABLE;

    /// The keys while all are ints, else null.
    private long @Nullable [] ints;

    private int[] hashes = NO_HASHES;
    private @Nullable Object[] keys = NOTHING;
    @Nullable Object[] values = NOTHING;
    int entries;
    private int usable;
    int used;

    /// All entries before it are gone, so that taking the oldest again and again is no search.
    private int first;

    DictEntries() {}

    /// Whether an entry was not removed.
    final boolean present(int entry) {
        return ints == null ? keys[entry] != GONE : ints[entry] != GONE_INT;
    }

    /// The key of an entry that is present.
    final @Nullable Object key(int entry) {
        return ints == null ? keys[entry] : (Object) ints[entry];
    }

    final int hash(int entry) {
        return ints == null ? hashes[entry] : DictHash.of(ints[entry]);
    }

    /// The entry of a key, or -1.
    final int find(@Nullable Object key, int hash) {
        if (ints != null) {
            if (key instanceof Long number) {
                return findInt(ints, number, hash);
            }
            if (used == 0) {
                return -1;
            }
            useObjects();
        }
        return key instanceof String text ? findText(text, hash) : findObject(key, hash);
    }

    final int find(@Nullable Object key) {
        if (key instanceof Long number) {
            return find(number.longValue());
        }
        return find(key, DictHash.of(key));
    }

    final int find(long key) {
        int hash = DictHash.of(key);
        return ints == null ? findNumber(key, hash) : findInt(ints, key, hash);
    }

    final int find(long key, int hash) {
        return ints == null ? findNumber(key, hash) : findInt(ints, key, hash);
    }

    private int findInt(long[] among, long key, int hash) {
        int[] positions = table;
        int mask = positions.length - 1;
        int perturb = hash;
        int i = hash & mask;
        while (true) {
            int entry = positions[i] - 1;
            if (entry == -1 || (entry >= 0 && among[entry] == key)) {
                return entry;
            }
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
    }

    private int findObject(@Nullable Object key, int hash) {
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

    private int findText(String key, int hash) {
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
                    return findObject(key, hash);
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
    }

    private int findNumber(long key, int hash) {
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
                    return findObject(key, hash);
                }
                if (present == key) {
                    return entry;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
    }

    /// Appends an entry for a key that is absent.
    final void insert(@Nullable Object key, int hash, @Nullable Object value) {
        if (key instanceof Long number) {
            insert(number.longValue(), hash, value);
            return;
        }
        if (ints != null) {
            useObjects();
        }
        int entry = append(hash, value);
        keys[entry] = key;
        hashes[entry] = hash;
    }

    final void insert(long key, int hash, @Nullable Object value) {
        if (table == NO_TABLE && key != GONE_INT) {
            ints = new long[0];
        } else if (ints != null && key == GONE_INT) {
            useObjects();
        }
        int entry = append(hash, value);
        if (ints != null) {
            ints[entry] = key;
        } else {
            keys[entry] = key;
            hashes[entry] = hash;
        }
    }

    private int append(int hash, @Nullable Object value) {
        if (usable == 0) {
            resize(used == 0 && table == NO_TABLE ? MIN_SIZE : sizeAbove(used * 3L));
        }
        int entry = entries++;
        usable--;
        used++;
        values[entry] = value;
        link(entry, hash);
        return entry;
    }

    /// Makes objects of keys that are ints.
    private void useObjects() {
        long[] numbers = ints;
        if (numbers == null) {
            return;
        }
        keys = new @Nullable Object[numbers.length];
        hashes = new int[numbers.length];
        for (int i = 0; i < entries; i++) {
            keys[i] = numbers[i] == GONE_INT ? GONE : (Object) numbers[i];
            hashes[i] = DictHash.of(numbers[i]);
        }
        ints = null;
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

    /// Room for the entries of another one, at once, as `update` reserves it.
    final void reserve(DictEntries source) {
        if (table == NO_TABLE && source.ints != null) {
            ints = new long[0];
        }
        if (table.length * 2L / 3 < source.used) {
            resize(sizeAbove((((long) used + source.used) * 3 + 1) / 2));
        }
    }

    private void resize(int size) {
        int room = (int) (size * 2L / 3);
        @Nullable Object[] newValues = new @Nullable Object[room];
        int[] newTable = new int[size];
        int to = 0;
        if (ints != null) {
            long[] from = ints;
            long[] newInts = new long[room];
            for (int i = 0; i < entries; i++) {
                if (from[i] != GONE_INT) {
                    newValues[to] = values[i];
                    newInts[to++] = from[i];
                }
            }
            ints = newInts;
        } else {
            @Nullable Object[] newKeys = new @Nullable Object[room];
            int[] newHashes = new int[room];
            for (int i = 0; i < entries; i++) {
                if (keys[i] != GONE) {
                    newKeys[to] = keys[i];
                    newValues[to] = values[i];
                    newHashes[to++] = hashes[i];
                }
            }
            keys = newKeys;
            hashes = newHashes;
        }
        values = newValues;
        table = newTable;
        entries = to;
        first = 0;
        usable = room - to;
        for (int i = 0; i < to; i++) {
            link(i, hash(i));
        }
    }

    /// Removes an entry, and gives its value.
    final @Nullable Object removeEntry(int entry) {
        int mask = table.length - 1;
        int perturb = hash(entry);
        int i = perturb & mask;
        while (table[i] != entry + 1) {
            perturb >>>= PERTURB_SHIFT;
            i = i * 5 + perturb + 1 & mask;
        }
        table[i] = REMOVED;
        Object value = values[entry];
        if (ints != null) {
            ints[entry] = GONE_INT;
        } else {
            keys[entry] = GONE;
        }
        values[entry] = null;
        used--;
        return value;
    }

    /// The oldest entry's position, or -1.
    final int oldest() {
        for (int i = first; i < entries; i++) {
            if (present(i)) {
                first = i;
                return i;
            }
        }
        return -1;
    }

    /// Moves an entry to the end, or in front of all.
    final void moveEntry(int entry, boolean toEnd) {
        if (!toEnd && ints != null) {
            useObjects();
        }
        Object key = key(entry);
        int hash = hash(entry);
        insert(key, hash, removeEntry(entry));
        if (!toEnd) {
            rotate();
        }
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

    final void removeAll() {
        table = NO_TABLE;
        ints = null;
        hashes = NO_HASHES;
        keys = NOTHING;
        values = NOTHING;
        entries = 0;
        first = 0;
        usable = 0;
        used = 0;
    }

    /// Takes the entries of another one as they are, when few of them are gone; else false.
    final boolean takeAll(DictEntries source) {
        if (source.used < source.entries * 2L / 3) {
            return false;
        }
        table = source.table == NO_TABLE ? NO_TABLE : source.table.clone();
        ints = source.ints == null ? null : source.ints.clone();
        hashes = source.hashes.clone();
        keys = source.keys.clone();
        values = source.values.clone();
        entries = source.entries;
        first = source.first;
        usable = source.usable;
        used = source.used;
        return true;
    }
}
