package krait.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// `str.encode`: from text to bytes.
final class TextCodec {
    private final CharSequence text;
    private final int length;
    private final Encoding encoding;
    private final String errors;
    private byte[] bytes;
    private int size;

    private TextCodec(CharSequence text, Encoding encoding, String errors) {
        this.text = text;
        this.length = Text.length(text);
        this.encoding = encoding;
        this.errors = errors;
        this.bytes = new byte[length * encoding.width() + 16];
    }

    static Bytes encode(CharSequence text, CharSequence name, CharSequence errors) {
        Encoding encoding = Encoding.of(name);
        if (encoding == Encoding.UTF_8 && text instanceof String units) {
            return Bytes.of(units.getBytes(StandardCharsets.UTF_8));
        }
        TextCodec codec = new TextCodec(text, encoding, errors.toString());
        codec.encode();
        return Bytes.of(Arrays.copyOf(codec.bytes, codec.size));
    }

    private void encode() {
        if (encoding == Encoding.UTF_8_SIGNED) {
            put(0xEF);
            put(0xBB);
            put(0xBF);
        } else if (encoding == Encoding.UTF_16 || encoding == Encoding.UTF_32) {
            putPoint(0xFEFF);
        }
        int i = 0;
        while (i < length) {
            int point = Text.at(text, i);
            if (fits(point)) {
                putPoint(point);
                i++;
            } else {
                int end = i + 1;
                while (encoding.width() == 1 && end < length && !fits(Text.at(text, end))) {
                    end++;
                }
                i = handle(i, end);
            }
        }
    }

    private boolean fits(int point) {
        return switch (encoding) {
            case ASCII -> point < 0x80;
            case LATIN_1 -> point < 0x100;
            default -> point < 0xD800 || point >= 0xE000;
        };
    }

    private void putPoint(int point) {
        switch (encoding) {
            case ASCII, LATIN_1 -> put(point);
            case UTF_8, UTF_8_SIGNED -> putUtf8(point);
            case UTF_16, UTF_16_LE, UTF_16_BE -> {
                if (point > 0xFFFF) {
                    putUnit(Character.highSurrogate(point), 2);
                    putUnit(Character.lowSurrogate(point), 2);
                } else {
                    putUnit(point, 2);
                }
            }
            case UTF_32, UTF_32_LE, UTF_32_BE -> putUnit(point, 4);
        }
    }

    private void putUnit(int unit, int width) {
        boolean bigEndian = encoding == Encoding.UTF_16_BE || encoding == Encoding.UTF_32_BE;
        for (int i = 0; i < width; i++) {
            put(unit >>> (8 * (bigEndian ? width - 1 - i : i)));
        }
    }

    private void putUtf8(int point) {
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xC0 | point >> 6);
            put(0x80 | (point & 0x3F));
        } else {
            if (point < 0x10000) {
                put(0xE0 | point >> 12);
            } else {
                put(0xF0 | point >> 18);
                put(0x80 | (point >> 12 & 0x3F));
            }
            put(0x80 | (point >> 6 & 0x3F));
            put(0x80 | (point & 0x3F));
        }
    }

    private void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Indexes.capacity(size * 2L));
        }
        bytes[size++] = (byte) value;
    }

    private void putAscii(String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            putPoint(replacement.charAt(i));
        }
    }

    /// Does what `errors` says with what can't be encoded; gives where to go on.
    private int handle(int start, int end) {
        int from = start;
        switch (errors) {
            case "strict" -> throw error(start, end);
            case "ignore" -> {}
            case "replace" -> putAscii("?".repeat(end - start));
            case "backslashreplace" -> {
                TextBuilder escaped = new TextBuilder();
                for (int i = start; i < end; i++) {
                    TextRepr.escape(escaped, Text.at(text, i));
                }
                putAscii(escaped.build().toString());
            }
            case "xmlcharrefreplace" -> {
                for (int i = start; i < end; i++) {
                    putAscii("&#" + Text.at(text, i) + ";");
                }
            }
            case "surrogateescape" -> {
                // a lone byte is no unit of a wider encoding
                while (encoding.width() == 1
                        && from < end
                        && Text.at(text, from) >> 7 == 0xDC80 >> 7) {
                    put(Text.at(text, from++) & 0xFF);
                }
                if (from < end) {
                    throw error(from, end);
                }
            }
            case "surrogatepass" -> {
                if (encoding == Encoding.ASCII || encoding == Encoding.LATIN_1) {
                    throw error(start, end);
                }
                for (int i = start; i < end; i++) {
                    putPoint(Text.at(text, i));
                }
            }
            default -> throw new LookupError("unknown error handler name '" + errors + "'");
        }
        return end;
    }

    private UnicodeEncodeError error(int start, int end) {
        String reason =
                switch (encoding) {
                    case ASCII -> "ordinal not in range(128)";
                    case LATIN_1 -> "ordinal not in range(256)";
                    default -> "surrogates not allowed";
                };
        return new UnicodeEncodeError(encoding.label(), text, start, end, reason);
    }
}
