package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Objects that stand for a position or a count.
final class Indexes {
    private Indexes() {}

    /// The position that an object is; [Long#MAX_VALUE] or its opposite when it is wider.
    static long clamped(@Nullable Object value) {
        if (value instanceof Long fits) {
            return fits;
        }
        if (value instanceof BigInteger wide) {
            return wide.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw notAnInteger(value);
    }

    /// The position that an object is; IndexError when it is too wide.
    static long position(@Nullable Object value) {
        if (value instanceof BigInteger) {
            throw new IndexError("cannot fit 'int' into an index-sized integer");
        }
        return clamped(value);
    }

    /// The count that an object is; OverflowError when it is too wide.
    static long count(@Nullable Object value) {
        if (value instanceof BigInteger) {
            throw new OverflowError("cannot fit 'int' into an index-sized integer");
        }
        return clamped(value);
    }

    /// The argument of a method that an object is; OverflowError when it is too wide.
    static long argument(@Nullable Object value) {
        if (value instanceof BigInteger) {
            throw new OverflowError("Python int too large to convert to C ssize_t");
        }
        return clamped(value);
    }

    /// A bound of a search, as `str.find` takes it: negative counts from the end.
    static int bound(long value, int length) {
        long from = value < 0 ? value + length : value;
        return (int) Math.max(0, Math.min(from, length));
    }

    /// How long a sequence gets when it is repeated.
    static int repeated(int length, long times) {
        if (times <= 0 || length == 0) {
            return 0;
        }
        long total;
        try {
            total = Math.multiplyExact(length, times);
        } catch (ArithmeticException overflow) {
            throw new MemoryError();
        }
        return capacity(total);
    }

    /// A length as an int; MemoryError when no array is that long.
    static int capacity(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw new MemoryError();
        }
        return (int) length;
    }

    private static TypeError notAnInteger(@Nullable Object value) {
        String type = PyType.of(value).name();
        return new TypeError("'" + type + "' object cannot be interpreted as an integer");
    }
}
