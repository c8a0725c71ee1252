package krait.workers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import krait.base.KraitException;
import krait.base.Problem;

/// Waits for what other threads and processes do.
final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Await() {}

    static void until(Supplier<String> what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > DEADLINE.toNanos()) {
                throw new AssertionError("waited in vain until " + what.get());
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
    }

    static Problem problem(CompletableFuture<?> future) {
        try {
            done(future);
        } catch (CompletionException e) {
            if (e.getCause() instanceof KraitException fault) {
                return fault.problem();
            }
            throw e;
        }
        throw new AssertionError("no problem");
    }

    static void gone(long pid) {
        Await.until(
                () -> "process " + pid + " is gone",
                () -> ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true));
    }
}
