package krait.runtime.lib;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import krait.runtime.Interrupts;
import krait.runtime.KeyboardInterrupt;
import krait.runtime.ValueError;

/// The module `time`.
public final class TimeModule {
    private static final double NANOS_PER_SECOND = 1e9;

    private TimeModule() {}

    /// `time.time_ns()`.
    public static long time_ns() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /// `time.time()`.
    public static double time() {
        return time_ns() / NANOS_PER_SECOND;
    }

    /// `time.perf_counter_ns()`.
    public static long perf_counter_ns() {
        return System.nanoTime();
    }

    /// `time.perf_counter()`.
    public static double perf_counter() {
        return perf_counter_ns() / NANOS_PER_SECOND;
    }

    /// `time.monotonic_ns()`.
    public static long monotonic_ns() {
        return System.nanoTime();
    }

    /// `time.monotonic()`.
    public static double monotonic() {
        return monotonic_ns() / NANOS_PER_SECOND;
    }

    /// `time.process_time_ns()`.
    public static long process_time_ns() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /// `time.process_time()`.
    public static double process_time() {
        return process_time_ns() / NANOS_PER_SECOND;
    }

    /// `time.sleep(seconds)`.
    public static void sleep(double seconds) {
        if (!(seconds >= 0)) {
            throw new ValueError(
                    Double.isNaN(seconds)
                            ? "Invalid value NaN (not a number)"
                            : "sleep length must be non-negative");
        }
        try {
            TimeUnit.NANOSECONDS.sleep((long) Math.ceil(seconds * NANOS_PER_SECOND));
        } catch (InterruptedException e) {
            Interrupts.poll();
            throw new KeyboardInterrupt();
        }
    }
}
