package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// What Python does with any value, whatever its type: by the value's Java class. Null is None.
@SuppressWarnings("ReferenceEquality")
public final class Values {
    private static final long HASH_OF_NONE = 0xFCA86420L;

    private Values() {}

    /// `repr(value)`.
    public static CharSequence repr(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return TextRepr.repr(text);
        } else if (value instanceof PyObject object) {
            return object.__repr__();
        } else if (value instanceof Long number) {
            return number.toString();
        } else if (value instanceof Double number) {
            return Floats.repr(number);
        } else if (value == null) {
            return "None";
        } else if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        } else if (value instanceof BigInteger number) {
            return Ints.str(number);
        }
        return value.toString();
    }

    /// `str(value)`.
    public static CharSequence str(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return text;
        }
        return value instanceof PyObject object ? object.__str__() : repr(value);
    }

    /// `ascii(value)`.
    public static CharSequence ascii(@Nullable Object value) {
        return TextRepr.escapeNonAscii(repr(value));
    }

    /// `id(value)`: the same for one object as long as it lives, seldom the same for two.
    public static long id(@Nullable Object value) {
        return 0x7f00_0000_0000L + ((System.identityHashCode(value) & 0xffff_ffffL) << 4);
    }

    /// `left is right`. Values without identity in Java, as numbers, are one object when equal and
    /// of one type.
    public static boolean is(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left instanceof String text) {
            return text.equals(right);
        }
        if (left instanceof Function || right instanceof Function) {
            return isFunction(left, right);
        }
        return left != null && Numeric.isNumber(left) && left.equals(right);
    }

    private static boolean isFunction(@Nullable Object left, @Nullable Object right) {
        Object one = left instanceof Function f ? f.itself() : left;
        Object other = right instanceof Function f ? f.itself() : right;
        return one == other
                || (one instanceof Function a && other instanceof Function b && a.isSame(b));
    }

    /// The truth of a value.
    public static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        } else if (value == null) {
            return false;
        } else if (value instanceof PyObject object) {
            return object.__bool__();
        } else if (value instanceof Long number) {
            return number != 0;
        } else if (value instanceof CharSequence text) {
            return !text.isEmpty();
        } else if (value instanceof Double number) {
            return number != 0;
        }
        return true;
    }

    /// `left == right`.
    public static boolean eq(@Nullable Object left, @Nullable Object right) {
        if (left instanceof PyObject || right instanceof PyObject) {
            return eqOfObjects(left, right);
        }
        if (left instanceof String a && right instanceof String b) {
            return a.equals(b);
        }
        if (left instanceof Long a && right instanceof Long b) {
            return a.longValue() == b.longValue();
        }
        if (left == null || right == null) {
            return left == right;
        }
        if (Numeric.isNumber(left)) {
            return Numeric.isNumber(right) && Numeric.equal(left, right);
        }
        return left instanceof CharSequence a
                && right instanceof CharSequence b
                && Text.__eq__(a, b);
    }

    private static boolean eqOfObjects(@Nullable Object left, @Nullable Object right) {
        boolean rightFirst = refines(right, left);
        if (rightFirst && right instanceof PyObject object) {
            Object answer = object.__eq__(left);
            if (answer != NotImplemented.VALUE) {
                return truth(answer);
            }
        }
        if (left instanceof PyObject object) {
            Object answer = object.__eq__(right);
            if (answer != NotImplemented.VALUE) {
                return truth(answer);
            }
        }
        if (!rightFirst && right instanceof PyObject object) {
            Object answer = object.__eq__(left);
            if (answer != NotImplemented.VALUE) {
                return truth(answer);
            }
        }
        return left == right;
    }

    /// Whether `one` is of a proper subclass of the other's class, so that its method goes first.
    private static boolean refines(@Nullable Object one, @Nullable Object other) {
        return one != null
                && other != null
                && one.getClass() != other.getClass()
                && other.getClass().isInstance(one);
    }

    /// `left != right`.
    public static boolean ne(@Nullable Object left, @Nullable Object right) {
        boolean rightFirst = refines(right, left);
        if (rightFirst && right instanceof PyObject object) {
            Object answer = object.__ne__(left);
            if (answer != NotImplemented.VALUE) {
                return truth(answer);
            }
        }
        if (left instanceof PyObject object) {
            Object answer = object.__ne__(right);
            if (answer != NotImplemented.VALUE) {
                return truth(answer);
            }
        }
        return !eq(left, right);
    }

    /// Whether a container takes the two for one: `left is right or left == right`.
    ///
    /// Floats have no identity here: any two that are not numbers count as one.
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue() || (a.isNaN() && b.isNaN());
        }
        if (left instanceof Tuple a
                && right instanceof Tuple b
                && (a.getClass() == b.getClass() || (a.plain() && b.plain()))) {
            return a.sameItems(b);
        }
        return eq(left, right);
    }

    /// `left < right`.
    public static boolean lt(@Nullable Object left, @Nullable Object right) {
        return truth(order(Order.LT, left, right));
    }

    /// `left <= right`.
    public static boolean le(@Nullable Object left, @Nullable Object right) {
        return truth(order(Order.LE, left, right));
    }

    /// `left > right`.
    public static boolean gt(@Nullable Object left, @Nullable Object right) {
        return truth(order(Order.GT, left, right));
    }

    /// `left >= right`.
    public static boolean ge(@Nullable Object left, @Nullable Object right) {
        return truth(order(Order.GE, left, right));
    }

    /// What a comparison that orders gives: a Boolean, unless a class of the program says
    /// otherwise.
    public static @Nullable Object order(
            Order order, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Tuple a && right instanceof Tuple b && a.plain() && b.plain()) {
            return a.orderedItems(order, b);
        }
        if (left instanceof PyObject || right instanceof PyObject) {
            return orderOfObjects(order, left, right);
        }
        if (left instanceof CharSequence a && right instanceof CharSequence b) {
            return order.holds(Text.compare(a, b));
        }
        if (left != null && right != null && Numeric.isNumber(left) && Numeric.isNumber(right)) {
            int comparison = Numeric.compare(left, right);
            return comparison != Numeric.UNORDERED && order.holds(comparison);
        }
        throw unordered(order, left, right);
    }

    private static @Nullable Object orderOfObjects(
            Order order, @Nullable Object left, @Nullable Object right) {
        boolean rightFirst = refines(right, left);
        if (rightFirst && right instanceof PyObject object) {
            Object answer = ask(object, order.swapped(), left);
            if (answer != NotImplemented.VALUE) {
                return answer;
            }
        }
        if (left instanceof PyObject object) {
            Object answer = ask(object, order, right);
            if (answer != NotImplemented.VALUE) {
                return answer;
            }
        }
        if (!rightFirst && right instanceof PyObject object) {
            Object answer = ask(object, order.swapped(), left);
            if (answer != NotImplemented.VALUE) {
                return answer;
            }
        }
        throw unordered(order, left, right);
    }

    private static @Nullable Object ask(PyObject object, Order order, @Nullable Object other) {
        return switch (order) {
            case LT -> object.__lt__(other);
            case LE -> object.__le__(other);
            case GT -> object.__gt__(other);
            case GE -> object.__ge__(other);
        };
    }

    private static TypeError unordered(Order order, @Nullable Object left, @Nullable Object right) {
        return new TypeError(
                "'"
                        + order.sign()
                        + "' not supported between instances of '"
                        + shownName(left)
                        + "' and '"
                        + shownName(right)
                        + "'");
    }

    /// The name of a type in a message about its operands, where CPython shows the module of
    /// `datetime` too.
    private static String shownName(@Nullable Object value) {
        PyType type = PyType.of(value);
        return type.module().equals("datetime") ? type.qualifiedName() : type.name();
    }

    /// `hash(value)`: CPython's own for numbers, None and tuples of them.
    public static long hash(@Nullable Object value) {
        if (value instanceof Long number) {
            return Numeric.hash(number.longValue());
        } else if (value instanceof Tuple tuple) {
            return tuple.__hash__();
        } else if (value instanceof CharSequence text) {
            return Text.hash(text);
        } else if (value instanceof PyObject object) {
            return hash(object);
        } else if (value instanceof Double number) {
            return Numeric.hash(number.doubleValue());
        } else if (value == null) {
            return HASH_OF_NONE;
        } else if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        } else if (value instanceof BigInteger number) {
            return Numeric.hash(number);
        }
        return value.hashCode();
    }

    /// What a type without `__hash__` throws.
    public static TypeError unhashable(PyObject object) {
        return new TypeError("unhashable type: '" + typeName(object) + "'");
    }

    /// What an operator raises whose methods all decline.
    public static TypeError unsupported(
            String symbol, @Nullable Object left, @Nullable Object right) {
        boolean text = left instanceof CharSequence;
        boolean sequence = text || left instanceof PyList || left instanceof Tuple;
        if (sequence
                && (symbol.equals("+") || (symbol.equals("+=") && !(left instanceof PyList)))) {
            String name = typeName(left);
            String other = typeName(right);
            return new TypeError(
                    "can only concatenate " + name + " (not \"" + other + "\") to " + name);
        } else if (sequence && symbol.startsWith("*")) {
            return new TypeError(
                    "can't multiply sequence by non-int of type '" + typeName(right) + "'");
        }
        return new TypeError(
                "unsupported operand type(s) for "
                        + symbol
                        + ": '"
                        + typeName(left)
                        + "' and '"
                        + typeName(right)
                        + "'");
    }

    /// `type(value).__name__`.
    public static String typeName(@Nullable Object value) {
        return PyType.of(value).name();
    }

    /// `iter(value)`.
    public static PyIterator iter(@Nullable Object value) {
        if (value instanceof PyObject object) {
            return object.__iter__();
        }
        if (value instanceof CharSequence text) {
            return Text.__iter__(text);
        }
        throw new TypeError("'" + typeName(value) + "' object is not iterable");
    }

    /// `reversed(value)`.
    public static PyIterator reversed(@Nullable Object value) {
        if (value instanceof PyObject object) {
            return object.__reversed__();
        } else if (value instanceof CharSequence text) {
            return Text.__reversed__(text);
        }
        throw new TypeError("'" + typeName(value) + "' object is not reversible");
    }

    /// `len(value)`.
    public static long len(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof PyList list) {
            return list.size();
        }
        if (value instanceof PyObject object) {
            return length(object);
        }
        if (value instanceof CharSequence text) {
            return Text.__len__(text);
        }
        throw new TypeError("object of type '" + typeName(value) + "' has no len()");
    }

    /// A length as the builtins take it. `__len__` of a program may give any int.
    private static long length(PyObject object) {
        long length;
        try {
            length = object.__len__();
        } catch (Throwable thrown) {
            if (WideInt.in(thrown).signum() > 0) {
                throw new OverflowError("cannot fit 'int' into an index-sized integer");
            }
            length = -1;
        }
        if (length < 0) {
            throw new ValueError("__len__() should return >= 0");
        }
        return length;
    }

    /// A hash, which is never -1. `__hash__` of a program may give any int.
    private static long hash(PyObject object) {
        long hash;
        try {
            hash = object.__hash__();
        } catch (Throwable thrown) {
            hash = Numeric.hash(WideInt.in(thrown));
        }
        return hash == -1 ? -2 : hash;
    }

    /// How many items an iterable is known to have, or a guess of 0: only to reserve room.
    static int lengthHint(@Nullable Object iterable) {
        if (iterable instanceof CharSequence text) {
            return Text.length(text);
        }
        return iterable instanceof Sized sized ? sized.size() : 0;
    }

    /// `item in container`.
    public static boolean contains(@Nullable Object container, @Nullable Object item) {
        if (container instanceof PyObject object) {
            return object.__contains__(item);
        }
        if (container instanceof CharSequence text) {
            if (item instanceof CharSequence part) {
                return Text.__contains__(text, part);
            }
            throw new TypeError(
                    "'in <string>' requires string as left operand, not " + typeName(item));
        }
        throw new TypeError(
                "argument of type '" + typeName(container) + "' is not a container or iterable");
    }

    /// `container[key]`.
    public static @Nullable Object getitem(@Nullable Object container, @Nullable Object key) {
        if (container instanceof PyObject object) {
            return object.__getitem__(key);
        }
        if (container instanceof CharSequence text) {
            return Text.__getitem__(text, key);
        }
        throw new TypeError("'" + typeName(container) + "' object is not subscriptable");
    }

    /// `container[key] = value`.
    public static void setitem(
            @Nullable Object container, @Nullable Object key, @Nullable Object value) {
        if (container instanceof PyObject object) {
            object.__setitem__(key, value);
            return;
        }
        throw new TypeError(
                "'" + typeName(container) + "' object does not support item assignment");
    }

    /// `del container[key]`.
    public static void delitem(@Nullable Object container, @Nullable Object key) {
        if (container instanceof PyObject object) {
            object.__delitem__(key);
            return;
        }
        throw new TypeError("'" + typeName(container) + "' object doesn't support item deletion");
    }

    /// What is raised where an object has no attribute of a name.
    public static AttributeError noAttribute(@Nullable Object value, String name) {
        return new AttributeError(
                "'" + typeName(value) + "' object has no attribute '" + name + "'");
    }
}
