package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Slices of lists: reading, assigning, deleting.
@SuppressWarnings("ReferenceEquality")
final class ListSlices {
    private ListSlices() {}

    static PyList get(PyList list, Slice slice) {
        int count = slice.count(list.size);
        PyList part = list.fresh(count);
        int from = slice.start(list.size);
        if (slice.contiguous()) {
            part.open(0, count);
            part.take(0, list, from, count);
            return part;
        }
        part.appendStepped(list, from, slice.step(), count);
        return part;
    }

    static void set(PyList list, Slice slice, @Nullable Object items) {
        boolean contiguous = slice.contiguous();
        PyList source = materialized(list, items, contiguous);
        int from = slice.start(list.size);
        int count = slice.count(list.size);
        if (contiguous) {
            replace(list, from, count, source);
            return;
        }
        if (source.size != count) {
            throw new ValueError(
                    "attempt to assign sequence of size "
                            + source.size
                            + " to extended slice of size "
                            + count);
        }
        int step = slice.step();
        for (int i = 0; i < count; i++) {
            list.put(from + i * step, source.item(i));
        }
    }

    private static PyList materialized(PyList list, @Nullable Object items, boolean contiguous) {
        if (items instanceof PyList source) {
            return source == list ? source.copy() : source;
        }
        if (!(items instanceof PyObject) && !(items instanceof CharSequence)) {
            throw new TypeError(
                    contiguous
                            ? "can only assign an iterable"
                            : "must assign iterable to extended slice");
        }
        PyList source = list.fresh(Values.lengthHint(items));
        source.extend(items);
        return source;
    }

    private static void replace(PyList list, int from, int count, PyList source) {
        int more = source.size - count;
        if (more > 0) {
            list.open(from + count, more);
        } else if (more < 0) {
            list.close(from + source.size, -more);
        }
        list.take(from, source, 0, source.size);
    }

    static void delete(PyList list, Slice slice) {
        int count = slice.count(list.size);
        if (count == 0) {
            return;
        }
        int step = slice.step();
        int from = slice.start(list.size);
        if (step < 0) {
            from = from + (count - 1) * step;
            step = -step;
        }
        if (step == 1) {
            list.close(from, count);
            return;
        }
        int kept = from;
        int gap = from;
        for (int i = from; i < list.size; i++) {
            if (i == gap && count > 0) {
                gap += step;
                count--;
            } else {
                list.put(kept++, list.item(i));
            }
        }
        list.close(kept, list.size - kept);
    }
}
