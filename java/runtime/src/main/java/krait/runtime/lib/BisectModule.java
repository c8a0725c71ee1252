package krait.runtime.lib;

import krait.runtime.FloatList;
import krait.runtime.Function;
import krait.runtime.IntList;
import krait.runtime.PyList;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.WideResult;
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
        if (key == null && to <= list.__len__()) {
            long place = ofNumbers(list, item, from, to, true);
            if (place >= 0) {
                return place;
            }
        }
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
        if (key == null && to <= list.__len__()) {
            long place = ofNumbers(list, item, from, to, false);
            if (place >= 0) {
                return place;
            }
        }
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

    /// The place of a number among numbers of its type, or -1 where the list has others.
    ///
    /// @param before whether it comes before its equals
    private static long ofNumbers(
            PyList list, @Nullable Object item, long low, long high, boolean before) {
        if (list instanceof FloatList floats && item instanceof Double real) {
            return place(floats, real, low, high, before);
        }
        return list instanceof IntList ints && item instanceof Long number
                ? place(ints, number, low, high, before)
                : -1;
    }

    private static long place(FloatList list, double item, long low, long high, boolean before) {
        long from = low;
        long to = high;
        while (from < to) {
            int middle = (int) ((from + to) >>> 1);
            double there = list.doubleAt(middle);
            if (before ? there < item : !(item < there)) {
                from = middle + 1L;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static long place(IntList list, long item, long low, long high, boolean before) {
        long from = low;
        long to = high;
        try {
            while (from < to) {
                int middle = (int) ((from + to) >>> 1);
                long there = list.longAt(middle);
                if (before ? there < item : there <= item) {
                    from = middle + 1L;
                } else {
                    to = middle;
                }
            }
        } catch (WideResult wide) {
            return -1;
        }
        return from;
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
