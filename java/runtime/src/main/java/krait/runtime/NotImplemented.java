package krait.runtime;

/// Python's `NotImplemented`: a special method's answer that it does not know the other operand.
@PyClass(name = "NotImplementedType")
public final class NotImplemented implements PyObject {
    /// The only one.
    public static final NotImplemented VALUE = new NotImplemented();

    private NotImplemented() {}

    @Override
    public CharSequence __repr__() {
        return "NotImplemented";
    }

    @Override
    public boolean __bool__() {
        throw new TypeError("NotImplemented should not be used in a boolean context");
    }
}
