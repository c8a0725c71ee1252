package krait.runtime;

/// How a text, or bytes, are written in source.
final class TextRepr {
    private static final String HEX = "0123456789abcdef";

    private TextRepr() {}

    static CharSequence repr(CharSequence s) {
        if (s instanceof String text && isPlain(text)) {
            return "'" + text + "'";
        }
        char quote = quote(s);
        int length = Text.length(s);
        TextBuilder text = new TextBuilder(length + 2).append(quote);
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (point == quote || point == '\\') {
                text.append('\\').append((char) point);
            } else if (point == '\n') {
                text.append("\\n");
            } else if (point == '\r') {
                text.append("\\r");
            } else if (point == '\t') {
                text.append("\\t");
            } else if (TextClass.isPrintable(point)) {
                text.appendPoint(point);
            } else {
                escape(text, point);
            }
        }
        return text.append(quote).build();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '\'' || unit == '\\') {
                return false;
            }
        }
        return true;
    }

    private static char quote(CharSequence s) {
        boolean single = false;
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (point == '"') {
                return '\'';
            }
            single |= point == '\'';
        }
        return single ? '"' : '\'';
    }

    /// Appends the escape of a code point, with two, four or eight digits as it takes.
    static void escape(TextBuilder text, int point) {
        if (point <= 0xFF) {
            text.append("\\x");
            appendHex(text, point, 2);
        } else if (point <= 0xFFFF) {
            text.append("\\u");
            appendHex(text, point, 4);
        } else {
            text.append("\\U");
            appendHex(text, point, 8);
        }
    }

    private static void appendHex(TextBuilder text, int value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(value >>> shift & 15));
        }
    }

    static CharSequence escapeNonAscii(CharSequence s) {
        if (Text.isascii(s)) {
            return s;
        }
        TextBuilder text = new TextBuilder();
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (point < 128) {
                text.append((char) point);
            } else {
                escape(text, point);
            }
        }
        return text.build();
    }

    /// The repr of bytes, without the letter in front. That of a bytearray escapes single quotes
    /// even between double ones.
    static String repr(byte[] bytes, int length, boolean escapeSingle) {
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < length; i++) {
            single |= bytes[i] == '\'';
            twice |= bytes[i] == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        StringBuilder text = new StringBuilder(length + 3).append(quote);
        for (int i = 0; i < length; i++) {
            int value = bytes[i] & 0xFF;
            if (value == quote || value == '\\' || (escapeSingle && value == '\'')) {
                text.append('\\').append((char) value);
            } else if (value == '\n') {
                text.append("\\n");
            } else if (value == '\r') {
                text.append("\\r");
            } else if (value == '\t') {
                text.append("\\t");
            } else if (value < ' ' || value >= 127) {
                text.append("\\x").append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
            } else {
                text.append((char) value);
            }
        }
        return text.append(quote).toString();
    }
}
