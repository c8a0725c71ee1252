package krait.runtime;

import org.jspecify.annotations.Nullable;

/// What stands where a variable has no value.
public final class Unbound {
    /// The only one.
    public static final Unbound VALUE = new Unbound();

    private Unbound() {}

    /// Whether a cell's value is none.
    public static boolean is(@Nullable Object value) {
        return value instanceof Unbound;
    }

    /// A local variable was read before it was assigned.
    public static PyBaseException local(String name) {
        return new UnboundLocalError(
                "cannot access local variable '"
                        + name
                        + "' where it is not associated with a value");
    }

    /// A variable of an enclosing function was read before it was assigned.
    public static PyBaseException free(String name) {
        return new NameError(
                "cannot access free variable '"
                        + name
                        + "' where it is not associated with a value in enclosing scope");
    }

    /// A global variable was read before it was assigned.
    public static PyBaseException global(String name) {
        return new NameError("name '" + name + "' is not defined");
    }

    /// A field of an object was read before it was set.
    public static PyBaseException field(Object object, String name) {
        return new AttributeError(
                "'" + Values.typeName(object) + "' object has no attribute '" + name + "'");
    }
}
