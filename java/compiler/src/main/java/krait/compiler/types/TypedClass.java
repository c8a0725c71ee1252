package krait.compiler.types;

import java.util.List;
import krait.compiler.diagnostics.Span;

/// The inside of a class statement.
///
/// @param body what runs when the class statement does, in order: assignments of class variables;
///   method definitions are not among them
/// @param locals temporaries of that code
/// @param methods in order of definition; those that `dataclass` adds come last
public record TypedClass(
        ClassSymbol symbol,
        List<TypedStatement> body,
        List<Variable> locals,
        List<FunctionBody> methods,
        Span span) {}
