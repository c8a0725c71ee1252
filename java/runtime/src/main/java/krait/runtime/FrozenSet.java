package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `frozenset`.
@PyClass(name = "frozenset")
@SuppressWarnings("MemberName")
public final class FrozenSet extends AnySet {
    private long hash = -1;

    /// `frozenset()`.
    public FrozenSet() {}

    /// A frozenset of these items, added one by one.
    public static FrozenSet of(@Nullable Object... items) {
        FrozenSet set = new FrozenSet();
        for (Object item : items) {
            set.insert(item, hashOfItem(item));
        }
        return set;
    }

    /// `frozenset(items)`.
    public static FrozenSet from(@Nullable Object items) {
        if (items instanceof FrozenSet frozen) {
            return frozen;
        }
        FrozenSet set = new FrozenSet();
        set.addAll(items);
        return set;
    }

    @Override
    AnySet fresh() {
        return new FrozenSet();
    }

    /// `s.copy()`.
    public FrozenSet copy() {
        return this;
    }

    /// `s.union(*others)`.
    public FrozenSet union(@Nullable Object... others) {
        return (FrozenSet) SetAlgebra.union(this, others);
    }

    /// `s.intersection(*others)`.
    public FrozenSet intersection(@Nullable Object... others) {
        return (FrozenSet) SetAlgebra.intersectionOfAll(this, others);
    }

    /// `s.difference(*others)`.
    public FrozenSet difference(@Nullable Object... others) {
        return (FrozenSet) SetAlgebra.differenceOfAll(this, others);
    }

    /// `s.symmetric_difference(items)`.
    public FrozenSet symmetric_difference(@Nullable Object items) {
        return (FrozenSet) SetAlgebra.symmetricDifference(this, items);
    }

    /// `s | other`.
    public FrozenSet __or__(AnySet other) {
        return union(other);
    }

    /// `s & other`.
    public FrozenSet __and__(AnySet other) {
        return (FrozenSet) SetAlgebra.intersection(this, other);
    }

    /// `s - other`.
    public FrozenSet __sub__(AnySet other) {
        return (FrozenSet) SetAlgebra.difference(this, other);
    }

    /// `s ^ other`.
    public FrozenSet __xor__(AnySet other) {
        return symmetric_difference(other);
    }

    @Override
    public long __hash__() {
        if (hash != -1) {
            return hash;
        }
        long mixed = 0;
        for (int i = next(0); i >= 0; i = next(i + 1)) {
            long item = hashOf(i);
            mixed ^= (item ^ 89869747L ^ item << 16) * 3644798167L;
        }
        mixed ^= (size() + 1L) * 1927868237L;
        mixed ^= mixed >>> 11 ^ mixed >>> 25;
        mixed = mixed * 69069L + 907133923L;
        hash = mixed == -1 ? 590923713L : mixed;
        return hash;
    }
}
