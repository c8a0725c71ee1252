package krait.runtime;

/// A class where a function is expected: a call makes an object. It shows itself as the class.
@PyClass(name = "type")
public abstract class ClassFunction extends Function {
    private final PyType type;

    /// A function that makes objects of a class.
    protected ClassFunction(PyType type) {
        super(type.qualname());
        this.type = type;
    }

    @Override
    public CharSequence __repr__() {
        return type.__repr__();
    }
}
