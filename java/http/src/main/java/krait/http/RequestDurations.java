package krait.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/// How long the requests of one event loop took, from their first byte to the end of the answer:
/// written by the loop alone, read by anyone.
public final class RequestDurations {
    /// Upper bounds of the buckets, nanoseconds, each included; one more bucket has no bound.
    private static final long[] BOUNDS = {
        500_000L,
        1_000_000L,
        2_500_000L,
        5_000_000L,
        10_000_000L,
        25_000_000L,
        50_000_000L,
        100_000_000L,
        250_000_000L,
        500_000_000L,
        1_000_000_000L,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L,
        30_000_000_000L
    };

    private static final int SUM = BOUNDS.length + 1;

    /// Requests at one moment.
    ///
    /// @param buckets in the order of their bounds, each without those before it; the last one is
    ///   for all that took longer
    /// @param sumNanos of all requests
    public record Snapshot(List<Bucket> buckets, long sumNanos) {
        public Snapshot {
            buckets = List.copyOf(buckets);
        }
    }

    /// Requests that took about as long.
    ///
    /// @param boundNanos longest duration in it; [Long#MAX_VALUE] for the last one
    public record Bucket(long boundNanos, long count) {}

    private final AtomicLongArray values = new AtomicLongArray(SUM + 1);

    RequestDurations() {}

    void record(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
            bucket++;
        }
        add(bucket, 1);
        add(SUM, nanos);
    }

    private void add(int index, long count) {
        values.setOpaque(index, values.getPlain(index) + count);
    }

    static Snapshot sum(List<RequestDurations> loops) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i <= BOUNDS.length; i++) {
            long bound = i < BOUNDS.length ? BOUNDS[i] : Long.MAX_VALUE;
            buckets.add(new Bucket(bound, sum(loops, i)));
        }
        return new Snapshot(buckets, sum(loops, SUM));
    }

    private static long sum(List<RequestDurations> loops, int index) {
        long sum = 0;
        for (RequestDurations loop : loops) {
            sum += loop.values.getOpaque(index);
        }
        return sum;
    }
}
