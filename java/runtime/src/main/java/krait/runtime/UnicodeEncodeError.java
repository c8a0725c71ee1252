package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A text has no form in an encoding.
public class UnicodeEncodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    /// What can't be encoded are the code points of `object` from `start` to before `end`.
    public UnicodeEncodeError(
            CharSequence encoding, CharSequence object, long start, long end, CharSequence reason) {
        super(encoding, object, start, end, reason);
    }

    /// The five arguments that Python gives.
    public UnicodeEncodeError(@Nullable Object... args) {
        super(args);
    }

    @Override
    public CharSequence __str__() {
        if (args().size() == 5
                && args().get(1) instanceof CharSequence text
                && args().get(2) instanceof Long start
                && args().get(3) instanceof Long end) {
            return UnicodeFault.inText(args().get(0), "encode", text, start, end, args().get(4));
        }
        return super.__str__();
    }
}
