package krait.wire;

import java.util.Arrays;

/// A message from a lane, read in place: slices of the reader's array instead of objects. One
/// instance is used for message after message, and what it tells is valid until the next.
public final class LaneMessage {
    private static final int HEADERS_MAX = 1000;

    private final FrameReader reader = new FrameReader();
    private int remaining;
    private int start;
    private int kind;
    private int id;
    private boolean latin1;
    private int statusStart;
    private int statusLength;
    private int headers;
    private int[] slices = new int[4 * 16];
    private int bodyStart;
    private int bodyLength;
    private int descriptor;
    private long offset;
    private long count;
    private String text = "";

    /// Starts a frame: its payload, without the length field.
    public void frame(byte[] source, int from, int to) {
        reader.reset(source, from, to);
        remaining = reader.list();
    }

    /// Reads the next message. False at the end of the frame.
    public boolean next() {
        if (remaining == 0) {
            if (!reader.exhausted()) {
                throw new ProtocolException("bytes after the last message of a frame");
            }
            return false;
        }
        remaining--;
        start = reader.position();
        int elements = reader.tuple();
        kind = reader.integer();
        expect(elements);
        if (kind == Kind.SPENT) {
            offset = reader.longInteger();
            count = reader.integer();
            return true;
        }
        id = reader.integer();
        switch (kind) {
            case Kind.RESPONSE, Kind.START -> {
                head();
                body();
            }
            case Kind.CHUNK -> body();
            case Kind.BODY_CREDIT -> count = reader.integer();
            case Kind.FILE -> {
                head();
                descriptor = reader.integer();
                offset = reader.longInteger();
                count = reader.longInteger();
            }
            case Kind.ERROR -> text = reader.string();
            default -> {} // END has nothing more
        }
        return true;
    }

    /// A message of its own with the same content, which stays valid.
    public LaneMessage copy() {
        LaneMessage copy = new LaneMessage();
        int length = reader.position() - start;
        copy.reader.reset(Arrays.copyOfRange(reader.source(), start, start + length), 0, length);
        copy.kind = kind;
        copy.id = id;
        copy.latin1 = latin1;
        copy.statusStart = statusStart - start;
        copy.statusLength = statusLength;
        copy.headers = headers;
        copy.slices = slices.clone();
        for (int i = 0; i < 4 * headers; i += 2) {
            copy.slices[i] -= start;
        }
        copy.bodyStart = bodyStart - start;
        copy.bodyLength = bodyLength;
        copy.descriptor = descriptor;
        copy.offset = offset;
        copy.count = count;
        copy.text = text;
        return copy;
    }

    private void expect(int elements) {
        int expected =
                switch (kind) {
                    case Kind.RESPONSE, Kind.START -> 5;
                    case Kind.CHUNK, Kind.BODY_CREDIT, Kind.ERROR, Kind.SPENT -> 3;
                    case Kind.END -> 2;
                    case Kind.FILE -> 7;
                    default -> throw new ProtocolException("kind " + kind + " on a data link");
                };
        if (elements != expected) {
            throw new ProtocolException("kind " + kind + " with " + elements + " elements");
        }
    }

    private void head() {
        latin1 = reader.latin1();
        statusStart = reader.start();
        statusLength = reader.length();
        headers = reader.list();
        if (headers > HEADERS_MAX) {
            throw new ProtocolException(headers + " headers in a response");
        }
        if (slices.length < 4 * headers) {
            slices = Arrays.copyOf(slices, 4 * headers);
        }
        for (int i = 0; i < 4 * headers; i += 4) {
            reader.tuple(2);
            latin1 &= reader.latin1();
            slices[i] = reader.start();
            slices[i + 1] = reader.length();
            latin1 &= reader.latin1();
            slices[i + 2] = reader.start();
            slices[i + 3] = reader.length();
        }
    }

    private void body() {
        reader.bytes();
        bodyStart = reader.start();
        bodyLength = reader.length();
    }

    /// One of [Kind]'s lane-to-server kinds.
    public int kind() {
        return kind;
    }

    public int id() {
        return id;
    }

    /// The array that all slices lie in.
    public byte[] source() {
        return reader.source();
    }

    /// Whether status and headers hold no character beyond U+00FF; when they do, the application is
    /// at fault and the slices mean nothing.
    public boolean latin1() {
        return latin1;
    }

    public int statusStart() {
        return statusStart;
    }

    public int statusLength() {
        return statusLength;
    }

    public int headers() {
        return headers;
    }

    public int nameStart(int header) {
        return slices[4 * header];
    }

    public int nameLength(int header) {
        return slices[4 * header + 1];
    }

    public int valueStart(int header) {
        return slices[4 * header + 2];
    }

    public int valueLength(int header) {
        return slices[4 * header + 3];
    }

    /// Body bytes of RESPONSE, START and CHUNK.
    public int bodyStart() {
        return bodyStart;
    }

    public int bodyLength() {
        return bodyLength;
    }

    /// FILE: the worker's file descriptor.
    public int descriptor() {
        return descriptor;
    }

    /// FILE: where the bytes start. SPENT: nanoseconds.
    public long offset() {
        return offset;
    }

    /// FILE: bytes. BODY_CREDIT: bytes. SPENT: requests.
    public long count() {
        return count;
    }

    /// ERROR: the traceback.
    public String text() {
        return text;
    }

    /// The event that the message is for its stream.
    ///
    /// @throws ProtocolException when it is none, as BODY_CREDIT
    public StreamEvent event() {
        return switch (kind) {
            case Kind.RESPONSE -> StreamEvent.RESPONSE;
            case Kind.START -> StreamEvent.START;
            case Kind.CHUNK -> StreamEvent.CHUNK;
            case Kind.END -> StreamEvent.END;
            case Kind.FILE -> StreamEvent.FILE;
            case Kind.ERROR -> StreamEvent.ERROR;
            default -> throw new ProtocolException("kind " + kind + " moves no stream");
        };
    }
}
