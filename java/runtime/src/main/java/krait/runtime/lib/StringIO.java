package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.PyClass;
import krait.runtime.Text;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// `io.StringIO`: a text file in memory, of code points.
@PyClass(module = "_io", name = "StringIO")
@SuppressWarnings("MemberName")
public final class StringIO extends TextIO {
    private final Newlines newlines;
    private int[] points = {};
    private int size;
    private int at;
    private boolean closed;

    /// `StringIO()`.
    public StringIO() {
        this("");
    }

    /// `StringIO(initial)`.
    public StringIO(@Nullable CharSequence initial) {
        this(initial, "\n");
    }

    /// `StringIO(initial, newline)`; null is what Python's None is.
    public StringIO(@Nullable CharSequence initial, @Nullable CharSequence newline) {
        newlines = new Newlines(newline);
        if (initial != null && !initial.isEmpty()) {
            write(initial);
            at = 0;
        }
    }

    /// `f.getvalue()`.
    public CharSequence getvalue() {
        checkOpen();
        return Text.of(points, 0, size);
    }

    @Override
    public long write(CharSequence text) {
        checkOpen();
        CharSequence kept = newlines.written(newlines.read(text, true));
        int length = Text.length(kept);
        int end = Math.addExact(at, length);
        if (end > points.length) {
            points = Arrays.copyOf(points, Math.max(end, points.length * 2));
        }
        for (int i = 0; i < length; i++) {
            points[at + i] = Text.at(kept, i);
        }
        at = end;
        size = Math.max(size, end);
        return Text.length(text);
    }

    @Override
    public CharSequence read(long count) {
        checkOpen();
        int from = Math.min(at, size);
        int to = count < 0 ? size : (int) Math.min(size, from + count);
        at = Math.max(at, to);
        return Text.of(points, from, to);
    }

    @Override
    public CharSequence readline(long count) {
        checkOpen();
        int from = Math.min(at, size);
        int limit = count < 0 ? size : (int) Math.min(size, from + count);
        CharSequence rest = Text.of(points, from, size);
        int found = newlines.end(rest, 0);
        int to = found < 0 ? limit : Math.min(limit, from + found);
        at = Math.max(at, to);
        return Text.of(points, from, to);
    }

    @Override
    public void flush() {
        checkOpen();
    }

    @Override
    public long seek(long offset, long whence) {
        checkOpen();
        if (whence < 0 || whence > 2) {
            throw new ValueError("Invalid whence (" + whence + ", should be 0, 1 or 2)");
        } else if (whence == 0 && offset < 0) {
            throw new ValueError("Negative seek position " + offset);
        } else if (whence > 0 && offset != 0) {
            throw new krait.runtime.OSError("Can't do nonzero cur-relative seeks");
        }
        at = whence == 0 ? Math.toIntExact(offset) : whence == 1 ? at : size;
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
            throw new ValueError("Negative size value " + wanted);
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

    @Override
    public @Nullable Object newlines() {
        return newlines.seen();
    }

    @Override
    String closedMessage() {
        return "I/O operation on closed file";
    }

    @Override
    public CharSequence __repr__() {
        return "<_io.StringIO object at 0x" + Long.toHexString(Values.id(this)) + ">";
    }
}
