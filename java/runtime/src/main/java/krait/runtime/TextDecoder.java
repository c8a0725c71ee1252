package krait.runtime;

import java.nio.charset.StandardCharsets;

/// `bytes.decode`: from bytes to text.
final class TextDecoder {
    private final byte[] bytes;
    private final int size;
    private final Encoding encoding;
    private final String errors;
    private final AnyBytes source;
    private final TextBuilder text = new TextBuilder();
    private String label;
    private boolean bigEndian;

    private TextDecoder(AnyBytes source, Encoding encoding, String errors) {
        this.source = source;
        this.bytes = source.array();
        this.size = source.size();
        this.encoding = encoding;
        this.errors = errors;
        this.label = encoding.label();
    }

    static CharSequence decode(AnyBytes source, CharSequence name, CharSequence errors) {
        Encoding encoding = Encoding.of(name);
        if (encoding == Encoding.LATIN_1 || (encoding.width() == 1 && isAscii(source))) {
            return new String(source.array(), 0, source.size(), StandardCharsets.ISO_8859_1);
        }
        TextDecoder decoder = new TextDecoder(source, encoding, errors.toString());
        decoder.decode();
        return decoder.text.build();
    }

    private static boolean isAscii(AnyBytes source) {
        byte[] bytes = source.array();
        int size = source.size();
        for (int i = 0; i < size; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private void decode() {
        switch (encoding) {
            case ASCII, LATIN_1 -> decodeAscii();
            case UTF_8 -> decodeUtf8(0);
            case UTF_8_SIGNED -> {
                boolean signed = size >= 3 && at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF;
                decodeUtf8(signed ? 3 : 0);
            }
            case UTF_16, UTF_16_LE, UTF_16_BE -> decodeUtf16(mark(2));
            case UTF_32, UTF_32_LE, UTF_32_BE -> decodeUtf32(mark(4));
        }
    }

    private int at(int position) {
        return bytes[position] & 0xFF;
    }

    private void decodeAscii() {
        int i = 0;
        while (i < size) {
            if (bytes[i] >= 0) {
                text.append((char) bytes[i++]);
            } else {
                i = handle(i, i + 1, "ordinal not in range(128)");
            }
        }
    }

    private void decodeUtf8(int from) {
        int i = from;
        while (i < size) {
            int first = at(i);
            if (first < 0x80) {
                text.append((char) first);
                i++;
                continue;
            }
            int more =
                    first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
            if (more == 0) {
                i = handle(i, i + 1, "invalid start byte");
                continue;
            }
            int point = first & 0x3F >> more;
            int end = i + 1;
            while (end <= i + more && end < size && continues(first, end - i, at(end))) {
                point = point << 6 | (at(end++) & 0x3F);
            }
            if (end > i + more) {
                text.appendPoint(point);
                i = end;
            } else if (end == size) {
                i = handle(i, end, "unexpected end of data");
            } else {
                i = handle(i, end, "invalid continuation byte");
            }
        }
    }

    /// Whether a byte may be the n-th behind the first: the second excludes what is too long a
    /// form, a surrogate, or beyond the last code point.
    private static boolean continues(int first, int n, int value) {
        if ((value & 0xC0) != 0x80) {
            return false;
        }
        if (n > 1) {
            return true;
        }
        return switch (first) {
            case 0xE0 -> value >= 0xA0;
            case 0xED -> value < 0xA0;
            case 0xF0 -> value >= 0x90;
            case 0xF4 -> value < 0x90;
            default -> true;
        };
    }

    /// Reads a byte order mark; gives where the text begins.
    private int mark(int width) {
        bigEndian = encoding == Encoding.UTF_16_BE || encoding == Encoding.UTF_32_BE;
        if (encoding != Encoding.UTF_16 && encoding != Encoding.UTF_32) {
            return 0;
        }
        label = encoding == Encoding.UTF_16 ? "utf-16-le" : "utf-32-le";
        if (size < width) {
            return 0;
        }
        if (unit(0, width) == 0xFEFF) {
            return width;
        }
        bigEndian = true;
        if (unit(0, width) == 0xFEFF) {
            label = encoding == Encoding.UTF_16 ? "utf-16-be" : "utf-32-be";
            return width;
        }
        bigEndian = false;
        return 0;
    }

    private int unit(int position, int width) {
        int value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | at(position + (bigEndian ? i : width - 1 - i));
        }
        return value;
    }

    private void decodeUtf16(int from) {
        int i = from;
        while (i < size) {
            if (i + 1 == size) {
                i = handle(i, size, "truncated data");
                continue;
            }
            int unit = unit(i, 2);
            if (unit < 0xD800 || unit >= 0xE000) {
                text.append((char) unit);
                i += 2;
            } else if (unit >= 0xDC00) {
                i = handle(i, i + 2, "illegal encoding");
            } else if (i + 3 >= size) {
                i = handle(i, size, "unexpected end of data");
            } else if (unit(i + 2, 2) >> 10 == 0xDC00 >> 10) {
                text.appendPoint(Character.toCodePoint((char) unit, (char) unit(i + 2, 2)));
                i += 4;
            } else {
                i = handle(i, i + 2, "illegal UTF-16 surrogate");
            }
        }
    }

    private void decodeUtf32(int from) {
        int i = from;
        while (i < size) {
            if (i + 3 >= size) {
                i = handle(i, size, "truncated data");
                continue;
            }
            int point = unit(i, 4);
            if (point < 0 || point > Character.MAX_CODE_POINT) {
                i = handle(i, i + 4, "code point not in range(0x110000)");
            } else if (point >= 0xD800 && point < 0xE000) {
                String reason = "code point in surrogate code point range(0xd800, 0xe000)";
                i = handle(i, i + 4, reason);
            } else {
                text.appendPoint(point);
                i += 4;
            }
        }
    }

    /// Does what `errors` says with what can't be decoded; gives where to go on.
    private int handle(int start, int end, String reason) {
        switch (errors) {
            case "strict", "xmlcharrefreplace" -> throw error(start, end, reason);
            case "ignore" -> {}
            case "replace" -> text.append('\uFFFD');
            case "backslashreplace" -> {
                for (int i = start; i < end; i++) {
                    TextRepr.escape(text, at(i));
                }
            }
            case "surrogateescape" -> {
                int i = start;
                while (i < end && i < start + 4 && bytes[i] < 0) {
                    text.appendPoint(0xDC00 + at(i++));
                }
                if (i == start) {
                    throw error(start, end, reason);
                }
                return i;
            }
            case "surrogatepass" -> {
                return pass(start, end, reason);
            }
            default -> throw new LookupError("unknown error handler name '" + errors + "'");
        }
        return end;
    }

    /// Takes an encoded surrogate for what it is.
    private int pass(int start, int end, String reason) {
        int width = encoding.width();
        if (width == 1 && encoding != Encoding.ASCII && start + 2 < size && at(start) == 0xED) {
            int second = at(start + 1);
            int third = at(start + 2);
            if (second >= 0xA0 && second < 0xC0 && (third & 0xC0) == 0x80) {
                text.appendPoint(0xD000 | (second & 0x3F) << 6 | (third & 0x3F));
                return start + 3;
            }
        } else if (width > 1 && start + width <= size) {
            int unit = unit(start, width);
            if (unit >= 0xD800 && unit < 0xE000) {
                text.appendPoint(unit);
                return start + width;
            }
        }
        throw error(start, end, reason);
    }

    private UnicodeDecodeError error(int start, int end, String reason) {
        return new UnicodeDecodeError(label, Bytes.from(source), start, end, reason);
    }
}
