package krait.runtime.lib;

import krait.runtime.Function;
import krait.runtime.NotImplemented;
import krait.runtime.OrderedDict;
import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import krait.runtime.PyObject;
import krait.runtime.Tuple;
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

    /// `cache(function)`.
    public static Cached cache(Function function) {
        return new Cached(function, null);
    }

    /// `lru_cache(maxsize)(function)`: null is no limit.
    public static Cached lru_cache(Function function, @Nullable Object maxsize) {
        return new Cached(function, maxsize instanceof Long size ? Math.max(0, size) : null);
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

    /// A function that remembers its results by its arguments, the least recently used forgotten.
    ///
    /// It belongs to one strand.
    @PyClass(module = "functools", name = "_lru_cache_wrapper")
    public static final class Cached extends Function {
        private static final Object ABSENT = new Object();

        private final Function function;
        private final @Nullable Long maxsize;
        private final OrderedDict results = new OrderedDict();
        private long hits;
        private long misses;

        Cached(Function function, @Nullable Long maxsize) {
            super(function.name());
            this.function = function;
            this.maxsize = maxsize;
        }

        @Override
        public @Nullable Object call0() {
            return callN(new @Nullable Object[0]);
        }

        @Override
        public @Nullable Object call1(@Nullable Object a) {
            return callN(new @Nullable Object[] {a});
        }

        @Override
        public @Nullable Object call2(@Nullable Object a, @Nullable Object b) {
            return callN(new @Nullable Object[] {a, b});
        }

        @Override
        public @Nullable Object call3(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
            return callN(new @Nullable Object[] {a, b, c});
        }

        @Override
        public @Nullable Object call4(
                @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
            return callN(new @Nullable Object[] {a, b, c, d});
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public @Nullable Object callN(@Nullable Object[] arguments) {
            Object key = arguments.length == 1 ? arguments[0] : Tuple.of(arguments.clone());
            Object known = results.get(key, ABSENT);
            if (known != ABSENT) {
                hits++;
                if (maxsize != null) {
                    results.move_to_end(key);
                }
                return known;
            }
            misses++;
            Object result = function.callN(arguments);
            if (maxsize == null || maxsize > 0) {
                results.__setitem__(key, result);
                if (maxsize != null && results.__len__() > maxsize) {
                    results.popitem(false);
                }
            }
            return result;
        }

        /// `f.cache_clear()`.
        public void cache_clear() {
            results.clear();
            hits = 0;
            misses = 0;
        }

        /// `f.cache_info()`, as it is written.
        public CharSequence cache_info() {
            return "CacheInfo(hits="
                    + hits
                    + ", misses="
                    + misses
                    + ", maxsize="
                    + Values.repr(maxsize)
                    + ", currsize="
                    + results.__len__()
                    + ")";
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
