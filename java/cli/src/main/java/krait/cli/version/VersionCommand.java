package krait.cli.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import krait.base.Blame;
import krait.base.Problem;
import krait.cli.command.Command;
import krait.cli.command.Context;

/// `krait version`: the version of Krait and of the Java that runs it.
public final class VersionCommand implements Command {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "prints the version";
    }

    @Override
    public String help() {
        return "Usage: krait version\n\nPrints the versions of Krait and of its Java.\n";
    }

    @Override
    public int run(List<String> arguments, Context context) {
        if (!arguments.isEmpty()) {
            throw Problem.of("bad-option", Blame.USER, "version takes no arguments")
                    .at("command line: " + arguments.get(0))
                    .exception();
        }
        context.out().println("krait " + version() + " (Java " + Runtime.version().feature() + ")");
        return 0;
    }

    /// The version that the build wrote beside this class.
    static String version() {
        try (InputStream in = VersionCommand.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks version.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
