package krait.runtime;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Stable sorting by `<` alone, as Python's: an order that contradicts itself gives some order,
/// never an error.
///
/// Up to [#SMALL] items the comparisons are those of CPython's `listsort` one for one (a run, then
/// binary insertion), so even what `<` does not order comes out the same.
final class ListSort {
    private static final int SMALL = 63;

    private ListSort() {}

    /// What sorts: an item, beside the key that stands for it.
    private record Keyed(@Nullable Object key, @Nullable Object item) {}

    private interface Less {
        boolean test(@Nullable Object left, @Nullable Object right);
    }

    static void sort(@Nullable Object[] items, int count, @Nullable Function key, boolean reverse) {
        if (key == null) {
            sortKeys(items, count, reverse);
            return;
        }
        @Nullable Object[] keys = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            keys[i] = key.call1(items[i]);
        }
        Comparator<@Nullable Object> natural = natural(keys, count);
        @Nullable Object[] pairs = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            pairs[i] = new Keyed(keys[i], items[i]);
        }
        if (natural != null) {
            sortNaturally(pairs, count, (a, b) -> natural.compare(keyOf(a), keyOf(b)), reverse);
        } else {
            sortBy(pairs, count, (a, b) -> Values.lt(keyOf(a), keyOf(b)), reverse);
        }
        for (int i = 0; i < count; i++) {
            if (pairs[i] instanceof Keyed pair) {
                items[i] = pair.item;
            }
        }
    }

    private static @Nullable Object keyOf(@Nullable Object pair) {
        return pair instanceof Keyed keyed ? keyed.key : null;
    }

    private static void sortKeys(@Nullable Object[] items, int count, boolean reverse) {
        Comparator<@Nullable Object> natural = natural(items, count);
        if (natural != null) {
            sortNaturally(items, count, natural, reverse);
        } else {
            sortBy(items, count, Values::lt, reverse);
        }
    }

    /// The total order of keys that are all of one plain type; null when they are not.
    private static @Nullable Comparator<@Nullable Object> natural(
            @Nullable Object[] keys, int count) {
        Object first = count == 0 ? null : keys[0];
        Class<?> type = first == null ? Object.class : first.getClass();
        if (type != String.class && type != Long.class && type != Double.class) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            Object key = keys[i];
            if (key == null || key.getClass() != type || (key instanceof Double d && d.isNaN())) {
                return null;
            }
        }
        if (type == String.class) {
            return (a, b) -> a instanceof String x && b instanceof String y ? x.compareTo(y) : 0;
        } else if (type == Long.class) {
            return (a, b) -> a instanceof Long x && b instanceof Long y ? x.compareTo(y) : 0;
        }
        return ListSort::compareDoubles;
    }

    private static int compareDoubles(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            double x = a;
            double y = b;
            return x < y ? -1 : x > y ? 1 : 0;
        }
        return 0;
    }

    private static void sortNaturally(
            @Nullable Object[] items,
            int count,
            Comparator<@Nullable Object> order,
            boolean reverse) {
        // Java's sort is stable too: equal items keep their places under the reversed order.
        Arrays.sort(items, 0, count, reverse ? (a, b) -> order.compare(b, a) : order);
    }

    private static void sortBy(@Nullable Object[] items, int count, Less less, boolean reverse) {
        if (reverse) {
            reverse(items, 0, count);
        }
        if (count <= SMALL) {
            sortSmall(items, 0, count, less);
        } else {
            merge(items, new @Nullable Object[count], 0, count, less);
        }
        if (reverse) {
            reverse(items, 0, count);
        }
    }

    private static void merge(
            @Nullable Object[] items, @Nullable Object[] spare, int low, int high, Less less) {
        if (high - low <= SMALL / 2) {
            sortSmall(items, low, high, less);
            return;
        }
        int middle = (low + high) >>> 1;
        merge(items, spare, low, middle, less);
        merge(items, spare, middle, high, less);
        if (!less.test(items[middle], items[middle - 1])) {
            return;
        }
        int left = middle - low;
        System.arraycopy(items, low, spare, 0, left);
        int from = 0;
        int right = middle;
        int to = low;
        while (from < left && right < high) {
            items[to++] = less.test(items[right], spare[from]) ? items[right++] : spare[from++];
        }
        System.arraycopy(spare, from, items, to, left - from);
    }

    /// The run at the front, turned when it falls, then binary insertion of the rest.
    private static void sortSmall(@Nullable Object[] items, int low, int high, Less less) {
        if (high - low < 2) {
            return;
        }
        int sorted = run(items, low, high, less);
        for (int next = sorted; next < high; next++) {
            Object pivot = items[next];
            int left = low;
            int right = next;
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (less.test(pivot, items[middle])) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            System.arraycopy(items, left, items, left + 1, next - left);
            items[left] = pivot;
        }
    }

    private static int run(@Nullable Object[] items, int low, int high, Less less) {
        int end = low + 1;
        while (end < high && !less.test(items[end], items[end - 1])) {
            end++;
        }
        if (end == high) {
            return end;
        }
        // A falling run counts only when it begins at the front, or behind equal items.
        if (end > low + 1) {
            if (less.test(items[low], items[end - 1])) {
                return end;
            }
            reverse(items, low, end);
        }
        end++;
        int equal = 0;
        for (; end < high; end++) {
            if (less.test(items[end], items[end - 1])) {
                if (equal > 0) {
                    reverse(items, end - equal - 1, end);
                    equal = 0;
                }
            } else if (less.test(items[end - 1], items[end])) {
                break;
            } else {
                equal++;
            }
        }
        if (equal > 0) {
            reverse(items, end - equal - 1, end);
        }
        reverse(items, low, end);
        for (; end < high && !less.test(items[end], items[end - 1]); end++) {
            // what follows a turned run may continue it
        }
        return end;
    }

    private static void reverse(@Nullable Object[] items, int low, int high) {
        for (int i = low, j = high - 1; i < j; i++, j--) {
            Object item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }
}
