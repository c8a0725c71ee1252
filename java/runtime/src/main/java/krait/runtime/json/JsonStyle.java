package krait.runtime.json;

import krait.runtime.Function;
import org.jspecify.annotations.Nullable;

/// How a document is written: the options of `json.dumps`.
///
/// @param skipKeys leaves out entries whose keys have no form in JSON
/// @param ensureAscii escapes what is beyond ASCII
/// @param checkCircular refuses a container inside itself at once
/// @param allowNan writes `NaN` and `Infinity`
/// @param indent of one level; null writes all on one line
/// @param fallback gives a value to write instead of one that has no form; null refuses it
/// @param sortKeys orders entries by key
public record JsonStyle(
        boolean skipKeys,
        boolean ensureAscii,
        boolean checkCircular,
        boolean allowNan,
        @Nullable CharSequence indent,
        CharSequence itemSeparator,
        CharSequence keySeparator,
        @Nullable Function fallback,
        boolean sortKeys) {
    /// What `json.dumps(value)` does.
    public static final JsonStyle DEFAULT =
            new JsonStyle(false, true, true, true, null, ", ", ": ", null, false);
}
