package krait.runtime;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sets against CPython: also the order of their items.
@NullUnmarked
class SetTest {
    private final Differential python = new Differential(13);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    private Object item(boolean ints) {
        return ints ? (Object) (long) samples.below(200) : samples.hashable();
    }

    private ObjectList items(boolean ints) {
        ObjectList items = new ObjectList();
        for (int i = samples.below(samples.below(4) == 0 ? 60 : 6); i > 0; i--) {
            items.append(item(ints));
        }
        return items;
    }

    private void operation(PySet x, boolean ints) {
        ObjectList items = items(ints);
        CharSequence source = Values.ascii(items);
        Object other =
                switch (samples.below(4)) {
                    case 0 -> items;
                    case 1 -> Dict.fromkeys(items);
                    default -> PySet.from(items);
                };
        python.python(
                other instanceof PySet
                        ? "y = set(" + source + ")"
                        : other instanceof Dict
                                ? "y = dict.fromkeys(" + source + ")"
                                : "y = " + source);
        if (other instanceof PySet set) {
            switch (samples.below(9)) {
                case 0 -> python.same("x | y", () -> x.__or__(set));
                case 1 -> python.same("x & y", () -> x.__and__(set));
                case 2 -> python.same("x - y", () -> x.__sub__(set));
                case 3 -> python.same("x ^ y", () -> x.__xor__(set));
                case 4 -> python.does("x |= y", () -> x.__ior__(set));
                case 5 -> python.does("x ^= y", () -> x.__ixor__(set));
                case 6 -> python.does("x -= y", () -> x.__isub__(set));
                case 7 -> python.same("x <= y", () -> x.__le__(set));
                default -> python.same("x == y", () -> x.__eq__(set));
            }
            return;
        }
        switch (samples.below(9)) {
            case 0 -> python.same("x.union(y)", () -> x.union(other));
            case 1 -> python.same("x.intersection(y)", () -> x.intersection(other));
            case 2 -> python.same("x.difference(y)", () -> x.difference(other));
            case 3 -> python.same("x.symmetric_difference(y)", () -> x.symmetric_difference(other));
            case 4 -> python.same("x.isdisjoint(y)", () -> x.isdisjoint(other));
            case 5 -> python.same("x.issubset(y)", () -> x.issubset(other));
            case 6 -> python.same("x.issuperset(y)", () -> x.issuperset(other));
            case 7 -> python.same("set(y)", () -> PySet.from(other));
            default -> python.does("x.update(y)", () -> updated(x, other));
        }
    }

    private static Object updated(PySet x, Object other) {
        x.update(other);
        return null;
    }

    private void step(PySet x, boolean ints) {
        switch (samples.below(12)) {
            case 0, 1, 2, 3 -> python.call(x, "add", item(ints));
            case 4 -> python.call(x, "discard", item(ints));
            case 5 -> python.call(x, "remove", item(ints));
            case 6 -> python.call(x, "pop");
            case 7 -> python.call(x, "__contains__", item(ints));
            case 8 -> python.call(x, samples.one("copy", "__len__", "__iter__"));
            default -> operation(x, ints);
        }
        python.same("x", () -> x);
    }

    @Test
    void setsOfNumbersAndTuplesComeInCPythonsOrder() {
        for (int round = 0; round < 120; round++) {
            PySet x = new PySet();
            python.python("x = set()");
            for (int i = 0; i < 80; i++) {
                step(x, round % 2 == 0);
            }
        }
        python.check();
    }

    @Test
    void largeSetsComeInCPythonsOrder() {
        PySet x = new PySet();
        python.python("x = set()");
        python.does(
                "for i in range(60000): x.add(i * i * 7919)",
                () -> {
                    for (long i = 0; i < 60000; i++) {
                        x.add(i * i * 7919);
                    }
                    return null;
                });
        python.same("hash(tuple(x))", () -> Tuple.from(x).__hash__());
        python.same("hash(frozenset(x))", () -> FrozenSet.from(x).__hash__());
        python.same("hash(tuple(x | set(range(30000))))", () -> hashOfUnion(x));
        python.check();
    }

    private static long hashOfUnion(PySet x) {
        return Tuple.from(x.__or__(PySet.from(Range.of(30000)))).__hash__();
    }

    @Test
    void hashesAreCPythons() {
        for (int round = 0; round < 1500; round++) {
            Object x = samples.hashable();
            python.python("x = " + Values.ascii(x));
            if (x != null) {
                python.same("hash(x)", () -> Values.hash(x));
                python.same("hash((x, x))", () -> Values.hash(Tuple.of(x, x)));
                python.same("hash(frozenset([x, 1]))", () -> Values.hash(FrozenSet.of(x, 1L)));
            }
        }
        python.check();
    }

    @Test
    void aSetThatChangesSizeStopsItsIteration() {
        PySet x = PySet.of(1L, 2L);
        PyIterator items = x.__iter__();
        python.python("x = {1, 2}; i = iter(x)");
        python.same("next(i)", items::__next__);
        python.call(x, "add", 3L);
        python.same("next(i)", items::__next__);
        python.call(x, "discard", 3L);
        python.same("next(i)", items::__next__);
        python.check();
    }

    @Test
    void unhashableItemsAreNamed() {
        PySet x = PySet.of(1L);
        python.python("x = {1}");
        python.same("x.add([])", () -> add(x, new ObjectList()));
        python.same("x.add((1, []))", () -> add(x, Tuple.of(1L, new ObjectList())));
        python.same("{} in x", () -> x.__contains__(new Dict()));
        python.same("hash(x)", x::__hash__);
        python.same("hash((1, x))", () -> Tuple.of(1L, x).__hash__());
        python.same("frozenset([1, frozenset()])", () -> FrozenSet.of(1L, new FrozenSet()));
        python.check();
    }

    private static Object add(PySet x, Object item) {
        x.add(item);
        return null;
    }
}
