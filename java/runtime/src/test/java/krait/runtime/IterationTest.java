package krait.runtime;

import java.io.IOException;
import java.math.BigInteger;
import java.util.function.Supplier;
import krait.runtime.lib.BuiltinsModule;
import krait.runtime.lib.Chain;
import krait.runtime.lib.ItertoolsModule;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Builtins over iterables, and itertools, against CPython.
@NullUnmarked
class IterationTest {
    private final Differential python = new Differential(17);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    private void list(String expression, Supplier<PyIterator> java) {
        python.same("list(" + expression + ")", () -> ObjectList.from(java.get()));
    }

    @Test
    void builtinsDoAsCPythons() {
        for (int round = 0; round < 400; round++) {
            ObjectList x = samples.items();
            ObjectList y = samples.items();
            python.python("x = " + Values.ascii(x) + "; y = " + Values.ascii(y));
            list("zip(x, y)", () -> BuiltinsModule.zip(x, y, false));
            list("zip(x, y, strict=True)", () -> BuiltinsModule.zip(x, y, true));
            list("zip(x, x, y, strict=True)", () -> BuiltinsModule.zip(x, x, y, true));
            list("enumerate(x, 5)", () -> BuiltinsModule.enumerate(x, 5L));
            list("filter(None, x)", () -> BuiltinsModule.filter(null, x));
            list("reversed(x)", () -> BuiltinsModule.reversed(x));
            python.same("any(x)", () -> BuiltinsModule.any(x));
            python.same("all(x)", () -> BuiltinsModule.all(x));
            python.same("min(x)", () -> BuiltinsModule.min(x));
            python.same("max(x)", () -> BuiltinsModule.max(x));
            python.same("max(x, default=7)", () -> BuiltinsModule.max(x, null, 7L));
            python.same("sum(x)", () -> BuiltinsModule.sum(x));
            python.same("sorted(x)", () -> BuiltinsModule.sorted(x));
            python.same("next(iter(x))", () -> BuiltinsModule.next(x.__iter__()));
            python.same("next(iter(x), 3)", () -> BuiltinsModule.next(x.__iter__(), 3L));
        }
        python.check();
    }

    @Test
    void sumsOfNumbersAreCPythons() {
        for (int round = 0; round < 500; round++) {
            ObjectList x = new ObjectList();
            for (int i = samples.below(9); i > 0; i--) {
                x.append(samples.below(2) == 0 ? samples.wholeNumber() : samples.real());
            }
            python.python("x = " + Values.ascii(x));
            python.same("sum(x)", () -> BuiltinsModule.sum(x));
            python.same("sum(x, 0.5)", () -> BuiltinsModule.sum(x, 0.5));
        }
        IntList wide = IntList.of(Long.MAX_VALUE, 1, -3);
        wide.append(BigInteger.TEN.pow(30));
        python.python("x = " + Values.ascii(wide));
        python.same("sum(x)", wide::sum);
        python.check();
    }

    @Test
    void itertoolsDoAsCPythons() {
        python.python("from itertools import *");
        for (int round = 0; round < 300; round++) {
            ObjectList x = samples.hashables();
            Object n = (long) samples.below(4);
            Object stop = samples.below(3) == 0 ? null : (Object) (long) samples.below(9);
            Object step = (long) samples.below(3);
            String bounds = Values.ascii(n) + ", " + Values.ascii(stop) + ", " + Values.ascii(step);
            long r = (Long) n;
            python.python("x = " + Values.ascii(x));
            list("chain(x, 'ab')", () -> new Chain(x, "ab"));
            list("islice(x, " + bounds + ")", () -> ItertoolsModule.islice(x, n, stop, step));
            list("islice(cycle(x), 7)", () -> ItertoolsModule.islice(ItertoolsModule.cycle(x), 7L));
            list(
                    "islice(count(3, 2.5), 3)",
                    () -> ItertoolsModule.islice(ItertoolsModule.count(3L, 2.5), 3L));
            list("repeat(x, " + n + ")", () -> ItertoolsModule.repeat(x, r));
            list(
                    "zip_longest(x, 'ab', fillvalue=0)",
                    () -> ItertoolsModule.zip_longest(x, "ab", 0L, true, true));
            list("pairwise(x)", () -> ItertoolsModule.pairwise(x));
            list("batched(x, " + n + ")", () -> ItertoolsModule.batched(x, r));
            list(
                    "compress(x, [1, 0, 1, 1])",
                    () -> ItertoolsModule.compress(x, ObjectList.of(1L, 0L, 1L, 1L)));
            list("filterfalse(None, x)", () -> ItertoolsModule.filterfalse(null, x));
            list("takewhile(bool, x)", () -> ItertoolsModule.takewhile(truth(), x));
            list("dropwhile(bool, x)", () -> ItertoolsModule.dropwhile(truth(), x));
            list("accumulate(x[:1])", () -> ItertoolsModule.accumulate(x.__getitem__(Slice.to(1))));
            list("combinations(x, " + n + ")", () -> ItertoolsModule.combinations(x, r));
            list("permutations(x[:5], " + n + ")", () -> permutations(x, n));
            list("combinations_with_replacement(x[:5], " + n + ")", () -> replacement(x, r));
            list(
                    "product(x[:3], 'ab')",
                    () -> ItertoolsModule.product(x.__getitem__(Slice.to(3)), "ab"));
            list(
                    "product(x[:2], repeat=" + n + ")",
                    () -> ItertoolsModule.product(Tuple.of(x.__getitem__(Slice.to(2))), r));
            python.same("[(k, list(g)) for k, g in groupby(x, bool)]", () -> groups(x));
            python.same("[list(t) for t in tee(x, " + n + ")]", () -> tees(x, r));
        }
        python.check();
    }

    private static Function truth() {
        return Function.of1("bool", Values::truth);
    }

    private static PyIterator permutations(ObjectList x, Object r) {
        return ItertoolsModule.permutations(x.__getitem__(Slice.to(5)), r);
    }

    private static PyIterator replacement(ObjectList x, long r) {
        return ItertoolsModule.combinations_with_replacement(x.__getitem__(Slice.to(5)), r);
    }

    private static ObjectList groups(ObjectList x) {
        ObjectList groups = new ObjectList();
        PyIterator each = ItertoolsModule.groupby(x, truth());
        while (each.advance()) {
            if (each.value() instanceof Tuple pair) {
                groups.append(Tuple.of(pair.get(0), ObjectList.from(pair.get(1))));
            }
        }
        return groups;
    }

    private static ObjectList tees(ObjectList x, long n) {
        ObjectList copies = new ObjectList();
        PyIterator each = ItertoolsModule.tee(x, n).__iter__();
        while (each.advance()) {
            copies.append(ObjectList.from(each.value()));
        }
        return copies;
    }
}
