package krait.compiler.syntax;

import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// A type parameter of a function, a class or a `type` statement (PEP 695, defaults of PEP 696).
public sealed interface TypeParam extends Ast {
    String name();

    Optional<Expression> defaultValue();

    /// `name: bound = default`.
    record TypeVar(
            String name, Optional<Expression> bound, Optional<Expression> defaultValue, Span span)
            implements TypeParam {}

    /// `**name = default`.
    record ParamSpec(String name, Optional<Expression> defaultValue, Span span)
            implements TypeParam {}

    /// `*name = default`.
    record TypeVarTuple(String name, Optional<Expression> defaultValue, Span span)
            implements TypeParam {}
}
