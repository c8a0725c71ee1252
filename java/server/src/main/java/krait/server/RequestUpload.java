package krait.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import krait.http.RequestBody;
import org.jspecify.annotations.Nullable;

/// The body of a request on its way to a lane: within the request if it has been received whole,
/// else in pieces, paced by credit. Belongs to the loop of its connection; another loop's lane
/// calls [#share] alone.
final class RequestUpload {
    /// Body bytes that may be sent ahead of credit (request_window of the protocol).
    private static final int WINDOW_BYTES = 256 * 1024;

    /// Largest piece in one message (chunk_bytes of the protocol).
    private static final int CHUNK_BYTES = 128 * 1024;

    /// Where the pieces go, owned by the taker.
    @FunctionalInterface
    interface Lane {
        void send(ByteBuf piece, boolean last);
    }

    private final RequestBody received;
    private final boolean streams;
    private @Nullable ByteBuf bytes;
    private int window = WINDOW_BYTES;
    private boolean sent;
    private boolean ended;

    RequestUpload(RequestBody received) {
        this.received = received;
        this.streams = !received.complete();
    }

    /// Whether it goes in pieces. Such a request can't be run again.
    boolean streams() {
        return streams;
    }

    /// Takes the whole body from the connection, which will want its room for the next request.
    void take() {
        if (!streams && bytes == null && received.available() > 0) {
            bytes = received.take();
        }
    }

    /// The whole body for one lane. It stays here too, for another lane if that one dies. Another
    /// loop's lane may ask while this loop lets go of it.
    ByteBuf share() {
        if (bytes == null) {
            return Unpooled.EMPTY_BUFFER;
        }
        synchronized (this) {
            ByteBuf whole = bytes;
            return whole == null ? Unpooled.EMPTY_BUFFER : whole.retainedDuplicate();
        }
    }

    /// Sends `lane` pieces from now on, as they arrive and as credit allows.
    void start(Lane lane) {
        received.onArrival(() -> pump(lane));
        pump(lane);
    }

    /// The lane has read `count` bytes.
    void credit(long count, Lane lane) {
        window += (int) Math.min(count, WINDOW_BYTES);
        pump(lane);
    }

    private void pump(Lane lane) {
        while (!ended && !sent && window > 0) {
            boolean last = received.complete();
            if (received.available() == 0 && !last) {
                return;
            }
            ByteBuf waiting = bytes == null ? received.take() : bytes;
            bytes = null;
            int length = Math.min(Math.min(waiting.readableBytes(), CHUNK_BYTES), window);
            ByteBuf piece = waiting.readRetainedSlice(length);
            if (waiting.isReadable()) {
                bytes = waiting;
            } else {
                waiting.release();
            }
            window -= length;
            sent = received.complete() && bytes == null && received.available() == 0;
            lane.send(piece, sent);
        }
    }

    /// Lets go of what has not been sent.
    void end() {
        ended = true;
        if (bytes == null) {
            return;
        }
        synchronized (this) {
            bytes.release();
            bytes = null;
        }
    }
}
