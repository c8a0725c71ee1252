package krait.workers;

import java.time.Duration;
import java.time.Instant;
import krait.base.Clock;

/// A clock that a test turns.
final class HandClock implements Clock {
    private long nanos = 1_000_000_000_000L;

    void advance(long byNanos) {
        nanos += byNanos;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plus(Duration.ofNanos(nanos));
    }
}
