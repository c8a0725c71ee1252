package krait.compiler.types;

import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;

/// Arguments of which only the run tells whether they are given: else the parameter has its
/// default.
final class OptionalArguments {
    private final Body body;
    private final FunctionSymbol function;
    private final Span span;

    OptionalArguments(Body body, FunctionSymbol function, Span span) {
        this.body = body;
        this.function = function;
        this.span = span;
    }

    /// Whether the default can be read apart from a call.
    static boolean possible(FunctionSymbol function, Parameter parameter) {
        boolean literal =
                parameter.defaultValue().orElse(null) instanceof Expression.Constant c
                        && !(c.value() instanceof krait.compiler.syntax.Literal.Bytes);
        boolean open = Substitution.mentions(parameter.type(), function.typeParameters());
        return !parameter.hasDefault() || ((literal || !function.nested()) && !open);
    }

    /// @param given whether there is an argument
    TypedExpression argument(Parameter parameter, TypedExpression given, TypedExpression value) {
        Type type = parameter.type();
        String what = "argument '" + parameter.name() + "' of " + function.name() + "()";
        return new TypedExpression.Conditional(
                given,
                body.coerce(value, type, what),
                new TypedExpression.DefaultOf(function, parameter, type, span),
                type,
                span);
    }
}
