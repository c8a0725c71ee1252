package krait.cli.config;

import java.util.ArrayList;
import java.util.List;

/// Lists inside one text, as `KRAIT_BIND=127.0.0.1:8000,unix:/run/k.sock` holds them.
final class Lists {
    private Lists() {}

    /// The parts between commas without the blanks around them; empty parts are left out.
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            String part = text.substring(from, to).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = to + 1;
        }
        return parts;
    }
}
