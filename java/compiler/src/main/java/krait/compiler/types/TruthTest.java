package krait.compiler.types;

import java.util.Optional;

/// How a value becomes true or false.
///
/// @param function for [Kind#BOOL_METHOD] and [Kind#LEN_METHOD]: `__bool__` or `__len__` of the
///   class
public record TruthTest(Kind kind, Optional<FunctionSymbol> function) {
    /// Whether code of the program may run for it.
    boolean runsUserCode(Type type) {
        return switch (kind) {
            case BOOL_METHOD, LEN_METHOD ->
                    function.filter(f -> f.origin() == Origin.COMPILED).isPresent()
                            || UserCode.isOpen(type);
            case VALUE -> UserCode.isOpen(type);
            case BOOL, INT, FLOAT, STR, TRUE, FALSE, NOT_NONE -> false;
        };
    }

    /// By the static type of the value.
    public enum Kind {
        /// It is a bool already.
        BOOL,
        /// Not zero.
        INT,
        /// Not zero; NaN is true.
        FLOAT,
        /// Not empty.
        STR,
        /// Objects of a class without `__bool__` and `__len__`.
        TRUE,
        /// None.
        FALSE,
        /// Optional of what is always true.
        NOT_NONE,
        /// Call of `__bool__`.
        BOOL_METHOD,
        /// Whether `__len__` is not zero.
        LEN_METHOD,
        /// By the type at run time: unions, `object`, type variables.
        VALUE
    }
}
