package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `collections.OrderedDict`.
@PyClass(module = "collections", name = "OrderedDict")
@SuppressWarnings("MemberName")
public final class OrderedDict extends Dict {
    /// `OrderedDict()`.
    public OrderedDict() {}

    /// `OrderedDict(source)`.
    public static OrderedDict from(@Nullable Object source) {
        OrderedDict dict = new OrderedDict();
        dict.update(source);
        return dict;
    }

    /// `d.move_to_end(key)`.
    public void move_to_end(@Nullable Object key) {
        move_to_end(key, true);
    }

    /// `d.move_to_end(key, last)`.
    public void move_to_end(@Nullable Object key, boolean last) {
        if (!move(key, last)) {
            throw new KeyError(key);
        }
    }

    /// `d.move_to_end(key)`.
    public void move_to_end(long key) {
        move_to_end(key, true);
    }

    /// `d.move_to_end(key, last)`.
    public void move_to_end(long key, boolean last) {
        if (!move(key, last)) {
            throw new KeyError(key);
        }
    }

    @Override
    public Tuple popitem() {
        return popitem(true);
    }

    /// `d.popitem(last)`.
    public Tuple popitem(boolean last) {
        if (size() == 0) {
            throw new KeyError("dictionary is empty");
        }
        if (last) {
            return super.popitem();
        }
        int entry = oldest();
        Object key = keyAt(entry);
        return Tuple.of(key, removeEntry(entry));
    }

    @Override
    public OrderedDict copy() {
        OrderedDict copy = new OrderedDict();
        copy.copyFrom(this);
        return copy;
    }

    /// Equal to another ordered dict only in the same order.
    @Override
    public Object __eq__(@Nullable Object other) {
        boolean equal = super.__eq__(other) instanceof Boolean answer && answer;
        if (!equal || !(other instanceof OrderedDict that)) {
            return other instanceof Dict ? (Object) equal : NotImplemented.VALUE;
        }
        PyIterator ours = __iter__();
        PyIterator theirs = that.__iter__();
        while (ours.advance() && theirs.advance()) {
            if (!Values.same(ours.value(), theirs.value())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public CharSequence __repr__() {
        if (size() == 0) {
            return "OrderedDict()";
        }
        return new TextBuilder()
                .append("OrderedDict(")
                .append(reprOfItems("..."))
                .append(')')
                .build();
    }
}
