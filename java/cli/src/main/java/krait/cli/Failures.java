package krait.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Problem;

/// Tells a person what failed, in a few lines, and chooses the exit code. A Java stack trace is
/// shown for our own defects alone, and only with `--debug`; else it goes to a file that the
/// message names.
final class Failures {
    private final PrintStream err;
    private final boolean debug;

    Failures(PrintStream err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    /// Reports a problem.
    ///
    /// @return the exit code of its blame
    int report(KraitException failure) {
        Problem problem = failure.problem();
        print(problem);
        if (problem.blame() == Blame.INTERNAL) {
            trace(failure);
        }
        return problem.blame().exitCode();
    }

    /// Reports a failure that nobody foresaw.
    ///
    /// @return the exit code of our own defects
    int report(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        print(
                Problem.of(
                                "internal",
                                Blame.INTERNAL,
                                "a defect of Krait: "
                                        + (message == null ? name : name + ": " + message))
                        .remedy("please report it with the stack trace"));
        trace(failure);
        return Blame.INTERNAL.exitCode();
    }

    private void print(Problem problem) {
        err.println("krait: error: " + problem.text());
    }

    private void trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        if (debug) {
            err.print(trace);
            return;
        }
        try {
            Path file = Files.createTempFile("krait-", ".log");
            Files.writeString(file, trace.toString());
            err.println("  stack trace: " + file);
        } catch (IOException e) {
            err.println("  stack trace: not written (" + e.getMessage() + "); --debug shows it");
        }
    }
}
