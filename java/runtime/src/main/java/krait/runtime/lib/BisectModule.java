package krait.runtime.lib;

import krait.runtime.Function;
import krait.runtime.PyList;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// Python's `bisect`. A null `high` or `key` is what Python's None is.
@SuppressWarnings("MemberName")
public final class BisectModule {
    private BisectModule() {}

    /// `bisect_left(list, item, low, high, key=key)`.
    public static long bisect_left(
            PyList list,
            @Nullable Object item,
            long low,
            @Nullable Object high,
            @Nullable Function key) {
        checkLow(low);
        long from = low;
        long to = high instanceof Long end ? end : list.__len__();
        while (from < to) {
            long middle = (from + to) >>> 1;
            if (Values.lt(keyOf(list, middle, key), item)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// `bisect_right(list, item, low, high, key=key)`.
    public static long bisect_right(
            PyList list,
            @Nullable Object item,
            long low,
            @Nullable Object high,
            @Nullable Function key) {
        checkLow(low);
        long from = low;
        long to = high instanceof Long end ? end : list.__len__();
        while (from < to) {
            long middle = (from + to) >>> 1;
            if (Values.lt(item, keyOf(list, middle, key))) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /// `bisect(list, item, low, high, key=key)`.
    public static long bisect(
            PyList list,
            @Nullable Object item,
            long low,
            @Nullable Object high,
            @Nullable Function key) {
        return bisect_right(list, item, low, high, key);
    }

    /// `insort_left(list, item, low, high, key=key)`.
    public static void insort_left(
            PyList list,
            @Nullable Object item,
            long low,
            @Nullable Object high,
            @Nullable Function key) {
        Object sought = key == null ? item : key.call1(item);
        list.insert(bisect_left(list, sought, low, high, key), item);
    }

    /// `insort_right(list, item, low, high, key=key)`.
    public static void insort_right(
            PyList list,
            @Nullable Object item,
            long low,
            @Nullable Object high,
            @Nullable Function key) {
        Object sought = key == null ? item : key.call1(item);
        list.insert(bisect_right(list, sought, low, high, key), item);
    }

    /// `insort(list, item, low, high, key=key)`.
    public static void insort(
            PyList list,
            @Nullable Object item,
            long low,
            @Nullable Object high,
            @Nullable Function key) {
        insort_right(list, item, low, high, key);
    }

    private static @Nullable Object keyOf(PyList list, long position, @Nullable Function key) {
        Object item = list.__getitem__(position);
        return key == null ? item : key.call1(item);
    }

    private static void checkLow(long low) {
        if (low < 0) {
            throw new ValueError("lo must be non-negative");
        }
    }
}
