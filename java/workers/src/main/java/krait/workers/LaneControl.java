package krait.workers;

import java.util.concurrent.CompletableFuture;

/// What the supervisor tells the lane pool. Thread-safe.
public interface LaneControl {
    /// The process is ready: its lanes take requests from now on.
    void admit(int process);

    /// The process gets no further requests. Completes when those in progress are answered (at once
    /// when there are none).
    CompletableFuture<Void> drain(int process);

    /// Requests that are still in progress on the process are answered 503, or cut where the answer
    /// has begun, and cancelled.
    void cancel(int process);

    /// The process is dead or given up: its links are closed; requests it had not begun go to
    /// another lane; those it had begun are retried when that is safe, else answered 502.
    void discard(int process, String reason);

    /// Every process of the mount has failed for good: what waits, and what comes from now on, is
    /// answered 503, until [#admit] is called again.
    void refuse(String reason);
}
