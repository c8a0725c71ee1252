package krait.runtime;

import org.jspecify.annotations.Nullable;

/// What `keys()`, `values()` and `items()` give: the dict itself, seen from one side.
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public abstract class DictView implements PyObject, Sized {
    final Dict dict;
    private final DictIterator.Kind kind;

    DictView(Dict dict, DictIterator.Kind kind) {
        this.dict = dict;
        this.kind = kind;
    }

    @Override
    public final int size() {
        return dict.size();
    }

    @Override
    public final long __len__() {
        return dict.size();
    }

    @Override
    public final boolean __bool__() {
        return dict.size() != 0;
    }

    @Override
    public final PyIterator __iter__() {
        return DictIterator.of(dict, kind);
    }

    @Override
    public final PyIterator __reversed__() {
        return new DictIterator.Reversed(dict, kind);
    }

    @Override
    public final CharSequence __repr__() {
        if (!Nesting.enter(this)) {
            return "...";
        }
        try {
            return new TextBuilder()
                    .append(Values.typeName(this))
                    .append('(')
                    .append(ObjectList.from(this).__repr__())
                    .append(')')
                    .build();
        } finally {
            Nesting.leave();
        }
    }

    private PySet set() {
        return PySet.from(this instanceof OfKeys ? dict : this);
    }

    /// `view & items`.
    public final PySet __and__(@Nullable Object items) {
        if (items instanceof AnySet set && size() <= set.size()) {
            PySet result = new PySet();
            result.addAll(SetAlgebra.intersection(set, this));
            return result;
        }
        boolean swap = items instanceof DictView other && other.size() > size();
        PyObject in = swap && items instanceof DictView other ? other : this;
        PyIterator each = Values.iter(swap ? this : items);
        PySet result = new PySet();
        while (each.advance()) {
            Object item = each.value();
            if (in.__contains__(item)) {
                result.add(item);
            }
        }
        return result;
    }

    /// `view | items`.
    public final PySet __or__(@Nullable Object items) {
        PySet result = set();
        result.update(items);
        return result;
    }

    /// `view - items`.
    public final PySet __sub__(@Nullable Object items) {
        PySet result = set();
        result.difference_update(items);
        return result;
    }

    /// `view ^ items`.
    public final PySet __xor__(@Nullable Object items) {
        if (this instanceof OfItems && items instanceof OfItems other) {
            return itemsOfOne(other);
        }
        PySet result = set();
        result.symmetric_difference_update(items);
        return result;
    }

    /// The items of the other, then our own, without those of both.
    private PySet itemsOfOne(OfItems other) {
        Dict left = dict.copy();
        PySet result = new PySet();
        PyIterator each = other.__iter__();
        while (each.advance()) {
            if (each.value() instanceof Tuple item) {
                Object ours = left.get(item.get(0), Dict.GONE);
                if (ours != Dict.GONE && Values.eq(ours, item.get(1))) {
                    left.__delitem__(item.get(0));
                } else {
                    result.add(item);
                }
            }
        }
        result.update(left.items());
        return result;
    }

    /// `view.isdisjoint(items)`.
    public final boolean isdisjoint(@Nullable Object items) {
        if (items == this) {
            return size() == 0;
        }
        boolean swap = items instanceof Sized other && other.size() > size();
        PyIterator each = swap ? __iter__() : Values.iter(items);
        while (each.advance()) {
            Object item = each.value();
            if (swap ? Values.contains(items, item) : __contains__(item)) {
                return false;
            }
        }
        return true;
    }

    /// Views of keys and items compare as sets do.
    private @Nullable Object compared(@Nullable Object other, boolean subset, boolean strict) {
        if (this instanceof OfValues || !(other instanceof Sized that) || !isSet(other)) {
            return NotImplemented.VALUE;
        }
        int left = size();
        int right = that.size();
        if (subset ? left > right : left < right) {
            return false;
        }
        if (strict && left == right) {
            return false;
        }
        PyIterator each = subset ? __iter__() : Values.iter(other);
        while (each.advance()) {
            Object item = each.value();
            if (!(subset ? Values.contains(other, item) : __contains__(item))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSet(Object other) {
        return other instanceof AnySet
                || (other instanceof DictView && !(other instanceof OfValues));
    }

    @Override
    public final @Nullable Object __eq__(@Nullable Object other) {
        if (this instanceof OfValues || other == null || !isSet(other)) {
            return this == other ? true : NotImplemented.VALUE;
        }
        return size() == ((Sized) other).size() ? compared(other, true, false) : (Object) false;
    }

    @Override
    public final @Nullable Object __le__(@Nullable Object other) {
        return compared(other, true, false);
    }

    @Override
    public final @Nullable Object __lt__(@Nullable Object other) {
        return compared(other, true, true);
    }

    @Override
    public final @Nullable Object __ge__(@Nullable Object other) {
        return compared(other, false, false);
    }

    @Override
    public final @Nullable Object __gt__(@Nullable Object other) {
        return compared(other, false, true);
    }

    /// The keys.
    @PyClass(name = "dict_keys")
    static final class OfKeys extends DictView {
        OfKeys(Dict dict) {
            super(dict, DictIterator.Kind.KEYS);
        }

        @Override
        public boolean __contains__(@Nullable Object key) {
            return dict.__contains__(key);
        }

        @Override
        public long __hash__() {
            throw Values.unhashable(this);
        }
    }

    /// The values, which are no set.
    @PyClass(name = "dict_values")
    static final class OfValues extends DictView {
        OfValues(Dict dict) {
            super(dict, DictIterator.Kind.VALUES);
        }
    }

    /// The items: pairs of key and value.
    @PyClass(name = "dict_items")
    static final class OfItems extends DictView {
        OfItems(Dict dict) {
            super(dict, DictIterator.Kind.ITEMS);
        }

        @Override
        public boolean __contains__(@Nullable Object item) {
            if (!(item instanceof Tuple pair) || pair.size() != 2) {
                return false;
            }
            Object value = dict.get(pair.get(0), Dict.GONE);
            return value != Dict.GONE && Values.same(value, pair.get(1));
        }

        @Override
        public long __hash__() {
            throw Values.unhashable(this);
        }
    }
}
