package krait.runtime.lib;

import krait.runtime.Function;
import krait.runtime.IndexError;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.PyList;
import krait.runtime.Slice;
import krait.runtime.Tuple;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// Python's `heapq`: a list as a heap whose least item is first. The moves are CPython's, one for
/// one, so the list looks the same after each.
public final class HeapqModule {
    private HeapqModule() {}

    /// `heappush(heap, item)`.
    public static void heappush(PyList heap, @Nullable Object item) {
        heap.append(item);
        rise(heap, 0, heap.__len__() - 1);
    }

    /// `heappop(heap)`.
    public static @Nullable Object heappop(PyList heap) {
        if (heap.__len__() == 0) {
            throw new IndexError("index out of range");
        }
        Object last = heap.pop();
        if (heap.__len__() == 0) {
            return last;
        }
        Object least = heap.__getitem__(0);
        heap.__setitem__(0, last);
        sink(heap, 0);
        return least;
    }

    /// `heapreplace(heap, item)`.
    public static @Nullable Object heapreplace(PyList heap, @Nullable Object item) {
        if (heap.__len__() == 0) {
            throw new IndexError("index out of range");
        }
        Object least = heap.__getitem__(0);
        heap.__setitem__(0, item);
        sink(heap, 0);
        return least;
    }

    /// `heappushpop(heap, item)`.
    public static @Nullable Object heappushpop(PyList heap, @Nullable Object item) {
        if (heap.__len__() > 0 && Values.lt(heap.__getitem__(0), item)) {
            return heapreplace(heap, item);
        }
        return item;
    }

    /// `heapify(list)`.
    public static void heapify(PyList list) {
        for (long i = list.__len__() / 2 - 1; i >= 0; i--) {
            sink(list, i);
        }
    }

    /// `merge(*sources, key=key, reverse=reverse)`: the first of the equal ones first.
    public static PyIterator merge(Tuple sources, @Nullable Function key, boolean reverse) {
        return new Merge(sources, key, reverse);
    }

    /// `nsmallest(n, items)`.
    public static ObjectList nsmallest(long n, @Nullable Object items) {
        return nsmallest(n, items, null);
    }

    /// `nsmallest(n, items, key)`.
    public static ObjectList nsmallest(long n, @Nullable Object items, @Nullable Function key) {
        return BuiltinsModule.sorted(items, key, false).__getitem__(Slice.to(Math.max(0, n)));
    }

    /// `nlargest(n, items)`.
    public static ObjectList nlargest(long n, @Nullable Object items) {
        return nlargest(n, items, null);
    }

    /// `nlargest(n, items, key)`.
    public static ObjectList nlargest(long n, @Nullable Object items, @Nullable Function key) {
        return BuiltinsModule.sorted(items, key, true).__getitem__(Slice.to(Math.max(0, n)));
    }

    private static void rise(PyList heap, long start, long from) {
        Object item = heap.__getitem__(from);
        long at = from;
        while (at > start) {
            long parent = (at - 1) >> 1;
            Object above = heap.__getitem__(parent);
            if (!Values.lt(item, above)) {
                break;
            }
            heap.__setitem__(at, above);
            at = parent;
        }
        heap.__setitem__(at, item);
    }

    /// Lets the smaller children rise down to a leaf, then the item rise from there.
    private static void sink(PyList heap, long start) {
        long end = heap.__len__();
        Object item = heap.__getitem__(start);
        long at = start;
        long child = 2 * at + 1;
        while (child < end) {
            long right = child + 1;
            if (right < end && !Values.lt(heap.__getitem__(child), heap.__getitem__(right))) {
                child = right;
            }
            heap.__setitem__(at, heap.__getitem__(child));
            at = child;
            child = 2 * at + 1;
        }
        heap.__setitem__(at, item);
        rise(heap, start, at);
    }
}
