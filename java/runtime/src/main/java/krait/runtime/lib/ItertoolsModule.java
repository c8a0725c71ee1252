package krait.runtime.lib;

import krait.runtime.Addition;
import krait.runtime.Function;
import krait.runtime.Iterators;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// Python's `itertools`. What combines items is in [Combinatorics].
@SuppressWarnings("MemberName")
public final class ItertoolsModule {
    private ItertoolsModule() {}

    /// An iterator that keeps the item it moved to.
    abstract static class Kept extends PyIterator {
        @Nullable Object item;

        @Override
        public final @Nullable Object value() {
            return item;
        }

        final boolean give(@Nullable Object value) {
            item = value;
            return true;
        }
    }

    /// `chain.from_iterable(sources)`.
    static PyIterator chainFrom(@Nullable Object sources) {
        PyIterator outer = Values.iter(sources);
        return new Kept() {
            private @Nullable PyIterator inner;

            @Override
            public boolean advance() {
                while (true) {
                    PyIterator each = inner;
                    if (each == null) {
                        if (!outer.advance()) {
                            return false;
                        }
                        each = Values.iter(outer.value());
                        inner = each;
                    }
                    if (each.advance()) {
                        return give(each.value());
                    }
                    inner = null;
                }
            }
        };
    }

    /// `islice(items, stop)`; null is None.
    public static PyIterator islice(@Nullable Object items, @Nullable Object stop) {
        return islice(items, 0L, stop, 1L);
    }

    /// `islice(items, start, stop)`.
    public static PyIterator islice(
            @Nullable Object items, @Nullable Object start, @Nullable Object stop) {
        return islice(items, start, stop, 1L);
    }

    /// `islice(items, start, stop, step)`.
    public static PyIterator islice(
            @Nullable Object items,
            @Nullable Object start,
            @Nullable Object stop,
            @Nullable Object step) {
        long from = bound(start, 0, "Indices");
        long to = bound(stop, Long.MAX_VALUE, "Stop argument");
        if (step != null && !(step instanceof Long by && by > 0)) {
            throw new ValueError("Step for islice() must be a positive integer or None.");
        }
        long by = step == null ? 1 : (Long) step;
        PyIterator each = Values.iter(items);
        return new Kept() {
            private long next = from;
            private long at;

            @Override
            public boolean advance() {
                long target = Math.min(next, to);
                while (at < target) {
                    if (!each.advance()) {
                        next = Long.MAX_VALUE;
                        return false;
                    }
                    at++;
                }
                if (next >= to || !each.advance()) {
                    next = Long.MAX_VALUE;
                    return false;
                }
                at++;
                next = next + by < 0 ? Long.MAX_VALUE : next + by;
                return give(each.value());
            }
        };
    }

    private static long bound(@Nullable Object value, long absent, String what) {
        if (value == null) {
            return absent;
        }
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new ValueError(
                what + " for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    }

    /// `count()`.
    public static PyIterator count() {
        return count(0L, 1L);
    }

    /// `count(start)`.
    public static PyIterator count(@Nullable Object start) {
        return count(start, 1L);
    }

    /// `count(start, step)`.
    public static PyIterator count(@Nullable Object start, @Nullable Object step) {
        return new Kept() {
            private boolean started;

            @Override
            public boolean advance() {
                if (!started) {
                    started = true;
                    return give(start);
                }
                return give(Addition.add(item, step));
            }
        };
    }

    /// `cycle(items)`.
    public static PyIterator cycle(@Nullable Object items) {
        PyIterator first = Values.iter(items);
        ObjectList seen = new ObjectList();
        return new Kept() {
            private boolean replaying;
            private long next;

            @Override
            public boolean advance() {
                if (!replaying && first.advance()) {
                    seen.append(first.value());
                    return give(first.value());
                }
                replaying = true;
                if (seen.__len__() == 0) {
                    return false;
                }
                Object value = seen.__getitem__(next);
                next = (next + 1) % seen.__len__();
                return give(value);
            }
        };
    }

    /// `repeat(value)`.
    public static PyIterator repeat(@Nullable Object value) {
        return repeat(value, Long.MAX_VALUE);
    }

    /// `repeat(value, times)`.
    public static PyIterator repeat(@Nullable Object value, long times) {
        return new Kept() {
            private long left = times;

            @Override
            public boolean advance() {
                if (left <= 0) {
                    return false;
                }
                left -= times == Long.MAX_VALUE ? 0 : 1;
                return give(value);
            }
        };
    }

    /// `chain(*sources)`.
    static PyIterator chained(@Nullable Object... sources) {
        return chainFrom(ObjectList.of(sources));
    }

    /// `accumulate(items)`.
    public static PyIterator accumulate(@Nullable Object items) {
        return accumulate(items, null);
    }

    /// `accumulate(items, function)`.
    public static PyIterator accumulate(@Nullable Object items, @Nullable Function function) {
        return accumulated(Values.iter(items), function);
    }

    /// `accumulate(items, function, initial=initial)`.
    public static PyIterator accumulate(
            @Nullable Object items, @Nullable Function function, @Nullable Object initial) {
        PyIterator each = Values.iter(items);
        return initial == null
                ? accumulated(each, function)
                : accumulated(chained(Tuple.of(initial), each), function);
    }

    private static PyIterator accumulated(PyIterator each, @Nullable Function function) {
        return new Kept() {
            private boolean started;

            @Override
            public boolean advance() {
                if (!each.advance()) {
                    return false;
                }
                Object value = each.value();
                if (!started) {
                    started = true;
                    return give(value);
                }
                return give(
                        function == null ? Addition.add(item, value) : function.call2(item, value));
            }
        };
    }

    /// `takewhile(predicate, items)`.
    public static PyIterator takewhile(Function predicate, @Nullable Object items) {
        PyIterator each = Values.iter(items);
        return new Kept() {
            private boolean ended;

            @Override
            public boolean advance() {
                if (ended || !each.advance()) {
                    return false;
                }
                ended = !Values.truth(predicate.call1(each.value()));
                return !ended && give(each.value());
            }
        };
    }

    /// `dropwhile(predicate, items)`.
    public static PyIterator dropwhile(Function predicate, @Nullable Object items) {
        PyIterator each = Values.iter(items);
        return new Kept() {
            private boolean started;

            @Override
            public boolean advance() {
                while (each.advance()) {
                    Object value = each.value();
                    if (started || !Values.truth(predicate.call1(value))) {
                        started = true;
                        return give(value);
                    }
                }
                return false;
            }
        };
    }

    /// `filterfalse(predicate, items)`.
    public static PyIterator filterfalse(@Nullable Function predicate, @Nullable Object items) {
        return new Iterators.Filter(predicate, items, false);
    }

    /// `compress(items, selectors)`.
    public static PyIterator compress(@Nullable Object items, @Nullable Object selectors) {
        PyIterator each = Values.iter(items);
        PyIterator wanted = Values.iter(selectors);
        return new Kept() {
            @Override
            public boolean advance() {
                while (each.advance() && wanted.advance()) {
                    if (Values.truth(wanted.value())) {
                        return give(each.value());
                    }
                }
                return false;
            }
        };
    }

    /// `starmap(function, tuples)`.
    public static PyIterator starmap(Function function, @Nullable Object tuples) {
        PyIterator each = Values.iter(tuples);
        return new Kept() {
            @Override
            public boolean advance() {
                if (!each.advance()) {
                    return false;
                }
                Tuple arguments = Tuple.from(each.value());
                @Nullable Object[] array = new @Nullable Object[arguments.size()];
                for (int i = 0; i < array.length; i++) {
                    array[i] = arguments.get(i);
                }
                return give(function.callN(array));
            }
        };
    }

    /// `zip_longest(a, b)`.
    public static PyIterator zip_longest(@Nullable Object a, @Nullable Object b) {
        return zipLongest(null, a, b);
    }

    /// `zip_longest(a, b, fillvalue=fill)`; the flags tell it from three sources.
    public static PyIterator zip_longest(
            @Nullable Object a,
            @Nullable Object b,
            @Nullable Object fill,
            boolean two,
            boolean sources) {
        return zipLongest(fill, a, b);
    }

    /// `zip_longest(a, b, c, fillvalue=fill)`.
    public static PyIterator zip_longest(
            @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object fill) {
        return zipLongest(fill, a, b, c);
    }

    /// `zip_longest(*sources, fillvalue=fill)`.
    static PyIterator zipLongest(@Nullable Object fill, @Nullable Object... sources) {
        @Nullable PyIterator[] each = new @Nullable PyIterator[sources.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = Values.iter(sources[i]);
        }
        return new Kept() {
            @Override
            public boolean advance() {
                @Nullable Object[] items = new @Nullable Object[each.length];
                boolean some = false;
                for (int i = 0; i < items.length; i++) {
                    PyIterator source = each[i];
                    if (source != null && source.advance()) {
                        items[i] = source.value();
                        some = true;
                    } else {
                        each[i] = null;
                        items[i] = fill;
                    }
                }
                return some && give(Tuple.of(items));
            }
        };
    }

    /// `pairwise(items)`.
    public static PyIterator pairwise(@Nullable Object items) {
        PyIterator each = Values.iter(items);
        return new Kept() {
            private boolean started;
            private @Nullable Object last;

            @Override
            public boolean advance() {
                if (!started) {
                    if (!each.advance()) {
                        return false;
                    }
                    started = true;
                    last = each.value();
                }
                if (!each.advance()) {
                    return false;
                }
                Object before = last;
                last = each.value();
                return give(Tuple.of(before, last));
            }
        };
    }

    /// `batched(items, n)`.
    public static PyIterator batched(@Nullable Object items, long n) {
        return batched(items, n, false);
    }

    /// `batched(items, n, strict=strict)`.
    public static PyIterator batched(@Nullable Object items, long n, boolean strict) {
        if (n < 1) {
            throw new ValueError("n must be at least one");
        }
        PyIterator each = Values.iter(items);
        return new Kept() {
            @Override
            public boolean advance() {
                ObjectList batch = new ObjectList();
                while (batch.__len__() < n && each.advance()) {
                    batch.append(each.value());
                }
                if (strict && batch.__bool__() && batch.__len__() < n) {
                    throw new ValueError("batched(): incomplete batch");
                }
                return batch.__bool__() && give(Tuple.from(batch));
            }
        };
    }

    /// `groupby(items)`.
    public static PyIterator groupby(@Nullable Object items) {
        return new Groups(items, null);
    }

    /// `groupby(items, key)`.
    public static PyIterator groupby(@Nullable Object items, @Nullable Function key) {
        return new Groups(items, key);
    }

    /// `tee(items)`.
    public static Tuple tee(@Nullable Object items) {
        return tee(items, 2);
    }

    /// `tee(items, n)`.
    public static Tuple tee(@Nullable Object items, long n) {
        if (n < 0) {
            throw new ValueError("n must be >= 0");
        }
        PyIterator source = Values.iter(items);
        Link start = new Link();
        @Nullable Object[] copies = new @Nullable Object[(int) n];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = new Copy(source, start);
        }
        return Tuple.of(copies);
    }

    /// An item that some copies have yet to give, and what follows it.
    private static final class Link {
        @Nullable Object item;
        @Nullable Link next;
    }

    private static final class Copy extends Kept {
        private final PyIterator source;
        private Link link;

        Copy(PyIterator source, Link link) {
            this.source = source;
            this.link = link;
        }

        @Override
        public boolean advance() {
            Link next = link.next;
            if (next == null) {
                if (!source.advance()) {
                    return false;
                }
                next = new Link();
                link.item = source.value();
                link.next = next;
            }
            Object value = link.item;
            link = next;
            return give(value);
        }
    }

    /// `groupby`: pairs of a key and the iterator of its run.
    private static final class Groups extends Kept {
        private final PyIterator items;
        private final @Nullable Function key;
        private @Nullable Object current;
        private @Nullable Object currentKey;
        private @Nullable Object groupKey;
        private boolean pending;
        private boolean started;
        private @Nullable Group group;

        Groups(@Nullable Object items, @Nullable Function key) {
            this.items = Values.iter(items);
            this.key = key;
        }

        private boolean read() {
            if (!items.advance()) {
                return false;
            }
            current = items.value();
            currentKey = key == null ? current : key.call1(current);
            pending = true;
            return true;
        }

        @Override
        public boolean advance() {
            group = null;
            while (!pending || (started && Values.same(currentKey, groupKey))) {
                if (!read()) {
                    pending = false;
                    return false;
                }
            }
            started = true;
            groupKey = currentKey;
            Group next = new Group(this);
            group = next;
            return give(Tuple.of(groupKey, next));
        }
    }

    private static final class Group extends Kept {
        private final Groups groups;

        Group(Groups groups) {
            this.groups = groups;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean advance() {
            if (groups.group != this) {
                return false;
            }
            if (!groups.pending && !groups.read()) {
                return false;
            }
            if (!Values.same(groups.currentKey, groups.groupKey)) {
                return false;
            }
            groups.pending = false;
            return give(groups.current);
        }
    }

    /// `product(a, b)`.
    public static PyIterator product(@Nullable Object a, @Nullable Object b) {
        return Combinatorics.product(1, a, b);
    }

    /// `product(a, b, c)`.
    public static PyIterator product(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return Combinatorics.product(1, a, b, c);
    }

    /// `product(*pools, repeat=repeat)`.
    public static PyIterator product(Tuple pools, long repeat) {
        if (repeat < 0) {
            throw new ValueError("repeat argument cannot be negative");
        }
        return Combinatorics.product(repeat, pools.toArray());
    }

    /// `permutations(items)`.
    public static PyIterator permutations(@Nullable Object items) {
        Tuple pool = Tuple.from(items);
        return Combinatorics.permutations(pool, pool.size());
    }

    /// `permutations(items, r)`.
    public static PyIterator permutations(@Nullable Object items, @Nullable Object r) {
        Tuple pool = Tuple.from(items);
        return Combinatorics.permutations(pool, r == null ? pool.size() : checked(r));
    }

    /// `combinations(items, r)`.
    public static PyIterator combinations(@Nullable Object items, long r) {
        return Combinatorics.combinations(Tuple.from(items), checked(r));
    }

    /// `combinations_with_replacement(items, r)`.
    public static PyIterator combinations_with_replacement(@Nullable Object items, long r) {
        return Combinatorics.combinationsWithReplacement(Tuple.from(items), checked(r));
    }

    private static long checked(Object r) {
        if (!(r instanceof Long number)) {
            throw new TypeError("Expected int as r");
        }
        if (number < 0) {
            throw new ValueError("r must be non-negative");
        }
        return number;
    }
}
