package krait.runtime;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Making bytes: from ints, hexadecimal digits, slices and other bytes.
final class ByteMethods {
    private ByteMethods() {}

    static byte[] collect(@Nullable Object source, String type) {
        if (source instanceof AnyBytes bytes) {
            return Arrays.copyOf(bytes.array(), bytes.size());
        }
        if (source instanceof CharSequence) {
            throw new TypeError("string argument without an encoding");
        }
        if (!(source instanceof PyObject)) {
            String name = Values.typeName(source);
            throw new TypeError("cannot convert '" + name + "' object to " + type);
        }
        byte[] data = new byte[Values.lengthHint(source)];
        int size = 0;
        PyIterator items = Values.iter(source);
        while (items.advance()) {
            if (size == data.length) {
                data = Arrays.copyOf(data, Indexes.capacity(size + (size >> 1) + 8L));
            }
            data[size++] = item(items.value(), type);
        }
        return Arrays.copyOf(data, size);
    }

    private static byte item(@Nullable Object item, String type) {
        long value = item instanceof BigInteger ? -1 : Indexes.clamped(item);
        if (value < 0 || value > 255) {
            String what = type.equals("bytes") ? "bytes" : "byte";
            throw new ValueError(what + " must be in range(0, 256)");
        }
        return (byte) value;
    }

    static byte[] fromHex(CharSequence text) {
        byte[] data = new byte[text.length() / 2];
        int size = 0;
        int length = Text.length(text);
        int i = 0;
        while (true) {
            while (i < length && Text.at(text, i) < 128 && TextClass.isSpace(Text.at(text, i))) {
                i++;
            }
            if (i == length) {
                return Arrays.copyOf(data, size);
            }
            int high = hexDigit(text, i);
            if (i + 1 == length) {
                throw new ValueError(
                        "fromhex() arg must contain an even number of hexadecimal digits");
            }
            int low = hexDigit(text, i + 1);
            data[size++] = (byte) (high << 4 | low);
            i += 2;
        }
    }

    private static int hexDigit(CharSequence text, int position) {
        int point = Text.at(text, position);
        int digit = point < 128 ? Character.digit(point, 16) : -1;
        if (digit < 0) {
            throw new ValueError(
                    "non-hexadecimal number found in fromhex() arg at position " + position);
        }
        return digit;
    }

    static byte[] slice(byte[] data, int size, Slice slice) {
        int count = slice.count(size);
        int from = slice.start(size);
        int step = slice.step();
        if (step == 1) {
            return Arrays.copyOfRange(data, from, from + count);
        }
        byte[] part = new byte[count];
        for (int i = 0; i < count; i++) {
            part[i] = data[from + i * step];
        }
        return part;
    }

    static byte[] concat(AnyBytes left, AnyBytes right) {
        int size = Indexes.capacity((long) left.size() + right.size());
        byte[] sum = Arrays.copyOf(Arrays.copyOf(left.array(), left.size()), size);
        System.arraycopy(right.array(), 0, sum, left.size(), right.size());
        return sum;
    }

    static byte[] repeat(AnyBytes bytes, long times) {
        byte[] product = new byte[Indexes.repeated(bytes.size(), times)];
        for (int at = 0; at < product.length; at += bytes.size()) {
            System.arraycopy(bytes.array(), 0, product, at, bytes.size());
        }
        return product;
    }

    /// Hexadecimal digits with a separator between groups, counted from the right, or from the left
    /// when negative.
    static CharSequence grouped(String digits, int size, CharSequence separator, long group) {
        if (Text.length(separator) != 1) {
            throw new ValueError("sep must be length 1.");
        }
        if (group == 0) {
            return digits;
        }
        long width = Math.abs(group);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            long position = group > 0 ? size - i : i;
            if (i > 0 && position % width == 0) {
                text.append(separator);
            }
            text.append(digits, i * 2, i * 2 + 2);
        }
        return text.toString();
    }
}
