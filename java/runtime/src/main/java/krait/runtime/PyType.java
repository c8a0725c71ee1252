package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What Python says about a class.
///
/// @param module `__module__`
/// @param qualname `__qualname__`
public record PyType(String module, String qualname) {
    private static final PyType NONE = new PyType("builtins", "NoneType");

    private static final ClassValue<PyType> TYPES =
            new ClassValue<>() {
                @Override
                protected PyType computeValue(Class<?> type) {
                    return named(type);
                }
            };

    /// The type of a value; null is None.
    public static PyType of(@Nullable Object value) {
        return value == null ? NONE : TYPES.get(value.getClass());
    }

    /// The type of the instances of a Java class.
    public static PyType of(Class<?> type) {
        return TYPES.get(type);
    }

    /// `__name__`.
    public String name() {
        return qualname.substring(qualname.lastIndexOf('.') + 1);
    }

    /// `__qualname__`.
    public String qualname() {
        return qualname;
    }

    /// The name as a message shows it: with its module, unless that is `builtins`.
    public String qualifiedName() {
        return module.equals("builtins") ? qualname : module + "." + qualname;
    }

    private static PyType named(Class<?> type) {
        PyClass named = type.getAnnotation(PyClass.class);
        if (named != null) {
            return new PyType(named.module(), named.name());
        }
        return new PyType("builtins", builtinName(type));
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
