package krait.runtime.re;

/// A pattern that is no regular expression, on its way to the module, which makes Python's
/// exception of it.
public final class PatternFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CharSequence reason;
    private final int position;

    /// @param position in code points, or -1 when there is none
    PatternFault(CharSequence reason, int position) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
        this.position = position;
    }

    /// What is wrong.
    public CharSequence reason() {
        return reason;
    }

    /// Where, in code points; -1 when there is no place.
    public int position() {
        return position;
    }
}
