package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records what is answered. Bytes written stay pending until [#take], unless `eager`.
final class FakeResponse implements Response {
    private final List<String> fields = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final boolean eager;
    private int status;
    private long pending;
    private boolean started;
    private boolean ended;
    private boolean aborted;
    private @Nullable FileChannel file;
    private long fileOffset;
    private @Nullable Runnable progress;
    private @Nullable Runnable gone;

    FakeResponse(boolean eager) {
        this.eager = eager;
    }

    int status() {
        return status;
    }

    /// Values of all fields of that name, joined by commas; empty when there is none.
    String field(String name) {
        List<String> found = new ArrayList<>();
        for (String field : fields) {
            if (field.regionMatches(true, 0, name + ": ", 0, name.length() + 2)) {
                found.add(field.substring(name.length() + 2));
            }
        }
        return String.join(", ", found);
    }

    List<String> fields() {
        return fields;
    }

    byte[] body() {
        return body.toByteArray();
    }

    boolean aborted() {
        return aborted;
    }

    boolean sentFile() {
        return file != null;
    }

    long fileOffset() {
        return fileOffset;
    }

    /// The client takes everything pending.
    void take() {
        pending = 0;
        if (progress != null && !ended) {
            progress.run();
        }
    }

    void leave() {
        if (gone != null) {
            gone.run();
        }
    }

    @Override
    public void status(int code) {
        if (status != 0) {
            throw new IllegalStateException("status given twice");
        }
        status = code;
    }

    @Override
    public boolean status(byte[] source, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean header(
            byte[] source, int nameOffset, int nameLength, int valueOffset, int valueLength) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void header(String name, String value) {
        if (status == 0 || started) {
            throw new IllegalStateException("a field before the status or after the head");
        }
        fields.add(name + ": " + value);
    }

    @Override
    public void reset() {
        fields.clear();
        status = 0;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        begin();
        body.write(source, offset, length);
        pending += eager ? 0 : length;
    }

    @Override
    public void write(ByteBuf bytes) {
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.readBytes(copy);
        bytes.release();
        write(copy, 0, copy.length);
    }

    @Override
    public void file(FileChannel channel, long offset, long count) {
        begin();
        file = channel;
        fileOffset = offset;
        ByteBuffer bytes = ByteBuffer.allocate((int) count);
        try (channel) {
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
                // Reads on until the count is there or the file ends.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        body.write(bytes.array(), 0, bytes.position());
        ended = true;
    }

    @Override
    public void end(byte[] source, int offset, int length) {
        begin();
        body.write(source, offset, length);
        ended = true;
    }

    @Override
    public void end() {
        begin();
        ended = true;
    }

    private void begin() {
        if (status == 0 || ended) {
            throw new IllegalStateException("a body before the status or after the end");
        }
        started = true;
    }

    @Override
    public boolean started() {
        return started;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void abort() {
        aborted = true;
    }

    @Override
    public long pendingBytes() {
        return pending;
    }

    @Override
    public void onProgress(Runnable listener) {
        progress = listener;
    }

    @Override
    public void onGone(Runnable listener) {
        gone = listener;
    }

    @Override
    public String toString() {
        return status + " " + fields + " " + body.toString(ISO_8859_1);
    }
}
