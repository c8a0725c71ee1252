package krait.http;

import krait.base.Limits;
import org.jspecify.annotations.Nullable;

/// Takes the chunked coding apart (RFC 9112 section 7.1). Strict: sizes of at most 16 digits, no
/// white space around extensions, extensions and trailers bounded, checked and dropped. Sans-I/O.
final class ChunkDecoder {
    private enum State {
        SIZE_FIRST,
        SIZE,
        EXTENSION_NAME_FIRST,
        EXTENSION_NAME,
        EXTENSION_VALUE_FIRST,
        EXTENSION_VALUE,
        EXTENSION_QUOTED,
        EXTENSION_ESCAPED,
        EXTENSION_END,
        SIZE_LINE_FEED,
        DATA,
        DATA_CARRIAGE_RETURN,
        DATA_LINE_FEED,
        TRAILER_FIRST,
        TRAILER_NAME,
        TRAILER_VALUE,
        TRAILER_LINE_FEED,
        LAST_LINE_FEED,
        DONE
    }

    private static final int SIZE_DIGITS_MAX = 16;

    /// Bytes of extensions in the whole body: nobody sends any but to keep a server busy.
    static final int EXTENSION_BYTES_MAX = 4 * 1024;

    private final Limits limits;

    private State state = State.DONE;
    private long remaining;
    private long total;
    private int digits;
    private int extensionBytes;
    private int trailerBytes;
    private int trailers;
    private @Nullable Refusal refusal;

    ChunkDecoder(Limits limits) {
        this.limits = limits;
    }

    void start() {
        state = State.SIZE_FIRST;
        total = 0;
        extensionBytes = 0;
        trailerBytes = 0;
        trailers = 0;
    }

    boolean done() {
        return state == State.DONE;
    }

    @Nullable Refusal refusal() {
        return refusal;
    }

    /// Data bytes that come next.
    long expected() {
        return state == State.DATA ? remaining : 0;
    }

    /// `count` of the expected data bytes are taken.
    void taken(long count) {
        remaining -= count;
        if (remaining == 0) {
            state = State.DATA_CARRIAGE_RETURN;
        }
    }

    /// Reads framing from `from` until data is expected, the body is done or refused, or the bytes
    /// end at `to`. Returns the first byte not read.
    int frame(byte[] in, int from, int to) {
        int p = from;
        while (p < to && state != State.DATA && state != State.DONE && refusal == null) {
            state = step(in[p++]);
        }
        return p;
    }

    private State step(byte c) {
        return switch (state) {
            case SIZE_FIRST -> {
                remaining = 0;
                digits = 0;
                yield size(c);
            }
            case SIZE -> size(c);
            case EXTENSION_NAME_FIRST,
                    EXTENSION_NAME,
                    EXTENSION_VALUE_FIRST,
                    EXTENSION_VALUE,
                    EXTENSION_QUOTED,
                    EXTENSION_ESCAPED,
                    EXTENSION_END ->
                    extension(c);
            case SIZE_LINE_FEED -> c == '\n' ? sized() : malformed();
            case DATA_CARRIAGE_RETURN -> c == '\r' ? State.DATA_LINE_FEED : malformed();
            case DATA_LINE_FEED -> c == '\n' ? State.SIZE_FIRST : malformed();
            case TRAILER_FIRST, TRAILER_NAME, TRAILER_VALUE, TRAILER_LINE_FEED -> trailer(c);
            case LAST_LINE_FEED -> c == '\n' ? State.DONE : malformed();
            case DATA, DONE -> throw new IllegalStateException(state.name());
        };
    }

    private State size(byte c) {
        int digit = Chars.hex(c);
        if (digit >= 0) {
            // The top four bits must be free before the shift; the sign bit must stay free after
            // it.
            if (++digits > SIZE_DIGITS_MAX || remaining >>> 59 != 0) {
                return malformed();
            }
            remaining = remaining << 4 | digit;
            return State.SIZE;
        }
        return digits == 0 ? malformed() : afterSize(c);
    }

    private State afterSize(byte c) {
        return switch (c) {
            case '\r' -> State.SIZE_LINE_FEED;
            case ';' -> State.EXTENSION_NAME_FIRST;
            default -> malformed();
        };
    }

    private State extension(byte c) {
        if (++extensionBytes > EXTENSION_BYTES_MAX) {
            return malformed();
        }
        boolean token = Chars.is(Chars.TOKEN, c);
        return switch (state) {
            case EXTENSION_NAME_FIRST -> token ? State.EXTENSION_NAME : malformed();
            case EXTENSION_NAME -> {
                if (token) {
                    yield state;
                }
                yield c == '=' ? State.EXTENSION_VALUE_FIRST : afterSize(c);
            }
            case EXTENSION_VALUE_FIRST -> {
                if (token) {
                    yield State.EXTENSION_VALUE;
                }
                yield c == '"' ? State.EXTENSION_QUOTED : malformed();
            }
            case EXTENSION_VALUE -> token ? state : afterSize(c);
            case EXTENSION_QUOTED ->
                    switch (c) {
                        case '"' -> State.EXTENSION_END;
                        case '\\' -> State.EXTENSION_ESCAPED;
                        default -> Chars.is(Chars.VALUE, c) ? state : malformed();
                    };
            case EXTENSION_ESCAPED ->
                    Chars.is(Chars.VALUE, c) ? State.EXTENSION_QUOTED : malformed();
            default -> afterSize(c);
        };
    }

    private State sized() {
        if (remaining == 0) {
            return State.TRAILER_FIRST;
        }
        total += remaining;
        if (total < 0 || (limits.bodyBytesMax() > 0 && total > limits.bodyBytesMax())) {
            refusal = Refusal.BODY_TOO_LARGE;
        }
        return State.DATA;
    }

    private State trailer(byte c) {
        if (++trailerBytes > limits.headerBytesMax()) {
            refusal = Refusal.HEADER_TOO_LARGE;
            return state;
        }
        return switch (state) {
            case TRAILER_FIRST -> {
                if (c == '\r') {
                    yield State.LAST_LINE_FEED;
                }
                if (++trailers > limits.headersMax()) {
                    refusal = Refusal.TOO_MANY_FIELDS;
                }
                yield Chars.is(Chars.TOKEN, c) ? State.TRAILER_NAME : malformed();
            }
            case TRAILER_NAME -> {
                if (c == ':') {
                    yield State.TRAILER_VALUE;
                }
                yield Chars.is(Chars.TOKEN, c) ? state : malformed();
            }
            case TRAILER_VALUE -> {
                if (c == '\r') {
                    yield State.TRAILER_LINE_FEED;
                }
                yield Chars.is(Chars.VALUE, c) ? state : malformed();
            }
            default -> c == '\n' ? State.TRAILER_FIRST : malformed();
        };
    }

    private State malformed() {
        refusal = Refusal.MALFORMED_CHUNK;
        return state;
    }
}
