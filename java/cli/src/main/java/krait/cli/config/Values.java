package krait.cli.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of the options after all sources are read. Precedence stands here and nowhere else.
public final class Values {
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();

    private Values() {}

    /// Reads what was given.
    ///
    /// @param given in any order of sources; those of one source in the order that they were given
    /// @throws krait.base.KraitException blame USER, for a text that its option does not take
    public static Values of(List<Given> given) {
        Values values = new Values();
        for (Source source : Source.values()) {
            for (Given one : given) {
                if (one.origin().source() == source) {
                    values.put(one.option(), one);
                }
            }
        }
        return values;
    }

    private <T> void put(Option<T> option, Given given) {
        T value;
        try {
            value = option.type().read(given.text(), given.origin());
        } catch (Refused refused) {
            throw refused.problem(given.origin()).exception();
        }
        if (has(option)) {
            boolean again = source(option) == given.origin().source();
            T before = get(option);
            value = again ? option.type().and(before, value) : option.type().over(before, value);
        }
        values.put(option.name(), value);
        origins.put(option.name(), given.origin());
    }

    /// The value of the highest source that gave one, else the default.
    @SuppressWarnings("unchecked") // put() is the only writer and pairs a T with an Option<T>
    public <T> T get(Option<T> option) {
        Object value = values.get(option.name());
        return value == null ? option.fallback() : (T) value;
    }

    public boolean has(Option<?> option) {
        return values.containsKey(option.name());
    }

    public Source source(Option<?> option) {
        Origin origin = origins.get(option.name());
        return origin == null ? Source.DEFAULT : origin.source();
    }

    /// Where the value was given, for messages about it. Only for an option that [#has] one.
    public Origin origin(Option<?> option) {
        Origin origin = origins.get(option.name());
        if (origin == null) {
            throw new IllegalArgumentException(option.name() + " has no origin: nobody gave it");
        }
        return origin;
    }
}
