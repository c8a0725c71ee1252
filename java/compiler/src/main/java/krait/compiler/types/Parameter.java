package krait.compiler.types;

import java.util.Optional;
import krait.compiler.syntax.Expression;

/// One parameter of a function, without `self` and `cls`.
///
/// @param type what the body sees: for [Kind#REST] `tuple[T, ...]`, for [Kind#KEYWORDS] `dict[str,
///   T]`
/// @param defaultValue as written; a stub says `...`
public record Parameter(String name, Kind kind, Type type, Optional<Expression> defaultValue) {

    /// How arguments reach it.
    public enum Kind {
        POSITIONAL_ONLY,
        NORMAL,
        /// `*args`.
        REST,
        KEYWORD_ONLY,
        /// `**kwargs`.
        KEYWORDS
    }

    public boolean hasDefault() {
        return defaultValue.isPresent();
    }
}
