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
    /// @param star which one takes the rest, as a list of objects; -1 for none
    public static Tuple unpack(@Nullable Object value, long count, long star) {
        return star < 0 ? exactly(value, (int) count) : starred(value, (int) count, (int) star);
    }

    private static Tuple exactly(@Nullable Object value, int count) {
        PyIterator items = iterator(value);
        @Nullable Object[] taken = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
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

    private static Tuple starred(@Nullable Object value, int count, int star) {
        List<@Nullable Object> items = new ArrayList<>();
        PyIterator iterator = iterator(value);
        while (iterator.advance()) {
            items.add(iterator.value());
        }
        int rest = items.size() - (count - 1);
        if (rest < 0) {
            throw new ValueError(
                    "not enough values to unpack (expected at least "
                            + (count - 1)
                            + ", got "
                            + items.size()
                            + ")");
        }
        @Nullable Object[] taken = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            taken[i] =
                    i == star
                            ? ObjectList.of(items.subList(star, star + rest).toArray())
                            : items.get(i < star ? i : i + rest - 1);
        }
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
