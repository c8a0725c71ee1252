package krait.runtime.lib;

import krait.runtime.AnyBytes;
import krait.runtime.PyClass;
import krait.runtime.PyException;
import krait.runtime.Text;
import org.jspecify.annotations.Nullable;

/// A pattern that is no regular expression.
@PyClass(module = "re", name = "PatternError")
public class RePatternError extends PyException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object message;
    private final transient @Nullable Object pattern;
    private final @Nullable Long position;

    /// Of the message, and, where there are, the pattern and the position of the fault in it.
    public RePatternError(@Nullable Object... args) {
        super(shown(at(args, 0), at(args, 1), at(args, 2)));
        message = at(args, 0);
        pattern = at(args, 1);
        position = at(args, 2) instanceof Long number ? number : null;
    }

    private static @Nullable Object at(@Nullable Object[] args, int index) {
        return index < args.length ? args[index] : null;
    }

    private static @Nullable CharSequence text(@Nullable Object pattern) {
        return pattern instanceof AnyBytes bytes
                ? bytes.decode("latin-1")
                : pattern instanceof CharSequence text ? text : null;
    }

    private static @Nullable Object shown(
            @Nullable Object message, @Nullable Object pattern, @Nullable Object position) {
        CharSequence text = text(pattern);
        if (!(message instanceof CharSequence words)
                || text == null
                || !(position instanceof Long number)) {
            return message;
        }
        CharSequence shown = Text.__add__(words, " at position " + number);
        if (!Text.__contains__(text, "\n")) {
            return shown;
        }
        String place = "line " + line(text, number) + ", column " + column(text, number);
        return Text.__add__(shown, " (" + place + ")");
    }

    private static long line(CharSequence pattern, long position) {
        return Text.count(pattern, "\n", 0, position) + 1;
    }

    private static long column(CharSequence pattern, long position) {
        return position - Text.rfind(pattern, "\n", 0, position);
    }

    /// `e.msg`.
    public final @Nullable Object msg() {
        return message;
    }

    /// `e.pattern`.
    public final @Nullable Object pattern() {
        return pattern;
    }

    /// `e.pos`.
    public final @Nullable Object pos() {
        return position;
    }

    /// `e.lineno`.
    public final @Nullable Object lineno() {
        CharSequence text = text(pattern);
        return text == null || position == null ? null : (Object) line(text, position);
    }

    /// `e.colno`.
    public final @Nullable Object colno() {
        CharSequence text = text(pattern);
        return text == null || position == null ? null : (Object) column(text, position);
    }
}
