package krait.base;

import java.time.Instant;

/// Time as it is passed in, so that a test can turn it.
public interface Clock {
    /// Monotonic nanoseconds; only differences mean something.
    long nanoTime();

    /// Wall-clock time.
    Instant now();

    /// The machine's clock.
    Clock SYSTEM =
            new Clock() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public Instant now() {
                    return Instant.now();
                }
            };
}
