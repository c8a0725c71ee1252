package krait.cli.config;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import krait.base.Blame;
import krait.base.Nearest;
import krait.base.Problem;
import krait.cli.config.Type.Form;
import org.jspecify.annotations.Nullable;

/// Reads a krait.toml against the table of options: a key is the name of an option. Limits may
/// stand together in the table `[limits]`. Keys that no option has are refused.
public final class TomlFile {
    private static final String LIMITS = "limits";

    private final TomlText toml;
    private final List<Given> given = new ArrayList<>();

    private TomlFile(TomlText toml) {
        this.toml = toml;
    }

    /// The options that the file gives.
    ///
    /// @throws krait.base.KraitException blame USER: unreadable, not TOML, an unknown key, a wrong
    ///   type
    public static List<Given> read(Path file) {
        TomlFile reader = new TomlFile(TomlText.read(file.toAbsolutePath().normalize()));
        reader.table("", TomlParser.parse(reader.toml));
        return reader.given;
    }

    private void table(String table, Map<String, Object> values) {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            String key = table.isEmpty() ? entry.getKey() : table + "." + entry.getKey();
            if (key.equals(LIMITS) && entry.getValue() instanceof Map<?, ?> limits) {
                table(LIMITS, strings(limits));
                continue;
            }
            String place = toml.place(table, entry.getKey());
            option(find(key, place), key, entry.getValue(), place);
        }
    }

    private static Option<?> find(String key, String place) {
        List<String> known = new ArrayList<>();
        for (Option<?> option : ServeOptions.ALL) {
            boolean limit = option.group() == Option.Group.LIMITS;
            if (option.key().equals(key) || (limit && key.equals(inLimits(option)))) {
                return option;
            }
            if (!option.key().isEmpty()) {
                known.add(key.startsWith(LIMITS) && limit ? inLimits(option) : option.key());
            }
        }
        known.add(LIMITS);
        String nearest = Nearest.to(key, known);
        String all = "docs/reference/configuration.md lists the keys";
        throw Problem.of("unknown-key", Blame.USER, "there is no key " + key)
                .at(place)
                .remedy(nearest.isEmpty() ? all : "did you mean " + nearest + "? " + all)
                .exception();
    }

    private static String inLimits(Option<?> option) {
        return LIMITS + "." + option.key();
    }

    private void option(Option<?> option, String key, Object value, String place) {
        Origin origin = new Origin(Source.FILE, key, place, folder());
        Form form = form(value);
        if (form == Form.TABLE && option.type().forms().contains(Form.TABLE)) {
            pairs(option, key, strings((Map<?, ?>) value));
        } else if (form == null || !option.type().forms().contains(form)) {
            throw wrongType(option, value, origin);
        } else if (value instanceof List<?> texts) {
            for (Object text : texts) {
                given.add(new Given(option, (String) text, origin));
            }
        } else {
            given.add(new Given(option, value.toString(), origin));
        }
    }

    private void pairs(Option<?> option, String key, Map<String, Object> values) {
        for (Map.Entry<String, Object> pair : values.entrySet()) {
            String name = key + "." + pair.getKey();
            String place = toml.place(key, pair.getKey());
            Origin origin = new Origin(Source.FILE, name, place, folder());
            if (!(pair.getValue() instanceof String text)) {
                throw wrong(origin, "expects a string", pair.getValue(), "write it in quotes");
            }
            if (pair.getKey().isEmpty() || pair.getKey().indexOf('=') >= 0) {
                throw wrong(origin, "expects a name without =", pair.getKey(), "");
            }
            given.add(new Given(option, pair.getKey() + "=" + text, origin));
        }
    }

    private Path folder() {
        return Objects.requireNonNull(toml.file().getParent(), "the path is absolute");
    }

    private static RuntimeException wrongType(Option<?> option, Object value, Origin origin) {
        StringBuilder forms = new StringBuilder();
        for (Form form : option.type().forms()) {
            forms.append(forms.isEmpty() ? "" : " or ").append(form.text());
        }
        String expects = "expects " + option.type().expects() + ", written as " + forms;
        String remedy = "";
        if (form(value) == Form.INTEGER && option.type().forms().contains(Form.STRING)) {
            remedy = "write it in quotes, with its unit if it has one";
        } else if (form(value) == Form.STRING && !option.type().forms().contains(Form.STRINGS)) {
            remedy = "write it without quotes";
        }
        return wrong(origin, expects, value, remedy);
    }

    private static RuntimeException wrong(
            Origin origin, String expects, Object value, String remedy) {
        return new Refused(expects + "; this is " + described(value), remedy)
                .problem(origin)
                .exception();
    }

    private static String described(Object value) {
        Form form = form(value);
        if (form != null) {
            return form == Form.STRING ? "the string \"" + value + "\"" : form.text();
        }
        return value instanceof Number ? "the number " + value : "an array of other values";
    }

    private static @Nullable Form form(Object value) {
        if (value instanceof String) {
            return Form.STRING;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return Form.INTEGER;
        }
        if (value instanceof Boolean) {
            return Form.BOOLEAN;
        }
        if (value instanceof Map) {
            return Form.TABLE;
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof String)) {
                    return null;
                }
            }
            return Form.STRINGS;
        }
        return null;
    }

    private static Map<String, Object> strings(Map<?, ?> table) {
        @SuppressWarnings("unchecked") // TomlParser builds every table with string keys
        Map<String, Object> typed = (Map<String, Object>) table;
        return typed;
    }
}
