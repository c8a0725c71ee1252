package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Joining, padding and translating texts.
final class TextLayout {
    private static final String[] NONE = {};

    private TextLayout() {}

    static CharSequence join(CharSequence separator, @Nullable Object items) {
        if (!(items instanceof PyObject) && !(items instanceof CharSequence)) {
            throw new TypeError("can only join an iterable");
        }
        ObjectList list = items instanceof ObjectList ours ? ours : ObjectList.from(items);
        if (list.size() == 1 && list.item(0) instanceof CharSequence only) {
            return only;
        }
        if (separator instanceof String units) {
            String[] parts = strings(list);
            if (parts.length > 0) {
                return String.join(units, parts);
            }
        }
        TextBuilder text = new TextBuilder();
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                text.append(separator);
            }
            if (!(list.item(i) instanceof CharSequence item)) {
                throw new TypeError(
                        "sequence item "
                                + i
                                + ": expected str instance, "
                                + Values.typeName(list.item(i))
                                + " found");
            }
            text.append(item);
        }
        return text.build();
    }

    /// The items when all are strings of Java, else none.
    private static String[] strings(ObjectList list) {
        String[] strings = new String[list.size()];
        for (int i = 0; i < strings.length; i++) {
            if (!(list.item(i) instanceof String string)) {
                return NONE;
            }
            strings[i] = string;
        }
        return strings;
    }

    static CharSequence zfill(CharSequence s, long width) {
        int length = Text.length(s);
        if (length >= width) {
            return s;
        }
        boolean signed = length > 0 && (Text.at(s, 0) == '+' || Text.at(s, 0) == '-');
        int sign = signed ? 1 : 0;
        return new TextBuilder()
                .append(s, 0, sign)
                .append("0".repeat(Indexes.capacity(width) - length))
                .append(s, sign, length)
                .build();
    }

    static CharSequence center(CharSequence s, long width, CharSequence fill) {
        long pad = width - Text.length(s);
        if (pad <= 0) {
            return padded(s, 0, 0, fill);
        }
        long left = pad / 2 + (pad & width & 1);
        return padded(s, left, pad - left, fill);
    }

    static CharSequence ljust(CharSequence s, long width, CharSequence fill) {
        return padded(s, 0, width - Text.length(s), fill);
    }

    static CharSequence rjust(CharSequence s, long width, CharSequence fill) {
        return padded(s, width - Text.length(s), 0, fill);
    }

    private static CharSequence padded(CharSequence s, long left, long right, CharSequence fill) {
        if (Text.length(fill) != 1) {
            throw new TypeError("The fill character must be exactly one character long");
        }
        if (left <= 0 && right <= 0) {
            return s;
        }
        return new TextBuilder()
                .append(Text.__mul__(fill, left))
                .append(s)
                .append(Text.__mul__(fill, right))
                .build();
    }

    static CharSequence expandTabs(CharSequence s, long size) {
        TextBuilder text = new TextBuilder();
        int length = Text.length(s);
        long column = 0;
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (point == '\t') {
                if (size > 0) {
                    long more = size - column % size;
                    column += more;
                    text.append(Text.__mul__(" ", more));
                }
            } else {
                column = point == '\n' || point == '\r' ? 0 : column + 1;
                text.appendPoint(point);
            }
        }
        return text.build();
    }

    static CharSequence translate(CharSequence s, @Nullable Object table) {
        TextBuilder text = new TextBuilder();
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            Object with;
            try {
                with = Values.getitem(table, (long) point);
            } catch (LookupError absent) {
                text.appendPoint(point);
                continue;
            }
            if (with instanceof CharSequence several) {
                text.append(several);
            } else if (with instanceof Long other) {
                if (other < 0 || other > Character.MAX_CODE_POINT) {
                    throw new ValueError("character mapping must be in range(0x110000)");
                }
                text.appendPoint((int) other.longValue());
            } else if (with != null) {
                throw new TypeError("character mapping must return integer, None or str");
            }
        }
        return text.build();
    }

    static Dict makeTranslation(Dict mapping) {
        Dict table = new Dict();
        PyIterator keys = mapping.__iter__();
        while (keys.advance()) {
            Object key = keys.value();
            Object value = mapping.__getitem__(key);
            if (key instanceof CharSequence text) {
                if (Text.length(text) != 1) {
                    throw new ValueError("string keys in translate table must be of length 1");
                }
                table.__setitem__((long) Text.at(text, 0), value);
            } else if (key instanceof Long || key instanceof Boolean) {
                table.__setitem__(key, value);
            } else {
                throw new TypeError("keys in translate table must be strings or integers");
            }
        }
        return table;
    }

    static Dict makeTranslation(CharSequence from, CharSequence to, CharSequence deleted) {
        int length = Text.length(from);
        if (length != Text.length(to)) {
            throw new ValueError("the first two maketrans arguments must have equal length");
        }
        Dict table = new Dict();
        for (int i = 0; i < length; i++) {
            table.__setitem__((long) Text.at(from, i), (Object) (long) Text.at(to, i));
        }
        for (int i = 0; i < Text.length(deleted); i++) {
            table.__setitem__((long) Text.at(deleted, i), null);
        }
        return table;
    }
}
