package krait.runtime;

/// A text has no form in an encoding.
public class UnicodeEncodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    /// What can't be encoded are the code points of `object` from `start` to before `end`.
    public UnicodeEncodeError(
            CharSequence encoding, CharSequence object, long start, long end, CharSequence reason) {
        super(encoding, object, start, end, reason);
    }

    @Override
    public CharSequence __str__() {
        if (args().length == 5
                && args()[1] instanceof CharSequence text
                && args()[2] instanceof Long start
                && args()[3] instanceof Long end) {
            return UnicodeFault.inText(args()[0], "encode", text, start, end, args()[4]);
        }
        return super.__str__();
    }
}
