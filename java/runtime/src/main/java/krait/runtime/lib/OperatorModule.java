package krait.runtime.lib;

import java.util.Objects;
import krait.runtime.Addition;
import krait.runtime.Floats;
import krait.runtime.Ints;
import krait.runtime.PyIterator;
import krait.runtime.PySet;
import krait.runtime.Text;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// The module `operator`: operators as functions.
@SuppressWarnings("MemberName")
public final class OperatorModule {
    private OperatorModule() {}

    /// `a + b` of anything but floats.
    public static Object add(Object a, Object b) {
        return Objects.requireNonNull(Addition.add(a, b));
    }

    /// `a + b` of floats.
    public static double add(double a, double b) {
        return a + b;
    }

    /// `a - b` of ints.
    public static Object sub(Object a, Object b) {
        return Ints.sub(a, b);
    }

    /// `a - b` of floats.
    public static double sub(double a, double b) {
        return a - b;
    }

    /// `a * b` of ints.
    public static Object mul(Object a, Object b) {
        return Ints.mul(a, b);
    }

    /// `a * b` of floats.
    public static double mul(double a, double b) {
        return a * b;
    }

    /// `a // b` of ints.
    public static Object floordiv(Object a, Object b) {
        return Ints.floordiv(a, b);
    }

    /// `a // b` of floats.
    public static double floordiv(double a, double b) {
        return Floats.floordiv(a, b);
    }

    /// `a % b` of ints.
    public static Object mod(Object a, Object b) {
        return Ints.mod(a, b);
    }

    /// `a % b` of floats.
    public static double mod(double a, double b) {
        return Floats.mod(a, b);
    }

    /// `a * b` of a text and an int.
    public static CharSequence mul(CharSequence a, long b) {
        return Text.__mul__(a, b);
    }

    /// `a / b` of ints.
    public static double truediv(Object a, Object b) {
        return Ints.truediv(a, b);
    }

    /// `a / b` of floats.
    public static double truediv(double a, double b) {
        return Floats.truediv(a, b);
    }

    /// `-a`.
    public static Object neg(Object a) {
        return Ints.neg(a);
    }

    /// `-a`.
    public static double neg(double a) {
        return -a;
    }

    /// `+a`.
    public static Object pos(Object a) {
        return a;
    }

    /// `+a`.
    public static double pos(double a) {
        return a;
    }

    /// `abs(a)`.
    public static Object abs(Object a) {
        return Ints.abs(a);
    }

    /// `abs(a)`.
    public static double abs(double a) {
        return Math.abs(a);
    }

    /// `a & b` of ints.
    public static Object and_(Object a, Object b) {
        return Ints.and(a, b);
    }

    /// `a & b` of bools.
    public static boolean and_(boolean a, boolean b) {
        return a && b;
    }

    /// `a & b` of sets.
    public static PySet and_(PySet a, PySet b) {
        return a.__and__(b);
    }

    /// `a | b` of ints.
    public static Object or_(Object a, Object b) {
        return Ints.or(a, b);
    }

    /// `a | b` of bools.
    public static boolean or_(boolean a, boolean b) {
        return a || b;
    }

    /// `a | b` of sets.
    public static PySet or_(PySet a, PySet b) {
        return a.__or__(b);
    }

    /// `a ^ b` of ints.
    public static Object xor(Object a, Object b) {
        return Ints.xor(a, b);
    }

    /// `a ^ b` of bools.
    public static boolean xor(boolean a, boolean b) {
        return a ^ b;
    }

    /// `a ^ b` of sets.
    public static PySet xor(PySet a, PySet b) {
        return a.__xor__(b);
    }

    /// `a << b`.
    public static Object lshift(Object a, Object b) {
        return Ints.lshift(a, b);
    }

    /// `a >> b`.
    public static Object rshift(Object a, Object b) {
        return Ints.rshift(a, b);
    }

    /// `~a`.
    public static Object invert(Object a) {
        return Ints.invert(a);
    }

    /// `a < b`.
    public static boolean lt(@Nullable Object a, @Nullable Object b) {
        return Values.lt(a, b);
    }

    /// `a <= b`.
    public static boolean le(@Nullable Object a, @Nullable Object b) {
        return Values.le(a, b);
    }

    /// `a > b`.
    public static boolean gt(@Nullable Object a, @Nullable Object b) {
        return Values.gt(a, b);
    }

    /// `a >= b`.
    public static boolean ge(@Nullable Object a, @Nullable Object b) {
        return Values.ge(a, b);
    }

    /// `a == b`.
    public static boolean eq(@Nullable Object a, @Nullable Object b) {
        return Values.eq(a, b);
    }

    /// `a != b`.
    public static boolean ne(@Nullable Object a, @Nullable Object b) {
        return Values.ne(a, b);
    }

    /// `not a`.
    public static boolean not_(@Nullable Object a) {
        return !Values.truth(a);
    }

    /// `bool(a)`.
    public static boolean truth(@Nullable Object a) {
        return Values.truth(a);
    }

    /// `a is b`.
    public static boolean is_(@Nullable Object a, @Nullable Object b) {
        return Values.is(a, b);
    }

    /// `a is not b`.
    public static boolean is_not(@Nullable Object a, @Nullable Object b) {
        return !Values.is(a, b);
    }

    /// `b in a`.
    public static boolean contains(@Nullable Object a, @Nullable Object b) {
        return Values.contains(a, b);
    }

    /// `a[b]`.
    public static @Nullable Object getitem(@Nullable Object a, @Nullable Object b) {
        return Values.getitem(a, b);
    }

    /// `a[b] = c`.
    public static void setitem(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
        Values.setitem(a, b, c);
    }

    /// `a + b` of sequences.
    public static Object concat(Object a, Object b) {
        return Objects.requireNonNull(Addition.add(a, b));
    }

    /// How often `b` is in `a`.
    public static long countOf(@Nullable Object a, @Nullable Object b) {
        long count = 0;
        PyIterator items = Values.iter(a);
        while (items.advance()) {
            count += Values.same(items.value(), b) ? 1 : 0;
        }
        return count;
    }

    /// Where `b` first is in `a`.
    public static long indexOf(@Nullable Object a, @Nullable Object b) {
        long index = 0;
        PyIterator items = Values.iter(a);
        while (items.advance()) {
            if (Values.same(items.value(), b)) {
                return index;
            }
            index++;
        }
        throw new ValueError("sequence.index(x): x not in sequence");
    }
}
