package krait.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import krait.server.Launcher;

/// What a command may touch of the process, passed in so that tests need none.
///
/// @param folder the current one
/// @param environment of the process
/// @param pythonHome finds the folder of the `krait` Python package; asked by commands that serve
/// @param out standard output
/// @param err standard error
/// @param signals of the operating system
/// @param launcher starts servers
/// @param halt ends the process at once with exit code 0, whatever is stuck in it
/// @param terminal whether a person looks at standard output
public record Context(
        Path folder,
        Map<String, String> environment,
        Supplier<Path> pythonHome,
        PrintStream out,
        PrintStream err,
        Signals signals,
        Launcher launcher,
        Runnable halt,
        boolean terminal) {}
