package krait.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import krait.base.Blame;
import krait.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.toml.TomlFactory;

/// Turns TOML into maps, lists, strings, numbers and booleans. It reads Jackson's tokens instead of
/// binding with its mapper: that takes a quarter of the time at start-up (docs/decisions/020).
final class TomlParser {
    private static final String DUPLICATE = "Duplicate key";

    private TomlParser() {}

    /// Parses the text of a krait.toml.
    ///
    /// @throws krait.base.KraitException blame USER, with line and column, when it is not TOML
    static Map<String, Object> parse(TomlText toml) {
        try (JsonParser parser =
                new TomlFactory().createParser(ObjectReadContext.empty(), toml.text())) {
            return parser.nextToken() == JsonToken.START_OBJECT ? table(parser) : Map.of();
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            if (location != null && reason(e).contains(DUPLICATE)) {
                // Jackson notices it when it has read on, and does not tell which key it is.
                toml.repeated(location.getLineNr())
                        .ifPresent(again -> {
                            throw Problem.of(
                                            "config-syntax",
                                            Blame.USER,
                                            "the key " + again.key() + " stands here a second time")
                                    .at(again.place())
                                    .remedy(
                                            "remove one of the two; the first is in "
                                                    + again.first())
                                    .exception();
                        });
            }
            String place =
                    location == null
                            ? toml.file().toString()
                            : toml.place(location.getLineNr(), location.getColumnNr());
            throw Problem.of("config-syntax", Blame.USER, "this is not TOML: " + reason(e))
                    .at(place)
                    .remedy("correct the line; texts stand in quotes: key = \"value\"")
                    .exception();
        }
    }

    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int lines = message.indexOf('\n');
        return lines < 0 ? message : message.substring(0, lines);
    }

    private static Map<String, Object> table(JsonParser parser) {
        Map<String, Object> table = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            table.put(key, value(parser));
        }
        return table;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> table(parser);
            case START_ARRAY -> array(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getString();
        };
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
