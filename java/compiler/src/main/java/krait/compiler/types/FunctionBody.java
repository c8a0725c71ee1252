package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// The inside of a function, method or lambda.
///
/// @param self the variable of the receiver (`self`, or `cls` of a class method)
/// @param parameters one for each of the symbol's parameters
/// @param locals all other variables of its own, temporaries included
/// @param captures variables of enclosing functions that it, or a function inside it, uses
/// @param defaults evaluated in this order where the definition stands
public record FunctionBody(
        FunctionSymbol symbol,
        Optional<Variable> self,
        List<Variable> parameters,
        List<Variable> locals,
        List<Variable> captures,
        List<DefaultValue> defaults,
        List<TypedStatement> body,
        Span span) {

    /// The value that a parameter has when no argument is given.
    public record DefaultValue(Parameter parameter, TypedExpression value) {}
}
