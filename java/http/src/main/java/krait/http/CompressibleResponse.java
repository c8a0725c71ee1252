package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// A response whose body is compressed on its way, when the client accepts it and the head allows
/// it; else it passes by untouched. Loop only.
///
/// The loop is never held for long: a body is compressed in slices, one in a turn of the loop, and
/// what waits meanwhile counts as pending. Each piece that is written can be read by the client at
/// once.
final class CompressibleResponse implements Response {
    /// Bytes compressed in one turn of the loop: well below a millisecond.
    private static final int SLICE_BYTES = 32 * 1024;

    /// A file is read on while the client has less than this to take.
    private static final int PENDING_BYTES_MAX = 256 * 1024;

    private static final Log LOG = Log.of("http");

    private enum State {
        HEAD,
        PLAIN,
        GZIP,
        ENDED
    }

    private final Exchange exchange;
    private final Response plain;
    private final GzipPool pool;
    private final long bytesMin;
    private final CompressibleHead head = new CompressibleHead();
    private final SliceQueue backlog = new SliceQueue();
    private final Runnable pump = this::pump;

    private State state = State.HEAD;
    private @Nullable GzipStream gzip;
    private boolean pumpPlanned;
    private boolean ending;

    /// Bytes that the head had promised and that have not come; -1 when it promised none.
    private long missing = -1;

    private @Nullable FileSlices file;
    private @Nullable Runnable progressListener;
    private @Nullable Runnable goneListener;

    CompressibleResponse(Exchange exchange, GzipPool pool, long bytesMin) {
        this.exchange = exchange;
        this.plain = exchange.response();
        this.pool = pool;
        this.bytesMin = bytesMin;
        plain.onGone(this::gone);
    }

    // The head.

    @Override
    public void status(int code) {
        head.status(code);
        plain.status(code);
    }

    @Override
    public boolean status(byte[] source, int offset, int length) {
        if (!plain.status(source, offset, length)) {
            return false;
        }
        head.status((int) KnownFields.decimal(source, offset, offset + 3));
        return true;
    }

    @Override
    public boolean header(
            byte[] source, int nameOffset, int nameLength, int valueOffset, int valueLength) {
        return switch (head.note(
                source,
                nameOffset,
                nameOffset + nameLength,
                valueOffset,
                valueOffset + valueLength)) {
            case PASSED_BY ->
                    plain.header(source, nameOffset, nameLength, valueOffset, valueLength);
            case HELD_BACK -> true;
            case MALFORMED -> false;
        };
    }

    @Override
    public void header(String name, String value) {
        byte[] text = (name + value).getBytes(ISO_8859_1);
        if (!header(text, 0, name.length(), name.length(), value.length())) {
            throw new IllegalArgumentException("malformed field " + name);
        }
    }

    @Override
    public void reset() {
        head.clear();
        plain.reset();
    }

    /// Decides once, when the first bytes of the body are there or their absence is sure.
    ///
    /// @param known length of the body; -1 when it is not known
    private void decide(long known) {
        if (state != State.HEAD) {
            return;
        }
        state = State.PLAIN;
        if (!head.compressible(known, bytesMin)) {
            head.release(plain);
            return;
        }
        head.vary(plain);
        boolean wanted =
                exchange.head().minorVersion() > 0
                        && pool.accepts(Fields.list(exchange.head(), "accept-encoding").orElse(""));
        GzipStream stream = wanted ? pool.borrow() : null;
        if (stream == null) {
            head.release(plain);
        } else {
            gzip = stream;
            state = State.GZIP;
            missing = exchange.head().method().equals("HEAD") ? -1 : head.contentLength();
            head.releaseCompressed(plain);
        }
    }

    // The body.

    @Override
    public void write(byte[] source, int offset, int length) {
        decide(-1);
        if (state == State.GZIP) {
            add(source, offset, admit(length), true);
        } else {
            plain.write(source, offset, length);
        }
    }

    private void add(byte[] source, int offset, int length, boolean flush) {
        if (fits(length)) {
            compress(ByteBuffer.wrap(source, offset, length), flush);
        } else {
            enqueue(Unpooled.copiedBuffer(source, offset, length));
        }
    }

    /// How many of `count` more bytes are sent: none beyond the length promised.
    private int admit(int count) {
        if (missing < 0) {
            return count;
        }
        int admitted = (int) Math.min(count, missing);
        missing -= admitted;
        if (admitted < count) {
            LOG.problem(fault("response-too-long", "more"), "request", exchange.id());
        }
        return admitted;
    }

    private Problem fault(String code, String howMany) {
        return Problem.of(
                code,
                Blame.APP,
                "the application sent "
                        + howMany
                        + " body bytes than its Content-Length of "
                        + head.contentLength());
    }

    @Override
    public void write(ByteBuf bytes) {
        decide(-1);
        if (state != State.GZIP) {
            plain.write(bytes);
            return;
        }
        bytes.writerIndex(bytes.readerIndex() + admit(bytes.readableBytes()));
        if (fits(bytes.readableBytes())) {
            try {
                compress(bytes.nioBuffer(), true);
            } finally {
                bytes.release();
            }
        } else {
            enqueue(bytes);
        }
    }

    /// Whether it may be compressed now.
    private boolean fits(int length) {
        return backlog.isEmpty() && length <= SLICE_BYTES;
    }

    private void enqueue(ByteBuf bytes) {
        backlog.add(bytes);
        plan();
    }

    private void plan() {
        if (!pumpPlanned) {
            pumpPlanned = true;
            exchange.execute(pump);
        }
    }

    private void compress(ByteBuffer bytes, boolean flush) {
        GzipStream stream = gzip;
        if (stream != null && !exchange.head().method().equals("HEAD")) {
            stream.add(bytes, flush, plain::write);
        }
    }

    /// One slice; the next follows in another turn of the loop.
    private void pump() {
        pumpPlanned = false;
        if (state != State.GZIP) {
            return;
        }
        if (file != null) {
            pumpFile(file);
        } else if (!backlog.isEmpty()) {
            pumpBacklog();
        }
        if (progressListener != null && !ending) {
            progressListener.run();
        }
    }

    private void pumpBacklog() {
        backlog.next(SLICE_BYTES, this::compress);
        if (!backlog.isEmpty()) {
            plan();
        } else if (ending) {
            finish();
        }
    }

    @Override
    public void end() {
        decide(0);
        if (state == State.GZIP) {
            finishSoon();
        } else {
            plain.end();
        }
    }

    @Override
    public void end(byte[] source, int offset, int length) {
        decide(length);
        if (state == State.GZIP) {
            add(source, offset, admit(length), false);
            finishSoon();
        } else {
            plain.end(source, offset, length);
        }
    }

    private void finishSoon() {
        ending = true;
        if (backlog.isEmpty()) {
            finish();
        }
    }

    private void finish() {
        GzipStream stream = gzip;
        state = State.ENDED;
        if (missing > 0) {
            release();
            exchange.fail(fault("response-too-short", "fewer"));
            return;
        }
        if (stream == null || exchange.head().method().equals("HEAD")) {
            release();
            plain.end();
            return;
        }
        LastPiece last = new LastPiece(plain);
        stream.finish(last);
        release();
        last.end();
    }

    @Override
    public void file(FileChannel channel, long offset, long count) {
        decide(count);
        if (state != State.GZIP) {
            plain.file(channel, offset, count);
            return;
        }
        file = new FileSlices(channel, offset, count);
        missing = -1;
        plain.onProgress(this::progressed);
        plan();
    }

    private void pumpFile(FileSlices from) {
        if (from.isEmpty() || exchange.head().method().equals("HEAD")) {
            finish();
            return;
        }
        if (plain.pendingBytes() >= PENDING_BYTES_MAX) {
            return; // goes on when the socket has taken some
        }
        ByteBuffer slice;
        try {
            slice = from.next(SLICE_BYTES);
        } catch (IOException unreadable) {
            plain.abort();
            return;
        }
        compress(slice, false);
        plan();
    }

    private void progressed() {
        if (file != null) {
            plan();
        } else if (progressListener != null) {
            progressListener.run();
        }
    }

    // The end.

    /// Whatever has not been sent is dropped: the exchange is answered in another way.
    void discard() {
        state = State.ENDED;
        release();
    }

    private void gone() {
        discard();
        Runnable listener = goneListener;
        goneListener = null;
        if (listener != null) {
            listener.run();
        }
    }

    private void release() {
        if (gzip != null) {
            pool.giveBack(gzip);
            gzip = null;
        }
        backlog.release();
        FileSlices open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean started() {
        return plain.started() || !backlog.isEmpty() || file != null;
    }

    @Override
    public boolean ended() {
        return ending || plain.ended();
    }

    @Override
    public void abort() {
        plain.abort();
    }

    @Override
    public long pendingBytes() {
        return backlog.bytes() + plain.pendingBytes();
    }

    @Override
    public void onProgress(Runnable listener) {
        progressListener = listener;
        plain.onProgress(this::progressed);
    }

    @Override
    public void onGone(Runnable listener) {
        goneListener = listener;
        plain.onGone(this::gone);
    }
}
