package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Iterates over a list that may change meanwhile: by position, until the position is past the end.
@PyClass(name = "list_iterator")
final class ListIterator extends PyIterator {
    private @Nullable PyList list;
    private int next;
    private @Nullable Object item;

    ListIterator(PyList list) {
        this.list = list;
    }

    @Override
    public boolean advance() {
        PyList from = list;
        if (from == null || next >= from.size) {
            list = null;
            return false;
        }
        item = from.item(next++);
        return true;
    }

    @Override
    public @Nullable Object value() {
        return item;
    }

    /// The same from the end.
    @PyClass(name = "list_reverseiterator")
    static final class Reversed extends PyIterator {
        private @Nullable PyList list;
        private int next;
        private @Nullable Object item;

        Reversed(PyList list) {
            this.list = list;
            this.next = list.size - 1;
        }

        @Override
        public boolean advance() {
            PyList from = list;
            if (from == null || next < 0 || next >= from.size) {
                list = null;
                return false;
            }
            item = from.item(next--);
            return true;
        }

        @Override
        public @Nullable Object value() {
            return item;
        }
    }
}
