package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An object whose class says itself how Python treats it: a class of the program, or one of ours.
///
/// The special methods keep Python's names, so that a compiled `def __repr__` overrides by its name
/// alone, and no method of a program can override one by accident. Comparisons return a Boolean, or
/// [NotImplemented] as in Python.
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

    /// `x == other`.
    default @Nullable Object __eq__(@Nullable Object other) {
        return Values.is(this, other) ? true : NotImplemented.VALUE;
    }

    /// `x != other`; by default the opposite of `__eq__`.
    default @Nullable Object __ne__(@Nullable Object other) {
        Object equal = __eq__(other);
        return equal instanceof NotImplemented ? equal : (Object) !Values.truth(equal);
    }

    /// `x < other`.
    default @Nullable Object __lt__(@Nullable Object other) {
        return NotImplemented.VALUE;
    }

    /// `x <= other`.
    default @Nullable Object __le__(@Nullable Object other) {
        return NotImplemented.VALUE;
    }

    /// `x > other`.
    default @Nullable Object __gt__(@Nullable Object other) {
        return NotImplemented.VALUE;
    }

    /// `x >= other`.
    default @Nullable Object __ge__(@Nullable Object other) {
        return NotImplemented.VALUE;
    }

    /// `hash(x)`. A class that defines `__eq__` alone overrides it with [Values#unhashable].
    default long __hash__() {
        return Integer.toUnsignedLong(System.identityHashCode(this));
    }

    /// The truth of `x`. A class that defines `__len__` alone overrides it with `__len__() != 0`.
    default boolean __bool__() {
        return true;
    }

    /// `len(x)`.
    default long __len__() {
        throw new TypeError("object of type '" + PyType.of(this).name() + "' has no len()");
    }

    /// `iter(x)`.
    default PyIterator __iter__() {
        throw new TypeError("'" + PyType.of(this).name() + "' object is not iterable");
    }

    /// `next(x)` of an iterator that the program defines; it throws [StopIteration] at its end.
    default @Nullable Object __next__() {
        throw new TypeError("'" + PyType.of(this).name() + "' object is not an iterator");
    }

    /// `reversed(x)`.
    default PyIterator __reversed__() {
        throw new TypeError("'" + PyType.of(this).name() + "' object is not reversible");
    }

    /// `item in x`.
    default boolean __contains__(@Nullable Object item) {
        PyIterator items = __iter__();
        while (items.advance()) {
            if (Values.same(items.value(), item)) {
                return true;
            }
        }
        return false;
    }

    /// `x[key]`.
    default @Nullable Object __getitem__(@Nullable Object key) {
        throw new TypeError("'" + PyType.of(this).name() + "' object is not subscriptable");
    }

    /// `x[key] = value`.
    default void __setitem__(@Nullable Object key, @Nullable Object value) {
        String type = PyType.of(this).name();
        throw new TypeError("'" + type + "' object does not support item assignment");
    }

    /// `del x[key]`.
    default void __delitem__(@Nullable Object key) {
        String type = PyType.of(this).name();
        throw new TypeError("'" + type + "' object doesn't support item deletion");
    }

    /// Arithmetic, by the name of the special method: `__add__`, `__rmul__`, `__neg__`, ….
    ///
    /// A class that defines any of them overrides this with a switch over the names; `other` is
    /// null for those without an operand.
    default @Nullable Object __arithmetic__(String method, @Nullable Object other) {
        return NotImplemented.VALUE;
    }
}
