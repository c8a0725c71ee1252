package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/// Reads fields of a request head that may stand there more than once.
final class Fields {
    private Fields() {}

    /// The values of all fields of that name (given in lower case), joined by commas (RFC 9110
    /// section 5.2). Of a field that must stand alone, several thus give text that its reader
    /// refuses.
    static Optional<String> list(RequestHead head, String name) {
        String found = "";
        boolean any = false;
        for (int i = 0; i < head.headers(); i++) {
            if (Chars.equalsIgnoreCase(head.bytes(), head.nameStart(i), head.nameEnd(i), name)) {
                int start = head.valueStart(i);
                String value =
                        new String(head.bytes(), start, head.valueEnd(i) - start, ISO_8859_1);
                found = any ? found + ", " + value : value;
                any = true;
            }
        }
        return any ? Optional.of(found) : Optional.empty();
    }
}
