package krait.workers;

import krait.base.Problem;

/// What a [Launcher] tells about a process.
sealed interface ProcessReport {
    /// The application is loaded, the lanes are connected.
    record Loaded(String python, String application) implements ProcessReport {}

    /// The application can't be loaded; the process is about to end.
    record LoadFailed(Problem problem) implements ProcessReport {}

    /// The Python stacks of all threads.
    record Stacks(String text) implements ProcessReport {}

    /// The control link is closed. `corrupt`: it was cut because of what came over it.
    record LinkLost(String why, boolean corrupt) implements ProcessReport {}

    /// The process has ended; its last report. `lastOutput` is what it printed last.
    record Exited(int status, String lastOutput) implements ProcessReport {}

    /// There never was a process, or the interpreter never ran our code; its last report.
    record NotStarted(Problem problem) implements ProcessReport {}
}
