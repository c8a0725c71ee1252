package krait.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counters of one event loop: written by the loop alone, so without a locked instruction; read by
/// anyone.
final class EdgeCounters {
    static final int REQUESTS = 0;
    static final int REQUESTS_ACTIVE = 1;
    static final int BYTES_RECEIVED = 2;
    static final int BYTES_SENT = 3;

    /// Connections closed because they were idle for too long.
    static final int IDLE_CLOSES = 4;

    /// Connections closed because the client did not take its answer.
    static final int STALLED_CLOSES = 5;

    /// The classes of status follow, 0xx to 5xx and beyond; 0xx is no answer at all.
    static final int STATUS_CLASSES = 6;

    private static final int CLASS_LAST = 9;

    private final AtomicLongArray values = new AtomicLongArray(STATUS_CLASSES + CLASS_LAST + 1);
    private final Map<Refusal, AtomicLong> refusals = new EnumMap<>(Refusal.class);

    EdgeCounters() {
        for (Refusal why : Refusal.values()) {
            refusals.put(why, new AtomicLong());
        }
    }

    void add(int counter, long count) {
        values.setOpaque(counter, values.getPlain(counter) + count);
    }

    void responded(int status) {
        add(STATUS_CLASSES + Math.clamp(status / 100, 0, CLASS_LAST), 1);
    }

    long get(int counter) {
        return values.getOpaque(counter);
    }

    /// The counter of requests refused for that reason.
    AtomicLong refusals(Refusal why) {
        return Objects.requireNonNull(refusals.get(why), "every reason has one");
    }
}
