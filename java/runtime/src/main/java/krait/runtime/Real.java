package krait.runtime;

/// A number of the library that is neither an int nor a float.
@SuppressWarnings("MemberName")
public abstract class Real implements PyObject {
    /// The nearest float.
    public abstract double __float__();

    /// The int towards zero.
    public abstract Object __trunc__();
}
