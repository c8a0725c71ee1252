package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Iterates over a set, in the order of its table.
@PyClass(name = "set_iterator")
final class SetIterator extends PyIterator {
    private @Nullable AnySet set;
    private int expected;
    private int slot;
    private @Nullable Object item;

    SetIterator(AnySet set) {
        this.set = set;
        this.expected = set.size();
    }

    @Override
    public boolean advance() {
        AnySet from = set;
        if (from == null) {
            return false;
        }
        if (expected != from.size()) {
            expected = -1;
            throw new RuntimeError("Set changed size during iteration");
        }
        int at = from.next(slot);
        if (at < 0) {
            set = null;
            return false;
        }
        slot = at + 1;
        item = from.item(at);
        return true;
    }

    @Override
    public @Nullable Object value() {
        return item;
    }
}
