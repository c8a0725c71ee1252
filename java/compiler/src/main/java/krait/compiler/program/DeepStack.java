package krait.compiler.program;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// A thread whose stack holds every phase's recursion over the deepest tree that the parser lets
/// through. Memory is taken as it is used.
final class DeepStack {
    private static final long STACK_BYTES = 1000L << 20;

    private DeepStack() {}

    /// Runs it there and waits for the result.
    static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable run =
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (Throwable thrown) {
                        result.completeExceptionally(thrown);
                    }
                };
        new Thread(null, run, "compiler", STACK_BYTES).start();
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }
}
