package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A `tuple` of two ints that fit a `long`: no array and no objects for them, as points, edges and
/// the entries of heaps are many. It equals a tuple of the same two in an array.
@PyClass(name = "tuple")
final class IntPair extends Tuple {
    static final int SIZE = 2;

    private static final @Nullable Object[] NO_ARRAY = {};

    final long first;
    final long second;

    IntPair(long first, long second) {
        super(NO_ARRAY);
        this.first = first;
        this.second = second;
    }

    long at(int position) {
        return position == 0 ? first : second;
    }

    @Nullable Object[] boxed() {
        return new @Nullable Object[] {first, second};
    }

    /// As the comparison of the items, one after another.
    int compareTo(IntPair that) {
        return first == that.first
                ? Long.compare(second, that.second)
                : Long.compare(first, that.first);
    }
}
