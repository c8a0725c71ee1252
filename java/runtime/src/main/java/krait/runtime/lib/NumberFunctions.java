package krait.runtime.lib;

import krait.runtime.Floats;
import krait.runtime.Function;
import krait.runtime.Ints;
import krait.runtime.PyIterator;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.WideResult;
import org.jspecify.annotations.Nullable;

/// The functions of Python's `builtins` over numbers, and those that choose among values.
public abstract class NumberFunctions {
    NumberFunctions() {}

    /// `abs(number)`; ArithmeticException when that is no long.
    public static long abs(long number) {
        return Math.absExact(number);
    }

    /// `abs(number)` of any int.
    public static Object abs(Object number) {
        return Ints.abs(number);
    }

    /// `abs(number)`.
    public static double abs(double number) {
        return Math.abs(number);
    }

    /// `bin(number)`.
    public static CharSequence bin(Object number) {
        return Ints.bin(number);
    }

    /// `oct(number)`.
    public static CharSequence oct(Object number) {
        return Ints.oct(number);
    }

    /// `hex(number)`.
    public static CharSequence hex(Object number) {
        return Ints.hex(number);
    }

    /// `divmod(left, right)`.
    public static Tuple divmod(double left, double right) {
        return Floats.divmod(left, right);
    }

    /// `divmod(left, right)` of ints.
    public static Tuple divmod(Object left, Object right) {
        return Ints.divmod(left, right);
    }

    /// `pow(base, exponent, modulus)`.
    public static long pow(long base, long exponent, long modulus) {
        return Ints.pow(base, exponent, modulus);
    }

    /// `pow(base, exponent, modulus)` of any ints.
    public static Object pow(Object base, Object exponent, Object modulus) {
        return Ints.pow(base, exponent, modulus);
    }

    /// `round(number)`.
    public static Object round(double number) {
        return Floats.round(number);
    }

    /// `round(number, digits)`.
    public static double round(double number, long digits) {
        return Floats.round(number, digits);
    }

    /// `round(number)` of an int.
    public static Object round(Object number) {
        return number;
    }

    /// `round(number, digits)` of an int; null is None.
    public static Object round(Object number, @Nullable Object digits) {
        return digits == null ? number : Ints.round(number, digits);
    }

    /// `min(a, b)`: the first of equals.
    public static long min(long a, long b) {
        return Math.min(a, b);
    }

    /// `min(a, b)`: the first of equals, and of what is not ordered.
    public static double min(double a, double b) {
        return b < a ? b : a;
    }

    /// `min(a, b)`.
    public static @Nullable Object min(@Nullable Object a, @Nullable Object b) {
        return Values.lt(b, a) ? b : a;
    }

    /// `min(a, b, c, *others)`.
    public static @Nullable Object min(
            @Nullable Object a, @Nullable Object b, @Nullable Object c, Tuple others) {
        return extreme(Tuple.of(a, b, c).__add__(others), null, false);
    }

    /// `min(a, b, *others, key=key)`.
    public static @Nullable Object min(
            @Nullable Object a, @Nullable Object b, Tuple others, Function key) {
        return extreme(Tuple.of(a, b).__add__(others), key, false);
    }

    /// `min(items)`.
    public static @Nullable Object min(@Nullable Object items) {
        return extreme(items, null, false);
    }

    /// `min(items)` of ints.
    public static long minLong(@Nullable Object items) throws WideResult {
        return WideResult.unwrap(extreme(items, null, false));
    }

    /// `min(items, key=key)`.
    public static @Nullable Object min(@Nullable Object items, Function key) {
        return extreme(items, key, false);
    }

    /// `min(items, key=key, default=fallback)`; null is what Python's None is.
    public static @Nullable Object min(
            @Nullable Object items, @Nullable Function key, @Nullable Object fallback) {
        return extreme(items, key, false, fallback);
    }

    /// `max(a, b)`: the first of equals.
    public static long max(long a, long b) {
        return Math.max(a, b);
    }

    /// `max(a, b)`: the first of equals, and of what is not ordered.
    public static double max(double a, double b) {
        return b > a ? b : a;
    }

    /// `max(a, b)`.
    public static @Nullable Object max(@Nullable Object a, @Nullable Object b) {
        return Values.gt(b, a) ? b : a;
    }

    /// `max(a, b, c, *others)`.
    public static @Nullable Object max(
            @Nullable Object a, @Nullable Object b, @Nullable Object c, Tuple others) {
        return extreme(Tuple.of(a, b, c).__add__(others), null, true);
    }

    /// `max(a, b, *others, key=key)`.
    public static @Nullable Object max(
            @Nullable Object a, @Nullable Object b, Tuple others, Function key) {
        return extreme(Tuple.of(a, b).__add__(others), key, true);
    }

    /// `max(items)`.
    public static @Nullable Object max(@Nullable Object items) {
        return extreme(items, null, true);
    }

    /// `max(items)` of ints.
    public static long maxLong(@Nullable Object items) throws WideResult {
        return WideResult.unwrap(extreme(items, null, true));
    }

    /// `max(items, key=key)`.
    public static @Nullable Object max(@Nullable Object items, Function key) {
        return extreme(items, key, true);
    }

    /// `max(items, key=key, default=fallback)`; null is what Python's None is.
    public static @Nullable Object max(
            @Nullable Object items, @Nullable Function key, @Nullable Object fallback) {
        return extreme(items, key, true, fallback);
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
