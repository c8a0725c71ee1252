package krait.runtime.lib;

import java.io.ByteArrayOutputStream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import krait.runtime.Bytes;
import org.jspecify.annotations.Nullable;

/// The module `zlib`. The JVM carries the same library as CPython, or a faster one that packs
/// differently: what is packed is only sure to unpack to the same.
public final class ZlibModule {
    private static final int LEVEL_MAX = 9;
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final long ADLER_MODULUS = 65521;

    private ZlibModule() {}

    /// `zlib.crc32(data)`.
    public static long crc32(@Nullable Object data) {
        CRC32 sum = new CRC32();
        sum.update(Buffers.array(data));
        return sum.getValue();
    }

    /// `zlib.crc32(data, value)`: goes on from the sum of what stood before.
    public static long crc32(@Nullable Object data, long value) {
        long register = ~value & 0xffff_ffffL;
        for (byte each : Buffers.array(data)) {
            register ^= each & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                register = (register >>> 1) ^ ((register & 1) == 0 ? 0 : 0xedb8_8320L);
            }
        }
        return ~register & 0xffff_ffffL;
    }

    /// `zlib.adler32(data)`.
    public static long adler32(@Nullable Object data) {
        Adler32 sum = new Adler32();
        sum.update(Buffers.array(data));
        return sum.getValue();
    }

    /// `zlib.adler32(data, value)`: goes on from the sum of what stood before.
    public static long adler32(@Nullable Object data, long value) {
        long low = value & 0xffff;
        long high = value >>> 16 & 0xffff;
        for (byte each : Buffers.array(data)) {
            low = (low + (each & 0xff)) % ADLER_MODULUS;
            high = (high + low) % ADLER_MODULUS;
        }
        return high << 16 | low;
    }

    /// `zlib.compress(data)`.
    public static Bytes compress(@Nullable Object data) {
        return compress(data, -1);
    }

    /// `zlib.compress(data, level)`.
    public static Bytes compress(@Nullable Object data, long level) {
        byte[] plain = Buffers.array(data);
        if (level < -1 || level > LEVEL_MAX) {
            throw new ZlibError("Bad compression level");
        }
        try (Deflater deflater = new Deflater((int) level)) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return Bytes.of(packed.toByteArray());
        }
    }

    /// `zlib.decompress(data)`.
    public static Bytes decompress(@Nullable Object data) {
        byte[] packed = Buffers.array(data);
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished()) {
                    boolean dictionary = inflater.needsDictionary();
                    throw new ZlibError(
                            dictionary
                                    ? "Error 2 while decompressing data"
                                    : "Error -5 while decompressing data: "
                                            + "incomplete or truncated stream");
                }
                plain.write(chunk, 0, count);
            }
            return Bytes.of(plain.toByteArray());
        } catch (DataFormatException e) {
            throw new ZlibError("Error -3 while decompressing data: " + e.getMessage());
        }
    }
}
