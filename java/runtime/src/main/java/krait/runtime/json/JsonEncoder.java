package krait.runtime.json;

import java.math.BigInteger;
import java.util.ArrayList;
import krait.runtime.Bytes;
import krait.runtime.Dict;
import krait.runtime.Floats;
import krait.runtime.Function;
import krait.runtime.Ints;
import krait.runtime.ObjectList;
import krait.runtime.PyBaseException;
import krait.runtime.PyList;
import krait.runtime.PyType;
import krait.runtime.RecursionError;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// Writes a value as `json.dumps` does.
public final class JsonEncoder {
    private final JsonStyle style;
    private final JsonOutput output = new JsonOutput();
    private final ArrayList<Object> open = new ArrayList<>();
    private final @Nullable CharSequence indent;
    private int level;

    private JsonEncoder(JsonStyle style) {
        this.style = style;
        this.indent = style.indent();
    }

    /// The document as a text.
    public static CharSequence text(@Nullable Object value, JsonStyle style) {
        return written(value, style).text();
    }

    /// The document in UTF-8; a lone surrogate that is not escaped throws UnicodeEncodeError.
    public static Bytes utf8(@Nullable Object value, JsonStyle style) {
        return written(value, style).utf8();
    }

    private static JsonOutput written(@Nullable Object value, JsonStyle style) {
        JsonEncoder encoder = new JsonEncoder(style);
        try {
            encoder.write(value);
        } catch (StackOverflowError e) {
            throw new RecursionError("Stack overflow while encoding a JSON object");
        }
        return encoder.output;
    }

    private void write(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            output.quote(text, style.ensureAscii());
        } else if (value instanceof Long number) {
            output.put(number.longValue());
        } else if (value == null) {
            output.putAscii("null");
        } else if (value instanceof Boolean truth) {
            output.putAscii(truth ? "true" : "false");
        } else if (value instanceof Double number) {
            output.putAscii(text(number));
        } else if (value instanceof Dict dict) {
            writeDict(dict);
        } else if (value instanceof PyList list) {
            writeList(list);
        } else if (value instanceof Tuple tuple) {
            writeTuple(tuple);
        } else if (value instanceof BigInteger number) {
            output.putAscii(Ints.str(number));
        } else {
            writeOther(value);
        }
    }

    private String text(double number) {
        if (Double.isFinite(number)) {
            return Floats.repr(number);
        }
        if (!style.allowNan()) {
            throw new ValueError(
                    "Out of range float values are not JSON compliant: " + Floats.repr(number));
        }
        return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    }

    @SuppressWarnings("ReferenceEquality")
    private void enter(Object container) {
        if (style.checkCircular()) {
            for (int i = open.size() - 1; i >= 0; i--) {
                if (open.get(i) == container) {
                    throw new ValueError("Circular reference detected");
                }
            }
            open.add(container);
        }
        level++;
    }

    private void leave() {
        level--;
        if (style.checkCircular()) {
            open.removeLast();
        }
    }

    private void newLine() {
        CharSequence text = indent;
        if (text != null) {
            output.put('\n');
            for (int i = 0; i < level; i++) {
                output.put(text);
            }
        }
    }

    private void separate(boolean first) {
        if (!first) {
            output.put(style.itemSeparator());
        }
        newLine();
    }

    private void writeList(PyList list) {
        if (list.size() == 0) {
            output.putAscii("[]");
            return;
        }
        enter(list);
        output.put('[');
        for (int i = 0; i < list.size(); i++) {
            writeItem(list, i, list.__getitem__((long) i));
        }
        leave();
        newLine();
        output.put(']');
    }

    private void writeTuple(Tuple tuple) {
        int count = tuple.size();
        if (count == 0) {
            output.putAscii("[]");
            return;
        }
        enter(tuple);
        output.put('[');
        for (int i = 0; i < count; i++) {
            writeItem(tuple, i, tuple.get(i));
        }
        leave();
        newLine();
        output.put(']');
    }

    private void writeItem(Object container, int position, @Nullable Object item) {
        separate(position == 0);
        try {
            write(item);
        } catch (PyBaseException e) {
            throw noted(e, container, (long) position);
        }
    }

    private static PyBaseException noted(
            PyBaseException exception, Object container, @Nullable Object key) {
        String type = typeName(container);
        exception.add_note(Text.__add__("when serializing " + type + " item ", Values.repr(key)));
        return exception;
    }

    private static String typeName(Object value) {
        PyType type = PyType.of(value);
        return type.module().equals("__main__") ? type.qualname() : type.qualifiedName();
    }

    @SuppressWarnings("ReferenceEquality")
    private void writeDict(Dict dict) {
        if (dict.size() == 0) {
            output.putAscii("{}");
            return;
        }
        enter(dict);
        output.put('{');
        boolean first = true;
        if (style.sortKeys()) {
            ObjectList items = ObjectList.from(dict.items());
            items.sort();
            for (int i = 0; i < items.size(); i++) {
                if (items.__getitem__((long) i) instanceof Tuple item) {
                    first &= !writeEntry(dict, item.get(0), item.get(1), first);
                }
            }
        } else {
            for (int i = 0; i < dict.entries(); i++) {
                Object key = dict.keyAt(i);
                if (key != Dict.GONE) {
                    first &= !writeEntry(dict, key, dict.valueAt(i), first);
                }
            }
        }
        leave();
        if (!first) {
            newLine();
        }
        output.put('}');
    }

    /// False when the entry was skipped.
    private boolean writeEntry(
            Dict dict, @Nullable Object key, @Nullable Object value, boolean first) {
        CharSequence name = name(key);
        if (name == null) {
            return false;
        }
        separate(first);
        output.quote(name, style.ensureAscii());
        output.put(style.keySeparator());
        try {
            write(value);
        } catch (PyBaseException e) {
            throw noted(e, dict, key);
        }
        return true;
    }

    /// A key as a text, or null when it is to be skipped.
    private @Nullable CharSequence name(@Nullable Object key) {
        if (key instanceof CharSequence text) {
            return text;
        } else if (key instanceof Long || key instanceof BigInteger) {
            return Values.str(key);
        } else if (key instanceof Double number) {
            return text(number);
        } else if (key == null) {
            return "null";
        } else if (key instanceof Boolean truth) {
            return truth ? "true" : "false";
        } else if (style.skipKeys()) {
            return null;
        }
        throw new TypeError(
                "keys must be str, int, float, bool or None, not " + Values.typeName(key));
    }

    private void writeOther(Object value) {
        Function fallback = style.fallback();
        if (fallback == null) {
            throw new TypeError(
                    "Object of type " + Values.typeName(value) + " is not JSON serializable");
        }
        enter(value);
        level--;
        Object instead = fallback.call1(value);
        try {
            write(instead);
        } catch (PyBaseException e) {
            e.add_note("when serializing " + typeName(value) + " object");
            throw e;
        }
        level++;
        leave();
    }
}
