package krait.runtime;

import java.math.BigInteger;
import java.util.Arrays;

/// int as bytes, and bytes as int.
final class IntBytes {
    private IntBytes() {}

    /// Whether the byte order is `big`.
    static boolean isBig(CharSequence order) {
        return switch (order.toString()) {
            case "big" -> true;
            case "little" -> false;
            default -> throw new ValueError("byteorder must be either 'little' or 'big'");
        };
    }

    /// `int.to_bytes`.
    static byte[] of(Object value, long length, boolean big, boolean signed) {
        if (length < 0) {
            throw new ValueError("length argument must be non-negative");
        }
        if (!signed && Ints.signum(value) < 0) {
            throw new OverflowError("can't convert negative int to unsigned");
        }
        BigInteger wide = Ints.wide(value);
        long bits = wide.bitLength() + (signed && wide.signum() != 0 ? 1L : 0L);
        if (bits > length * 8) {
            throw new OverflowError("int too big to convert");
        }
        byte[] bytes = new byte[Indexes.capacity(length)];
        byte[] digits = wide.toByteArray();
        int count = Math.min(digits.length, bytes.length);
        Arrays.fill(bytes, (byte) (wide.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, digits.length - count, bytes, bytes.length - count, count);
        return big ? bytes : reversed(bytes);
    }

    /// `int.from_bytes`.
    static Object parse(byte[] bytes, boolean big, boolean signed) {
        if (bytes.length == 0) {
            return 0L;
        }
        byte[] ordered = big ? bytes : reversed(bytes.clone());
        return Ints.object(signed ? new BigInteger(ordered) : new BigInteger(1, ordered));
    }

    private static byte[] reversed(byte[] bytes) {
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
        return bytes;
    }
}
