package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Calls.Actual;

/// Keyword arguments that a function collects in `**parameter`.
record KeywordArguments(FunctionSymbol function, List<Actual> actuals) {
    /// The parameter that collects them.
    static Optional<Parameter> of(FunctionSymbol function) {
        return function.parameters().stream()
                .filter(p -> p.kind() == Parameter.Kind.KEYWORDS)
                .findFirst();
    }

    /// Whether `**mapping` can name no other parameter, and no name twice.
    boolean taken() {
        boolean alone =
                actuals.stream().filter(a -> a.keyword().isPresent()).allMatch(Actual::mapping)
                        && actuals.stream().filter(Actual::mapping).count() == 1;
        boolean named =
                function.parameters().stream()
                        .anyMatch(p ->
                                p.kind() == Parameter.Kind.NORMAL
                                        || p.kind() == Parameter.Kind.KEYWORD_ONLY);
        return alone && !named && of(function).isPresent();
    }

    /// An item of the dict that the parameter becomes.
    ///
    /// @param whole the type of that dict
    static TypedExpression.Item item(
            Body body, Actual actual, TypedExpression value, Type whole, Type type, String what) {
        if (actual.mapping()) {
            return new TypedExpression.Item(Optional.empty(), body.coerce(value, whole, what));
        }
        TypedExpression name =
                new TypedExpression.Constant(
                        new Literal.Str(actual.keyword().orElseThrow()),
                        body.builtins().str(),
                        actual.span());
        return new TypedExpression.Item(Optional.of(name), body.coerce(value, type, what));
    }
}
