package krait.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import krait.base.Blame;
import krait.base.Problem;

/// What stands behind `krait check` when it is about typed programs.
///
/// @param paths files and folders
/// @param json whether a program reads the answer
/// @param explain a code to explain; empty for none
record ProgramArguments(List<String> paths, boolean json, String explain) {
    static final String HELP =
            """
            Usage: krait check FILE.py… [--format text|json]
                   krait check --explain CODE

            Tells what the compiler thinks of typed Python programs: every place that it does not
            accept, with the reason and a rewrite. A folder stands for all Python files below it.
            Exits with 0 if everything is accepted, else with 2.

              --format FORMAT   text (default) for people, json for programs
              --explain CODE    what a code such as KR310 means, with a program that is refused
                                and its rewrite
              --typed           check as typed programs even what looks like an application: a
                                file that binds app or application, a folder with wsgi.py
            """;
    private static final String FORMAT = "--format";
    private static final String EXPLAIN = "--explain";
    private static final String TYPED = "--typed";
    private static final Set<String> OWN = Set.of(FORMAT, EXPLAIN, TYPED);

    /// Whether an argument is an option that only typed programs have.
    static boolean isOwn(String argument) {
        int equals = argument.indexOf('=');
        return OWN.contains(equals < 0 ? argument : argument.substring(0, equals));
    }

    static ProgramArguments read(List<String> arguments) {
        List<String> paths = new ArrayList<>();
        boolean json = false;
        String explain = "";
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-")) {
                paths.add(argument);
                continue;
            }
            if (!isOwn(argument)) {
                throw problem("krait check of programs has no option " + argument)
                        .remedy("krait check --help lists the options")
                        .exception();
            }
            if (argument.equals(TYPED)) {
                continue;
            }
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            String value =
                    equals >= 0
                            ? argument.substring(equals + 1)
                            : i + 1 < arguments.size() ? arguments.get(++i) : "";
            if (option.equals(EXPLAIN)) {
                explain = code(value);
            } else {
                json = isJson(value);
            }
        }
        if (paths.isEmpty() && explain.isEmpty()) {
            throw problem("krait check needs a file or a folder")
                    .remedy("krait check program.py")
                    .exception();
        }
        return new ProgramArguments(List.copyOf(paths), json, explain);
    }

    private static boolean isJson(String value) {
        return switch (value) {
            case "json" -> true;
            case "text" -> false;
            default ->
                    throw problem("--format is text or json, not '" + value + "'")
                            .remedy("leave it out for text")
                            .exception();
        };
    }

    private static String code(String value) {
        if (value.isEmpty()) {
            throw problem("--explain needs a code")
                    .remedy("krait check --explain KR310")
                    .exception();
        }
        return value;
    }

    private static Problem problem(String message) {
        return Problem.of("check-usage", Blame.USER, message).at("command line");
    }
}
