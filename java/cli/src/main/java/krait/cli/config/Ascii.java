package krait.cli.config;

import java.util.Locale;

/// Case of names that are ASCII by definition: the user's language must not change them.
final class Ascii {
    private Ascii() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
