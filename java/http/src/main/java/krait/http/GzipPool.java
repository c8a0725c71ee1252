package krait.http;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What the compressed responses of one event loop share. Loop only.
final class GzipPool {
    /// Responses compressed at a time: zlib takes 264 KiB for each. Others go out as they are.
    static final int STREAMS_MAX = 64;

    /// Streams kept for the next responses.
    private static final int KEPT_MAX = 4;

    private final ArrayDeque<GzipStream> kept = new ArrayDeque<>();
    private int lent;
    private String acceptEncoding = "";
    private boolean accepts;

    /// A stream at its beginning; null when too many are out.
    @Nullable GzipStream borrow() {
        if (lent == STREAMS_MAX) {
            return null;
        }
        lent++;
        GzipStream stream = kept.pollLast();
        return stream == null ? new GzipStream() : stream;
    }

    void giveBack(GzipStream stream) {
        lent--;
        if (kept.size() < KEPT_MAX) {
            stream.reset();
            kept.addLast(stream);
        } else {
            stream.close();
        }
    }

    /// Whether an Accept-Encoding field prefers gzip to none; browsers repeat theirs.
    boolean accepts(String field) {
        if (!field.equals(acceptEncoding)) {
            accepts = ContentCoding.preferred(field).contains(ContentCoding.GZIP);
            acceptEncoding = field;
        }
        return accepts;
    }
}
