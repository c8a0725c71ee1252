package krait.runtime.lib;

import java.util.ArrayList;
import java.util.List;
import krait.runtime.PyIterator;
import krait.runtime.Suggestions;
import krait.runtime.TypeError;
import krait.runtime.Values;

/// What calls with `**mapping` ask. Lists of names are texts with spaces between them.
@SuppressWarnings("MemberName")
public final class CallsModule {
    private CallsModule() {}

    /// `name in given`.
    public static boolean has(Object given, CharSequence name) {
        return Values.contains(given, name);
    }

    /// Raises CPython's TypeError for names that are wrong, given twice, or missing.
    ///
    /// @param called how the function is named where a name is given twice
    /// @param explicit the parameters that the call names itself
    /// @param taken the parameters that have an argument by position
    /// @param names all parameters
    /// @param required those that only the mapping can give
    /// @param named the same of parameters that are given by name alone
    public static void check_names(
            Object given,
            CharSequence called,
            CharSequence function,
            CharSequence explicit,
            CharSequence taken,
            CharSequence names,
            CharSequence required,
            CharSequence named) {
        List<String> keys = new ArrayList<>();
        PyIterator all = Values.iter(given);
        while (all.advance()) {
            keys.add(String.valueOf(all.value()));
        }
        for (String key : keys) {
            if (split(explicit).contains(key)) {
                throw new TypeError(
                        called + "() got multiple values for keyword argument '" + key + "'");
            }
        }
        List<String> known = split(names);
        for (String key : keys) {
            if (!known.contains(key)) {
                String hint =
                        Suggestions.of(key, known)
                                .map(s -> ". Did you mean '" + s + "'?")
                                .orElse("");
                throw new TypeError(
                        function + "() got an unexpected keyword argument '" + key + "'" + hint);
            }
            if (split(taken).contains(key)) {
                throw new TypeError(function + "() got multiple values for argument '" + key + "'");
            }
        }
        missing(function, split(required), keys, "positional");
        missing(function, split(named), keys, "keyword-only");
    }

    private static List<String> split(CharSequence names) {
        return names.toString().isBlank()
                ? List.of()
                : List.of(names.toString().strip().split(" "));
    }

    private static void missing(
            CharSequence function, List<String> required, List<String> keys, String kind) {
        List<String> open =
                required.stream().filter(n -> !keys.contains(n)).map(n -> "'" + n + "'").toList();
        if (open.isEmpty()) {
            return;
        }
        int count = open.size();
        String shown =
                switch (count) {
                    case 1 -> open.getFirst();
                    case 2 -> open.getFirst() + " and " + open.getLast();
                    default ->
                            String.join(", ", open.subList(0, count - 1))
                                    + ", and "
                                    + open.getLast();
                };
        throw new TypeError(
                function
                        + "() missing "
                        + count
                        + " required "
                        + kind
                        + " argument"
                        + (count == 1 ? ": " : "s: ")
                        + shown);
    }
}
