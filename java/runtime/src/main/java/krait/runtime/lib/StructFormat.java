package krait.runtime.lib;

import java.util.ArrayList;
import java.util.List;

/// A format of `struct`, read once: fields in the order in which they lie.
///
/// @param big whether the greatest byte comes first
/// @param fields all that take room
/// @param size bytes of all
/// @param values how many values the fields stand for
record StructFormat(boolean big, List<Field> fields, int size, int values) {
    /// A run of bytes.
    ///
    /// @param code its letter
    /// @param offset where it begins
    /// @param size how many bytes
    record Field(char code, int offset, int size) {}

    private static final long SIZE_MAX = Integer.MAX_VALUE - 8L;

    static StructFormat parse(String format) {
        char order = format.isEmpty() ? '@' : format.charAt(0);
        boolean named = "@=<>!".indexOf(order) >= 0;
        boolean nativeSizes = !named || order == '@';
        List<Field> fields = new ArrayList<>();
        long offset = 0;
        int values = 0;
        int at = named && !format.isEmpty() ? 1 : 0;
        while (at < format.length()) {
            char code = format.charAt(at++);
            if (code == ' ' || (code >= '\t' && code <= '\r')) {
                continue;
            }
            long count = 1;
            if (Character.digit(code, 10) >= 0 && code < 128) {
                count = 0;
                while (code >= '0' && code <= '9') {
                    count = Math.min(count * 10 + code - '0', SIZE_MAX + 1);
                    if (at == format.length()) {
                        throw new StructError("repeat count given without format specifier");
                    }
                    code = format.charAt(at++);
                }
            }
            int size = size(code, nativeSizes);
            offset = nativeSizes ? (offset + size - 1) / size * size : offset;
            if (offset + count * size > SIZE_MAX) {
                throw new StructError("total struct size too long");
            }
            if (code == 's' || code == 'p') {
                fields.add(new Field(code, (int) offset, (int) count));
                values++;
            } else if (code != 'x') {
                for (int i = 0; i < count; i++) {
                    fields.add(new Field(code, (int) offset + i * size, size));
                }
                values += (int) count;
            }
            offset += count * size;
        }
        boolean big = order == '>' || order == '!';
        return new StructFormat(big, fields, (int) offset, values);
    }

    private static int size(char code, boolean nativeSizes) {
        return switch (code) {
            case 'x', 'c', 'b', 'B', '?', 's', 'p' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'q', 'Q', 'd' -> 8;
            case 'l', 'L' -> nativeSizes ? 8 : 4;
            case 'n', 'N', 'P' -> {
                if (nativeSizes) {
                    yield 8;
                }
                throw new StructError("bad char in struct format");
            }
            default -> throw new StructError("bad char in struct format");
        };
    }
}
