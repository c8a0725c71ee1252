package krait.workers;

/// What the lanes tell the supervisor. Thread-safe; returns at once.
public interface WorkerWatch {
    /// Raise RequestTimeout in the request that the lane runs.
    void cancel(int process, int lane, int id);

    /// The process does not answer any more, or speaks nonsense: show its stacks, then kill and
    /// replace it.
    void hung(int process, String why);
}
