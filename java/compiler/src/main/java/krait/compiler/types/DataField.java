package krait.compiler.types;

import java.util.Optional;
import krait.compiler.syntax.Expression;

/// A field that `@dataclass` knows, its own or inherited.
///
/// @param initialised whether it is a parameter of `__init__`
/// @param shown whether `__repr__` shows it
/// @param compared whether comparisons and the hash take part in it
/// @param defaultValue that of the class statement
/// @param factory makes its value where none is given
public record DataField(
        FieldSymbol field,
        boolean initialised,
        boolean keywordOnly,
        boolean shown,
        boolean compared,
        Optional<Expression> defaultValue,
        Optional<FunctionSymbol> factory) {

    boolean hasDefault() {
        return defaultValue.isPresent() || factory.isPresent();
    }
}
