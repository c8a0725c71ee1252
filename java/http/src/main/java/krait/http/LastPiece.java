package krait.http;

import java.util.Arrays;

/// Holds the last compressed piece back, to send it with the end of the response: so a body of one
/// piece has a Content-Length. Loop only.
final class LastPiece implements GzipStream.Sink {
    private final Response to;
    private byte[] held = {};

    LastPiece(Response to) {
        this.to = to;
    }

    @Override
    public void take(byte[] bytes, int offset, int length) {
        if (held.length > 0) {
            to.write(held, 0, held.length);
        }
        held = Arrays.copyOfRange(bytes, offset, offset + length);
    }

    void end() {
        to.end(held, 0, held.length);
    }
}
