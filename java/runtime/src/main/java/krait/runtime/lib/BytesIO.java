package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.AnyBytes;
import krait.runtime.Bytes;
import krait.runtime.PyClass;
import krait.runtime.ValueError;

/// `io.BytesIO`: a binary file in memory.
@PyClass(module = "_io", name = "BytesIO")
public final class BytesIO extends BinaryIO {
    private byte[] bytes;
    private int size;
    private int at;
    private boolean closed;

    /// `BytesIO()`.
    public BytesIO() {
        this(Bytes.EMPTY);
    }

    /// `BytesIO(initial)`.
    public BytesIO(AnyBytes initial) {
        bytes = Buffers.array(initial);
        size = bytes.length;
    }

    /// `f.getvalue()`.
    public Bytes getvalue() {
        checkOpen();
        return Bytes.of(Arrays.copyOf(bytes, size));
    }

    @Override
    public Bytes read(long count) {
        checkOpen();
        int from = Math.min(at, size);
        int to = count < 0 ? size : (int) Math.min(size, from + count);
        at = Math.max(at, to);
        return Bytes.of(Arrays.copyOfRange(bytes, from, to));
    }

    @Override
    public Bytes read1(long count) {
        return read(count);
    }

    @Override
    public Bytes readline(long count) {
        checkOpen();
        int from = Math.min(at, size);
        int limit = count < 0 ? size : (int) Math.min(size, from + count);
        int to = from;
        boolean open = true;
        while (open && to < limit) {
            open = bytes[to] != '\n';
            to++;
        }
        at = Math.max(at, to);
        return Bytes.of(Arrays.copyOfRange(bytes, from, to));
    }

    @Override
    public long write(AnyBytes data) {
        checkOpen();
        byte[] more = Buffers.array(data);
        int end = Math.addExact(at, more.length);
        if (more.length == 0) {
            return 0;
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        if (at > size) {
            Arrays.fill(bytes, size, at, (byte) 0);
        }
        System.arraycopy(more, 0, bytes, at, more.length);
        at = end;
        size = Math.max(size, end);
        return more.length;
    }

    @Override
    public void flush() {
        checkOpen();
    }

    @Override
    public long seek(long offset, long whence) {
        checkOpen();
        if (whence < 0 || whence > 2) {
            throw new ValueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
        } else if (whence == 0 && offset < 0) {
            throw new ValueError("negative seek value " + offset);
        }
        long from = whence == 0 ? 0 : whence == 1 ? at : size;
        at = Math.toIntExact(Math.max(0, from + offset));
        return at;
    }

    @Override
    public long tell() {
        checkOpen();
        return at;
    }

    @Override
    public long truncate() {
        return truncate(tell());
    }

    @Override
    public long truncate(long wanted) {
        checkOpen();
        if (wanted < 0) {
            throw new ValueError("negative size value " + wanted);
        }
        size = (int) Math.min(size, wanted);
        return wanted;
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean readable() {
        checkOpen();
        return true;
    }

    @Override
    public boolean writable() {
        checkOpen();
        return true;
    }

    @Override
    public boolean seekable() {
        checkOpen();
        return true;
    }
}
