package krait.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The right side of `a, b = value` and `a, *b, c = value`.
public final class Unpacking {
    private Unpacking() {}

    /// The items, in the order of the targets.
    ///
    /// @param count of targets
    public static Tuple unpack(@Nullable Object value, long count) {
        PyIterator items = iterator(value);
        @Nullable Object[] taken = new @Nullable Object[(int) count];
        for (int i = 0; i < taken.length; i++) {
            if (!items.advance()) {
                throw new ValueError(
                        "not enough values to unpack (expected " + count + ", got " + i + ")");
            }
            taken[i] = items.value();
        }
        if (items.advance()) {
            throw new ValueError("too many values to unpack (expected " + count + tail(value));
        }
        return Tuple.of(taken);
    }

    /// Since 3.14 the message tells how many there are, where that is known without counting.
    private static String tail(@Nullable Object value) {
        return value instanceof Sized sized
                        && (value instanceof PyList
                                || value instanceof Tuple
                                || value instanceof Dict)
                ? ", got " + sized.size() + ")"
                : ")";
    }

    /// The items, in the order of the targets, one of which takes a list.
    ///
    /// @param count of targets
    /// @param star which one takes the rest
    /// @param list an empty one, for the rest
    public static Tuple unpack(@Nullable Object value, long count, long star, PyList list) {
        List<@Nullable Object> items = new ArrayList<>();
        PyIterator iterator = iterator(value);
        while (iterator.advance()) {
            items.add(iterator.value());
        }
        int least = (int) count - 1;
        int rest = items.size() - least;
        if (rest < 0) {
            throw new ValueError(
                    "not enough values to unpack (expected at least "
                            + least
                            + ", got "
                            + items.size()
                            + ")");
        }
        @Nullable Object[] taken = new @Nullable Object[(int) count];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = i == star ? list : items.get(i < star ? i : i + rest - 1);
        }
        items.subList((int) star, (int) star + rest).forEach(list::append);
        return Tuple.of(taken);
    }

    private static PyIterator iterator(@Nullable Object value) {
        try {
            return Values.iter(value);
        } catch (TypeError notIterable) {
            throw new TypeError("cannot unpack non-iterable " + Values.typeName(value) + " object");
        }
    }
}
