package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// Calls of the library that the checker itself writes.
final class LibraryCalls {
    private LibraryCalls() {}

    /// A call of a function without type parameters.
    static TypedExpression call(
            Body body, String module, String name, List<TypedExpression> values, Span span) {
        FunctionSymbol function = function(body, module, name);
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Parameter parameter = function.parameters().get(i);
            arguments.add(
                    new Argument.Given(
                            parameter, body.coerce(values.get(i), parameter.type(), "it")));
        }
        return new TypedExpression.Call(
                function,
                Optional.empty(),
                List.copyOf(arguments),
                TypedExpression.Dispatch.STATIC,
                List.of(),
                function.result(),
                span);
    }

    private static FunctionSymbol function(Body body, String module, String name) {
        ModuleScope home = body.session().library().module(module).orElseThrow();
        if (home.find(name).orElseThrow() instanceof Binding.FunctionBinding f) {
            return f.overloads().getFirst();
        }
        throw new IllegalStateException("no function " + name + " in the stub of " + module);
    }
}
