package krait.workers;

/// Decides whether a process that says HELLO on a socket is one of ours. Thread-safe.
@FunctionalInterface
public interface LinkGate {
    /// Whether `token` is the one that this process was given at its start.
    boolean knows(int process, String token);
}
