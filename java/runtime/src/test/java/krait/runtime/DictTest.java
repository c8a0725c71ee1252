package krait.runtime;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Dicts against CPython.
@NullUnmarked
class DictTest {
    private final Differential python = new Differential(14);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    private Object key() {
        return switch (samples.below(3)) {
            case 0 -> samples.text(samples.below(2));
            case 1 -> samples.hashable();
            default -> samples.smallInt();
        };
    }

    private Dict dict() {
        Dict dict = new Dict();
        for (int i = samples.below(6); i > 0; i--) {
            dict.__setitem__(key(), samples.any());
        }
        return dict;
    }

    private void step(Dict x) {
        switch (samples.below(17)) {
            case 0, 1, 2, 3 -> python.call(x, "__setitem__", key(), samples.any());
            case 4 -> python.call(x, "__getitem__", key());
            case 5 -> python.call(x, "get", key());
            case 6 -> python.call(x, "get", key(), samples.any());
            case 7 -> python.call(x, "__delitem__", key());
            case 8 -> python.call(x, "pop", key());
            case 9 -> python.call(x, "pop", key(), samples.any());
            case 10 -> python.call(x, "popitem");
            case 11 -> python.call(x, "setdefault", key(), samples.any());
            case 12 -> python.call(x, "update", dict());
            case 13 -> python.call(x, "__or__", dict());
            case 14 -> python.call(x, "__contains__", key());
            case 15 ->
                    python.call(
                            x,
                            samples.one(
                                    "copy",
                                    "keys",
                                    "values",
                                    "items",
                                    "__iter__",
                                    "__reversed__",
                                    "__len__"));
            default -> python.call(x, samples.below(40) == 0 ? "clear" : "__bool__");
        }
        python.same("x", () -> x);
    }

    @Test
    void dictsDoAsCPythons() {
        for (int round = 0; round < 150; round++) {
            Dict x = dict();
            python.python("x = " + Values.ascii(x));
            for (int i = 0; i < 60; i++) {
                step(x);
            }
        }
        python.check();
    }

    @Test
    void iterationsNoticeWhatCPythonsNotice() {
        for (int round = 0; round < 400; round++) {
            Dict x = new Dict();
            python.python("x = {}");
            for (int i = samples.below(12); i > 0; i--) {
                python.call(x, "__setitem__", (long) samples.below(12), 0L);
            }
            PyIterator items = samples.below(2) == 0 ? x.__iter__() : x.__reversed__();
            boolean forward = !(items instanceof DictIterator.Reversed);
            python.python(forward ? "i = iter(x)" : "i = reversed(x)");
            for (int i = 0; i < 12; i++) {
                python.same("next(i)", items::__next__);
                if (samples.below(2) == 0) {
                    python.call(x, "pop", (long) samples.below(12), 0L);
                    python.call(x, "__setitem__", (long) samples.below(20), 0L);
                }
            }
        }
        python.check();
    }

    @Test
    void viewsCombineAsCPythons() {
        for (int round = 0; round < 600; round++) {
            Dict x = ints();
            Dict y = ints();
            PySet s = PySet.from(y);
            python.python("x = " + x.__repr__() + "; y = " + y.__repr__() + "; s = set(y)");
            boolean keys = samples.below(2) == 0;
            String view = keys ? "keys()" : "items()";
            DictView left = keys ? x.keys() : x.items();
            DictView right = keys ? y.keys() : y.items();
            python.same("x." + view + " & y." + view, () -> left.__and__(right));
            python.same("x." + view + " | y." + view, () -> left.__or__(right));
            python.same("x." + view + " - y." + view, () -> left.__sub__(right));
            python.same("x." + view + " ^ y." + view, () -> left.__xor__(right));
            python.same("x." + view + " & s", () -> left.__and__(s));
            python.same("x." + view + " == y." + view, () -> Values.eq(left, right));
            python.same("x." + view + " <= y." + view, () -> Values.le(left, right));
            python.same("x." + view + " > s", () -> Values.gt(left, s));
            python.same("x." + view + ".isdisjoint(y)", () -> left.isdisjoint(y));
            python.same("x == y", () -> Values.eq(x, y));
        }
        python.check();
    }

    private Dict ints() {
        Dict dict = new Dict();
        for (int i = samples.below(5); i > 0; i--) {
            dict.__setitem__((long) samples.below(5), (Object) (long) samples.below(2));
        }
        return dict;
    }

    @Test
    void sourcesOfPairsAreChecked() {
        python.same("dict([(1, 2), 'ab'])", () -> Dict.from(ObjectList.of(Tuple.of(1L, 2L), "ab")));
        python.same("dict(['abc'])", () -> Dict.from(ObjectList.of("abc")));
        python.same(
                "dict([(1, 2), ()])", () -> Dict.from(ObjectList.of(Tuple.of(1L, 2L), Tuple.of())));
        python.same("dict.fromkeys('aba', 1)", () -> Dict.fromkeys("aba", 1L));
        python.same("{[]: 1}", () -> Dict.of(new ObjectList(), 1L));
        python.same("{(1, []): 1}", () -> Dict.of(Tuple.of(1L, new ObjectList()), 1L));
        python.same("{}.get([])", () -> new Dict().get(new ObjectList()));
        python.same("{}.popitem()", () -> new Dict().popitem());
        python.same("{}.pop('a')", () -> new Dict().pop("a"));
        python.same("{1: 2}.pop(1.5)", () -> Dict.of(1L, 2L).pop(1.5));
        python.check();
    }

    @Test
    void aDictThatContainsItselfIsWrittenOnce() {
        Dict x = new Dict();
        x.__setitem__("a", x);
        x.__setitem__("v", x.values());
        python.python("x = {}; x['a'] = x; x['v'] = x.values()");
        python.same("x", () -> x);
        python.check();
    }
}
