package krait.workers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import krait.base.Blame;
import krait.base.Problem;

/// Finds the Python interpreter of an application.
public final class Interpreters {
    static final String REMEDY =
            "install Python 3.10 or newer, or name an interpreter with --python";

    private static final int MINOR_MIN = 10;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("Python (\\d+)\\.(\\d+)\\.\\S*");

    private Interpreters() {}

    /// As the other, for a server that is not installed in any interpreter.
    static Path find(String setting, Path folder, Map<String, String> environment) {
        return find(setting, folder, "", environment);
    }

    /// The interpreter that `setting` names (a path, or a command on the PATH), else that of
    /// VIRTUAL_ENV, else that of `.venv` in `folder`, else the one that Krait is installed in, else
    /// `python3` on the PATH. It is not started: a process costs more than the answer is worth
    /// while everything is well.
    ///
    /// @param setting what the user asked for, or empty
    /// @param folder the application's folder
    /// @param home the interpreter that Krait is installed in, or empty
    /// @param environment of the server
    /// @throws krait.base.KraitException blame USER, when there is no such interpreter
    public static Path find(
            String setting, Path folder, String home, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        if (!setting.isEmpty()) {
            return named(setting, path);
        }
        String active = environment.getOrDefault("VIRTUAL_ENV", "");
        if (!active.isEmpty()) {
            return inVirtualEnvironment(Path.of(active), "VIRTUAL_ENV");
        }
        Path beside = folder.resolve(".venv");
        if (Files.isDirectory(beside)) {
            return inVirtualEnvironment(beside, "the application's folder");
        }
        if (!home.isEmpty() && runnable(Path.of(home))) {
            return Path.of(home);
        }
        return onPath("python3", path)
                .orElseThrow(() ->
                        Problem.of(
                                        "python-not-found",
                                        Blame.USER,
                                        "there is no Python interpreter: no VIRTUAL_ENV, no"
                                                + " .venv beside the application, no"
                                                + " python3 on the PATH")
                                .at(folder.toString())
                                .remedy(REMEDY)
                                .exception());
    }

    private static Path named(String setting, String path) {
        if (setting.indexOf(File.separatorChar) < 0) {
            Optional<Path> command = onPath(setting, path);
            if (command.isPresent()) {
                return command.get();
            }
        }
        // A virtual environment's interpreter finds its packages by the name it was called with:
        // links are not followed.
        Path file = Path.of(setting).toAbsolutePath();
        if (Files.isDirectory(file)) {
            return inVirtualEnvironment(file, "--python");
        }
        if (runnable(file)) {
            return file;
        }
        String fault = Files.exists(file) ? " is not executable" : " does not exist";
        throw Problem.of("python-not-found", Blame.USER, "the interpreter " + setting + fault)
                .at(file.toString())
                .remedy("correct --python, or leave it out to search for one")
                .exception();
    }

    private static Path inVirtualEnvironment(Path folder, String origin) {
        return Stream.of("bin/python3", "bin/python")
                .map(folder.toAbsolutePath()::resolve)
                .filter(Interpreters::runnable)
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(
                                        "python-not-found",
                                        Blame.USER,
                                        "the virtual environment of "
                                                + origin
                                                + " has no bin/python3 that runs")
                                .at(folder.toString())
                                .remedy("create it anew: python3 -m venv " + folder)
                                .exception());
    }

    private static Optional<Path> onPath(String command, String path) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command).toAbsolutePath())
                .filter(Interpreters::runnable)
                .findFirst();
    }

    private static boolean runnable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /// What is wrong with an interpreter that did not run our code; empty when nothing is. It
    /// starts the interpreter and waits for it: only for the case of failure.
    static Optional<Problem> diagnose(Path python) {
        if (!runnable(python)) {
            return Optional.of(fault(python, "the interpreter is missing or not executable"));
        }
        String said;
        try {
            said = ask(python);
        } catch (IOException e) {
            return Optional.of(fault(python, "the interpreter can't be started: " + reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            return Optional.of(
                    fault(python, "the interpreter does not run: it said \"" + said + "\""));
        }
        boolean old =
                Integer.parseInt(version.group(1)) < 3
                        || (Integer.parseInt(version.group(1)) == 3
                                && Integer.parseInt(version.group(2)) < MINOR_MIN);
        return old
                ? Optional.of(
                        Problem.of("python-too-old", Blame.USER, version.group() + " is too old")
                                .at(python.toString())
                                .remedy(REMEDY))
                : Optional.empty();
    }

    private static String ask(Path python) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(python.toString(), "--version")
                        .redirectErrorStream(true)
                        .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                return "nothing within " + ANSWER_TIMEOUT.toSeconds() + " s";
            }
            byte[] said = process.getInputStream().readNBytes(1000);
            return new String(said, StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly();
        }
    }

    /// The system's own words: `Permission denied` of `Exec failed, error: 13 (Permission denied)`.
    static String reason(IOException e) {
        String message = String.valueOf(e.getMessage()).strip();
        int open = message.lastIndexOf('(');
        return open >= 0 && message.endsWith(")")
                ? message.substring(open + 1, message.length() - 1)
                : message;
    }

    private static Problem fault(Path python, String what) {
        return Problem.of("python-not-runnable", Blame.USER, what)
                .at(python.toString())
                .remedy(REMEDY);
    }
}
