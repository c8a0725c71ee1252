package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.NominalType;

/// `**mapping` among arguments for parameters that each have a name: which ones it names is known
/// when the call runs.
final class MappingArguments {
    private static final String CALLS = "_calls";

    private final Body body;
    private final FunctionSymbol function;
    private final Span span;
    private final List<TypedStatement> before = new ArrayList<>();

    MappingArguments(Body body, FunctionSymbol function, Span span) {
        this.body = body;
        this.function = function;
        this.span = span;
    }

    /// Whether the last argument is the only one with a star.
    boolean possible(List<Actual> actuals) {
        boolean last =
                !actuals.isEmpty()
                        && actuals.getLast().mapping()
                        && actuals.stream().filter(Actual::mapping).count() == 1
                        && actuals.stream().noneMatch(Actual::star);
        return last
                && function.origin() == Origin.COMPILED
                && function.owner().filter(o -> o.is(ClassSymbol.Flag.NAMED_TUPLE)).isEmpty()
                && function.parameters().stream()
                        .allMatch(p ->
                                p.kind() != Parameter.Kind.KEYWORDS
                                        && p.kind() != Parameter.Kind.POSITIONAL_ONLY
                                        && OptionalArguments.possible(function, p));
    }

    /// The object of the method, evaluated before the arguments.
    Optional<TypedExpression> receiver(Optional<TypedExpression> object) {
        return object.map(o ->
                o instanceof TypedExpression.VariableRead
                                || o instanceof TypedExpression.ClassReference
                        ? o
                        : keep(o));
    }

    /// The call behind what is evaluated before it.
    TypedExpression behind(TypedExpression call) {
        return new TypedExpression.Block(List.copyOf(before), call, call.type(), span);
    }

    List<Actual> expand(List<Actual> actuals) {
        List<Actual> given = actuals.subList(0, actuals.size() - 1);
        List<Parameter> positional =
                function.parameters().stream()
                        .filter(p -> p.kind() == Parameter.Kind.NORMAL)
                        .toList();
        List<Actual> result = new ArrayList<>();
        for (Actual actual : given) {
            result.add(
                    kept(
                            actual,
                            result.size() < positional.size() ? positional : List.of(),
                            result.size()));
        }
        Actual last = actuals.getLast();
        TypedExpression mapping = body.expressions().check(last.written().orElseThrow());
        boolean named =
                mapping.type() instanceof NominalType n
                        && n.symbol() == body.builtins().symbol("dict")
                        && n.arguments().getFirst().equals(body.builtins().str());
        if (!named) {
            if (mapping.type() != Type.Simple.ERROR) {
                body.problems()
                        .report(
                                TypeCode.MISMATCH,
                                last.span(),
                                "** takes a dict[str, TYPE], not " + mapping.type().show());
            }
            return given;
        }
        TypedExpression dict = keep(mapping);
        long count = given.stream().filter(a -> a.keyword().isEmpty()).count();
        List<Parameter> taken = positional.stream().limit(count).toList();
        Predicate<Parameter> explicit =
                p -> given.stream().anyMatch(a -> a.keyword().equals(Optional.of(p.name())));
        check(dict, taken, explicit);
        for (Parameter parameter : function.parameters()) {
            boolean open =
                    parameter.kind() != Parameter.Kind.REST
                            && !taken.contains(parameter)
                            && !explicit.test(parameter);
            if (open) {
                TypedExpression value = item(parameter, dict);
                result.add(
                        new Actual(
                                Optional.empty(),
                                Optional.of(value),
                                Optional.of(parameter.name()),
                                false,
                                last.span()));
            }
        }
        return result;
    }

    private TypedExpression item(Parameter parameter, TypedExpression dict) {
        TypedExpression name = text(parameter.name());
        TypedExpression value =
                new Subscripts(body).method(dict, "__getitem__", List.of(Actual.of(name)), span);
        if (!parameter.hasDefault()) {
            return value;
        }
        TypedExpression test = LibraryCalls.call(body, CALLS, "has", List.of(dict, name), span);
        return new OptionalArguments(body, function, span).argument(parameter, test, value);
    }

    private Actual kept(Actual actual, List<Parameter> positional, int index) {
        Optional<Parameter> parameter =
                actual.keyword().isPresent()
                        ? function.parameters().stream()
                                .filter(p -> actual.keyword().equals(Optional.of(p.name())))
                                .findFirst()
                        : positional.stream().skip(index).findFirst();
        Type hint =
                parameter
                        .map(Parameter::type)
                        .filter(t -> !Substitution.mentions(t, function.typeParameters()))
                        .orElse(null);
        TypedExpression value =
                actual.typed()
                        .orElseGet(() ->
                                body.expressions().check(actual.written().orElseThrow(), hint));
        return actual.typed(value instanceof TypedExpression.Constant ? value : keep(value));
    }

    private TypedExpression keep(TypedExpression value) {
        Variable temporary = body.scope().temporary(value.type());
        before.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, span), value, span));
        return new TypedExpression.VariableRead(temporary, false, value.type(), span);
    }

    private TypedExpression text(String value) {
        return new TypedExpression.Constant(new Literal.Str(value), body.builtins().str(), span);
    }

    /// CPython's TypeError for names that are wrong, given twice, or missing.
    private void check(TypedExpression dict, List<Parameter> taken, Predicate<Parameter> explicit) {
        boolean makes = function.name().equals("__init__") && function.owner().isPresent();
        String called =
                makes ? function.owner().orElseThrow().qualifiedName() : function.qualifiedName();
        List<Parameter> open =
                function.parameters().stream()
                        .filter(p -> !taken.contains(p) && !explicit.test(p))
                        .filter(p -> !p.hasDefault())
                        .toList();
        String self =
                switch (function.kind()) {
                    case METHOD, PROPERTY, PROPERTY_SETTER -> "self ";
                    case CLASS_METHOD -> "cls ";
                    case FUNCTION, LAMBDA, STATIC_METHOD -> "";
                };
        TypedExpression check =
                LibraryCalls.call(
                        body,
                        CALLS,
                        "check_names",
                        List.of(
                                dict,
                                text(function.module().name() + "." + called),
                                text(function.qualifiedName()),
                                text(names(function.parameters(), explicit)),
                                text(self + names(taken, _ -> true)),
                                text(
                                        self
                                                + names(
                                                        function.parameters(),
                                                        p -> p.kind() != Parameter.Kind.REST)),
                                text(names(open, p -> p.kind() == Parameter.Kind.NORMAL)),
                                text(names(open, p -> p.kind() == Parameter.Kind.KEYWORD_ONLY))),
                        span);
        before.add(new TypedStatement.Evaluate(check, span));
    }

    private static String names(List<Parameter> parameters, Predicate<Parameter> which) {
        return parameters.stream()
                .filter(which)
                .map(Parameter::name)
                .collect(Collectors.joining(" "));
    }
}
