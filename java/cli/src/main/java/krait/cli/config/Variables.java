package krait.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import krait.base.Nearest;

/// Reads the `KRAIT_…` variables of the environment.
public final class Variables {
    private static final String PREFIX = "KRAIT_";

    private Variables() {}

    /// The options that the environment gives. An empty variable gives nothing.
    ///
    /// @param folder that relative paths begin in
    public static List<Given> read(Map<String, String> environment, Path folder) {
        List<Given> given = new ArrayList<>();
        for (Option<?> option : ServeOptions.ALL) {
            String name = option.variable();
            String text = environment.getOrDefault(name, "");
            if (!text.isEmpty()) {
                String place = "environment: " + name + "=" + text;
                Origin origin = new Origin(Source.ENVIRONMENT, name, place, folder);
                boolean pairs = option.type().arity() == Type.Arity.PAIRS;
                for (String part : pairs ? Lists.split(text) : List.of(text)) {
                    given.add(new Given(option, part, origin));
                }
            }
        }
        return given;
    }

    /// One line for each variable that looks like a misspelt option. Others with the prefix are
    /// left alone: they may belong to the application.
    public static List<String> warnings(Map<String, String> environment) {
        List<String> warnings = new ArrayList<>();
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX)) {
                List<String> known = known();
                String nearest = known.contains(name) ? "" : Nearest.to(name, known);
                if (!nearest.isEmpty()) {
                    warnings.add(name + " has no effect; did you mean " + nearest + "?");
                }
            }
        }
        return warnings;
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        for (Option<?> option : ServeOptions.ALL) {
            known.add(option.variable());
        }
        return known;
    }
}
