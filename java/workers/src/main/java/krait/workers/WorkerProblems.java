package krait.workers;

import krait.base.Blame;
import krait.base.Problem;

/// Why a worker's process died, in words. What stops an application from loading is the
/// application's fault; what happens later is the worker's.
final class WorkerProblems {
    private WorkerProblems() {}

    static Problem startTimeout(String name, WorkerSpec spec, String lastOutput) {
        long seconds = spec.limits().startTimeout().toSeconds();
        return withOutput(
                Problem.of(
                                "worker-start-timeout",
                                Blame.APP,
                                name + " was not ready within " + seconds + " s")
                        .at(spec.application().place())
                        .remedy(
                                "see what the application waits for while it is loaded, or raise"
                                        + " --start-timeout"),
                lastOutput);
    }

    static Problem startFailed(String name, WorkerSpec spec, ProcessReport.Exited exited) {
        return withOutput(
                Problem.of(
                                "worker-start-failed",
                                Blame.APP,
                                name
                                        + " ended before it was ready: "
                                        + ExitStatus.words(exited.status()))
                        .at(spec.application().place()),
                exited.lastOutput());
    }

    static Problem died(String name, int status) {
        return Problem.of("worker-died", Blame.WORKER, name + " died: " + ExitStatus.words(status));
    }

    static Problem hung(String name, String why) {
        return Problem.of("worker-hung", Blame.APP, name + " hangs: " + why)
                .remedy("see the stacks of its threads in the log");
    }

    static Problem linkLost(String name, String why) {
        return Problem.of("worker-link-lost", Blame.WORKER, name + ": " + why);
    }

    static Problem givenUp(String name, int deaths) {
        return Problem.of(
                        "worker-crash-loop",
                        Blame.WORKER,
                        name + " has died " + deaths + " times in a row and is given up")
                .remedy("correct the cause, which the log names above, then reload");
    }

    private static Problem withOutput(Problem problem, String output) {
        if (output.isBlank()) {
            return problem;
        }
        String shown = "\n  it printed last:\n    " + output.strip().replace("\n", "\n    ");
        return new Problem(
                problem.code(),
                problem.blame(),
                problem.what() + shown,
                problem.where(),
                problem.remedy(),
                problem.safe());
    }
}
