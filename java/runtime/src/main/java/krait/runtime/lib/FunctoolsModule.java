package krait.runtime.lib;

import krait.runtime.Function;
import krait.runtime.NotImplemented;
import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import krait.runtime.PyObject;
import krait.runtime.TypeError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// Python's `functools`.
@SuppressWarnings("MemberName")
public final class FunctoolsModule {
    private FunctoolsModule() {}

    /// `reduce(function, items)`.
    public static @Nullable Object reduce(Function function, @Nullable Object items) {
        PyIterator each = Values.iter(items);
        if (!each.advance()) {
            throw new TypeError("reduce() of empty iterable with no initial value");
        }
        return reduced(function, each, each.value());
    }

    /// `reduce(function, items, initial)`.
    public static @Nullable Object reduce(
            Function function, @Nullable Object items, @Nullable Object initial) {
        return reduced(function, Values.iter(items), initial);
    }

    private static @Nullable Object reduced(
            Function function, PyIterator each, @Nullable Object initial) {
        Object result = initial;
        while (each.advance()) {
            result = function.call2(result, each.value());
        }
        return result;
    }

    /// `cmp_to_key(function)`.
    public static Function cmp_to_key(Function function) {
        return Function.of1("cmp_to_key", item -> new Compared(function, item));
    }

    /// A value that a function orders.
    @PyClass(module = "functools", name = "KeyWrapper")
    private record Compared(Function function, @Nullable Object item) implements PyObject {
        private Object compared(@Nullable Object other, Function.Of1 test) {
            if (!(other instanceof Compared that)) {
                return NotImplemented.VALUE;
            }
            return Values.truth(test.call(function.call2(item, that.item)));
        }

        @Override
        public Object __eq__(@Nullable Object other) {
            return compared(other, answer -> Values.eq(answer, 0L));
        }

        @Override
        public Object __lt__(@Nullable Object other) {
            return compared(other, answer -> Values.lt(answer, 0L));
        }

        @Override
        public Object __le__(@Nullable Object other) {
            return compared(other, answer -> Values.le(answer, 0L));
        }

        @Override
        public Object __gt__(@Nullable Object other) {
            return compared(other, answer -> Values.gt(answer, 0L));
        }

        @Override
        public Object __ge__(@Nullable Object other) {
            return compared(other, answer -> Values.ge(answer, 0L));
        }

        @Override
        public long __hash__() {
            throw Values.unhashable(this);
        }
    }

    /// The value of a `@cached_property`, computed when it is first read.
    public static @Nullable Object _cached(Object owner, CharSequence name, Function compute) {
        return CachedProperties.get(owner, name.toString(), compute);
    }

    /// What `method` of one object says of another: 1 or 0, or -1 for NotImplemented.
    public static long _ordering(Object one, Object other, CharSequence method) {
        PyObject object = (PyObject) one;
        Object answer =
                switch (method.toString()) {
                    case "__lt__" -> object.__lt__(other);
                    case "__le__" -> object.__le__(other);
                    case "__gt__" -> object.__gt__(other);
                    default -> object.__ge__(other);
                };
        return answer instanceof NotImplemented ? -1 : Values.truth(answer) ? 1 : 0;
    }

    /// A function that keeps its results.
    public static Object _lru_cache(Object function, @Nullable Object maxsize, boolean typed) {
        return new CachedFunction((Function) function, maxsize, typed);
    }

    /// A function with the name of the one that it wraps.
    public static Object _wraps(Object wrapper, Object wrapped) {
        ((Function) wrapper).rename((Function) wrapped);
        return wrapper;
    }
}
