package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.Text;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// A document that is no JSON.
@PyClass(module = "json.decoder", name = "JSONDecodeError")
public class JsonJSONDecodeError extends ValueError {
    private static final long serialVersionUID = 1L;

    private final transient CharSequence message;
    private final transient CharSequence document;
    private final long position;

    /// Of the message, the document and the position of the fault in it.
    public JsonJSONDecodeError(@Nullable Object... args) {
        super(shown(text(args[0]), text(args[1]), number(args[2])));
        message = text(args[0]);
        document = text(args[1]);
        position = number(args[2]);
    }

    private static CharSequence text(@Nullable Object argument) {
        return argument instanceof CharSequence text ? text : "";
    }

    private static long number(@Nullable Object argument) {
        return argument instanceof Long number ? number : 0;
    }

    private static CharSequence shown(CharSequence message, CharSequence document, long position) {
        String place = "line " + line(document, position) + " column " + column(document, position);
        return Text.__add__(message, ": " + place + " (char " + position + ")");
    }

    private static long line(CharSequence document, long position) {
        return Text.count(document, "\n", 0, position) + 1;
    }

    private static long column(CharSequence document, long position) {
        return position - Text.rfind(document, "\n", 0, position);
    }

    /// `e.msg`.
    public final CharSequence msg() {
        return message;
    }

    /// `e.doc`.
    public final CharSequence doc() {
        return document;
    }

    /// `e.pos`.
    public final long pos() {
        return position;
    }

    /// `e.lineno`.
    public final long lineno() {
        return line(document, position);
    }

    /// `e.colno`.
    public final long colno() {
        return column(document, position);
    }
}
