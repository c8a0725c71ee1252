package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.Bytes;
import krait.runtime.OSError;
import krait.runtime.PyClass;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// Text over a binary file. Reads and writes in CPython's chunks, so that errors come at the same
/// place, and what is written to the file below in between comes at the same place, too.
@PyClass(module = "_io", name = "TextIOWrapper")
@SuppressWarnings("MemberName")
public final class TextIOWrapper extends TextIO {
    private static final int CHUNK_BYTES = 8192;

    private final BinaryIO buffer;
    private final CharSequence name;
    private final CharSequence mode;
    private final CharSequence encoding;
    private final CharSequence errors;
    private final Newlines newlines;
    private final boolean lineBuffering;
    private final TextEncoding encoder;
    private final ChunkReader reader;
    private byte[] pending = {};
    private int pendingSize;
    private boolean telling = true;

    TextIOWrapper(
            BinaryIO buffer,
            CharSequence name,
            CharSequence mode,
            CharSequence encoding,
            CharSequence errors,
            @Nullable CharSequence newline,
            boolean lineBuffering) {
        this.buffer = buffer;
        this.name = name;
        this.mode = mode;
        this.encoding = encoding;
        this.errors = errors;
        this.newlines = new Newlines(newline);
        this.lineBuffering = lineBuffering;
        this.encoder = new TextEncoding(encoding, errors);
        this.reader = new ChunkReader(buffer, encoding, errors, newlines);
    }

    /// Says where the file begins to be written: a byte order mark stands at its beginning alone.
    void startsAt(long position) {
        encoder.moved(position);
    }

    /// `f.buffer`.
    public BinaryIO buffer() {
        return buffer;
    }

    /// `f.name`.
    public CharSequence name() {
        return name;
    }

    /// `f.mode`.
    public CharSequence mode() {
        return mode;
    }

    /// `f.encoding`.
    public CharSequence encoding() {
        return encoding;
    }

    /// `f.errors`.
    public CharSequence errors() {
        return errors;
    }

    /// `f.line_buffering`.
    public boolean line_buffering() {
        return lineBuffering;
    }

    @Override
    public @Nullable Object newlines() {
        return newlines.seen();
    }

    @Override
    public boolean closed() {
        return buffer.closed();
    }

    @Override
    public boolean readable() {
        return buffer.readable();
    }

    @Override
    public boolean writable() {
        return buffer.writable();
    }

    @Override
    public boolean seekable() {
        return buffer.seekable();
    }

    @Override
    public boolean isatty() {
        return buffer.isatty();
    }

    @Override
    public synchronized long write(CharSequence text) {
        checkOpen();
        if (!buffer.writable()) {
            throw new UnsupportedOperation("not writable");
        }
        boolean flushes = lineBuffering && endsLine(text);
        byte[] bytes = encoder.encode(newlines.written(text));
        if (pendingSize > 0 && pendingSize + bytes.length > CHUNK_BYTES) {
            writePending();
        }
        append(bytes);
        if (pendingSize >= CHUNK_BYTES || flushes) {
            writePending();
        }
        if (flushes) {
            buffer.flush();
        }
        reader.reset();
        return Text.length(text);
    }

    private static boolean endsLine(CharSequence text) {
        String units = text.toString();
        return units.indexOf('\n') >= 0 || units.indexOf('\r') >= 0;
    }

    private void append(byte[] bytes) {
        if (pendingSize + bytes.length > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(CHUNK_BYTES, pendingSize + bytes.length));
        }
        System.arraycopy(bytes, 0, pending, pendingSize, bytes.length);
        pendingSize += bytes.length;
    }

    private void writePending() {
        int size = pendingSize;
        pendingSize = 0;
        if (size > 0) {
            buffer.write(Bytes.of(Arrays.copyOf(pending, size)));
        }
    }

    @Override
    public synchronized void flush() {
        checkOpen();
        telling = true;
        writePending();
        buffer.flush();
    }

    @Override
    public synchronized void close() {
        if (!buffer.closed()) {
            try {
                flush();
            } finally {
                buffer.close();
            }
        }
    }

    private void startReading() {
        checkOpen();
        if (!buffer.readable()) {
            throw new UnsupportedOperation("not readable");
        }
        writePending();
    }

    @Override
    public CharSequence read(long size) {
        startReading();
        return size < 0 ? reader.rest() : reader.read(size);
    }

    @Override
    public CharSequence readline(long size) {
        startReading();
        return reader.line(size);
    }

    @Override
    public boolean advance() {
        telling = false;
        boolean more = super.advance();
        telling |= !more;
        return more;
    }

    @Override
    public long tell() {
        checkOpen();
        checkSeekable();
        if (!telling) {
            throw new OSError("telling position disabled by next() call");
        }
        flush();
        return reader.position();
    }

    @Override
    public long seek(long offset, long whence) {
        checkOpen();
        checkSeekable();
        if (whence == 1) {
            if (offset != 0) {
                throw new UnsupportedOperation("can't do nonzero cur-relative seeks");
            }
            return seek(tell(), 0);
        } else if (whence == 2) {
            if (offset != 0) {
                throw new UnsupportedOperation("can't do nonzero end-relative seeks");
            }
        } else if (whence != 0) {
            String message = "invalid whence (" + whence + ", should be 0, 1 or 2)";
            throw new ValueError(message);
        } else if (offset < 0) {
            throw new ValueError("negative seek position " + offset);
        }
        flush();
        reader.reset();
        long position = buffer.seek(offset, whence);
        encoder.moved(position);
        return position;
    }

    private void checkSeekable() {
        if (!buffer.seekable()) {
            throw new UnsupportedOperation("underlying stream is not seekable");
        }
    }

    @Override
    public long truncate() {
        flush();
        return truncate(tell());
    }

    @Override
    public long truncate(long size) {
        flush();
        return buffer.truncate(size);
    }

    @Override
    public CharSequence __repr__() {
        return new TextBuilder()
                .append("<_io.TextIOWrapper name=")
                .append(Values.repr(name))
                .append(" mode=")
                .append(Values.repr(mode))
                .append(" encoding=")
                .append(Values.repr(encoding))
                .append(">")
                .build();
    }
}
