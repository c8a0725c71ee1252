package krait.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import krait.cli.command.Context;
import krait.cli.settings.PythonHome;
import krait.server.Serving;

/// Entry point of the `krait` command: gives it the real process.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Context process =
                new Context(
                        Path.of("").toAbsolutePath(),
                        System.getenv(),
                        new PythonHome(),
                        System.out,
                        System.err,
                        new ProcessSignals(),
                        new Serving(),
                        () -> Runtime.getRuntime().halt(0),
                        isTerminal());
        System.exit(new Cli(process).run(List.of(arguments)));
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
