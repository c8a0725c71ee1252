package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/// A request body on its way. Loop only.
///
/// What fills most of the buffer that it was received into stays in there; the rest is copied, so
/// that a client that sends drop by drop does not hold a whole buffer for each of them.
final class Http1Body implements RequestBody {
    private static final int BYTES_INITIAL = 4 * 1024;

    /// A piece of this size is worth a part of its own, bytes.
    private static final int PART_BYTES_MIN = 8 * 1024;

    /// So that the parts of what may wait to be taken are sent with one system call.
    private static final int PARTS_MAX = 256;

    /// The body of a request without one.
    static final RequestBody EMPTY =
            new RequestBody() {
                @Override
                public boolean complete() {
                    return true;
                }

                @Override
                public int available() {
                    return 0;
                }

                @Override
                public ByteBuf take() {
                    return Unpooled.EMPTY_BUFFER;
                }

                @Override
                public void onArrival(Runnable listener) {}
            };

    private final Http1Connection connection;
    private final ByteBufAllocator allocator;

    /// Received parts, in order, before `tail`.
    private @Nullable CompositeByteBuf parts;

    /// Copied bytes, behind all parts.
    private @Nullable ByteBuf tail;

    private @Nullable Runnable listener;
    private boolean arrived;
    private boolean complete;

    Http1Body(Http1Connection connection, ByteBufAllocator allocator) {
        this.connection = connection;
        this.allocator = allocator;
    }

    void add(ByteBuf in, int count) {
        arrived = true;
        if (count >= PART_BYTES_MIN && 2 * count >= in.capacity()) {
            append(in.readRetainedSlice(count));
        } else {
            tail(count).writeBytes(in, count);
        }
    }

    void add(byte[] source, int offset, int count) {
        arrived = true;
        tail(count).writeBytes(source, offset, count);
    }

    /// Grows with what arrives, never ahead of it: a declared length costs a client nothing.
    private ByteBuf tail(int count) {
        if (tail == null) {
            tail = allocator.directBuffer(Math.max(count, BYTES_INITIAL));
        }
        return tail;
    }

    private void append(ByteBuf part) {
        CompositeByteBuf all = parts;
        if (all == null) {
            all = allocator.compositeDirectBuffer(PARTS_MAX);
            parts = all;
        }
        if (tail != null) {
            all.addComponent(true, tail);
            tail = null;
        }
        all.addComponent(true, part);
    }

    void completed() {
        arrived = true;
        complete = true;
    }

    /// Tells the listener, once for all that arrived since it was told.
    void tell() {
        if (arrived && listener != null) {
            arrived = false;
            listener.run();
        }
    }

    /// Nobody wants the bytes any more.
    void drop() {
        listener = null;
        takeAll().release();
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public int available() {
        int copied = tail == null ? 0 : tail.readableBytes();
        return parts == null ? copied : parts.readableBytes() + copied;
    }

    @Override
    public ByteBuf take() {
        ByteBuf taken = takeAll();
        if (taken.isReadable()) {
            connection.bodyTaken();
        }
        return taken;
    }

    private ByteBuf takeAll() {
        CompositeByteBuf all = parts;
        ByteBuf copied = tail;
        parts = null;
        tail = null;
        if (all == null) {
            return copied == null ? Unpooled.EMPTY_BUFFER : copied;
        }
        return copied == null ? all : all.addComponent(true, copied);
    }

    @Override
    public void onArrival(Runnable arrivalListener) {
        listener = arrivalListener;
        arrived = false;
    }
}
