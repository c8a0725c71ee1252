package krait.workers;

/// What is counted over all workers of a fleet.
enum Incident {
    RESTART,
    START_TIMEOUT,
    STOP_TIMEOUT,
    HANG
}
