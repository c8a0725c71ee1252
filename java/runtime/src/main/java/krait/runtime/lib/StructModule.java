package krait.runtime.lib;

import java.math.BigInteger;
import java.util.Arrays;
import krait.runtime.Bytes;
import krait.runtime.Ints;
import krait.runtime.ObjectList;
import krait.runtime.OverflowError;
import krait.runtime.PyIterator;
import krait.runtime.Tuple;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// The module `struct`, with the sizes and alignment of 64-bit Unix for native formats.
public final class StructModule {
    /// The least magnitude that rounds beyond the range of 16 bits.
    private static final double HALF_OVERFLOW = 65520;

    private StructModule() {}

    /// `struct.calcsize(format)`.
    public static long calcsize(CharSequence format) {
        return StructFormat.parse(format.toString()).size();
    }

    /// `struct.pack(format, *values)`.
    public static Bytes pack(CharSequence format, @Nullable Object... values) {
        StructFormat parsed = StructFormat.parse(format.toString());
        if (values.length != parsed.values()) {
            throw new StructError(
                    "pack expected "
                            + parsed.values()
                            + " items for packing (got "
                            + values.length
                            + ")");
        }
        byte[] bytes = new byte[parsed.size()];
        int next = 0;
        for (StructFormat.Field field : parsed.fields()) {
            pack(bytes, field, parsed.big(), values[next++]);
        }
        return Bytes.of(bytes);
    }

    private static void pack(
            byte[] bytes, StructFormat.Field field, boolean big, @Nullable Object value) {
        switch (field.code()) {
            case 'c' -> {
                if (!(value instanceof Bytes one) || one.size() != 1) {
                    throw new StructError("char format requires a bytes object of length 1");
                }
                bytes[field.offset()] = one.toArray()[0];
            }
            case 's', 'p' -> packBytes(bytes, field, value);
            case '?' -> bytes[field.offset()] = (byte) (Values.truth(value) ? 1 : 0);
            case 'e', 'f', 'd' -> {
                double real =
                        switch (value) {
                            case Double number -> number;
                            case Long number -> number;
                            case BigInteger number -> Ints.toFloat(number);
                            case Boolean truth -> truth ? 1 : 0;
                            case null, default ->
                                    throw new StructError("required argument is not a float");
                        };
                long bits =
                        switch (field.code()) {
                            case 'e' -> half(real);
                            case 'f' -> Float.floatToIntBits((float) real);
                            default -> Double.doubleToLongBits(real);
                        };
                put(bytes, field, big, bits);
            }
            default -> packInt(bytes, field, big, value);
        }
    }

    private static void packBytes(byte[] bytes, StructFormat.Field field, @Nullable Object value) {
        if (!(value instanceof Bytes || value instanceof krait.runtime.ByteArray)) {
            throw new StructError("argument for '" + field.code() + "' must be a bytes object");
        }
        byte[] source = Buffers.array(value);
        int head = field.code() == 'p' && field.size() > 0 ? 1 : 0;
        int count = Math.min(source.length, field.size() - head);
        System.arraycopy(source, 0, bytes, field.offset() + head, count);
        if (head == 1) {
            bytes[field.offset()] = (byte) Math.min(count, 255);
        }
    }

    /// The 16 bits nearest to a float, ties to even.
    private static long half(double value) {
        double magnitude = Math.abs(value);
        if (magnitude >= HALF_OVERFLOW && Double.isFinite(value)) {
            throw new OverflowError("float too large to pack with e format");
        } else if (value == 0 || !Double.isFinite(value)) {
            return Float.floatToFloat16((float) value) & 0xffff;
        }
        double quantum = Math.scalb(1.0, Math.max(Math.getExponent(value), -14) - 10);
        return Float.floatToFloat16((float) (Math.rint(value / quantum) * quantum)) & 0xffff;
    }

    private static void packInt(
            byte[] bytes, StructFormat.Field field, boolean big, @Nullable Object value) {
        Object number = value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
        if (!(number instanceof Long || number instanceof BigInteger)) {
            throw new StructError("required argument is not an integer");
        }
        BigInteger wide = Ints.wide(number);
        int bits = field.size() * Byte.SIZE;
        boolean signed = isSigned(field);
        BigInteger limit = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        BigInteger least = signed ? limit.negate() : BigInteger.ZERO;
        if (wide.compareTo(least) < 0 || wide.compareTo(limit) >= 0) {
            throw new StructError(
                    "'"
                            + field.code()
                            + "' format requires "
                            + least
                            + " <= number <= "
                            + limit.subtract(BigInteger.ONE));
        }
        put(bytes, field, big, wide.longValue());
    }

    private static boolean isSigned(StructFormat.Field field) {
        return Character.isLowerCase(field.code());
    }

    private static void put(byte[] bytes, StructFormat.Field field, boolean big, long bits) {
        for (int i = 0; i < field.size(); i++) {
            int at = big ? field.size() - 1 - i : i;
            bytes[field.offset() + at] = (byte) (bits >> (8 * i));
        }
    }

    /// `struct.unpack(format, buffer)`.
    public static Tuple unpack(CharSequence format, @Nullable Object buffer) {
        StructFormat parsed = StructFormat.parse(format.toString());
        byte[] bytes = Buffers.array(buffer);
        if (bytes.length != parsed.size()) {
            throw new StructError("unpack requires a buffer of " + parsed.size() + " bytes");
        }
        return unpack(parsed, bytes, 0);
    }

    /// `struct.unpack_from(format, buffer, offset)`.
    public static Tuple unpack_from(CharSequence format, @Nullable Object buffer, long offset) {
        StructFormat parsed = StructFormat.parse(format.toString());
        byte[] bytes = Buffers.array(buffer);
        int size = parsed.size();
        long from = offset < 0 ? offset + bytes.length : offset;
        if (from < 0) {
            throw new StructError(
                    "offset " + offset + " out of range for " + bytes.length + "-byte buffer");
        } else if (offset < 0 && offset + size > 0) {
            throw new StructError(
                    "not enough data to unpack " + size + " bytes at offset " + offset);
        } else if (bytes.length - from < size) {
            throw new StructError(
                    "unpack_from requires a buffer of at least "
                            + (size + from)
                            + " bytes for unpacking "
                            + size
                            + " bytes at offset "
                            + from
                            + " (actual buffer size is "
                            + bytes.length
                            + ")");
        }
        return unpack(parsed, bytes, (int) from);
    }

    /// `struct.unpack_from(format, buffer)`.
    public static Tuple unpack_from(CharSequence format, @Nullable Object buffer) {
        return unpack_from(format, buffer, 0);
    }

    /// `struct.iter_unpack(format, buffer)`.
    public static PyIterator iter_unpack(CharSequence format, @Nullable Object buffer) {
        StructFormat parsed = StructFormat.parse(format.toString());
        byte[] bytes = Buffers.array(buffer);
        int size = parsed.size();
        if (size == 0) {
            throw new StructError("cannot iteratively unpack with a struct of length 0");
        } else if (bytes.length % size != 0) {
            throw new StructError(
                    "iterative unpacking requires a buffer of a multiple of " + size + " bytes");
        }
        ObjectList items = new ObjectList(bytes.length / size);
        for (int at = 0; at < bytes.length; at += size) {
            items.append(unpack(parsed, bytes, at));
        }
        return items.__iter__();
    }

    private static Tuple unpack(StructFormat format, byte[] bytes, int from) {
        @Nullable Object[] values = new @Nullable Object[format.values()];
        int next = 0;
        for (StructFormat.Field field : format.fields()) {
            values[next++] = unpack(field, format.big(), bytes, from + field.offset());
        }
        return Tuple.of(values);
    }

    private static Object unpack(StructFormat.Field field, boolean big, byte[] bytes, int at) {
        int size = field.size();
        return switch (field.code()) {
            case 'c', 's' -> Bytes.of(Arrays.copyOfRange(bytes, at, at + size));
            case 'p' -> {
                int count = size == 0 ? 0 : Math.min(bytes[at] & 0xff, size - 1);
                yield Bytes.of(Arrays.copyOfRange(bytes, at + 1, at + 1 + count));
            }
            case '?' -> bytes[at] != 0;
            case 'e' -> (double) Float.float16ToFloat((short) bits(bytes, at, size, big));
            case 'f' -> (double) Float.intBitsToFloat((int) bits(bytes, at, size, big));
            case 'd' -> Double.longBitsToDouble(bits(bytes, at, size, big));
            default -> integer(field, bits(bytes, at, size, big));
        };
    }

    private static long bits(byte[] bytes, int at, int size, boolean big) {
        long bits = 0;
        for (int i = 0; i < size; i++) {
            int each = bytes[at + (big ? i : size - 1 - i)] & 0xff;
            bits = bits << 8 | each;
        }
        return bits;
    }

    private static Object integer(StructFormat.Field field, long bits) {
        int unused = Long.SIZE - field.size() * Byte.SIZE;
        if (isSigned(field)) {
            return bits << unused >> unused;
        }
        return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
    }
}
