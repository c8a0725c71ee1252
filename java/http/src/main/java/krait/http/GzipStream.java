package krait.http;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A gzip stream (RFC 1952) in pieces: bytes in, compressed bytes out, no I/O. Not thread-safe.
final class GzipStream implements AutoCloseable {
    /// A third of the time of zlib's usual 6 for 2 % more bytes: 0.2 ms for 32 KiB of HTML.
    private static final int LEVEL = 4;

    private static final int OUTPUT_BYTES = 16 * 1024;

    /// Magic, deflate, no flags, no time, no hint, unknown system.
    private static final byte[] HEADER = {
        0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff
    };

    /// Takes compressed bytes, which are valid during the call only.
    @FunctionalInterface
    interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final CRC32 checksum = new CRC32();
    private final byte[] output = new byte[OUTPUT_BYTES];
    private int filled;
    private long length;

    GzipStream() {
        reset();
    }

    void reset() {
        deflater.reset();
        checksum.reset();
        length = 0;
        System.arraycopy(HEADER, 0, output, 0, HEADER.length);
        filled = HEADER.length;
    }

    /// Compresses bytes. With `flush` all that was given so far can be read by the client.
    void add(ByteBuffer bytes, boolean flush, Sink sink) {
        length += bytes.remaining();
        checksum.update(bytes.duplicate());
        deflater.setInput(bytes);
        deflate(flush ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH, sink);
        if (flush) {
            drain(sink);
        }
    }

    /// Ends the stream.
    void finish(Sink sink) {
        deflater.finish();
        deflate(Deflater.NO_FLUSH, sink);
        if (output.length - filled < 8) {
            drain(sink);
        }
        putLittleEndian(checksum.getValue());
        putLittleEndian(length);
        drain(sink);
    }

    private void deflate(int flush, Sink sink) {
        while (true) {
            int count = deflater.deflate(output, filled, output.length - filled, flush);
            filled += count;
            if (filled < output.length) {
                return;
            }
            drain(sink);
        }
    }

    private void drain(Sink sink) {
        if (filled > 0) {
            sink.take(output, 0, filled);
            filled = 0;
        }
    }

    private void putLittleEndian(long value) {
        for (int shift = 0; shift < 32; shift += 8) {
            output[filled++] = (byte) (value >> shift);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
