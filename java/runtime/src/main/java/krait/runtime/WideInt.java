package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Ints of any width in places made for a `long`: a field holds its low form, and beside it, when
/// the int is too wide, the int itself. `Long.MIN_VALUE` says to look there.
public final class WideInt {
    private WideInt() {}

    /// What the `long` of a field holds for an int.
    public static long low(Object value) {
        return value instanceof Long fits ? fits : Long.MIN_VALUE;
    }

    /// What stands beside it.
    public static @Nullable Object high(Object value) {
        return value instanceof BigInteger ? value : null;
    }

    /// A field whose `long` is `Long.MIN_VALUE`, read by fast code.
    public static long read(@Nullable Object high) throws WideResult {
        if (high instanceof BigInteger wide) {
            throw new WideResult(wide);
        }
        return Long.MIN_VALUE;
    }

    /// A field as an object.
    public static Object boxed(long low, @Nullable Object high) {
        return low == Long.MIN_VALUE && high != null ? high : (Object) low;
    }

    /// The `long` of an int that has to fit, such as an index.
    public static long toLong(@Nullable Object value) {
        if (value instanceof Long fits) {
            return fits;
        }
        throw new OverflowError("Python int too large to convert to C ssize_t");
    }

    /// The int that a method of the program gave, which did not fit; else what was thrown goes on.
    static BigInteger in(Throwable thrown) {
        if (thrown instanceof WideResult wide) {
            return wide.value();
        }
        throw WideInt.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /// The `long` of how often a sequence is repeated.
    public static long toCount(@Nullable Object value) {
        return Indexes.count(value);
    }

    /// `float(value)`, which fits always.
    public static double toFloat(long value) {
        return value;
    }
}
