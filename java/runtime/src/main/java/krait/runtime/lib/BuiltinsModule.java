package krait.runtime.lib;

import krait.runtime.Addition;
import krait.runtime.EOFError;
import krait.runtime.FloatList;
import krait.runtime.Function;
import krait.runtime.IntList;
import krait.runtime.Iterators;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.PyObject;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.WideResult;
import org.jspecify.annotations.Nullable;

/// The functions of Python's `builtins` over values and iterables.
///
/// Keyword arguments are names here: `minBy` takes `key`, `minOr` takes `default`.
public final class BuiltinsModule {
    private BuiltinsModule() {}

    /// `print(*values)`.
    public static void print(Tuple values) {
        print(values, null, null, null, false);
    }

    /// `print(*values, sep=sep, end=end, file=file, flush=flush)`; null is what Python's None is.
    public static void print(
            Tuple values,
            @Nullable CharSequence sep,
            @Nullable CharSequence end,
            @Nullable TextIO file,
            boolean flush) {
        TextIO out = file == null ? ProgramState.current().stdout() : file;
        int count = values.size();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.write(sep == null ? " " : sep);
            }
            out.write(Values.str(values.get(i)));
        }
        out.write(end == null ? "\n" : end);
        if (flush) {
            out.flush();
        }
    }

    /// `input()`.
    public static CharSequence input() {
        return input("");
    }

    /// `input(prompt)`.
    public static CharSequence input(@Nullable Object prompt) {
        ProgramState state = ProgramState.current();
        state.stderr().flush();
        state.stdout().write(Values.str(prompt));
        state.stdout().flush();
        CharSequence line = state.stdin().readline();
        if (line.isEmpty()) {
            throw new EOFError("EOF when reading a line");
        }
        int last = Text.length(line) - 1;
        return Text.at(line, last) == '\n' ? Text.part(line, 0, last) : line;
    }

    /// `repr(value)`.
    public static CharSequence repr(@Nullable Object value) {
        return Values.repr(value);
    }

    /// `ascii(value)`.
    public static CharSequence ascii(@Nullable Object value) {
        return Values.ascii(value);
    }

    /// `hash(value)`.
    public static long hash(@Nullable Object value) {
        return Values.hash(value);
    }

    /// `id(value)`.
    public static long id(@Nullable Object value) {
        return Values.id(value);
    }

    /// `len(value)`.
    public static long len(@Nullable Object value) {
        return Values.len(value);
    }

    /// `chr(point)`.
    public static CharSequence chr(long point) {
        return Text.chr(point);
    }

    /// `ord(character)`.
    public static long ord(CharSequence character) {
        return Text.ord(character);
    }

    /// `iter(items)`.
    public static PyIterator iter(@Nullable Object items) {
        return Values.iter(items);
    }

    /// `iter(function, sentinel)`.
    public static PyIterator iter(Function function, @Nullable Object sentinel) {
        return new Iterators.Calls(function, sentinel);
    }

    /// `next(iterator)`.
    public static @Nullable Object next(PyIterator iterator) {
        return iterator.__next__();
    }

    /// `next(iterator)` of ints.
    public static long nextLong(PyIterator iterator) throws WideResult {
        return iterator.nextLong();
    }

    /// `next(iterator)` of floats.
    public static double nextDouble(PyIterator iterator) {
        return iterator.nextDouble();
    }

    /// `next(iterator, fallback)`.
    public static @Nullable Object next(PyIterator iterator, @Nullable Object fallback) {
        return iterator.advance() ? iterator.value() : fallback;
    }

    /// `enumerate(items)`.
    public static PyIterator enumerate(@Nullable Object items) {
        return new Iterators.Enumerate(items, 0);
    }

    /// `enumerate(items, start)`.
    public static PyIterator enumerate(@Nullable Object items, long start) {
        return new Iterators.Enumerate(items, start);
    }

    /// `zip(*sources)`.
    public static PyIterator zip(@Nullable Object... sources) {
        return new Iterators.Zip(false, sources);
    }

    /// `zip(*sources, strict=True)`.
    public static PyIterator zipStrict(@Nullable Object... sources) {
        return new Iterators.Zip(true, sources);
    }

    /// `map(function, *sources)`.
    public static PyIterator map(Function function, @Nullable Object... sources) {
        return new Iterators.Map(function, sources);
    }

    /// `filter(function, items)`.
    public static PyIterator filter(@Nullable Function function, @Nullable Object items) {
        return new Iterators.Filter(function, items, true);
    }

    /// `reversed(items)`.
    public static PyIterator reversed(@Nullable Object items) {
        if (items instanceof PyObject object) {
            return object.__reversed__();
        } else if (items instanceof CharSequence text) {
            return Text.__reversed__(text);
        }
        throw new TypeError("'" + Values.typeName(items) + "' object is not reversible");
    }

    /// `sorted(items)`.
    public static ObjectList sorted(@Nullable Object items) {
        return sorted(items, null, false);
    }

    /// `sorted(items, key=key, reverse=reverse)`.
    public static ObjectList sorted(
            @Nullable Object items, @Nullable Function key, boolean reverse) {
        ObjectList list = ObjectList.from(items);
        list.sort(key, reverse);
        return list;
    }

    /// `sorted(items)` of ints.
    public static IntList sortedLong(@Nullable Object items) {
        return sortedLong(items, null, false);
    }

    /// `sorted(items, key=key, reverse=reverse)` of ints.
    public static IntList sortedLong(
            @Nullable Object items, @Nullable Function key, boolean reverse) {
        IntList list = IntList.from(items);
        list.sort(key, reverse);
        return list;
    }

    /// `sorted(items)` of floats.
    public static FloatList sortedDouble(@Nullable Object items) {
        return sortedDouble(items, null, false);
    }

    /// `sorted(items, key=key, reverse=reverse)` of floats.
    public static FloatList sortedDouble(
            @Nullable Object items, @Nullable Function key, boolean reverse) {
        FloatList list = FloatList.from(items);
        list.sort(key, reverse);
        return list;
    }

    /// `any(items)`.
    public static boolean any(@Nullable Object items) {
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            if (Values.truth(each.value())) {
                return true;
            }
        }
        return false;
    }

    /// `all(items)`.
    public static boolean all(@Nullable Object items) {
        PyIterator each = Values.iter(items);
        while (each.advance()) {
            if (!Values.truth(each.value())) {
                return false;
            }
        }
        return true;
    }

    /// `sum(items)`.
    public static @Nullable Object sum(@Nullable Object items) {
        return Addition.sum(items, 0L);
    }

    /// `sum(items, start)`.
    public static @Nullable Object sum(@Nullable Object items, @Nullable Object start) {
        return Addition.sum(items, start);
    }

    /// `sum(items)` of ints.
    public static long sumLong(@Nullable Object items) throws WideResult {
        return Addition.sumLong(items);
    }

    /// `sum(items)` of floats. Of none it is 0.0, where CPython gives the int 0.
    public static double sumDouble(@Nullable Object items) {
        return Addition.sumDouble(items);
    }

    /// `min(a, b)`: the first of equals.
    public static long min(long a, long b) {
        return Math.min(a, b);
    }

    /// `min(a, b)`: the first of equals, and of what is not ordered.
    public static double min(double a, double b) {
        return b < a ? b : a;
    }

    /// `min(items)`.
    public static @Nullable Object min(@Nullable Object items) {
        return extreme(items, null, false);
    }

    /// `min(a, b, …)`.
    public static @Nullable Object minOf(@Nullable Object... items) {
        return extreme(ObjectList.of(items), null, false);
    }

    /// `min(items, key=key)`.
    public static @Nullable Object minBy(@Nullable Object items, @Nullable Function key) {
        return extreme(items, key, false);
    }

    /// `min(items, default=fallback)`.
    public static @Nullable Object minOr(@Nullable Object items, @Nullable Object fallback) {
        return extreme(items, null, false, fallback);
    }

    /// `min(items, key=key, default=fallback)`.
    public static @Nullable Object minByOr(
            @Nullable Object items, @Nullable Function key, @Nullable Object fallback) {
        return extreme(items, key, false, fallback);
    }

    /// `min(items)` of ints.
    public static long minLong(@Nullable Object items) throws WideResult {
        return WideResult.unwrap(extreme(items, null, false));
    }

    /// `max(a, b)`: the first of equals.
    public static long max(long a, long b) {
        return Math.max(a, b);
    }

    /// `max(a, b)`: the first of equals, and of what is not ordered.
    public static double max(double a, double b) {
        return b > a ? b : a;
    }

    /// `max(items)`.
    public static @Nullable Object max(@Nullable Object items) {
        return extreme(items, null, true);
    }

    /// `max(a, b, …)`.
    public static @Nullable Object maxOf(@Nullable Object... items) {
        return extreme(ObjectList.of(items), null, true);
    }

    /// `max(items, key=key)`.
    public static @Nullable Object maxBy(@Nullable Object items, @Nullable Function key) {
        return extreme(items, key, true);
    }

    /// `max(items, default=fallback)`.
    public static @Nullable Object maxOr(@Nullable Object items, @Nullable Object fallback) {
        return extreme(items, null, true, fallback);
    }

    /// `max(items, key=key, default=fallback)`.
    public static @Nullable Object maxByOr(
            @Nullable Object items, @Nullable Function key, @Nullable Object fallback) {
        return extreme(items, key, true, fallback);
    }

    /// `max(items)` of ints.
    public static long maxLong(@Nullable Object items) throws WideResult {
        return WideResult.unwrap(extreme(items, null, true));
    }

    private static @Nullable Object extreme(
            @Nullable Object items, @Nullable Function key, boolean greatest) {
        PyIterator each = Values.iter(items);
        if (!each.advance()) {
            String name = greatest ? "max" : "min";
            throw new ValueError(name + "() iterable argument is empty");
        }
        return extremeOf(each, key, greatest);
    }

    private static @Nullable Object extreme(
            @Nullable Object items,
            @Nullable Function key,
            boolean greatest,
            @Nullable Object fallback) {
        PyIterator each = Values.iter(items);
        return each.advance() ? extremeOf(each, key, greatest) : fallback;
    }

    /// The extreme of the item moved to and all that follow.
    private static @Nullable Object extremeOf(
            PyIterator each, @Nullable Function key, boolean greatest) {
        Object best = each.value();
        Object bestKey = key == null ? best : key.call1(best);
        while (each.advance()) {
            Object item = each.value();
            Object itemKey = key == null ? item : key.call1(item);
            boolean better = greatest ? Values.gt(itemKey, bestKey) : Values.lt(itemKey, bestKey);
            if (better) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }
}
