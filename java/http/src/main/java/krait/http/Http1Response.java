package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.DefaultFileRegion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The response of one exchange, framed for HTTP/1 (RFC 9112 section 6). Loop only. Once it is
/// gone, whatever it is given is dropped.
final class Http1Response implements Response {
    private enum State {
        NEW,
        HEAD,
        BODY,
        ENDED,
        GONE
    }

    /// Pieces up to this size are copied behind the head or between chunk delimiters: one buffer
    /// goes out cheaper than three.
    private static final int COPIED_BYTES_MAX = 8 * 1024;

    private static final int CHUNK_START_BYTES_MAX = 10;
    private static final byte[] NEWLINE = ascii("\r\n");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] NOTHING = {};

    private final Http1Connection connection;
    private final Http1Exchange exchange;
    private final ConnectionOutput output;

    private State state = State.NEW;
    private @Nullable ResponseHead head;
    private int code;
    private boolean bodiless;
    private boolean chunked;
    private boolean untilClose;

    /// Bytes that the head promises; -1 when it promises none.
    private long declared = -1;

    /// Body bytes accepted.
    private long written;

    private long pending;
    private boolean excess;
    private @Nullable Runnable progressListener;
    private @Nullable Runnable goneListener;

    Http1Response(Http1Connection connection, Http1Exchange exchange) {
        this.connection = connection;
        this.exchange = exchange;
        this.output = connection.output();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Status that was sent, 0 while none is.
    int code() {
        return code;
    }

    long written() {
        return written;
    }

    @Override
    public void status(int status) {
        if (mayBuild()) {
            building().status(status);
            state = State.HEAD;
        }
    }

    @Override
    public boolean status(byte[] source, int offset, int length) {
        if (!mayBuild()) {
            return true;
        }
        boolean valid = building().status(source, offset, length);
        state = valid ? State.HEAD : State.NEW;
        return valid;
    }

    @Override
    public boolean header(
            byte[] source, int nameOffset, int nameLength, int valueOffset, int valueLength) {
        return !mayBuild()
                || building().field(source, nameOffset, nameLength, valueOffset, valueLength);
    }

    @Override
    public void header(String name, String value) {
        if (mayBuild()) {
            building().field(name, value);
        }
    }

    @Override
    public void reset() {
        if (state == State.HEAD) {
            building().clear();
            state = State.NEW;
        }
    }

    /// False when the client is gone; it is a defect to build a head that was sent.
    private boolean mayBuild() {
        if (state == State.GONE) {
            return false;
        }
        if (started()) {
            throw new IllegalStateException("the head of the response was sent");
        }
        return true;
    }

    private ResponseHead building() {
        if (head == null) {
            head = connection.loop().borrowHead();
            head.clear();
        }
        return head;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        if (!mayWrite()) {
            return;
        }
        if (state == State.HEAD) {
            frame(-1);
        }
        int count = admit(length);
        int size = headLength() + (count == 0 ? 0 : count + delimiters());
        if (size == 0) {
            return;
        }
        ByteBuf out = output.allocate(size);
        putHead(out);
        if (count > 0) {
            putChunkStart(out, count);
            out.writeBytes(source, offset, count);
            putChunkEnd(out);
        }
        send(out, count);
    }

    @Override
    public void write(ByteBuf bytes) {
        if (!mayWrite()) {
            bytes.release();
            return;
        }
        if (state == State.HEAD) {
            frame(-1);
        }
        int count = admit(bytes.readableBytes());
        if (count > COPIED_BYTES_MAX) {
            writeUncopied(bytes, count);
            return;
        }
        try {
            int size = headLength() + (count == 0 ? 0 : count + delimiters());
            if (size > 0) {
                ByteBuf out = output.allocate(size);
                putHead(out);
                if (count > 0) {
                    putChunkStart(out, count);
                    out.writeBytes(bytes, count);
                    putChunkEnd(out);
                }
                send(out, count);
            }
        } finally {
            bytes.release();
        }
    }

    private void writeUncopied(ByteBuf bytes, int count) {
        int before = headLength() + (chunked ? CHUNK_START_BYTES_MAX : 0);
        if (before > 0) {
            ByteBuf out = output.allocate(before);
            putHead(out);
            putChunkStart(out, count);
            output.write(out);
        }
        bytes.writerIndex(bytes.readerIndex() + count);
        if (chunked) {
            send(bytes, count);
            ByteBuf out = output.allocate(NEWLINE.length);
            putChunkEnd(out);
            output.write(out);
        } else {
            send(bytes, count);
        }
    }

    @Override
    public void file(FileChannel file, long offset, long count) {
        if (!mayWrite()) {
            close(file);
            return;
        }
        if (state != State.HEAD) {
            throw new IllegalStateException("a file is the whole body");
        }
        frame(count);
        long admitted = bodiless ? 0 : declared < 0 ? count : Math.min(count, declared);
        ByteBuf out = output.allocate(headLength());
        putHead(out);
        output.write(out);
        written = admitted;
        if (admitted == 0) {
            close(file);
            finish();
            return;
        }
        boolean whole = declared < 0 || admitted == declared;
        if (!whole) {
            fault(false);
        }
        state = State.ENDED;
        output.write(
                new DefaultFileRegion(file, offset, admitted),
                () -> connection.ended(exchange, whole));
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() {
        end(NOTHING, 0, 0);
    }

    @Override
    public void end(byte[] source, int offset, int length) {
        if (!mayWrite()) {
            return;
        }
        if (state == State.HEAD) {
            frame(length);
        }
        int count = admit(length);
        int size =
                headLength()
                        + (count == 0 ? 0 : count + delimiters())
                        + (chunked ? LAST_CHUNK.length : 0);
        if (size > 0) {
            ByteBuf out = output.allocate(size);
            putHead(out);
            if (count > 0) {
                putChunkStart(out, count);
                out.writeBytes(source, offset, count);
                putChunkEnd(out);
            }
            if (chunked) {
                out.writeBytes(LAST_CHUNK);
            }
            output.write(out);
        }
        finish();
    }

    private void finish() {
        boolean whole = bodiless || declared < 0 || written == declared;
        if (!whole) {
            fault(false);
        }
        state = State.ENDED;
        progressListener = null;
        goneListener = null;
        connection.ended(exchange, whole);
    }

    private void fault(boolean tooLong) {
        exchange.fault(
                tooLong ? "response-too-long" : "response-too-short",
                "the application sent "
                        + (tooLong ? "more" : "fewer")
                        + " body bytes than its Content-Length of "
                        + declared);
    }

    /// False when the client is gone.
    private boolean mayWrite() {
        if (state == State.GONE) {
            return false;
        }
        if (state == State.NEW || state == State.ENDED) {
            throw new IllegalStateException("the response is " + state);
        }
        return true;
    }

    /// How many of `length` more body bytes are sent.
    private int admit(int length) {
        if (bodiless) {
            return 0;
        }
        int count = declared < 0 ? length : (int) Math.min(length, declared - written);
        if (count < length && !excess) {
            excess = true;
            fault(true);
        }
        written += count;
        return count;
    }

    /// Completes the head. `known` is the length of the body where it is known, else -1.
    private void frame(long known) {
        ResponseHead built = building();
        code = built.code();
        boolean toHead = exchange.head().method().equals("HEAD");
        boolean empty = code == 204 || code == 304;
        bodiless = empty || toHead;
        long given = built.contentLength();
        if (given >= 0) {
            if (code != 204) {
                length(built, given);
            }
            declared = bodiless ? -1 : given;
        } else if (!bodiless) {
            frameBody(built, known);
        } else if (known > 0 && !empty) {
            // HEAD answered with nothing does not mean that GET would give nothing.
            length(built, known);
        }
        if (!connection.keepsAlive(untilClose)) {
            built.line(CLOSE);
        } else if (exchange.head().minorVersion() == 0) {
            built.line(KEEP_ALIVE);
        }
        if (!built.hasServer()) {
            built.line(connection.loop().serverLine());
        }
        if (!built.hasDate()) {
            built.line(connection.loop().dateLine());
        }
        built.newline();
        state = State.BODY;
    }

    private void frameBody(ResponseHead built, long known) {
        if (known >= 0) {
            length(built, known);
            declared = known;
        } else if (exchange.head().minorVersion() > 0) {
            chunked = true;
            built.line(CHUNKED);
        } else {
            untilClose = true;
        }
    }

    private static void length(ResponseHead built, long value) {
        built.line(CONTENT_LENGTH);
        built.number(value);
        built.newline();
    }

    private int headLength() {
        return head == null ? 0 : head.length();
    }

    private void putHead(ByteBuf out) {
        if (head != null) {
            out.writeBytes(head.bytes(), 0, head.length());
            connection.loop().giveBack(head);
            head = null;
        }
    }

    /// Bytes that delimit a chunk.
    private int delimiters() {
        return chunked ? CHUNK_START_BYTES_MAX + NEWLINE.length : 0;
    }

    private void putChunkStart(ByteBuf out, int count) {
        if (chunked) {
            ByteBufUtil.writeAscii(out, Integer.toHexString(count));
            out.writeBytes(NEWLINE);
        }
    }

    private void putChunkEnd(ByteBuf out) {
        if (chunked) {
            out.writeBytes(NEWLINE);
        }
    }

    private void send(ByteBuf out, int count) {
        pending += count;
        output.write(out, () -> taken(count));
    }

    private void taken(int count) {
        pending -= count;
        if (progressListener != null && state == State.BODY) {
            progressListener.run();
        }
    }

    @Override
    public boolean started() {
        return code != 0;
    }

    @Override
    public boolean ended() {
        return state == State.ENDED;
    }

    @Override
    public void abort() {
        if (state != State.ENDED && state != State.GONE) {
            connection.cut(untilClose);
        }
    }

    /// The client is gone, or gets no more of this response.
    void gone() {
        if (state == State.ENDED || state == State.GONE) {
            return;
        }
        state = State.GONE;
        progressListener = null;
        if (head != null) {
            connection.loop().giveBack(head);
            head = null;
        }
        if (goneListener != null) {
            Runnable listener = goneListener;
            goneListener = null;
            listener.run();
        }
    }

    @Override
    public long pendingBytes() {
        return pending;
    }

    @Override
    public void onProgress(Runnable listener) {
        progressListener = listener;
    }

    @Override
    public void onGone(Runnable listener) {
        switch (state) {
            case NEW, HEAD, BODY -> goneListener = listener;
            case GONE -> listener.run();
            case ENDED -> {}
        }
    }
}
