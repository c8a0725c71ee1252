package krait.http;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// Pieces of a body that wait to be worked on, slice by slice. Loop only.
final class SliceQueue {
    /// Works on slices.
    interface Sink {
        /// Works on one; `endsPiece` when a piece that was written is complete with it.
        void take(ByteBuffer slice, boolean endsPiece);
    }

    private final ArrayDeque<ByteBuf> pieces = new ArrayDeque<>();
    private long bytes;

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /// Bytes that wait.
    long bytes() {
        return bytes;
    }

    /// Takes a piece over.
    void add(ByteBuf piece) {
        pieces.addLast(piece);
        bytes += piece.readableBytes();
    }

    /// Gives out the next slice, of at most `bytesMax`.
    void next(int bytesMax, Sink sink) {
        ByteBuf first = pieces.getFirst();
        int count = Math.min(first.readableBytes(), bytesMax);
        boolean last = count == first.readableBytes();
        sink.take(first.nioBuffer(first.readerIndex(), count), last);
        if (pieces.isEmpty()) {
            return; // the sink has met the end of the exchange, and everything was released
        }
        first.skipBytes(count);
        bytes -= count;
        if (last) {
            pieces.removeFirst().release();
        }
    }

    void release() {
        pieces.forEach(ByteBuf::release);
        pieces.clear();
        bytes = 0;
    }
}
