package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Bytes are no text in an encoding.
public class UnicodeDecodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    /// What can't be decoded are the bytes of `object` from `start` to before `end`.
    public UnicodeDecodeError(
            CharSequence encoding, Bytes object, long start, long end, CharSequence reason) {
        super(encoding, object, start, end, reason);
    }

    /// The five arguments that Python gives.
    public UnicodeDecodeError(@Nullable Object... args) {
        super(args);
    }

    @Override
    public CharSequence __str__() {
        if (args().size() == 5
                && args().get(1) instanceof Bytes bytes
                && args().get(2) instanceof Long start
                && args().get(3) instanceof Long end) {
            return UnicodeFault.inBytes(args().get(0), bytes, start, end, args().get(4));
        }
        return super.__str__();
    }
}
