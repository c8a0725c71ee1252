package krait.runtime;

import java.io.IOException;
import java.util.function.BinaryOperator;
import krait.runtime.lib.BisectModule;
import krait.runtime.lib.FunctoolsModule;
import krait.runtime.lib.HeapqModule;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// `collections`, `heapq`, `bisect` and `functools` against CPython.
@NullUnmarked
class CollectionsTest {
    private final Differential python = new Differential(18);
    private final Samples samples = new Samples(python.random);

    @AfterEach
    void close() throws IOException {
        python.close();
    }

    private void dequeStep(Deque x) {
        switch (samples.below(14)) {
            case 0 -> python.call(x, "append", samples.smallInt());
            case 1 -> python.call(x, "appendleft", samples.smallInt());
            case 2 -> python.call(x, "pop");
            case 3 -> python.call(x, "popleft");
            case 4 -> python.call(x, "extend", samples.hashables());
            case 5 -> python.call(x, "extendleft", samples.hashables());
            case 6 -> python.call(x, "rotate", samples.index());
            case 7 -> python.call(x, "reverse");
            case 8 -> python.call(x, "insert", samples.index(), samples.smallInt());
            case 9 -> python.call(x, "remove", samples.smallInt());
            case 10 -> python.call(x, "__getitem__", samples.smallInt());
            case 11 -> python.call(x, "__delitem__", samples.smallInt());
            case 12 -> python.call(x, "__setitem__", samples.smallInt(), samples.smallInt());
            default -> python.call(x, samples.one("__iter__", "__reversed__", "__len__", "copy"));
        }
        python.same("x", () -> x);
    }

    @Test
    void dequesDoAsCPythons() {
        python.python("from collections import *");
        for (int round = 0; round < 80; round++) {
            boolean bounded = round % 2 == 0;
            Deque x = Deque.from(ObjectList.of(1L, 2L), bounded ? (Object) 4L : null);
            python.python("x = deque([1, 2], " + (bounded ? "4" : "None") + ")");
            for (int i = 0; i < 40; i++) {
                dequeStep(x);
            }
        }
        python.check();
    }

    @Test
    void countersAndOrderedDictsDoAsCPythons() {
        python.python("from collections import *");
        for (int round = 0; round < 300; round++) {
            ObjectList items = samples.hashables();
            ObjectList more = samples.hashables();
            python.python("i = " + Values.ascii(items) + "; j = " + Values.ascii(more));
            python.python("c = Counter(i)");
            Counter c = Counter.from(items);
            python.same("c", () -> c);
            python.same("c.most_common(2)", () -> c.most_common(2L));
            python.same("c + Counter(j)", () -> c.__add__(Counter.from(more)));
            python.same(
                    "c['absent'], c.total()", () -> Tuple.of(c.__getitem__("absent"), c.total()));
            python.same("list(c.elements())", () -> ObjectList.from(c.elements()));
            OrderedDict o = OrderedDict.from(c);
            python.python("o = OrderedDict(c)");
            Object key = samples.smallInt();
            boolean last = samples.below(2) == 0;
            python.does(
                    "o.move_to_end(" + key + ", " + (last ? "True" : "False") + ")",
                    () -> moved(o, key, last));
            python.same("o", () -> o);
            python.same("o == OrderedDict(c)", () -> o.__eq__(OrderedDict.from(c)));
            python.same("o == dict(c)", () -> Values.eq(o, Dict.from(c)));
            python.same("o.popitem(last=False)", () -> o.popitem(false));
            python.same("o", () -> o);
        }
        python.check();
    }

    private static Object moved(OrderedDict dict, Object key, boolean last) {
        dict.move_to_end(key, last);
        return null;
    }

    @Test
    void defaultDictsMakeWhatIsMissing() {
        python.python("from collections import *");
        python.python("d = defaultdict(None, {1: 2}); e = defaultdict(None)");
        DefaultDict d = new DefaultDict(null, Dict.of(1L, 2L));
        python.same("d", () -> d);
        python.same("d[5]", () -> d.__getitem__(5L));
        python.same("e", () -> new DefaultDict(null));
        DefaultDict lists = new DefaultDict(Function.of0("list", ObjectList::new));
        ((ObjectList) lists.__getitem__("a")).append(1L);
        python.python("l = defaultdict(list); l['a'].append(1)");
        python.same("dict(l)", () -> Dict.from(lists));
        python.same(
                "l.get('b'), 'b' in l", () -> Tuple.of(lists.get("b"), lists.__contains__("b")));
        python.check();
    }

    @Test
    void heapsLookAsCPythonsAfterEachStep() {
        python.python("from heapq import *; x = []");
        ObjectList x = new ObjectList();
        for (int i = 0; i < 1500; i++) {
            long item = samples.below(50);
            switch (samples.below(6)) {
                case 0 -> python.same("heappop(x)", () -> HeapqModule.heappop(x));
                case 1 ->
                        python.same(
                                "heapreplace(x, " + item + ")",
                                () -> HeapqModule.heapreplace(x, item));
                case 2 ->
                        python.same(
                                "heappushpop(x, " + item + ")",
                                () -> HeapqModule.heappushpop(x, item));
                case 3 -> python.same("nsmallest(3, x)", () -> HeapqModule.nsmallest(3, x));
                default -> python.does("heappush(x, " + item + ")", () -> pushed(x, item));
            }
            python.same("x", () -> x);
        }
        ObjectList y = ObjectList.from(Range.of(20, 0, -1));
        python.python("y = list(range(20, 0, -1)); heapify(y)");
        HeapqModule.heapify(y);
        python.same("y", () -> y);
        python.same("nlargest(4, y)", () -> HeapqModule.nlargest(4, y));
        python.check();
    }

    private static Object pushed(ObjectList heap, long item) {
        HeapqModule.heappush(heap, item);
        return null;
    }

    @Test
    void bisectionAndReductionDoAsCPythons() {
        python.python("from bisect import *; from functools import *");
        IntList x = IntList.of(1, 2, 2, 5, 9);
        python.python("x = [1, 2, 2, 5, 9]");
        for (long item = 0; item < 11; item++) {
            long sought = item;
            python.same(
                    "bisect_left(x, " + item + ")",
                    () -> BisectModule.bisect_left(x, sought, 0, null, null));
            python.same(
                    "bisect(x, " + item + ")", () -> BisectModule.bisect(x, sought, 0, null, null));
        }
        Function minus =
                ofTwo((a, b) -> a instanceof Long x1 && b instanceof Long y ? x1 - y : null);
        python.python("minus = lambda a, b: a - b");
        python.same("reduce(minus, x)", () -> FunctoolsModule.reduce(minus, x));
        python.same("reduce(minus, x, 100)", () -> FunctoolsModule.reduce(minus, x, 100L));
        python.same("reduce(minus, [])", () -> FunctoolsModule.reduce(minus, new ObjectList()));
        python.does("x.sort(key=cmp_to_key(lambda a, b: b - a))", () -> sorted(x, minus));
        python.same("x", () -> x);
        python.check();
    }

    private static Object sorted(IntList x, Function minus) {
        Function reversed = ofTwo((a, b) -> minus.call2(b, a));
        x.sort(FunctoolsModule.cmp_to_key(reversed), false);
        return null;
    }

    private static Function ofTwo(BinaryOperator<Object> code) {
        return new Function("two") {
            @Override
            public Object call2(Object a, Object b) {
                return code.apply(a, b);
            }
        };
    }
}
