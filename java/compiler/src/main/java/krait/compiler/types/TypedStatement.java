package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// A statement with everything resolved. `match` and augmented assignment are written with the
/// others and temporaries; a chain `a = b = v` is several assignments.
public sealed interface TypedStatement {
    Span span();

    /// An expression for its effect.
    record Evaluate(TypedExpression value, Span span) implements TypedStatement {}

    /// The value first, then the parts of the target from left to right.
    record Assign(TypedTarget target, TypedExpression value, Span span) implements TypedStatement {}

    /// `del name`: afterwards it is unbound. When `mustBeBound`, UnboundLocalError or NameError is
    /// raised where it has no value.
    record DeleteVariable(Variable variable, boolean mustBeBound, Span span)
            implements TypedStatement {}

    /// `test` has type bool.
    record If(
            TypedExpression test, List<TypedStatement> body, List<TypedStatement> orelse, Span span)
            implements TypedStatement {}

    /// `test` has type bool.
    record While(
            TypedExpression test, List<TypedStatement> body, List<TypedStatement> orelse, Span span)
            implements TypedStatement {}

    record For(
            TypedTarget target,
            Iteration iteration,
            List<TypedStatement> body,
            List<TypedStatement> orelse,
            Span span)
            implements TypedStatement {}

    record Try(
            List<TypedStatement> body,
            List<Handler> handlers,
            List<TypedStatement> orelse,
            List<TypedStatement> finalbody,
            Span span)
            implements TypedStatement {}

    /// One `except`.
    ///
    /// @param classes none for a bare `except`
    /// @param name unbound again when the handler ends, however it ends
    record Handler(
            List<ClassSymbol> classes,
            Optional<Variable> name,
            List<TypedStatement> body,
            Span span) {}

    /// One context manager; a `with` of several is nested. `exit` takes class, exception and
    /// traceback; when `suppresses` its result is bool and a true one swallows the exception.
    record With(
            TypedExpression context,
            FunctionSymbol enter,
            FunctionSymbol exit,
            boolean suppresses,
            Optional<TypedTarget> target,
            Type entered,
            List<TypedStatement> body,
            Span span)
            implements TypedStatement {}

    /// Without `exception` the one being handled is raised again. A `cause` of type None is `from
    /// None`. A class is instantiated already.
    record Raise(Optional<TypedExpression> exception, Optional<TypedExpression> cause, Span span)
            implements TypedStatement {}

    /// Converted to the result of the function; without a value where the result is None.
    record Return(Optional<TypedExpression> value, Span span) implements TypedStatement {}

    /// `test` has type bool.
    record Assert(TypedExpression test, Optional<TypedExpression> message, Span span)
            implements TypedStatement {}

    record Break(Span span) implements TypedStatement {}

    record Continue(Span span) implements TypedStatement {}

    /// `def`: evaluates the defaults and, when the function is nested or its value is used, stores
    /// a function value in `variable`.
    record FunctionDefinition(FunctionBody function, Variable variable, Span span)
            implements TypedStatement {}

    /// `class`: makes the class known (a use before raises NameError) and runs its body.
    record ClassDefinition(TypedClass definition, Variable variable, Span span)
            implements TypedStatement {}

    /// Runs a module of the program unless it ran before.
    record Import(ModuleSymbol module, Span span) implements TypedStatement {}
}
