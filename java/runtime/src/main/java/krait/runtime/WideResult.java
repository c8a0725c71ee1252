package krait.runtime;

import java.io.Serial;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// An int that does not fit the `long` its method is declared to return.
///
/// No exception of Python's: fast code catches it at a widening point and goes on in its twin. It
/// is checked, so that Java code can't forget it, and has no stack trace, so that it is cheap.
public final class WideResult extends Throwable {
    @Serial private static final long serialVersionUID = 1L;

    private final BigInteger value;

    public WideResult(BigInteger value) {
        super(null, null, false, false);
        this.value = value;
    }

    /// The int; it does not fit a long.
    public BigInteger value() {
        return value;
    }

    /// The int that an object is.
    public static long unwrap(@Nullable Object value) throws WideResult {
        if (value instanceof Long fits) {
            return fits;
        }
        if (value instanceof BigInteger wide) {
            throw new WideResult(wide);
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw new TypeError(
                "'" + PyType.of(value).name() + "' object cannot be interpreted as an integer");
    }
}
