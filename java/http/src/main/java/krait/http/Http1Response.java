package krait.http;

import io.netty.buffer.ByteBuf;
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

    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] NOTHING = {};

    private final Http1Connection connection;
    private final Http1Exchange exchange;
    private final ConnectionOutput output;

    private State state = State.NEW;
    private @Nullable ResponseHead head;
    private int code;
    private final BodyFraming framing = new BodyFraming();
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
        return framing.written();
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
        frame(-1);
        int count = (int) admit(length);
        int size = headLength() + framing.framed(count);
        if (size > 0) {
            ByteBuf out = output.allocate(size);
            putHead(out);
            put(out, source, offset, count);
            send(out, count);
        }
    }

    private void put(ByteBuf out, byte[] source, int offset, int count) {
        if (count > 0) {
            framing.putStart(out, count);
            out.writeBytes(source, offset, count);
            framing.putEnd(out);
        }
    }

    @Override
    public void write(ByteBuf bytes) {
        if (!mayWrite()) {
            bytes.release();
            return;
        }
        frame(-1);
        int count = (int) admit(bytes.readableBytes());
        int copied = count > COPIED_BYTES_MAX ? 0 : count;
        int size =
                headLength() + (copied == 0 ? framing.delimiterBytesMax() : framing.framed(copied));
        if (size > 0) {
            ByteBuf out = output.allocate(size);
            putHead(out);
            if (count > 0) {
                framing.putStart(out, count);
            }
            if (copied > 0) {
                out.writeBytes(bytes, copied);
                framing.putEnd(out);
            }
            send(out, copied);
        }
        if (copied == count) {
            bytes.release();
        } else {
            writeUncopied(bytes, count);
        }
    }

    private void writeUncopied(ByteBuf bytes, int count) {
        bytes.writerIndex(bytes.readerIndex() + count);
        send(bytes, count);
        if (framing.delimiterBytesMax() > 0) {
            ByteBuf out = output.allocate(framing.delimiterBytesMax());
            framing.putEnd(out);
            output.write(out);
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
        long admitted = admit(count);
        ByteBuf out = output.allocate(headLength());
        putHead(out);
        output.write(out);
        if (admitted == 0) {
            close(file);
            finish();
            return;
        }
        boolean whole = judge();
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
        frame(length);
        int count = (int) admit(length);
        int size = headLength() + framing.framed(count) + framing.delimiterBytesMax();
        if (size > 0) {
            ByteBuf out = output.allocate(size);
            putHead(out);
            put(out, source, offset, count);
            framing.putLast(out);
            output.write(out);
        }
        finish();
    }

    private void finish() {
        boolean whole = judge();
        connection.ended(exchange, whole);
    }

    /// Ends the response for its giver. Whether it is whole.
    private boolean judge() {
        state = State.ENDED;
        progressListener = null;
        goneListener = null;
        if (!framing.whole()) {
            fault("response-too-short", "fewer");
        }
        return framing.whole();
    }

    private void fault(String code, String howMany) {
        exchange.fault(
                code,
                "the application sent "
                        + howMany
                        + " body bytes than its Content-Length of "
                        + framing.declared());
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

    private long admit(long count) {
        long admitted = framing.admit(count);
        if (admitted < count && !framing.bodiless() && !excess) {
            excess = true;
            fault("response-too-long", "more");
        }
        return admitted;
    }

    /// Completes the head, the first time. `known` is the length of the body where it is known,
    /// else -1.
    private void frame(long known) {
        if (state != State.HEAD) {
            return;
        }
        ResponseHead built = building();
        ReceivedHead asked = exchange.head();
        code = built.code();
        framing.begin(built, asked.method().equals("HEAD"), asked.minorVersion(), known);
        if (!connection.keepsAlive(framing.untilClose() || built.closes())) {
            built.line(CLOSE);
        } else if (asked.minorVersion() == 0) {
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
            connection.cut(framing.untilClose());
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
