package krait.runtime;

import java.util.function.Consumer;

/// Exceptions that nobody can catch, as they come out of code that runs on its own.
public final class Unraisable {
    private static volatile Consumer<String> sink = System.err::print;

    private Unraisable() {}

    /// Where they are told.
    public static void tell(Consumer<String> place) {
        sink = place;
    }

    static void report(String where, PyBaseException error) {
        CharSequence message = error.__str__();
        String name = PyType.of(error).qualifiedName();
        String text = message.isEmpty() ? name : name + ": " + message;
        sink.accept("Exception ignored while " + where + ":\n" + text + "\n");
    }
}
