package krait.workers;

/// The lanes of one event loop at one moment.
///
/// @param loop number, from 0
/// @param lanes that take requests
/// @param busy lanes with at least one request
/// @param inFlight requests given to the lanes and not answered
/// @param waiting requests in the queue
/// @param oldestNanos how long the first of them has waited; 0 when none does
/// @param served requests that the lanes have finished
/// @param busyNanos time that they took
/// @param queueFull requests refused because the queue was full
/// @param waitedTooLong requests refused because they had waited too long
/// @param requestTimeouts requests that ran longer than they may
public record LoopStats(
        int loop,
        int lanes,
        int busy,
        int inFlight,
        int waiting,
        long oldestNanos,
        long served,
        long busyNanos,
        long queueFull,
        long waitedTooLong,
        long requestTimeouts) {}
