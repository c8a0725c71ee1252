package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `set`.
@PyClass(name = "set")
@SuppressWarnings("MemberName")
public final class PySet extends AnySet {
    /// `set()`.
    public PySet() {}

    /// `{a, b, …}`, evaluated one by one.
    public static PySet of(@Nullable Object... items) {
        PySet set = new PySet();
        for (Object item : items) {
            set.add(item);
        }
        return set;
    }

    /// `{1, 2, 3}`: three or more constants, which CPython copies from a frozenset that it made
    /// when compiling. The order may differ from that of single additions.
    public static PySet ofConstants(FrozenSet constants) {
        return from(constants);
    }

    /// `set(items)`.
    public static PySet from(@Nullable Object items) {
        PySet set = new PySet();
        set.addAll(items);
        return set;
    }

    @Override
    AnySet fresh() {
        return new PySet();
    }

    /// `s.add(item)`.
    public void add(@Nullable Object item) {
        insert(item, hashOfItem(item));
    }

    /// `s.add(item)`.
    public void add(long item) {
        insert(item);
    }

    /// `s.discard(item)`.
    public void discard(@Nullable Object item) {
        remove(item, false);
    }

    /// `s.remove(item)`.
    public void remove(@Nullable Object item) {
        remove(item, true);
    }

    /// `s.discard(item)`.
    public void discard(long item) {
        delete(item);
    }

    /// `s.remove(item)`.
    public void remove(long item) {
        if (!delete(item)) {
            throw new KeyError((Object) item);
        }
    }

    private void remove(@Nullable Object item, boolean mustExist) {
        boolean removed;
        if (item instanceof PySet set) {
            FrozenSet frozen = FrozenSet.from(set);
            removed = delete(frozen, frozen.__hash__());
        } else {
            removed = delete(item, hashOfItem(item));
        }
        if (!removed && mustExist) {
            throw new KeyError(item);
        }
    }

    /// `s.pop()`.
    public @Nullable Object pop() {
        return takeAny();
    }

    /// `s.pop()`.
    public long popLong() throws WideResult {
        return WideResult.unwrap(takeAny());
    }

    /// `s.clear()`.
    public void clear() {
        empty();
    }

    /// `s.copy()`.
    public PySet copy() {
        return from(this);
    }

    /// `s.update(*others)`.
    public void update(@Nullable Object... others) {
        for (Object other : others) {
            addAll(other);
        }
    }

    /// `s.intersection_update(*others)`.
    public void intersection_update(@Nullable Object... others) {
        become(SetAlgebra.intersectionOfAll(this, others));
    }

    /// `s.difference_update(*others)`.
    public void difference_update(@Nullable Object... others) {
        for (Object other : others) {
            SetAlgebra.subtract(this, other);
        }
    }

    /// `s.symmetric_difference_update(items)`.
    public void symmetric_difference_update(@Nullable Object items) {
        SetAlgebra.toggle(this, items);
    }

    /// `s.union(*others)`.
    public PySet union(@Nullable Object... others) {
        return (PySet) SetAlgebra.union(this, others);
    }

    /// `s.intersection(*others)`.
    public PySet intersection(@Nullable Object... others) {
        return (PySet) SetAlgebra.intersectionOfAll(this, others);
    }

    /// `s.difference(*others)`.
    public PySet difference(@Nullable Object... others) {
        return (PySet) SetAlgebra.differenceOfAll(this, others);
    }

    /// `s.symmetric_difference(items)`.
    public PySet symmetric_difference(@Nullable Object items) {
        return (PySet) SetAlgebra.symmetricDifference(this, items);
    }

    /// `s | other`.
    public PySet __or__(AnySet other) {
        return union(other);
    }

    /// `s & other`.
    public PySet __and__(AnySet other) {
        return (PySet) SetAlgebra.intersection(this, other);
    }

    /// `s - other`.
    public PySet __sub__(AnySet other) {
        return (PySet) SetAlgebra.difference(this, other);
    }

    /// `s ^ other`.
    public PySet __xor__(AnySet other) {
        return symmetric_difference(other);
    }

    /// `s |= other`.
    public PySet __ior__(AnySet other) {
        addAll(other);
        return this;
    }

    /// `s &= other`.
    public PySet __iand__(AnySet other) {
        intersection_update(other);
        return this;
    }

    /// `s -= other`.
    public PySet __isub__(AnySet other) {
        SetAlgebra.subtract(this, other);
        return this;
    }

    /// `s ^= other`.
    public PySet __ixor__(AnySet other) {
        SetAlgebra.toggle(this, other);
        return this;
    }

    @Override
    public long __hash__() {
        throw Values.unhashable(this);
    }
}
