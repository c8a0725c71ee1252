package krait.base;

/// Writes JSON strings (RFC 8259) for log lines; reading JSON is the work of a library.
public final class Json {
    private static final String HEX = "0123456789abcdef";

    private Json() {}

    /// Appends `text` as a JSON string with its quotes.
    public static void quote(StringBuilder out, CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (escaped(c)) {
                        out.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            out.append(HEX.charAt((c >> shift) & 15));
                        }
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// Controls, and all that some reader takes for the end of a line (U+0085, U+2028, U+2029).
    private static boolean escaped(char c) {
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || Character.isSurrogate(c);
    }
}
