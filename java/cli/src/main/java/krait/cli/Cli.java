package krait.cli;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Nearest;
import krait.base.Problem;
import krait.cli.check.CheckCommand;
import krait.cli.checkout.CheckoutCommand;
import krait.cli.command.Command;
import krait.cli.command.Context;
import krait.cli.run.RunCommand;
import krait.cli.serve.ServeCommand;
import krait.cli.version.VersionCommand;

/// The `krait` command: chooses the command, reports what fails.
public final class Cli {
    private static final List<Command> COMMANDS =
            List.of(
                    new ServeCommand(),
                    new CheckCommand(),
                    new RunCommand(),
                    new CheckoutCommand("test", "runs the project's own tests"),
                    new CheckoutCommand("bench", "runs the project's own benchmarks"),
                    new CheckoutCommand("build", "builds the wheel"),
                    new VersionCommand());

    /// A command that leaves its output waits this long for a reader.
    private static final long FLUSH_TIMEOUT_MS = 500;

    private final Context context;
    private boolean leavesOutput;

    public Cli(Context context) {
        this.context = context;
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    public int run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (KraitException e) {
            return new Failures(context.err(), debug(arguments)).report(e);
        } catch (InvalidPathException e) {
            return new Failures(context.err(), debug(arguments)).report(unreachable(e));
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            return new Failures(context.err(), debug(arguments)).report(e);
        } finally {
            flush();
        }
    }

    /// A stream that is stuck holds its lock, so that even a look at it may wait for ever.
    private void flush() {
        Thread flush =
                Thread.ofPlatform()
                        .daemon()
                        .name("flush")
                        .start(() -> {
                            context.out().flush();
                            context.err().flush();
                        });
        try {
            flush.join(leavesOutput ? FLUSH_TIMEOUT_MS : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int dispatch(List<String> arguments) {
        String first = arguments.isEmpty() ? "help" : arguments.get(0);
        switch (first) {
            case "help", "--help", "-h" -> {
                context.out().print(help());
                return 0;
            }
            case "--version", "-V" -> first = "version";
            default -> {}
        }
        for (Command command : COMMANDS) {
            if (command.name().equals(first)) {
                List<String> rest = arguments.subList(1, arguments.size());
                int own = command.passesOn() ? Math.min(1, rest.size()) : rest.size();
                if (asksForHelp(rest.subList(0, own))) {
                    context.out().print(command.help());
                    return 0;
                }
                leavesOutput = command.leavesOutput();
                return command.run(rest, context);
            }
        }
        throw unknown(first);
    }

    private static boolean asksForHelp(List<String> arguments) {
        int end = arguments.indexOf("--");
        List<String> options = end < 0 ? arguments : arguments.subList(0, end);
        return options.contains("--help") || options.contains("-h");
    }

    private boolean debug(List<String> arguments) {
        Map<String, String> environment = context.environment();
        return arguments.contains("--debug") || "1".equals(environment.get("KRAIT_DEBUG"));
    }

    /// Under a locale whose encoding can't express a name, Java has no path for it.
    private static KraitException unreachable(InvalidPathException e) {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        String why = "the locale of this environment cannot express it (" + encoding + ")";
        return Problem.of("path-unusable", Blame.USER, "a path cannot be used: " + why)
                .at(e.getInput())
                .remedy("set LC_ALL=C.UTF-8, or another locale of UTF-8 that is installed here")
                .exception();
    }

    private static KraitException unknown(String word) {
        List<String> names = new ArrayList<>();
        for (Command command : COMMANDS) {
            names.add(command.name());
        }
        String what = word.startsWith("-") ? "there is no option " : "there is no command ";
        String nearest = Nearest.to(word, names);
        String remedy = nearest.isEmpty() ? "" : "did you mean krait " + nearest + "? ";
        if (nearest.isEmpty() && !word.startsWith("-")) {
            remedy = "to serve an application: krait serve " + word + "; ";
        }
        return Problem.of("unknown-command", Blame.USER, what + word)
                .at("command line")
                .remedy(remedy + "krait --help lists the commands")
                .exception();
    }

    private static String help() {
        StringBuilder text = new StringBuilder();
        text.append("Krait serves Python web applications on every core.\n\n");
        text.append("Usage: krait COMMAND\n\n");
        for (Command command : COMMANDS) {
            String left = command.name() + " " + command.usage();
            text.append("  ").append(left).append(" ".repeat(Math.max(1, 23 - left.length())));
            text.append(command.summary()).append('\n');
        }
        text.append("\nTry: krait serve mysite.wsgi      Options: krait serve --help\n");
        return text.toString();
    }
}
