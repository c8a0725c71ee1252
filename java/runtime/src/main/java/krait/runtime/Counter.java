package krait.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Python's `collections.Counter`: how often each of its keys occurs.
@PyClass(module = "collections", name = "Counter")
@SuppressWarnings("MemberName")
public final class Counter extends Dict {
    private static final Function COUNT =
            Function.of1("count", item -> item instanceof Tuple pair ? pair.get(1) : null);

    /// `Counter()`.
    public Counter() {}

    /// `Counter(source)`: a mapping of counts, or items to count.
    public static Counter from(@Nullable Object source) {
        Counter counter = new Counter();
        counter.update(source);
        return counter;
    }

    @Override
    protected @Nullable Object missing(@Nullable Object key) {
        return 0L;
    }

    private void add(@Nullable Object key, @Nullable Object count) {
        __setitem__(key, Addition.add(get(key, 0L), count));
    }

    /// `c.update(source)`: adds the counts of a mapping, or counts items.
    @Override
    public void update(@Nullable Object source) {
        if (source instanceof Dict counts) {
            PyIterator keys = counts.__iter__();
            while (keys.advance()) {
                Object key = keys.value();
                Object count = counts.get(key);
                if (size() == 0) {
                    __setitem__(key, count);
                } else {
                    add(key, count);
                }
            }
            return;
        }
        PyIterator items = Values.iter(source);
        while (items.advance()) {
            add(items.value(), 1L);
        }
    }

    /// `c.subtract(source)`: takes the counts of a mapping away, or counts items down.
    public void subtract(@Nullable Object source) {
        if (source instanceof Dict counts) {
            PyIterator keys = counts.__iter__();
            while (keys.advance()) {
                Object key = keys.value();
                __setitem__(key, Ints.sub(count(key), Objects.requireNonNull(counts.get(key))));
            }
            return;
        }
        PyIterator items = Values.iter(source);
        while (items.advance()) {
            __setitem__(items.value(), Ints.sub(count(items.value()), (Object) 1L));
        }
    }

    private Object count(@Nullable Object key) {
        return Objects.requireNonNull(get(key, 0L));
    }

    /// `c - other`: differences that are positive.
    public Counter __sub__(Counter other) {
        Counter difference = new Counter();
        difference.update(this);
        difference.subtract(other);
        return difference.positive();
    }

    /// `c & other`: the smaller counts, if positive.
    public Counter __and__(Counter other) {
        Counter common = new Counter();
        PyIterator keys = __iter__();
        while (keys.advance()) {
            Object key = keys.value();
            Object here = count(key);
            Object there = other.count(key);
            common.__setitem__(key, Values.lt(here, there) ? here : there);
        }
        return common.positive();
    }

    /// `c.most_common()`.
    public ObjectList most_common() {
        ObjectList items = ObjectList.from(items());
        items.sort(COUNT, true);
        return items;
    }

    /// `c.most_common(n)`: null is all.
    public ObjectList most_common(@Nullable Object n) {
        ObjectList items = most_common();
        return n instanceof Long count ? items.__getitem__(Slice.to(Math.max(0, count))) : items;
    }

    /// `c.total()`.
    public @Nullable Object total() {
        return Addition.sum(values(), 0L);
    }

    /// `c.elements()`.
    public PyIterator elements() {
        ObjectList elements = new ObjectList();
        PyIterator keys = __iter__();
        while (keys.advance()) {
            Object key = keys.value();
            long count = Indexes.argument(get(key));
            for (long i = 0; i < count; i++) {
                elements.append(key);
            }
        }
        return elements.__iter__();
    }

    /// `c + other`: sums that are positive.
    public Counter __add__(Counter other) {
        Counter sum = new Counter();
        sum.update(this);
        sum.update(other);
        return sum.positive();
    }

    /// `c | other`: the larger counts, if positive.
    public Counter __or__(Counter other) {
        Counter union = new Counter();
        union.copyFrom(this);
        union.raise(other);
        return union.positive();
    }

    private void raise(Counter other) {
        PyIterator keys = other.__iter__();
        while (keys.advance()) {
            Object key = keys.value();
            if (Values.gt(other.count(key), count(key))) {
                __setitem__(key, other.count(key));
            }
        }
    }

    /// `+c`: the counts that are positive.
    public Counter __pos__() {
        return positive();
    }

    /// `-c`: the counts that are negative, without their signs.
    public Counter __neg__() {
        Counter negated = new Counter();
        negated.subtract(this);
        return negated.positive();
    }

    /// `c += other`.
    public Counter __iadd__(Counter other) {
        PyIterator keys = ObjectList.from(other).__iter__();
        while (keys.advance()) {
            __setitem__(keys.value(), Ints.add(count(keys.value()), other.count(keys.value())));
        }
        return keepPositive();
    }

    /// `c -= other`.
    public Counter __isub__(Counter other) {
        PyIterator keys = ObjectList.from(other).__iter__();
        while (keys.advance()) {
            __setitem__(keys.value(), Ints.sub(count(keys.value()), other.count(keys.value())));
        }
        return keepPositive();
    }

    /// `c |= other`.
    public Counter __ior__(Counter other) {
        raise(other);
        return keepPositive();
    }

    /// `c &= other`.
    public Counter __iand__(Counter other) {
        PyIterator keys = ObjectList.from(this).__iter__();
        while (keys.advance()) {
            Object there = other.count(keys.value());
            if (Values.lt(there, count(keys.value()))) {
                __setitem__(keys.value(), there);
            }
        }
        return keepPositive();
    }

    private Counter keepPositive() {
        PyIterator keys = ObjectList.from(this).__iter__();
        while (keys.advance()) {
            if (!Values.gt(count(keys.value()), 0L)) {
                __delitem__(keys.value());
            }
        }
        return this;
    }

    /// What a counter does not have counts nothing.
    @Override
    public Object __eq__(@Nullable Object other) {
        return other instanceof Counter counter
                ? within(counter) && counter.within(this)
                : super.__eq__(other);
    }

    private boolean within(Counter other) {
        return below(other, this) && below(other, other);
    }

    private boolean below(Counter other, Counter keysOf) {
        PyIterator keys = keysOf.__iter__();
        while (keys.advance()) {
            if (Values.gt(count(keys.value()), other.count(keys.value()))) {
                return false;
            }
        }
        return true;
    }

    /// `c <= other`: whether no count is larger.
    @Override
    public @Nullable Object __le__(@Nullable Object other) {
        return other instanceof Counter counter ? within(counter) : super.__le__(other);
    }

    /// `c < other`.
    @Override
    public @Nullable Object __lt__(@Nullable Object other) {
        return other instanceof Counter counter
                ? within(counter) && !counter.within(this)
                : super.__lt__(other);
    }

    /// `c >= other`.
    @Override
    public @Nullable Object __ge__(@Nullable Object other) {
        return other instanceof Counter counter ? counter.within(this) : super.__ge__(other);
    }

    /// `c > other`.
    @Override
    public @Nullable Object __gt__(@Nullable Object other) {
        return other instanceof Counter counter
                ? counter.within(this) && !within(counter)
                : super.__gt__(other);
    }

    private Counter positive() {
        Counter kept = new Counter();
        PyIterator keys = __iter__();
        while (keys.advance()) {
            Object key = keys.value();
            if (Values.gt(get(key), 0L)) {
                kept.__setitem__(key, get(key));
            }
        }
        return kept;
    }

    @Override
    public void __delitem__(@Nullable Object key) {
        if (__contains__(key)) {
            super.__delitem__(key);
        }
    }

    @Override
    public void __delitem__(long key) {
        if (__contains__(key)) {
            super.__delitem__(key);
        }
    }

    @Override
    public Counter copy() {
        Counter copy = new Counter();
        copy.copyFrom(this);
        return copy;
    }

    @Override
    public CharSequence __repr__() {
        if (size() == 0) {
            return "Counter()";
        }
        Dict ordered = Dict.from(most_common());
        return new TextBuilder().append("Counter(").append(ordered.__repr__()).append(')').build();
    }
}
