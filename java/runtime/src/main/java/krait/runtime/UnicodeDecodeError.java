package krait.runtime;

/// Bytes are no text in an encoding.
public class UnicodeDecodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    /// What can't be decoded are the bytes of `object` from `start` to before `end`.
    public UnicodeDecodeError(
            CharSequence encoding, Bytes object, long start, long end, CharSequence reason) {
        super(encoding, object, start, end, reason);
    }

    @Override
    public CharSequence __str__() {
        if (args().length == 5
                && args()[1] instanceof Bytes bytes
                && args()[2] instanceof Long start
                && args()[3] instanceof Long end) {
            return UnicodeFault.inBytes(args()[0], bytes, start, end, args()[4]);
        }
        return super.__str__();
    }
}
