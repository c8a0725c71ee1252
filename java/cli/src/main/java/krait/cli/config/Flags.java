package krait.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import krait.base.Blame;
import krait.base.Nearest;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// Reads the arguments that follow `krait serve` or `krait check`.
public final class Flags {
    private static final String PLACE = "command line";

    private final String command;
    private final Path folder;
    private final List<Given> given = new ArrayList<>();

    private Flags(String command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /// Reads arguments.
    ///
    /// @param command for messages: `serve`
    /// @param folder that relative paths begin in
    /// @throws krait.base.KraitException blame USER, for an option that does not exist, a value
    ///   that is missing, or a second application
    public static List<Given> read(String command, List<String> arguments, Path folder) {
        Flags flags = new Flags(command, folder);
        boolean options = true;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (options && argument.equals("--")) {
                options = false;
            } else if (options && argument.startsWith("-") && argument.length() > 1) {
                String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "--";
                i += flags.option(argument, next);
            } else {
                flags.application(argument);
            }
        }
        return flags.given;
    }

    /// Returns how many arguments it took beside `argument`.
    private int option(String argument, String next) {
        int equals = argument.indexOf('=');
        String flag = equals < 0 ? argument : argument.substring(0, equals);
        boolean negated = flag.startsWith("--no-");
        Option<?> option = find(negated ? "--" + flag.substring(5) : flag);
        if (option == null || (negated && option.type().arity() != Type.Arity.SWITCH)) {
            throw unknown(flag);
        }
        if (option.type().arity() == Type.Arity.SWITCH) {
            if (negated && equals >= 0) {
                throw Problem.of("bad-option", Blame.USER, flag + " takes no value")
                        .at(PLACE + ": " + argument)
                        .remedy("write " + flag)
                        .exception();
            }
            add(
                    option,
                    equals < 0 ? String.valueOf(!negated) : argument.substring(equals + 1),
                    argument);
            return 0;
        }
        if (equals >= 0) {
            add(option, argument.substring(equals + 1), argument);
            return 0;
        }
        if (next.startsWith("--")) {
            throw Problem.of("bad-option", Blame.USER, flag + " needs a value")
                    .at(PLACE)
                    .remedy("write " + flag + " " + option.label())
                    .exception();
        }
        add(option, next, argument + " " + next);
        return 1;
    }

    private void application(String text) {
        for (Given earlier : given) {
            if (earlier.option().name().equals(ServeOptions.APP.name())) {
                throw secondApplication(earlier.text(), text);
            }
        }
        Origin origin = new Origin(Source.FLAG, "APP", PLACE + ": " + text, folder);
        given.add(new Given(ServeOptions.APP, text, origin));
    }

    private RuntimeException secondApplication(String first, String text) {
        return Problem.of(
                        "bad-option",
                        Blame.USER,
                        command + " takes one application, and this is a second one: " + text)
                .at(PLACE + ": " + first + " … " + text)
                .remedy("serve more with --mount PREFIX=APP; an option's value follows its flag")
                .exception();
    }

    private void add(Option<?> option, String text, String written) {
        Origin origin = new Origin(Source.FLAG, option.flag(), PLACE + ": " + written, folder);
        given.add(new Given(option, text, origin));
    }

    private static @Nullable Option<?> find(String flag) {
        for (Option<?> option : ServeOptions.FLAGS) {
            if (option.flag().equals(flag)) {
                return option;
            }
        }
        return null;
    }

    private RuntimeException unknown(String flag) {
        List<String> known = new ArrayList<>();
        known.add("--help");
        for (Option<?> option : ServeOptions.FLAGS) {
            known.add(option.flag());
        }
        String nearest = Nearest.to(flag, known);
        String help = "krait " + command + " --help lists the options";
        return Problem.of("unknown-option", Blame.USER, "there is no option " + flag)
                .at(PLACE)
                .remedy(nearest.isEmpty() ? help : "did you mean " + nearest + "? " + help)
                .exception();
    }
}
