package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What Python does with any value, whatever its type: by the value's Java class.
public final class Values {
    private Values() {}

    /// `repr(value)`.
    public static CharSequence repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean truth -> truth ? "True" : "False";
            case Long number -> number.toString();
            case Double number -> Floats.repr(number);
            case BigInteger number -> Ints.str(number);
            case PyObject object -> object.__repr__();
            default -> value.toString();
        };
    }

    /// `str(value)`.
    public static CharSequence str(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text;
            case PyObject object -> object.__str__();
            case null, default -> repr(value);
        };
    }

    /// `id(value)`: the same for one object as long as it lives, seldom the same for two.
    public static long id(@Nullable Object value) {
        return 0x7f00_0000_0000L + ((System.identityHashCode(value) & 0xffff_ffffL) << 4);
    }
}
