package krait.cli.config;

import java.util.List;

/// What an option takes, in whichever source it stands: how its texts are read, shown and
/// described. Behaviour is methods, not pattern switches: a type switch costs its bootstrap at
/// start-up.
public interface Type<T> {
    /// How often an option is given and whether it takes a value.
    enum Arity {
        /// `--reload`, `--no-reload`.
        SWITCH,
        /// The last one counts.
        ONCE,
        /// Each time adds a value; commas separate values as well.
        MANY,
        /// Each time adds `KEY=VALUE`; sources add up, key by key.
        PAIRS
    }

    /// TOML types that krait.toml may hold for it.
    enum Form {
        STRING("a string"),
        INTEGER("an integer"),
        BOOLEAN("true or false"),
        STRINGS("an array of strings"),
        TABLE("a table");

        private final String text;

        Form(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    T read(String text, Origin origin) throws Refused;

    /// `value` as a person writes it.
    String show(T value);

    /// Completes "expects …".
    String expects();

    default Arity arity() {
        return Arity.ONCE;
    }

    default List<Form> forms() {
        return List.of(Form.STRING);
    }

    /// The value when one source gave the option twice.
    default T and(T first, T second) {
        return second;
    }

    /// The value when a lower source gave `lower` and a higher one `higher`.
    default T over(T lower, T higher) {
        return higher;
    }
}
