package krait.runtime.lib;

import java.math.BigInteger;
import krait.runtime.Dict;
import krait.runtime.Function;
import krait.runtime.PyClass;
import krait.runtime.PyType;
import krait.runtime.Tuple;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// A function under `@functools.cache` or `@lru_cache`. Its own state is guarded by its lock, which
/// it does not hold while the function runs.
@PyClass(module = "functools", name = "_lru_cache_wrapper")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public final class CachedFunction extends Function {
    private static final long UNBOUNDED = -1;
    private static final Object MISSING = new Object();

    private final Function function;
    private final long most;
    private final boolean typed;
    private final Dict results = new Dict();
    private long hits;
    private long misses;

    /// Keeps as many results as `maxsize` says, all for None.
    CachedFunction(Function function, @Nullable Object maxsize, boolean typed) {
        super(function.name());
        this.function = function;
        this.typed = typed;
        this.most =
                switch (maxsize) {
                    case null -> UNBOUNDED;
                    case BigInteger wide -> wide.signum() < 0 ? 0 : Long.MAX_VALUE;
                    default -> Math.max(0, (Long) maxsize);
                };
    }

    @Override
    public @Nullable Object call0() {
        return callN(new Object[0]);
    }

    @Override
    public @Nullable Object call1(@Nullable Object a) {
        return callN(new Object[] {a});
    }

    @Override
    public @Nullable Object call2(@Nullable Object a, @Nullable Object b) {
        return callN(new Object[] {a, b});
    }

    @Override
    public @Nullable Object call3(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return callN(new Object[] {a, b, c});
    }

    @Override
    public @Nullable Object call4(
            @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        return callN(new Object[] {a, b, c, d});
    }

    @Override
    public @Nullable Object callN(@Nullable Object[] arguments) {
        if (most == 0) {
            count(false);
            return function.callN(arguments);
        }
        Object key = key(arguments);
        Object known = find(key);
        if (known != MISSING) {
            return known;
        }
        Object result = function.callN(arguments);
        keep(key, result);
        return result;
    }

    /// An int or a str alone is its own key, as in CPython: its equality is that of the others.
    private @Nullable Object key(@Nullable Object[] arguments) {
        if (!typed) {
            boolean alone = arguments.length == 1;
            boolean plain =
                    alone && (arguments[0] instanceof Long || arguments[0] instanceof CharSequence);
            return plain ? arguments[0] : hashed(Tuple.of(arguments.clone()));
        }
        @Nullable Object[] all = new @Nullable Object[arguments.length * 2];
        for (int i = 0; i < arguments.length; i++) {
            all[i] = arguments[i];
            all[arguments.length + i] = PyType.of(arguments[i]);
        }
        return hashed(Tuple.of(all));
    }

    /// CPython takes the hash of the arguments itself, so the message speaks of no key of a dict.
    private static Tuple hashed(Tuple key) {
        Values.hash(key);
        return key;
    }

    private synchronized void count(boolean hit) {
        hits += hit ? 1 : 0;
        misses += hit ? 0 : 1;
    }

    private synchronized @Nullable Object find(@Nullable Object key) {
        Object known = results.get(key, MISSING);
        count(known != MISSING);
        if (known != MISSING && most != UNBOUNDED) {
            results.pop(key);
            results.__setitem__(key, known);
        }
        return known;
    }

    private synchronized void keep(@Nullable Object key, @Nullable Object result) {
        if (most != UNBOUNDED && results.__contains__(key)) {
            return;
        }
        if (most != UNBOUNDED && results.__len__() >= most) {
            var oldest = results.__iter__();
            if (oldest.advance()) {
                results.__delitem__(oldest.value());
            }
        }
        results.__setitem__(key, result);
    }

    /// `f.cache_info()`.
    public synchronized CacheInfo cache_info() {
        Object maxsize = most == UNBOUNDED ? null : (Object) most;
        return new CacheInfo(hits, misses, maxsize, results.__len__());
    }

    /// `f.cache_clear()`.
    public synchronized void cache_clear() {
        hits = 0;
        misses = 0;
        results.clear();
    }

    /// `f.__wrapped__`.
    public Object __wrapped__() {
        return function;
    }

    @Override
    public CharSequence __repr__() {
        String address = Long.toHexString(Values.id(this));
        return "<functools._lru_cache_wrapper object at 0x" + address + ">";
    }
}
