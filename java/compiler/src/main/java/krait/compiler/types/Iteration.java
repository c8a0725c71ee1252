package krait.compiler.types;

import java.util.Optional;

/// How elements are taken from something.
///
/// @param element the static type of each
/// @param iter the `__iter__` that is called; none for a fixed tuple and where only the type at run
///   time knows
public record Iteration(TypedExpression iterable, Type element, Optional<FunctionSymbol> iter) {}
