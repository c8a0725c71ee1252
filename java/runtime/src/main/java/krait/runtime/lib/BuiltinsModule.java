package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.Addition;
import krait.runtime.Bytes;
import krait.runtime.EOFError;
import krait.runtime.FloatList;
import krait.runtime.Format;
import krait.runtime.Function;
import krait.runtime.IntList;
import krait.runtime.Iterators;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.PyObject;
import krait.runtime.PyType;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.Values;
import krait.runtime.WideResult;
import org.jspecify.annotations.Nullable;

/// The functions of Python's `builtins` over values and iterables.
///
/// Keyword arguments are names here: `minBy` takes `key`, `minOr` takes `default`.
public final class BuiltinsModule extends NumberFunctions {
    private static final ClassValue<Boolean> CALLABLE =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return Arrays.stream(type.getMethods())
                            .anyMatch(method -> method.getName().equals("__call__"));
                }
            };

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

    /// `open(file, mode, buffering, encoding, errors, newline)`; null is what Python's None is.
    public static PyIterator open(
            Object file,
            CharSequence mode,
            long buffering,
            @Nullable CharSequence encoding,
            @Nullable CharSequence errors,
            @Nullable CharSequence newline) {
        return OpenFiles.open(PathLike.fspath(file), mode, buffering, encoding, errors, newline);
    }

    /// `repr(value)`.
    public static CharSequence repr(@Nullable Object value) {
        return Values.repr(value);
    }

    /// `ascii(value)`.
    public static CharSequence ascii(@Nullable Object value) {
        return Values.ascii(value);
    }

    /// `callable(value)`.
    public static boolean callable(@Nullable Object value) {
        return value instanceof Function
                || value instanceof PyType
                || (value instanceof PyObject && CALLABLE.get(value.getClass()));
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

    /// `ord(character)` of bytes.
    public static long ord(Bytes character) {
        if (character.size() != 1) {
            throw new TypeError(
                    "ord() expected a character, but string of length "
                            + character.size()
                            + " found");
        }
        return character.__getitem__(0);
    }

    /// `format(value, spec)`.
    public static CharSequence format(@Nullable Object value, CharSequence spec) {
        return Format.format(value, spec);
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
        return new Iterators.Enumerate(items, 0L);
    }

    /// `enumerate(items, start)`.
    public static PyIterator enumerate(@Nullable Object items, Object start) {
        return new Iterators.Enumerate(items, start);
    }

    /// `zip(a, b, strict=strict)`.
    public static PyIterator zip(@Nullable Object a, @Nullable Object b, boolean strict) {
        return new Iterators.Zip(strict, a, b);
    }

    /// `zip(a, b, c, strict=strict)`.
    public static PyIterator zip(
            @Nullable Object a, @Nullable Object b, @Nullable Object c, boolean strict) {
        return new Iterators.Zip(strict, a, b, c);
    }

    /// `zip(a, b, c, d, strict=strict)`.
    public static PyIterator zip(
            @Nullable Object a,
            @Nullable Object b,
            @Nullable Object c,
            @Nullable Object d,
            boolean strict) {
        return new Iterators.Zip(strict, a, b, c, d);
    }

    /// `zip(*sources, strict=strict)`.
    public static PyIterator zip(Tuple sources, boolean strict) {
        return new Iterators.Zip(strict, sources.toArray());
    }

    /// `map(function, items)`.
    public static PyIterator map(Function function, @Nullable Object items) {
        return new Iterators.Map(function, items);
    }

    /// `map(function, a, b)`.
    public static PyIterator map(Function function, @Nullable Object a, @Nullable Object b) {
        return new Iterators.Map(function, a, b);
    }

    /// `map(function, a, b, c)`.
    public static PyIterator map(
            Function function, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return new Iterators.Map(function, a, b, c);
    }

    /// `filter(function, items)`.
    public static PyIterator filter(@Nullable Function function, @Nullable Object items) {
        return new Iterators.Filter(function, items, true);
    }

    /// `reversed(items)`.
    public static PyIterator reversed(@Nullable Object items) {
        return Values.reversed(items);
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
}
