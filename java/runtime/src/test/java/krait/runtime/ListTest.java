package krait.runtime;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lists against CPython.
@NullUnmarked
class ListTest {
    private final Differential python = new Differential(11);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    private void start(PyList x) {
        python.python("x = " + Values.ascii(x));
    }

    private Object itemFor(PyList x) {
        if (x instanceof IntList) {
            return samples.below(20) == 0 ? samples.wholeNumber() : (Object) samples.smallInt();
        }
        return x instanceof FloatList ? (Object) samples.real() : samples.any();
    }

    private PyList listLike(PyList x) {
        PyList list = x.fresh(0);
        for (int i = samples.below(5); i > 0; i--) {
            list.append(itemFor(x));
        }
        return list;
    }

    private void step(PyList x) {
        switch (samples.below(24)) {
            case 0 -> python.call(x, "append", itemFor(x));
            case 1 -> python.call(x, "insert", samples.index(), itemFor(x));
            case 2 -> python.call(x, "pop");
            case 3 -> python.call(x, "pop", samples.index());
            case 4 -> python.call(x, "remove", itemFor(x));
            case 5 -> python.call(x, "reverse");
            case 6 -> python.call(x, "extend", listLike(x));
            case 7 -> python.call(x, "index", itemFor(x));
            case 8 -> python.call(x, "index", itemFor(x), samples.index(), samples.index());
            case 9 -> python.call(x, "count", itemFor(x));
            case 10 -> python.call(x, "__getitem__", samples.index());
            case 11 -> python.call(x, "__getitem__", samples.slice());
            case 12 -> python.call(x, "__setitem__", samples.index(), itemFor(x));
            case 13 -> python.call(x, "__setitem__", samples.slice(), listLike(x));
            case 14 -> python.call(x, "__delitem__", samples.index());
            case 15 -> python.call(x, "__delitem__", samples.slice());
            case 16 -> python.call(x, "__contains__", itemFor(x));
            case 17 -> python.call(x, "__add__", listLike(x));
            case 18 -> python.call(x, "__iadd__", listLike(x));
            case 19 -> python.call(x, "__mul__", samples.smallInt());
            case 20 -> python.call(x, samples.one("__eq__", "__lt__", "__ge__"), listLike(x));
            case 21 -> python.call(x, samples.one("__iter__", "__reversed__", "copy"));
            case 22 -> python.call(x, "__imul__", samples.below(20) == 0 ? 0 : 1L);
            default -> python.call(x, samples.below(30) == 0 ? "clear" : "__len__");
        }
        python.same("x", () -> x);
    }

    private void run(int rounds, PyList[] starts) {
        for (int round = 0; round < rounds; round++) {
            PyList x = starts[round % starts.length].copy();
            start(x);
            for (int i = 0; i < 60; i++) {
                step(x);
            }
        }
        python.check();
    }

    @Test
    void listsOfObjectsDoAsCPythons() {
        run(100, new PyList[] {new ObjectList(), ObjectList.of(1L, "a", null, 2.5, true)});
    }

    @Test
    void listsOfIntsDoAsCPythons() {
        run(
                100,
                new PyList[] {new IntList(), IntList.of(3, 1, 2), IntList.of(1, 2, 3, 4, 5, 6, 7)});
    }

    @Test
    void listsOfFloatsDoAsCPythons() {
        run(60, new PyList[] {new FloatList(), FloatList.of(3, 1, 2.5)});
    }

    @Test
    void sortingIsStableAndRaisesAsCPythons() {
        Function folded =
                Function.of1("folded", a -> a instanceof Long n ? (Object) (Math.abs(n) % 3) : a);
        python.python("folded = lambda a: abs(a) % 3");
        for (int round = 0; round < 300; round++) {
            ObjectList x = new ObjectList();
            boolean mixed = samples.below(4) == 0;
            for (int i = samples.below(round % 10 == 0 ? 200 : 12); i > 0; i--) {
                x.append(mixed ? samples.any() : (Object) samples.smallInt());
            }
            start(x);
            boolean reverse = samples.below(2) == 0;
            String arguments = "reverse=" + (reverse ? "True" : "False");
            if (!mixed && samples.below(2) == 0) {
                python.does(
                        "x.sort(key=folded, " + arguments + ")", () -> sort(x, folded, reverse));
                python.same("x", () -> x);
            } else {
                boolean[] failed = {false};
                python.does("x.sort(" + arguments + ")", () -> sort(x, null, reverse, failed));
                if (!failed[0]) {
                    python.same("x", () -> x);
                }
            }
        }
        python.check();
    }

    private static Object sort(PyList x, Function key, boolean reverse, boolean... failed) {
        if (failed.length > 0) {
            failed[0] = true;
        }
        x.sort(key, reverse);
        if (failed.length > 0) {
            failed[0] = false;
        }
        return null;
    }

    @Test
    void floatsThatAreNotNumbersSortAsCPythonsUpToSixtyThree() {
        for (int round = 0; round < 200; round++) {
            FloatList x = new FloatList();
            for (int i = samples.below(63); i > 0; i--) {
                x.append(samples.below(4) == 0 ? Double.NaN : samples.real());
            }
            start(x);
            python.does("x.sort()", () -> sort(x, null, false));
            python.same("x", () -> x);
        }
        python.check();
    }

    @Test
    void aListModifiedByItsKeyIsRefused() {
        PyList[] lists = {ObjectList.of(3L, 1L, 2L), IntList.of(3, 1, 2), FloatList.of(3, 1, 2)};
        for (PyList x : lists) {
            start(x);
            Function key =
                    Function.of1(
                            "key",
                            a -> {
                                x.append(a);
                                return a;
                            });
            python.does("x.sort(key=lambda a: (x.append(a), a))", () -> sort(x, key, false));
            python.same("x", () -> x);
        }
        python.check();
    }

    @Test
    void aListThatContainsItselfIsWrittenOnce() {
        ObjectList x = ObjectList.of(1L);
        x.append(x);
        x.append(Tuple.of(x));
        python.python("x = [1]; x.append(x); x.append((x,))");
        python.same("x", () -> x);
        python.check();
    }

    @Test
    void anIterationSeesWhatIsAppendedMeanwhile() {
        IntList x = IntList.of(1, 2);
        PyIterator items = x.__iter__();
        python.python("x = [1, 2]; i = iter(x)");
        for (int round = 0; round < 6; round++) {
            python.same("next(i)", items::__next__);
            if (round < 2) {
                python.call(x, "append", (long) round);
            }
        }
        python.call(x, "append", 9L);
        python.same("next(i)", items::__next__);
        python.check();
    }
}
