package krait.cli.command;

/// Signals that the operating system sends to the process.
public interface Signals {
    /// Runs `action`, on a thread of its own, each time the signal arrives, in place of what the
    /// JVM does with it.
    ///
    /// @param name without `SIG`: `TERM`
    void handle(String name, Runnable action);
}
