package krait.runtime.lib;

import java.io.IOException;
import java.util.Arrays;
import krait.runtime.AnyBytes;
import krait.runtime.Bytes;
import krait.runtime.OSError;
import krait.runtime.ValueError;
import krait.runtime.Values;

/// A binary file with one buffer, which holds either bytes read ahead or bytes still to be written.
@SuppressWarnings("MemberName")
public abstract class BufferedFile extends BinaryIO {
    private static final int BUFFER_BYTES = 1 << 17;
    private static final byte[] NOTHING = {};
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;
    private static final int EINVAL = 22;

    private final RawBytes raw;
    private final CharSequence name;
    private byte[] buffer = NOTHING;
    private int at;
    private int end;
    private boolean writing;
    private boolean closed;

    BufferedFile(RawBytes raw, CharSequence name) {
        this.raw = raw;
        this.name = name;
    }

    /// The file object for a raw one, by what that can do.
    static BufferedFile of(RawBytes raw, CharSequence name) {
        if (raw.readable() && raw.writable()) {
            return new BufferedRandom(raw, name);
        }
        return raw.readable() ? new BufferedReader(raw, name) : new BufferedWriter(raw, name);
    }

    /// `f.name`.
    public final CharSequence name() {
        return name;
    }

    @Override
    public final boolean closed() {
        return closed;
    }

    @Override
    public final boolean readable() {
        checkOpen();
        return raw.readable();
    }

    @Override
    public final boolean writable() {
        checkOpen();
        return raw.writable();
    }

    @Override
    public final boolean seekable() {
        checkOpen();
        return raw.seekable();
    }

    @Override
    public final boolean isatty() {
        checkOpen();
        return raw.terminal();
    }

    @Override
    public final Bytes read(long size) {
        if (size < -1) {
            throw new ValueError("read length must be non-negative or -1");
        }
        startReading("read");
        int wanted = size < 0 ? Integer.MAX_VALUE : (int) Math.min(size, Integer.MAX_VALUE);
        byte[] bytes = new byte[Math.min(wanted, Math.max(end - at, BUFFER_BYTES))];
        int count = take(bytes, 0, Math.min(wanted, bytes.length));
        try {
            while (count < wanted) {
                if (count == bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, count * 2L));
                }
                int more = raw.read(bytes, count, bytes.length - count);
                if (more <= 0) {
                    break;
                }
                count += more;
            }
        } catch (IOException e) {
            throw OsErrors.of(e);
        }
        return Bytes.of(Arrays.copyOf(bytes, count));
    }

    @Override
    public final Bytes read1(long size) {
        startReading("read");
        if (at == end) {
            fill();
        }
        long wanted = size < 0 ? BUFFER_BYTES : size;
        byte[] bytes = new byte[(int) Math.min(wanted, end - at)];
        take(bytes, 0, bytes.length);
        return Bytes.of(bytes);
    }

    @Override
    public final Bytes readline(long size) {
        startReading("readline");
        long limit = size < 0 ? Long.MAX_VALUE : size;
        byte[] line = NOTHING;
        while (line.length < limit && (at < end || fill())) {
            int stop = (int) Math.min(end, at + limit - line.length);
            int newline = at;
            while (newline < stop && buffer[newline] != '\n') {
                newline++;
            }
            boolean found = newline < stop;
            int count = (found ? newline + 1 : stop) - at;
            int before = line.length;
            line = Arrays.copyOf(line, before + count);
            take(line, before, count);
            if (found) {
                break;
            }
        }
        return Bytes.of(line);
    }

    /// `f.peek()`: bytes without moving.
    public final Bytes peek() {
        startReading("peek");
        if (at == end) {
            fill();
        }
        return Bytes.of(Arrays.copyOfRange(buffer, at, end));
    }

    private int take(byte[] into, int from, int count) {
        int taken = Math.min(count, end - at);
        System.arraycopy(buffer, at, into, from, taken);
        at += taken;
        return taken;
    }

    private boolean fill() {
        if (buffer.length == 0) {
            buffer = new byte[BUFFER_BYTES];
        }
        at = 0;
        end = 0;
        try {
            end = Math.max(0, raw.read(buffer, 0, buffer.length));
        } catch (IOException e) {
            throw OsErrors.of(e);
        }
        return end > 0;
    }

    private void startReading(String verb) {
        if (closed) {
            throw new ValueError(verb + " of closed file");
        }
        if (!raw.readable()) {
            throw new UnsupportedOperation(verb.equals("peek") ? "peek" : verb(verb));
        }
        if (writing) {
            flushBuffer();
            writing = false;
        }
    }

    private static String verb(String verb) {
        return verb.equals("readline") ? "not readable" : verb;
    }

    @Override
    public final synchronized long write(AnyBytes data) {
        if (closed) {
            throw new ValueError("write to closed file");
        }
        byte[] bytes = Buffers.array(data);
        write(bytes, bytes.length);
        return bytes.length;
    }

    /// Takes over bytes of an array.
    final synchronized void write(byte[] bytes, int count) {
        if (!raw.writable()) {
            throw new UnsupportedOperation("write");
        }
        startWriting();
        if (count > BUFFER_BYTES - end) {
            flushBuffer();
        }
        if (count >= BUFFER_BYTES) {
            put(bytes, count);
            return;
        }
        if (buffer.length == 0) {
            buffer = new byte[BUFFER_BYTES];
        }
        System.arraycopy(bytes, 0, buffer, end, count);
        end += count;
    }

    private void startWriting() {
        if (!writing) {
            dropReadAhead();
            writing = true;
        }
    }

    private void dropReadAhead() {
        int ahead = end - at;
        at = 0;
        end = 0;
        if (ahead > 0) {
            try {
                raw.position(raw.position() - ahead);
            } catch (IOException e) {
                throw OsErrors.of(e);
            }
        }
    }

    private void put(byte[] bytes, int count) {
        try {
            raw.write(bytes, 0, count);
        } catch (IOException e) {
            throw OsErrors.of(e);
        }
    }

    /// Writes what waits. It keeps waiting when that fails.
    private void flushBuffer() {
        if (writing && end > 0) {
            put(buffer, end);
            end = 0;
        }
    }

    @Override
    public final synchronized void flush() {
        if (closed) {
            throw new ValueError("flush of closed file");
        }
        flushBuffer();
    }

    @Override
    public final synchronized void close() {
        if (closed) {
            return;
        }
        try {
            flushBuffer();
        } finally {
            closed = true;
            closeRaw();
        }
    }

    private void closeRaw() {
        try {
            raw.close();
        } catch (IOException e) {
            throw OsErrors.of(e);
        }
    }

    @Override
    public final long tell() {
        if (closed) {
            throw new ValueError("tell of closed file");
        }
        checkSeekable();
        try {
            return raw.position() + (writing ? end : at - end);
        } catch (IOException e) {
            throw OsErrors.of(e);
        }
    }

    @Override
    public final long seek(long offset, long whence) {
        if (closed) {
            throw new ValueError("seek of closed file");
        }
        if (whence < 0 || whence > SEEK_END) {
            throw new ValueError("whence value " + whence + " unsupported");
        }
        checkSeekable();
        try {
            flushBuffer();
            long from = whence == SEEK_END ? raw.size() : whence == SEEK_CUR ? tell() : 0;
            long target = Math.addExact(from, offset);
            if (target < 0) {
                throw new OSError((long) EINVAL, "Invalid argument");
            }
            if (!writing && target <= raw.position() && target >= raw.position() - end) {
                at = (int) (end - (raw.position() - target));
                return target;
            }
            at = 0;
            end = 0;
            raw.position(target);
            return target;
        } catch (IOException e) {
            throw OsErrors.of(e);
        }
    }

    private void checkSeekable() {
        if (!raw.seekable()) {
            throw new UnsupportedOperation("File or stream is not seekable.");
        }
    }

    @Override
    public final long truncate() {
        checkTruncatable();
        return truncate(tell());
    }

    @Override
    public final long truncate(long size) {
        checkTruncatable();
        flushBuffer();
        try {
            long before = tell();
            raw.truncate(size);
            seek(before, 0);
        } catch (IOException e) {
            throw OsErrors.of(e);
        }
        return size;
    }

    private void checkTruncatable() {
        if (closed) {
            throw new ValueError("truncate of closed file");
        }
        if (!raw.writable()) {
            throw new UnsupportedOperation("truncate");
        }
    }

    @Override
    public final CharSequence __repr__() {
        return "<_io." + Values.typeName(this) + " name=" + Values.repr(name) + ">";
    }
}
