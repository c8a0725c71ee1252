package krait.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Python's callables: functions, lambdas, bound methods, classes as factories.
///
/// A subclass overrides the method of its own number of arguments; the others refuse. Compiled
/// functions box their results; an int in there is a Long or a BigInteger.
@PyClass(name = "function")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public abstract class Function implements PyObject {
    /// What the identity of a function of the library begins with.
    private static final String LIBRARY = "<built-in>";

    private String name;
    private @Nullable String identity;
    private @Nullable Object self;

    /// A function that shows this name in its repr and messages.
    protected Function(String name) {
        this.name = name;
    }

    /// `f.__qualname__`.
    public final String name() {
        return name;
    }

    /// `f.__name__`.
    public CharSequence __name__() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// `f.__qualname__`.
    public CharSequence __qualname__() {
        return name;
    }

    /// Says which function of the program this is, since each mention of one makes a value.
    ///
    /// @param self the object of a bound method
    public final void identify(String identity, @Nullable Object self) {
        this.identity = identity;
        this.self = self;
    }

    /// Whether this is a method of an object.
    public final boolean isBound() {
        return self != null;
    }

    /// The object whose `__call__` this is, which stands for it where a function is expected.
    final Object itself() {
        boolean called = identity != null && identity.endsWith(".__call__");
        return called && self instanceof PyObject object ? object : this;
    }

    /// Whether another value is the same function of the program.
    final boolean isSame(Function other) {
        return identity != null
                && self == null
                && other.self == null
                && identity.equals(other.identity);
    }

    /// `type(f)`.
    final PyType type() {
        for (Class<?> each = getClass(); each != Function.class; each = each.getSuperclass()) {
            if (each.isAnnotationPresent(PyClass.class)) {
                return PyType.of(each);
            }
        }
        if (itself() != this) {
            return PyType.of(itself());
        }
        if (identity != null && identity.startsWith(LIBRARY)) {
            return PyType.builtin("builtin_function_or_method");
        }
        return PyType.builtin(self == null ? "function" : "method");
    }

    @Override
    public @Nullable Object __eq__(@Nullable Object other) {
        if (itself() != this) {
            return Values.eq(itself(), other instanceof Function f ? f.itself() : other);
        }
        boolean equal =
                other instanceof Function f
                        && identity != null
                        && identity.equals(f.identity)
                        && Values.is(self, f.self);
        return equal ? true : PyObject.super.__eq__(other);
    }

    @Override
    public long __hash__() {
        if (itself() != this) {
            return Values.hash(itself());
        }
        return identity == null
                ? PyObject.super.__hash__()
                : 31L * identity.hashCode()
                        + (self instanceof PyObject
                                ? System.identityHashCode(self)
                                : Objects.hashCode(self));
    }

    /// Takes the name of another function, as `functools.wraps` says.
    public final void rename(Function wrapped) {
        name = wrapped.name;
    }

    /// `f()`.
    public @Nullable Object call0() {
        throw refused(0);
    }

    /// `f(a)`.
    public @Nullable Object call1(@Nullable Object a) {
        throw refused(1);
    }

    /// `f(a, b)`.
    public @Nullable Object call2(@Nullable Object a, @Nullable Object b) {
        throw refused(2);
    }

    /// `f(a, b, c)`.
    public @Nullable Object call3(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
        throw refused(3);
    }

    /// `f(a, b, c, d)`.
    public @Nullable Object call4(
            @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        throw refused(4);
    }

    /// `f(*arguments)`. A function of more than four parameters overrides this.
    public @Nullable Object callN(@Nullable Object[] arguments) {
        return switch (arguments.length) {
            case 0 -> call0();
            case 1 -> call1(arguments[0]);
            case 2 -> call2(arguments[0], arguments[1]);
            case 3 -> call3(arguments[0], arguments[1], arguments[2]);
            case 4 -> call4(arguments[0], arguments[1], arguments[2], arguments[3]);
            default -> throw refused(arguments.length);
        };
    }

    private TypeError refused(int count) {
        return new TypeError(name + "() got a wrong number of arguments: " + count);
    }

    @Override
    public CharSequence __repr__() {
        String address = " at 0x" + Long.toHexString(Values.id(this)) + ">";
        if (itself() != this) {
            return Values.repr(itself());
        }
        boolean library = identity != null && identity.startsWith(LIBRARY);
        if (self == null && library) {
            return "<built-in function " + __name__() + ">";
        } else if (self == null) {
            return "<function " + name + address;
        } else if (library) {
            String type = PyType.of(self).name();
            return "<built-in method " + __name__() + " of " + type + " object" + address;
        }
        return "<bound method " + name + " of " + Values.repr(self) + ">";
    }

    @Override
    public CharSequence __str__() {
        return itself() == this ? __repr__() : Values.str(itself());
    }

    /// Code without parameters.
    @FunctionalInterface
    public interface Of0 {
        @Nullable Object call();
    }

    /// Code with one parameter.
    @FunctionalInterface
    public interface Of1 {
        @Nullable Object call(@Nullable Object a);
    }

    /// A function of no parameters.
    public static Function of0(String name, Of0 code) {
        return new Function(name) {
            @Override
            public @Nullable Object call0() {
                return code.call();
            }
        };
    }

    /// A function of one parameter.
    public static Function of1(String name, Of1 code) {
        return new Function(name) {
            @Override
            public @Nullable Object call1(@Nullable Object a) {
                return code.call(a);
            }
        };
    }
}
