package krait.runtime;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `template % values` of a text.
public final class Percent {
    private static final int DEFAULT_PRECISION = 6;

    private final int[] points;
    private final CharSequence template;
    private final @Nullable Object values;
    private final TextBuilder result;
    private int at;

    /// The next of a tuple's items; for a single value 0, then 1.
    private int next;

    /// Whether the last field took its value by a key.
    private boolean keyed;

    private Percent(CharSequence template, @Nullable Object values) {
        this.template = template;
        this.points = Text.points(template);
        this.values = values;
        this.result = new TextBuilder(template.length() + 16);
    }

    /// `template % values`.
    public static CharSequence format(CharSequence template, @Nullable Object values) {
        return new Percent(template, values).format();
    }

    private CharSequence format() {
        while (at < points.length) {
            int point = points[at++];
            if (point != '%') {
                result.appendPoint(point);
            } else if (at < points.length && points[at] == '%') {
                at++;
                result.append('%');
            } else {
                field();
            }
        }
        boolean all = values instanceof Tuple tuple ? next >= tuple.size() : next > 0;
        if (!all && !keyed && !isMapping(values)) {
            throw new TypeError("not all arguments converted during string formatting");
        }
        return result.build();
    }

    /// Whether values can be taken by a key.
    private static boolean isMapping(@Nullable Object values) {
        return values instanceof PyObject
                && !(values instanceof Tuple)
                && SUBSCRIPTABLE.get(values.getClass());
    }

    private static final ClassValue<Boolean> SUBSCRIPTABLE =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    try {
                        Class<?> owner =
                                type.getMethod("__getitem__", Object.class).getDeclaringClass();
                        return owner != PyObject.class;
                    } catch (NoSuchMethodException e) {
                        return false;
                    }
                }
            };

    private void field() {
        Key key = key();
        PercentSpec spec = new PercentSpec();
        while (at < points.length && spec.setFlag(points[at])) {
            at++;
        }
        if (peek() == '*') {
            at++;
            spec.setWidth(
                    star(Long.MAX_VALUE, "Python int too large to convert to C ssize_t", key));
        } else {
            spec.width = number(Long.MAX_VALUE, "width too big");
        }
        if (peek() == '.') {
            at++;
            if (peek() == '*') {
                at++;
                String tooLarge = "Python int too large to convert to C int";
                spec.precision = (int) Math.max(0, star(Integer.MAX_VALUE, tooLarge, key));
            } else {
                spec.precision = (int) number(Integer.MAX_VALUE - 1, "precision too big");
            }
        }
        if (peek() == 'h' || peek() == 'l' || peek() == 'L') {
            at++;
        }
        if (at == points.length) {
            throw new ValueError("incomplete format");
        }
        int code = points[at++];
        convert(spec, code, key.given ? key.value : nextValue());
    }

    /// A value taken by its key, or none.
    private record Key(boolean given, @Nullable Object value) {}

    private Key key() {
        if (peek() != '(') {
            keyed = false;
            return new Key(false, null);
        }
        if (!isMapping(values)) {
            throw new TypeError("format requires a mapping");
        }
        int start = ++at;
        int open = 1;
        while (open > 0) {
            if (at == points.length) {
                throw new ValueError("incomplete format key");
            }
            int point = points[at++];
            if (point == '(') {
                open++;
            } else if (point == ')') {
                open--;
            }
        }
        keyed = true;
        return new Key(true, Values.getitem(values, Text.part(template, start, at - 1)));
    }

    private int peek() {
        return at < points.length ? points[at] : -1;
    }

    private long number(long max, String tooBig) {
        long number = 0;
        for (; peek() >= '0' && peek() <= '9'; at++) {
            int digit = peek() - '0';
            if (number > (max - digit) / 10) {
                throw new ValueError(tooBig);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private long star(long max, String tooLarge, Key key) {
        Object value = key.given ? missing() : nextValue();
        Object number = value instanceof Boolean truth ? (truth ? 1L : 0L) : value;
        if (number instanceof Long fits && fits <= max && fits >= -max) {
            return fits;
        } else if (number instanceof Long || number instanceof BigInteger) {
            throw new OverflowError(tooLarge);
        }
        throw new TypeError("* wants int");
    }

    private @Nullable Object nextValue() {
        if (values instanceof Tuple tuple) {
            return next < tuple.size() ? tuple.get(next++) : missing();
        }
        return next++ == 0 && !keyed ? values : missing();
    }

    private static Object missing() {
        throw new TypeError("not enough arguments for format string");
    }

    private void convert(PercentSpec spec, int code, @Nullable Object value) {
        switch (code) {
            case 's' -> result.append(spec.text(Values.str(value)));
            case 'r' -> result.append(spec.text(Values.repr(value)));
            case 'a' -> result.append(spec.text(Values.ascii(value)));
            case 'c' -> result.append(spec.character(value));
            case 'd', 'i', 'u', 'o', 'x', 'X' -> result.append(spec.integer((char) code, value));
            case 'e', 'E', 'f', 'F', 'g', 'G' -> {
                double real = real(value);
                String magnitude = magnitude(spec, (char) code, Math.abs(real));
                boolean negative = real < 0 || (real == 0 && 1 / real < 0);
                result.append(spec.number(negative, "", magnitude));
            }
            default -> {
                String shown = code > 31 && code < 127 ? Character.toString(code) : "?";
                throw new ValueError(
                        "unsupported format character '"
                                + shown
                                + "' (0x"
                                + Integer.toHexString(code)
                                + ") at index "
                                + (at - 1));
            }
        }
    }

    private static double real(@Nullable Object value) {
        return switch (value) {
            case Double number -> number;
            case Long number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case BigInteger number -> Ints.toFloat(number);
            case null, default ->
                    throw new TypeError("must be real number, not " + PyType.of(value).name());
        };
    }

    private static String magnitude(PercentSpec spec, char code, double value) {
        boolean upper = Character.isUpperCase(code);
        String text;
        if (Double.isFinite(value)) {
            int precision = spec.precision < 0 ? DEFAULT_PRECISION : spec.precision;
            char lower = Character.toLowerCase(code);
            text = FloatText.magnitude(value, lower, precision, spec.alternate, false);
        } else {
            text = Double.isNaN(value) ? "nan" : "inf";
        }
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }
}
