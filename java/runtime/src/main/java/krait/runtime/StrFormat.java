package krait.runtime;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `str.format`: replacement fields.
public final class StrFormat {
    /// How deep fields stand in the specifications of others.
    private static final int DEPTH_MAX = 2;

    private final @Nullable Object[] args;
    private final Function<CharSequence, @Nullable Object> names;
    private int nextIndex;
    private boolean numbered;

    private StrFormat(@Nullable Object[] args, Function<CharSequence, @Nullable Object> names) {
        this.args = args;
        this.names = names;
    }

    /// `template.format(*args, **names)`.
    ///
    /// @param names throws [KeyError] for a name that it does not have
    public static CharSequence format(
            CharSequence template,
            @Nullable Object[] args,
            Function<CharSequence, @Nullable Object> names) {
        return new StrFormat(args, names).expand(template, DEPTH_MAX);
    }

    /// `template.format(*args, **names)`.
    public static CharSequence format(CharSequence template, @Nullable Object[] args, Dict names) {
        return format(template, args, names::__getitem__);
    }

    /// `template.format(*args)`.
    public static CharSequence format(CharSequence template, @Nullable Object... args) {
        return format(
                template,
                args,
                name -> {
                    throw new KeyError(name);
                });
    }

    private CharSequence expand(CharSequence template, int depth) {
        if (depth <= 0) {
            throw new ValueError("Max string recursion exceeded");
        }
        TextBuilder result = new TextBuilder(template.length() + 16);
        int[] points = Text.points(template);
        int at = 0;
        while (at < points.length) {
            int point = points[at++];
            if (point != '{' && point != '}') {
                result.appendPoint(point);
            } else if (at < points.length && points[at] == point) {
                result.appendPoint(point);
                at++;
            } else if (point == '}' || at == points.length) {
                throw new ValueError("Single '" + (char) point + "' encountered in format string");
            } else {
                FormatField field = FormatField.parse(template, points, at);
                at = field.end();
                result.append(render(field, depth));
            }
        }
        return result.build();
    }

    private CharSequence render(FormatField field, int depth) {
        Object value = value(field);
        Object converted =
                switch (field.conversion()) {
                    case 0 -> value;
                    case 'r' -> Values.repr(value);
                    case 's' -> Values.str(value);
                    case 'a' -> Values.ascii(value);
                    default -> throw unknownConversion(field.conversion());
                };
        CharSequence spec = field.specNests() ? expand(field.spec(), depth - 1) : field.spec();
        return Format.format(converted, spec);
    }

    private static ValueError unknownConversion(int conversion) {
        boolean plain = conversion > 32 && conversion < 127;
        String shown =
                plain ? Character.toString(conversion) : "\\x" + Integer.toHexString(conversion);
        return new ValueError("Unknown conversion specifier " + shown);
    }

    private @Nullable Object value(FormatField field) {
        int[] name = Text.points(field.name());
        int end = 0;
        while (end < name.length && name[end] != '.' && name[end] != '[') {
            end++;
        }
        @Nullable Object value = first(name, end);
        int at = end;
        while (at < name.length) {
            boolean attribute = name[at++] == '.';
            int from = at;
            while (at < name.length && !(attribute ? isNext(name[at]) : name[at] == ']')) {
                at++;
            }
            if (!attribute && at == name.length) {
                throw new ValueError("Missing ']' in format string");
            } else if (at == from) {
                throw new ValueError("Empty attribute in format string");
            }
            CharSequence key = Text.of(name, from, at);
            if (attribute) {
                value = attribute(value, key);
                continue;
            }
            at++;
            long index = FormatField.integer(name, from, at - 1);
            value = Values.getitem(value, index >= 0 ? (Object) index : key);
            if (at < name.length && !isNext(name[at])) {
                throw new ValueError("Only '.' or '[' may follow ']' in format field specifier");
            }
        }
        return value;
    }

    private static boolean isNext(int point) {
        return point == '.' || point == '[';
    }

    private @Nullable Object first(int[] name, int end) {
        long index = FormatField.integer(name, 0, end);
        if (end > 0 && index < 0) {
            return names.apply(Text.of(name, 0, end));
        }
        if (end == 0) {
            if (numbered) {
                throw new ValueError(
                        "cannot switch from manual field specification "
                                + "to automatic field numbering");
            }
            index = nextIndex++;
        } else if (nextIndex > 0) {
            throw new ValueError(
                    "cannot switch from automatic field numbering "
                            + "to manual field specification");
        } else {
            numbered = true;
        }
        if (index >= args.length) {
            throw new IndexError(
                    "Replacement index " + index + " out of range for positional args tuple");
        }
        return args[(int) index];
    }

    private static @Nullable Object attribute(@Nullable Object value, CharSequence name) {
        if (value instanceof Attributed object) {
            return object.getattr(name);
        }
        Object number = value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
        if (number instanceof Number) {
            boolean whole = !(number instanceof Double);
            String attribute = name.toString();
            if (attribute.equals("real") || (whole && attribute.equals("numerator"))) {
                return number;
            } else if (attribute.equals("imag")) {
                return whole ? (Object) 0L : 0.0;
            } else if (whole && attribute.equals("denominator")) {
                return 1L;
            }
        }
        throw new AttributeError(
                new TextBuilder()
                        .append("'" + PyType.of(value).name() + "' object has no attribute '")
                        .append(name)
                        .append("'")
                        .build());
    }
}
