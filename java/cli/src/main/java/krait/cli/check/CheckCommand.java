package krait.cli.check;

import java.util.List;
import krait.cli.command.Command;
import krait.cli.command.Context;
import krait.cli.config.Help;
import krait.cli.settings.Arguments;
import krait.server.Launcher;
import krait.server.Settings;

/// `krait check`: loads what `krait serve` would serve, says what it found, serves nothing; or
/// tells what the compiler thinks of typed programs.
public final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String usage() {
        return "[APP | FILE.py…] [options]";
    }

    @Override
    public String summary() {
        return "loads an application, or checks typed programs; serves nothing";
    }

    @Override
    public String help() {
        return ProgramArguments.HELP
                + "\n"
                + Help.of(
                        name(),
                        "Loads what krait serve would serve, reports, exits; serves nothing.");
    }

    @Override
    public int run(List<String> arguments, Context context) {
        if (Subject.isPrograms(arguments, context.folder())) {
            return ProgramCheck.run(ProgramArguments.read(arguments), context);
        }
        Settings settings = Arguments.read(name(), arguments, context);
        List<Launcher.Loaded> all = context.launcher().check(settings);
        for (Launcher.Loaded one : all) {
            String place = one.prefix().isEmpty() ? "/" : one.prefix();
            context.out()
                    .println(
                            place
                                    + "  "
                                    + one.application()
                                    + "  "
                                    + one.callingConvention()
                                    + (one.python().isEmpty() ? "" : ", Python " + one.python()));
        }
        for (Settings.Mount mount : settings.mounts()) {
            if (mount instanceof Settings.Static folder) {
                String place = folder.prefix().isEmpty() ? "/" : folder.prefix();
                context.out().println(place + "  " + folder.folder() + "  static files");
            }
        }
        context.out().println("krait: check passed");
        return 0;
    }
}
