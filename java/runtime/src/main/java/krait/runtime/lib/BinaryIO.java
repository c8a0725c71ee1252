package krait.runtime.lib;

import krait.runtime.AnyBytes;
import krait.runtime.Bytes;
import krait.runtime.ObjectList;
import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// What all binary file objects have in common. A file object belongs to one strand.
@PyClass(module = "typing", name = "BinaryIO")
@SuppressWarnings("MemberName")
public abstract class BinaryIO extends PyIterator implements AutoCloseable {
    private Bytes line = Bytes.EMPTY;

    /// `f.read(size)`: all that is left when `size` is negative.
    public abstract Bytes read(long size);

    /// `f.read1(size)`: what one read of the system gives.
    public abstract Bytes read1(long size);

    /// `f.readline(size)`.
    public abstract Bytes readline(long size);

    /// `f.write(data)`: how many bytes were written.
    public abstract long write(AnyBytes data);

    /// `f.flush()`.
    public abstract void flush();

    /// `f.seek(offset, whence)`: the new position.
    public abstract long seek(long offset, long whence);

    /// `f.tell()`.
    public abstract long tell();

    /// `f.truncate()`: the new size, which is the position.
    public abstract long truncate();

    /// `f.truncate(size)`: the new size.
    public abstract long truncate(long size);

    /// `f.closed`.
    public abstract boolean closed();

    /// `f.close()`.
    @Override
    public abstract void close();

    /// `f.readable()`.
    public abstract boolean readable();

    /// `f.writable()`.
    public abstract boolean writable();

    /// `f.seekable()`.
    public abstract boolean seekable();

    /// `f.isatty()`.
    public boolean isatty() {
        checkOpen();
        return false;
    }

    /// `f.read()`.
    public final Bytes read() {
        return read(-1);
    }

    /// `f.readline()`.
    public final Bytes readline() {
        return readline(-1);
    }

    /// `f.seek(offset)`.
    public final long seek(long offset) {
        return seek(offset, 0);
    }

    /// `f.readlines(hint)`: lines until they have so many bytes.
    public final ObjectList readlines(long hint) {
        ObjectList lines = new ObjectList();
        long size = 0;
        while ((hint <= 0 || size < hint) && advance()) {
            lines.append(line);
            size += line.size();
        }
        return lines;
    }

    /// `f.writelines(lines)`.
    public final void writelines(@Nullable Object lines) {
        checkOpen();
        PyIterator each = Values.iter(lines);
        while (each.advance()) {
            if (each.value() instanceof AnyBytes bytes) {
                write(bytes);
            }
        }
    }

    /// `with f`.
    public final BinaryIO __enter__() {
        checkOpen();
        return this;
    }

    /// The end of `with f`.
    public final void __exit__(
            @Nullable Object type, @Nullable Object error, @Nullable Object traceback) {
        close();
    }

    @Override
    public final boolean advance() {
        checkOpen();
        line = readline(-1);
        return line.size() > 0;
    }

    @Override
    public final Object value() {
        return line;
    }

    /// ValueError when the file is closed.
    final void checkOpen() {
        if (closed()) {
            throw new ValueError(closedMessage());
        }
    }

    /// What a closed file says.
    String closedMessage() {
        return "I/O operation on closed file.";
    }
}
