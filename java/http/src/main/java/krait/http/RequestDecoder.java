package krait.http;

import io.netty.buffer.ByteBuf;
import krait.base.Limits;
import org.jspecify.annotations.Nullable;

/// Decodes the requests of one connection from its bytes: head, body pieces, end, and again.
/// Sans-I/O and strict; a fault is a value ([#refusal]) after which nothing more is decoded.
///
/// Bytes are copied once, into an array that lives as long as there is something in it. The head of
/// the request at hand stays where it is until [#recycle], whatever arrives meanwhile; large body
/// pieces need not pass through here at all ([#expected], [#taken]).
final class RequestDecoder {
    /// What [#next] met.
    enum Step {
        /// Nothing: more bytes are needed.
        MORE,
        /// A head is complete.
        HEAD,
        /// A piece of the body lies from [RequestDecoder#dataStart] to [RequestDecoder#dataEnd].
        DATA,
        /// The request is complete; so it stays until [RequestDecoder#recycle].
        END,
        REFUSED
    }

    private enum State {
        HEAD,
        LENGTH_BODY,
        CHUNKED_BODY,
        END,
        REFUSED
    }

    private static final byte[] NONE = new byte[0];

    private final ByteArrayPool pool;
    private final ReceivedHead head = new ReceivedHead();
    private final HeadScanner scanner;
    private final ChunkDecoder chunks;

    private State state = State.HEAD;
    private byte[] buffer = NONE;

    /// Where the request at hand begins.
    private int start;

    /// End of the head; valid beyond state HEAD.
    private int headEnd;

    /// First byte that has not been decoded, beyond state HEAD.
    private int position;

    private int limit;
    private long remaining;
    private int dataStart;
    private int dataEnd;
    private @Nullable Refusal refusal;

    RequestDecoder(Limits limits, ByteArrayPool pool) {
        this.pool = pool;
        this.scanner = new HeadScanner(limits, head);
        this.chunks = new ChunkDecoder(limits);
    }

    /// The head at hand, as far as it has been read.
    ReceivedHead head() {
        return head;
    }

    byte[] buffer() {
        return buffer;
    }

    int dataStart() {
        return dataStart;
    }

    int dataEnd() {
        return dataEnd;
    }

    /// Why the step was REFUSED.
    Refusal refusal() {
        if (refusal == null) {
            throw new IllegalStateException("nothing was refused");
        }
        return refusal;
    }

    /// Whether the request at hand has been received whole.
    boolean complete() {
        return state == State.END;
    }

    /// Bytes received that belong to no head or body piece given out yet.
    int buffered() {
        return limit - (state == State.HEAD ? start : position);
    }

    /// Body bytes that come next with no framing between, once nothing is buffered.
    long expected() {
        return switch (state) {
            case LENGTH_BODY -> remaining;
            case CHUNKED_BODY -> chunks.expected();
            default -> 0;
        };
    }

    /// `count` of the expected bytes went past the decoder. [#next] tells whether that was the end.
    void taken(long count) {
        if (state == State.LENGTH_BODY) {
            remaining -= count;
        } else {
            chunks.taken(count);
        }
    }

    void append(ByteBuf in, int count) {
        reserve(count);
        in.readBytes(buffer, limit, count);
        limit += count;
    }

    void append(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, buffer, limit, count);
        limit += count;
    }

    /// Decodes as far as the next thing worth telling.
    Step next() {
        return switch (state) {
            case HEAD -> head(scanner.scan(buffer, limit));
            case LENGTH_BODY -> {
                if (remaining == 0) {
                    state = State.END;
                    yield Step.END;
                }
                yield data(remaining);
            }
            case CHUNKED_BODY -> chunked();
            case END -> Step.END;
            case REFUSED -> Step.REFUSED;
        };
    }

    private Step head(boolean complete) {
        if (!complete) {
            Refusal why = scanner.refusal();
            return why == null ? Step.MORE : refuse(why);
        }
        head.bytes = buffer;
        headEnd = scanner.position();
        position = headEnd;
        if (head.known.chunked) {
            chunks.start();
            state = State.CHUNKED_BODY;
        } else {
            remaining = head.contentLength();
            state = remaining == 0 ? State.END : State.LENGTH_BODY;
        }
        return Step.HEAD;
    }

    private Step chunked() {
        position = chunks.frame(buffer, position, limit);
        Refusal why = chunks.refusal();
        if (why != null) {
            return refuse(why);
        }
        if (chunks.done()) {
            state = State.END;
            return Step.END;
        }
        return data(chunks.expected());
    }

    private Step data(long most) {
        int count = (int) Math.min(most, limit - position);
        if (count == 0) {
            return Step.MORE;
        }
        dataStart = position;
        dataEnd = position + count;
        position = dataEnd;
        taken(count);
        return Step.DATA;
    }

    private Step refuse(Refusal why) {
        abandon();
        refusal = why;
        state = State.REFUSED;
        return Step.REFUSED;
    }

    /// Nothing of the request at hand will be decoded any more: what is known of its head stays.
    void abandon() {
        if (state == State.HEAD) {
            scanner.abandon();
            state = State.REFUSED;
        }
    }

    /// Whether the bytes received are whole requests.
    boolean atBoundary() {
        return buffered() == 0 && (state == State.HEAD || state == State.END);
    }

    /// The request at hand is answered: on to the next one.
    void recycle() {
        if (state != State.END) {
            throw new IllegalStateException(state.name());
        }
        state = State.HEAD;
        start = position;
        if (start == limit) {
            release();
        }
        scanner.restart(start);
    }

    /// Forgets the request before, which only helps a connection that is busy.
    void forget() {
        scanner.forget();
    }

    private void release() {
        pool.give(buffer);
        buffer = NONE;
        head.bytes = NONE;
        start = 0;
        limit = 0;
    }

    private void reserve(int count) {
        if (buffer.length - limit >= count) {
            return;
        }
        if (buffer.length == 0) {
            buffer = pool.take(count);
        } else if (state == State.HEAD) {
            moveHead(count);
        } else {
            moveBody(count);
        }
    }

    /// The head is not complete: nobody else knows where it lies.
    private void moveHead(int count) {
        int length = limit - start;
        if (length + count <= buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, length);
        } else {
            byte[] larger = pool.take(Math.max(length + count, buffer.length * 2));
            System.arraycopy(buffer, start, larger, 0, length);
            pool.give(buffer);
            buffer = larger;
        }
        start = 0;
        limit = length;
        scanner.restart(0);
    }

    /// The head stays at its place, in the same array or in a copy: readers may hold either.
    private void moveBody(int count) {
        int length = limit - position;
        byte[] from = buffer;
        if (headEnd + length + count > buffer.length) {
            buffer = pool.take(Math.max(headEnd + length + count, buffer.length * 2));
            System.arraycopy(from, 0, buffer, 0, headEnd);
            head.bytes = buffer;
        }
        System.arraycopy(from, position, buffer, headEnd, length);
        position = headEnd;
        limit = headEnd + length;
    }
}
