package krait.runtime;

import java.math.BigInteger;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// What Python says about a class: the class object. Several Java classes may be one of Python's.
///
/// @param module `__module__`
/// @param qualname `__qualname__`
@PyClass(name = "type")
@SuppressWarnings("MemberName")
public record PyType(String module, String qualname, String kind) implements PyObject {
    private static final PyType NONE = new PyType("builtins", "NoneType", "class");
    private static final ConcurrentMap<PyType, PyType> OF_LIBRARY = new ConcurrentHashMap<>();

    private static final ClassValue<PyType> TYPES =
            new ClassValue<>() {
                @Override
                protected PyType computeValue(Class<?> type) {
                    return named(type);
                }
            };

    /// The type of a value; null is None.
    public static PyType of(@Nullable Object value) {
        if (value instanceof Function function) {
            return function.type();
        }
        return value == null ? NONE : TYPES.get(value.getClass());
    }

    /// The type of the instances of a Java class.
    public static PyType of(Class<?> type) {
        return TYPES.get(type);
    }

    /// `__name__`.
    public CharSequence __name__() {
        return name();
    }

    /// `__qualname__`.
    public CharSequence __qualname__() {
        return qualname;
    }

    /// `__module__`.
    public CharSequence __module__() {
        return module;
    }

    @Override
    public CharSequence __repr__() {
        String shown = kind.equals("class") ? qualifiedName() : name();
        return "<" + kind + " '" + shown + "'>";
    }

    /// `__name__`.
    public String name() {
        return qualname.substring(qualname.lastIndexOf('.') + 1);
    }

    /// `__qualname__`.
    @Override
    public String qualname() {
        return qualname;
    }

    /// The name as a message shows it: with its module, unless that is `builtins`.
    public String qualifiedName() {
        return module.equals("builtins") ? qualname : module + "." + qualname;
    }

    /// Whether an object is of this class or of one below it.
    public boolean isInstance(Object value) {
        for (Class<?> each = value.getClass(); each != null; each = each.getSuperclass()) {
            if (equals(TYPES.get(each))) {
                return true;
            }
        }
        return false;
    }

    private static String kind(Class<?> type) {
        return PyFlag.class.isAssignableFrom(type)
                ? "flag"
                : PyEnum.class.isAssignableFrom(type) ? "enum" : "class";
    }

    private static PyType named(Class<?> type) {
        PyClass named = type.getAnnotation(PyClass.class);
        if (named != null) {
            PyType found = new PyType(named.module(), named.name(), kind(type));
            boolean library = Objects.equals(type.getClassLoader(), PyType.class.getClassLoader());
            return library ? one(found) : found;
        }
        return one(new PyType("builtins", builtinName(type), "class"));
    }

    /// A class of the builtins that no Java class stands for alone.
    static PyType builtin(String name) {
        return one(new PyType("builtins", name, "class"));
    }

    private static PyType one(PyType type) {
        PyType known = OF_LIBRARY.putIfAbsent(type, type);
        return known == null ? type : known;
    }

    private static String builtinName(Class<?> type) {
        if (type == Long.class || type == BigInteger.class) {
            return "int";
        } else if (type == Double.class) {
            return "float";
        } else if (type == Boolean.class) {
            return "bool";
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return "str";
        }
        return type.getSimpleName();
    }
}
