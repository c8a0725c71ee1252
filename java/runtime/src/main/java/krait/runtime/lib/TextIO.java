package krait.runtime.lib;

import krait.runtime.ObjectList;
import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import krait.runtime.Text;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// What all text file objects have in common. A file object belongs to one strand; writing to the
/// standard streams is safe from any.
@PyClass(module = "typing", name = "TextIO")
@SuppressWarnings("MemberName")
public abstract class TextIO extends PyIterator implements AutoCloseable {
    private CharSequence line = "";

    /// `f.read(size)`: all that is left when `size` is negative.
    public abstract CharSequence read(long size);

    /// `f.readline(size)`.
    public abstract CharSequence readline(long size);

    /// `f.write(text)`: how many characters were written.
    public abstract long write(CharSequence text);

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

    /// `f.newlines`: the kinds of line ends seen so far.
    public abstract @Nullable Object newlines();

    /// `f.isatty()`.
    public boolean isatty() {
        checkOpen();
        return false;
    }

    /// `f.read()`.
    public final CharSequence read() {
        return read(-1);
    }

    /// `f.readline()`.
    public final CharSequence readline() {
        return readline(-1);
    }

    /// `f.seek(offset)`.
    public final long seek(long offset) {
        return seek(offset, 0);
    }

    /// `f.readlines(hint)`: lines until they have so many characters.
    public final ObjectList readlines(long hint) {
        ObjectList lines = new ObjectList();
        long size = 0;
        while ((hint <= 0 || size < hint) && advance()) {
            lines.append(line);
            size += Text.__len__(line);
        }
        return lines;
    }

    /// `f.writelines(lines)`.
    public final void writelines(@Nullable Object lines) {
        checkOpen();
        PyIterator each = Values.iter(lines);
        while (each.advance()) {
            if (each.value() instanceof CharSequence text) {
                write(text);
            }
        }
    }

    /// `with f`.
    public final TextIO __enter__() {
        checkOpen();
        return this;
    }

    /// The end of `with f`.
    public final void __exit__(
            @Nullable Object type, @Nullable Object error, @Nullable Object traceback) {
        close();
    }

    @Override
    public boolean advance() {
        checkOpen();
        line = readline(-1);
        return !line.isEmpty();
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
