package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Operations on two sets. Which of the two is walked decides the order of the result, and is
/// CPython's choice.
@SuppressWarnings("ReferenceEquality")
final class SetAlgebra {
    private SetAlgebra() {}

    static AnySet copy(AnySet set) {
        AnySet copy = set.fresh();
        copy.addAll(set);
        return copy;
    }

    static boolean isSubset(AnySet set, AnySet of) {
        if (set.size() > of.size()) {
            return false;
        }
        for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
            if (!of.has(set.item(i), set.hashOf(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDisjoint(AnySet set, @Nullable Object items) {
        if (items instanceof AnySet other) {
            AnySet small = other.size() > set.size() ? set : other;
            AnySet large = small == set ? other : set;
            for (int i = small.next(0); i >= 0; i = small.next(i + 1)) {
                if (large.has(small.item(i), small.hashOf(i))) {
                    return false;
                }
            }
            return true;
        }
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            Object item = each.value();
            if (set.has(item, AnySet.hashOfItem(item))) {
                return false;
            }
        }
        return true;
    }

    static AnySet union(AnySet set, @Nullable Object... others) {
        AnySet result = copy(set);
        for (Object other : others) {
            if (other != set) {
                result.addAll(other);
            }
        }
        return result;
    }

    static AnySet intersection(AnySet set, @Nullable Object items) {
        if (items == set) {
            return copy(set);
        }
        AnySet result = set.fresh();
        if (items instanceof AnySet other) {
            AnySet small = other.size() > set.size() ? set : other;
            AnySet large = small == set ? other : set;
            for (int i = small.next(0); i >= 0; i = small.next(i + 1)) {
                if (large.has(small.item(i), small.hashOf(i))) {
                    result.insert(small.item(i), small.hashOf(i));
                }
            }
            return result;
        }
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            Object item = each.value();
            long hash = AnySet.hashOfItem(item);
            if (set.has(item, hash)) {
                result.insert(item, hash);
                if (result.size() == set.size()) {
                    break;
                }
            }
        }
        return result;
    }

    static AnySet intersectionOfAll(AnySet set, @Nullable Object... others) {
        AnySet result = others.length == 0 ? copy(set) : set;
        for (Object other : others) {
            result = intersection(result, other);
        }
        return result;
    }

    static AnySet difference(AnySet set, @Nullable Object items) {
        int size = items instanceof Sized sized ? sized.size() : 0;
        boolean lookUp = items instanceof AnySet || items instanceof Dict;
        if (!lookUp || set.size() >> 2 > size) {
            AnySet result = copy(set);
            subtract(result, items);
            return result;
        }
        AnySet result = set.fresh();
        for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
            Object item = set.item(i);
            boolean both =
                    items instanceof AnySet other
                            ? other.has(item, set.hashOf(i))
                            : items instanceof Dict dict && dict.__contains__(item);
            if (!both) {
                result.insert(item, set.hashOf(i));
            }
        }
        return result;
    }

    static AnySet differenceOfAll(AnySet set, @Nullable Object... others) {
        if (others.length == 0) {
            return copy(set);
        }
        AnySet result = difference(set, others[0]);
        for (int i = 1; i < others.length; i++) {
            subtract(result, others[i]);
        }
        return result;
    }

    /// Takes the items out of the set.
    static void subtract(AnySet set, @Nullable Object items) {
        if (items == set) {
            set.empty();
            return;
        }
        if (items instanceof AnySet all) {
            AnySet other = all.size() >> 3 > set.size() ? intersection(set, all) : all;
            for (int i = other.next(0); i >= 0; i = other.next(i + 1)) {
                set.delete(other.item(i), other.hashOf(i));
            }
        } else {
            PyIterator each = Values.iter(items);
            while (each.advance()) {
                Object item = each.value();
                set.delete(item, AnySet.hashOfItem(item));
            }
        }
        set.sweep();
    }

    static AnySet symmetricDifference(AnySet set, @Nullable Object items) {
        AnySet result = set.fresh();
        result.addAll(items);
        toggle(result, set);
        return result;
    }

    /// Takes out the items that are in the set, and puts in those that are not.
    static void toggle(AnySet set, @Nullable Object items) {
        if (items == set) {
            set.empty();
            return;
        }
        AnySet other;
        if (items instanceof AnySet given) {
            other = given;
        } else if (items instanceof Dict dict) {
            toggleEach(set, dict.__iter__());
            return;
        } else {
            other = set.fresh();
            other.addAll(items);
        }
        for (int i = other.next(0); i >= 0; i = other.next(i + 1)) {
            if (!set.delete(other.item(i), other.hashOf(i))) {
                set.insert(other.item(i), other.hashOf(i));
            }
        }
    }

    private static void toggleEach(AnySet set, PyIterator items) {
        while (items.advance()) {
            Object item = items.value();
            long hash = AnySet.hashOfItem(item);
            if (!set.delete(item, hash)) {
                set.insert(item, hash);
            }
        }
    }
}
