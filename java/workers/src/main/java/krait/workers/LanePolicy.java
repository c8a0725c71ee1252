package krait.workers;

import java.time.Duration;

/// Numbers of the dispatch.
///
/// @param batchTarget work that a lane may have ahead of time; depth = target / mean service time
/// @param depthMax most requests in progress on one lane
/// @param queueDepthMax requests waiting on each loop
/// @param queueWaitMax longest wait
/// @param requestTimeout from the moment a lane can begin the request; zero is off
/// @param cancelGrace time that a cancelled request has before its process counts as hung
public record LanePolicy(
        Duration batchTarget,
        int depthMax,
        int queueDepthMax,
        Duration queueWaitMax,
        Duration requestTimeout,
        Duration cancelGrace) {

    /// A lane may have the work of 1 ms ahead of time; measured in decision 050.
    public static final Duration BATCH_TARGET = Duration.ofMillis(1);

    public static final int DEPTH_MAX = 64;

    public static final Duration CANCEL_GRACE = Duration.ofSeconds(5);
}
