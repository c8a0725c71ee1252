package krait.runtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// `+` of any two values, and the sum of many.
public final class Addition {
    private Addition() {}

    /// `left + right`.
    public static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
        if (left != null && right != null && Numeric.isNumber(left) && Numeric.isNumber(right)) {
            return addNumbers(Numeric.plain(left), Numeric.plain(right));
        }
        if (left instanceof CharSequence a && right instanceof CharSequence b) {
            return Text.__add__(a, b);
        } else if (left instanceof PyList a && right instanceof PyList b) {
            return a.__add__(b);
        } else if (left instanceof Tuple a && right instanceof Tuple b) {
            return a.__add__(b);
        } else if (left instanceof Bytes a && right instanceof AnyBytes b) {
            return a.__add__(b);
        } else if (left instanceof ByteArray a && right instanceof AnyBytes b) {
            return a.__add__(b);
        }
        if (left instanceof PyObject object) {
            Object answer = object.__arithmetic__("__add__", right);
            if (!(answer instanceof NotImplemented)) {
                return answer;
            }
        }
        if (right instanceof PyObject object) {
            Object answer = object.__arithmetic__("__radd__", left);
            if (!(answer instanceof NotImplemented)) {
                return answer;
            }
        }
        throw new TypeError(
                "unsupported operand type(s) for +: '"
                        + Values.typeName(left)
                        + "' and '"
                        + Values.typeName(right)
                        + "'");
    }

    private static Object addNumbers(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return real(left) + real(right);
        }
        if (left instanceof Long a && right instanceof Long b) {
            long x = a;
            long y = b;
            long sum = x + y;
            return ((x ^ sum) & (y ^ sum)) < 0 ? wide(left, right) : (Object) sum;
        }
        return wide(left, right);
    }

    private static Object wide(Object left, Object right) {
        BigInteger sum = Numeric.wide(left).add(Numeric.wide(right));
        return sum.bitLength() < Long.SIZE ? (Object) sum.longValue() : sum;
    }

    private static double real(Object number) {
        if (number instanceof BigInteger wide) {
            double real = wide.doubleValue();
            if (Double.isInfinite(real)) {
                throw new OverflowError("int too large to convert to float");
            }
            return real;
        }
        return ((Number) number).doubleValue();
    }

    /// `sum(items, start)`: ints exactly, floats compensated as CPython's since 3.12.
    public static @Nullable Object sum(@Nullable Object items, @Nullable Object start) {
        refuseText(start);
        PyIterator each = Values.iter(items);
        Object sum = start;
        while (sum instanceof Long && each.advance()) {
            sum = add(sum, each.value());
        }
        // CPython compensates only what follows ints that fit: an int wider than that ends it.
        if (sum instanceof Double real) {
            return each.advance() ? sumOfFloats(each, real, each.value()) : sum;
        }
        return sumOfRest(sum, each);
    }

    private static @Nullable Object sumOfFloats(
            PyIterator rest, double start, @Nullable Object first) {
        FloatSum sum = new FloatSum(start);
        Object item = first;
        while (true) {
            if (item instanceof Double real) {
                sum.add(real);
            } else if (item != null && Numeric.isNumber(item)) {
                sum.add(real(Numeric.plain(item)));
            } else {
                return sumOfRest(add(sum.result(), item), rest);
            }
            if (!rest.advance()) {
                return sum.result();
            }
            item = rest.value();
        }
    }

    private static @Nullable Object sumOfRest(@Nullable Object start, PyIterator rest) {
        Object sum = start;
        while (rest.advance()) {
            sum = add(sum, rest.value());
        }
        return sum;
    }

    private static void refuseText(@Nullable Object start) {
        if (start instanceof CharSequence) {
            throw new TypeError("sum() can't sum strings [use ''.join(seq) instead]");
        } else if (start instanceof Bytes) {
            throw new TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
        } else if (start instanceof ByteArray) {
            throw new TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        }
    }

    /// `sum(items)` of ints, without boxes as long as it fits.
    public static long sumLong(@Nullable Object items) throws WideResult {
        if (items instanceof IntList list) {
            return list.sumLong();
        }
        PyIterator each = Values.iter(items);
        long sum = 0;
        while (each.advance()) {
            long item;
            try {
                item = each.longValue();
            } catch (WideResult wide) {
                return WideResult.unwrap(sumOfRest(add((Object) sum, wide.value()), each));
            }
            long next = sum + item;
            if (((sum ^ next) & (item ^ next)) < 0) {
                return WideResult.unwrap(sumOfRest(add((Object) sum, (Object) item), each));
            }
            sum = next;
        }
        return sum;
    }

    /// `sum(items)` of floats. Of none it is 0.0, where CPython gives the int 0.
    public static double sumDouble(@Nullable Object items) {
        if (items instanceof FloatList list) {
            return list.sumDouble();
        }
        PyIterator each = Values.iter(items);
        FloatSum sum = new FloatSum();
        while (each.advance()) {
            sum.add(each.doubleValue());
        }
        return sum.result();
    }
}
