package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/// A request body on its way. Loop only.
final class Http1Body implements RequestBody {
    private static final int BYTES_INITIAL = 4 * 1024;

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
    private @Nullable ByteBuf waiting;
    private @Nullable Runnable listener;
    private boolean arrived;
    private boolean complete;

    Http1Body(Http1Connection connection, ByteBufAllocator allocator) {
        this.connection = connection;
        this.allocator = allocator;
    }

    void add(ByteBuf in, int count) {
        room(count).writeBytes(in, count);
    }

    void add(byte[] source, int offset, int count) {
        room(count).writeBytes(source, offset, count);
    }

    /// Grows with what arrives, never ahead of it: a declared length costs a client nothing.
    private ByteBuf room(int count) {
        arrived = true;
        if (waiting == null) {
            waiting = allocator.directBuffer(Math.max(count, BYTES_INITIAL));
        }
        return waiting;
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
        if (waiting != null) {
            waiting.release();
            waiting = null;
        }
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public int available() {
        return waiting == null ? 0 : waiting.readableBytes();
    }

    @Override
    public ByteBuf take() {
        ByteBuf taken = waiting;
        if (taken == null) {
            return Unpooled.EMPTY_BUFFER;
        }
        waiting = null;
        connection.bodyTaken();
        return taken;
    }

    @Override
    public void onArrival(Runnable arrivalListener) {
        listener = arrivalListener;
        arrived = false;
    }
}
