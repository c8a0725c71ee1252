package krait.runtime;

/// An object whose class says itself how Python treats it: a class of the program, or one of ours.
///
/// The special methods keep Python's names, so that a compiled `def __repr__` overrides by its name
/// alone, and no method of a program can override one by accident.
@SuppressWarnings("MemberName")
public interface PyObject {
    /// What `repr(x)` gives.
    default CharSequence __repr__() {
        String address = Long.toHexString(Values.id(this));
        return "<" + PyType.of(this).qualifiedName() + " object at 0x" + address + ">";
    }

    /// What `str(x)` gives.
    default CharSequence __str__() {
        return __repr__();
    }

    /// What `format(x, spec)` gives.
    default CharSequence __format__(CharSequence spec) {
        if (spec.isEmpty()) {
            return __str__();
        }
        String type = PyType.of(this).name();
        throw new TypeError("unsupported format string passed to " + type + ".__format__");
    }
}
