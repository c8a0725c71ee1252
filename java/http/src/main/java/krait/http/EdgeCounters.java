package krait.http;

import java.util.concurrent.atomic.AtomicLongArray;

/// Counters of one event loop: written by the loop alone, so without a locked instruction; read by
/// anyone.
final class EdgeCounters {
    static final int REQUESTS = 0;
    static final int REQUESTS_ACTIVE = 1;
    static final int REFUSALS = 2;
    static final int BYTES_RECEIVED = 3;
    static final int BYTES_SENT = 4;

    /// The classes of status follow, 0xx to 5xx and beyond.
    static final int STATUS_CLASSES = 5;

    private static final int CLASS_LAST = 9;

    private final AtomicLongArray values = new AtomicLongArray(STATUS_CLASSES + CLASS_LAST + 1);

    void add(int counter, long count) {
        values.setOpaque(counter, values.getPlain(counter) + count);
    }

    void responded(int status) {
        add(STATUS_CLASSES + Math.clamp(status / 100, 0, CLASS_LAST), 1);
    }

    long get(int counter) {
        return values.getOpaque(counter);
    }
}
