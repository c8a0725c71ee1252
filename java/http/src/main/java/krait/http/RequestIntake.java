package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/// The incoming side of a connection: bytes into the decoder, and past it into the body of the
/// request at hand, or away when nobody wants that. Loop only.
final class RequestIntake {
    /// Bytes appended to the decoder at a time: large bodies go past it.
    private static final int SLICE_BYTES = 4 * 1024;

    /// Pipelined bytes that may wait behind a request.
    static final int PIPELINED_BYTES_MAX = 16 * 1024;

    /// Bytes of an unwanted body thrown away to keep its connection.
    static final long DISCARDED_BYTES_MAX = 1024 * 1024;

    private final RequestDecoder decoder;
    private @Nullable Http1Body body;
    private boolean whole;
    private long discarded;

    RequestIntake(RequestDecoder decoder) {
        this.decoder = decoder;
    }

    /// Whether nothing waits to be decoded.
    boolean empty() {
        return decoder.buffered() == 0;
    }

    /// Takes some of the bytes received. Returns how many of them were known to be of the body.
    int take(ByteBuf in) {
        long expected = empty() ? decoder.expected() : 0;
        if (expected <= 0) {
            decoder.append(in, Math.min(in.readableBytes(), SLICE_BYTES));
            return 0;
        }
        int count = (int) Math.min(expected, in.readableBytes());
        if (body != null) {
            body.add(in, count);
        } else {
            in.skipBytes(count);
        }
        decoder.taken(count);
        return count;
    }

    /// Takes the piece of the body that the decoder has found. Returns its length.
    int takeDecoded() {
        int count = decoder.dataEnd() - decoder.dataStart();
        if (body != null) {
            body.add(decoder.buffer(), decoder.dataStart(), count);
        }
        return count;
    }

    /// A head was decoded: begins with its body.
    ///
    /// @return the body; null when the request has none
    @Nullable Http1Body begin(Http1Connection connection, ByteBufAllocator allocator) {
        whole = decoder.complete();
        body = whole ? null : new Http1Body(connection, allocator);
        return body;
    }

    /// The body has ended.
    void complete() {
        whole = true;
        if (body != null) {
            body.completed();
        }
    }

    /// Whether the request has been received to its end.
    boolean whole() {
        return whole;
    }

    /// Whether there is enough of the body to be dispatched, and as much as may wait.
    boolean gathered() {
        return body != null && body.available() >= Edge.BODY_GATHER_BYTES;
    }

    /// Whether there is no room for more while a request is at hand.
    boolean full() {
        return whole ? decoder.buffered() >= PIPELINED_BYTES_MAX : gathered();
    }

    /// Tells whoever reads the body what has arrived.
    void tell() {
        if (body != null) {
            body.tell();
        }
    }

    void dropBody() {
        if (body != null) {
            body.drop();
            body = null;
        }
    }

    /// Whether the rest of the body is short enough to be thrown away for the next request.
    boolean restIsShort() {
        return whole || decoder.expected() <= DISCARDED_BYTES_MAX;
    }

    void beginToDiscard() {
        discarded = 0;
    }

    /// Bytes of an unwanted body were thrown away; false when they are too many.
    boolean discard(int count) {
        discarded += count;
        return discarded <= DISCARDED_BYTES_MAX;
    }
}
