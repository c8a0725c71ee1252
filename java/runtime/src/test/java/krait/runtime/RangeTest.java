package krait.runtime;

import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Ranges and tuples against CPython.
@NullUnmarked
class RangeTest {
    private final Differential python = new Differential(15);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    @Test
    void rangesOfAnyWidthDoAsCPythons() {
        for (int round = 0; round < 1200; round++) {
            boolean small = samples.below(2) == 0;
            Object start = small ? (Object) samples.smallInt() : samples.wholeNumber();
            Object stop = small ? (Object) samples.smallInt() : samples.wholeNumber();
            Object step =
                    samples.below(3) == 0 ? samples.wholeNumber() : (Object) samples.smallInt();
            if (Values.eq(step, 0L)) {
                python.same("range(1, 2, 0)", () -> Range.of(1, 2, 0));
                continue;
            }
            Range x = Range.of(start, stop, step);
            python.python("x = range(" + start + ", " + stop + ", " + step + ")");
            python.same("x", () -> x);
            python.call(x, "__getitem__", samples.index());
            python.call(x, "__getitem__", samples.slice());
            python.call(x, "__contains__", samples.wholeNumber());
            python.call(x, "__len__");
            python.call(x, "__bool__");
            python.call(x, "__hash__");
            python.call(x, "count", samples.wholeNumber());
            python.call(x, "index", start);
            python.same("list(x[:5])", () -> ObjectList.from(x.__getitem__(Slice.to(5))));
            python.same(
                    "list(reversed(x[:5]))",
                    () -> ObjectList.from(x.__getitem__(Slice.to(5)).__reversed__()));
            python.same("x == x[:3]", () -> x.__eq__(x.__getitem__(Slice.to(3))));
        }
        python.check();
    }

    @Test
    void tuplesDoAsCPythons() {
        for (int round = 0; round < 1500; round++) {
            Tuple x = Tuple.from(samples.items());
            Tuple y = Tuple.from(samples.items());
            python.python("x = " + Values.ascii(x));
            python.same("x", () -> x);
            python.call(x, "__getitem__", samples.index());
            python.call(x, "__getitem__", samples.slice());
            python.call(x, "__contains__", samples.any());
            python.call(x, "index", samples.any());
            python.call(x, "index", samples.any(), samples.index(), samples.index());
            python.call(x, "count", samples.any());
            python.call(x, "__add__", y);
            python.call(x, "__mul__", samples.smallInt());
            python.call(x, samples.one("__eq__", "__lt__", "__le__", "__gt__", "__ge__"), y);
            python.call(x, samples.one("__iter__", "__reversed__", "__len__", "__bool__"));
        }
        python.check();
    }

    @Test
    void slicesKeepTheirBounds() {
        for (int round = 0; round < 300; round++) {
            Slice x = samples.slice();
            python.python("x = " + Values.ascii(x));
            python.same("x", () -> x);
            python.same("x == slice(1, 2, None)", () -> x.__eq__(Slice.of(1, 2)));
        }
        python.check();
    }
}
