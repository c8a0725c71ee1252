package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Iterates over a dict's keys, values or items, and notices when the dict changes meanwhile.
@PyClass(name = "dict_keyiterator")
@SuppressWarnings("ReferenceEquality")
public class DictIterator extends PyIterator {
    /// What of the entries is wanted.
    enum Kind {
        KEYS,
        VALUES,
        ITEMS
    }

    private final Kind kind;
    private @Nullable Dict dict;
    private int expected;
    private int left;
    int next;
    private @Nullable Object key;
    private @Nullable Object value;

    DictIterator(Dict dict, Kind kind) {
        this.dict = dict;
        this.kind = kind;
        this.expected = dict.size();
        this.left = expected;
    }

    /// The iterator of this kind, under the name that Python gives its type.
    static DictIterator of(Dict dict, Kind kind) {
        return switch (kind) {
            case KEYS -> new DictIterator(dict, kind);
            case VALUES -> new OfValues(dict);
            case ITEMS -> new OfItems(dict);
        };
    }

    /// Over the items, for a loop that unpacks them.
    public static DictIterator items(Dict dict) {
        return of(dict, Kind.ITEMS);
    }

    /// The key of the entry moved to.
    public final @Nullable Object key() {
        return key;
    }

    /// The value of the entry moved to.
    public final @Nullable Object mapped() {
        return value;
    }

    /// The next entry that was not removed, or -1.
    int seek(Dict from) {
        while (next < from.entries()) {
            int entry = next++;
            if (from.present(entry)) {
                return entry;
            }
        }
        return -1;
    }

    @Override
    public boolean advance() {
        Dict from = dict;
        if (from == null) {
            return false;
        }
        if (expected != from.size()) {
            expected = -1;
            throw new RuntimeError("dictionary changed size during iteration");
        }
        int entry = seek(from);
        if (entry < 0) {
            dict = null;
            return false;
        }
        if (left == 0) {
            dict = null;
            throw new RuntimeError("dictionary keys changed during iteration");
        }
        left--;
        key = from.key(entry);
        value = from.valueAt(entry);
        return true;
    }

    @Override
    public @Nullable Object value() {
        return switch (kind) {
            case KEYS -> key;
            case VALUES -> value;
            case ITEMS -> Tuple.of(key, value);
        };
    }

    /// Over the values.
    @PyClass(name = "dict_valueiterator")
    static final class OfValues extends DictIterator {
        OfValues(Dict dict) {
            super(dict, Kind.VALUES);
        }
    }

    /// Over the items.
    @PyClass(name = "dict_itemiterator")
    static final class OfItems extends DictIterator {
        OfItems(Dict dict) {
            super(dict, Kind.ITEMS);
        }
    }

    /// The same from the newest entry on.
    @PyClass(name = "dict_reversekeyiterator")
    static final class Reversed extends DictIterator {
        Reversed(Dict dict, Kind kind) {
            super(dict, kind);
            next = dict.entries() - 1;
        }

        @Override
        int seek(Dict from) {
            next = Math.min(next, from.entries() - 1);
            while (next >= 0) {
                int entry = next--;
                if (from.present(entry)) {
                    return entry;
                }
            }
            return -1;
        }
    }
}
