package krait.cli.config;

/// One setting of `krait serve` with everything that is said of it, once: the flag, the key in
/// krait.toml, the environment variable, the type, the default, the help.
///
/// @param name kebab-case; the flag without its dashes
/// @param key in krait.toml: the name, or empty for an option that the file cannot give
/// @param label of the value in help: `HOST:PORT`; empty for a switch
/// @param fallback the value when no source gives one
/// @param group heading in help
/// @param help one line without a full stop
public record Option<T>(
        String name, String key, String label, Type<T> type, T fallback, Group group, String help) {

    /// Headings of the help and of the reference page, in their order.
    public enum Group {
        APPLICATION("Application"),
        ADDRESS("Address"),
        ANSWERS("Answers"),
        WORKERS("Workers"),
        LOG("Log"),
        DEVELOPMENT("Development"),
        LIMITS("Limits");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public String flag() {
        return "--" + name;
    }

    public String variable() {
        return "KRAIT_" + Ascii.upper(name).replace('-', '_');
    }

    /// The default for people; empty when there is nothing to show.
    public String fallbackText() {
        return type.show(fallback);
    }
}
