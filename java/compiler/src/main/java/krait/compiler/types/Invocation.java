package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import org.jspecify.annotations.Nullable;

/// One call: which overload, which argument for which parameter, and what type parameters stand
/// for.
final class Invocation {
    record Resolved(
            FunctionSymbol function,
            List<Argument> arguments,
            List<Type> typeArguments,
            Type result) {}

    private final Body body;
    private final Substitution whole;
    private Substitution outer;
    private final @Nullable Type expected;
    private final Span span;
    private @Nullable NominalType constructed;
    private @Nullable Ast place;

    Invocation(Body body, Substitution outer, @Nullable Type expected, Span span) {
        this.body = body;
        this.whole = outer;
        this.outer = outer;
        this.expected = isObject(body, expected) ? null : expected;
        this.span = span;
    }

    /// Whether every value is expected, which says nothing about type variables.
    private static boolean isObject(Body body, @Nullable Type expected) {
        return expected instanceof NominalType n && n.symbol() == body.builtins().object();
    }

    /// The call makes an object of a generic class, whose arguments are sought as well.
    void constructs(NominalType type, Ast where) {
        constructed = type;
        place = where;
    }

    Optional<Resolved> choose(
            List<FunctionSymbol> overloads,
            List<Actual> actuals,
            Optional<TypedExpression> receiver) {
        if (overloads.size() == 1) {
            return attempt(overloads.getFirst(), actuals);
        }
        List<Actual> prepared = new ArrayList<>();
        for (Actual actual : actuals) {
            boolean fixed =
                    !actual.flexible() && actual.typed().isEmpty() && actual.written().isPresent();
            prepared.add(
                    fixed
                            ? actual.typed(body.expressions().check(actual.written().orElseThrow()))
                            : actual);
        }
        if (prepared.stream()
                .anyMatch(a -> a.typed().isPresent() && a.typed().get().type() == Simple.ERROR)) {
            return Optional.empty();
        }
        int before = body.problems().count();
        Flow start = body.flow();
        for (FunctionSymbol function : overloads) {
            if (!accepts(function, receiver)
                    || !OpenModes.fits(function, actuals)
                    || !LiteralPatterns.fits(function, actuals)) {
                continue;
            }
            body.flow(start.copy());
            Optional<Resolved> resolved = attempt(function, prepared);
            if (resolved.isPresent() && body.problems().count() == before) {
                return resolved;
            }
            body.problems().rewind(before);
        }
        body.flow(start);
        String message = message(overloads, prepared);
        if (overloads.getFirst().qualifiedName().equals("sum")) {
            String advice =
                    "sum(items, 0.0) for floats: without it the sum of no items is the int 0";
            body.problems().report(TypeCode.NO_OVERLOAD, span, message, advice);
        } else {
            body.problems().report(TypeCode.NO_OVERLOAD, span, message);
        }
        return Optional.empty();
    }

    /// An overload of a stub may be for some receivers alone.
    private boolean accepts(FunctionSymbol function, Optional<TypedExpression> receiver) {
        Optional<Type> self = function.signature().self();
        return self.isEmpty()
                || receiver.isEmpty()
                || body.relations().assignable(receiver.get().type(), self.get());
    }

    private static String message(List<FunctionSymbol> overloads, List<Actual> actuals) {
        StringBuilder types = new StringBuilder();
        for (Actual actual : actuals) {
            types.append(types.isEmpty() ? "" : ", ");
            types.append(actual.typed().map(t -> t.type().show()).orElse("..."));
        }
        return "no form of " + overloads.getFirst().name() + " takes (" + types + ")";
    }

    private Optional<Resolved> attempt(FunctionSymbol function, List<Actual> actuals) {
        Optional<Map<Actual, Parameter>> assigned = assign(function, actuals);
        if (assigned.isEmpty()) {
            return Optional.empty();
        }
        Unknowns unknowns = new Unknowns(body.builtins());
        outer = unknowns.taken(function, whole);
        List<TypeVariable> free = new ArrayList<>(function.typeParameters());
        NominalType made = constructed;
        if (made != null) {
            free.addAll(made.symbol().typeParameters());
        }
        Map<TypeVariable, Type> found = new HashMap<>();
        Unification unification = new Unification(body.relations(), body.builtins(), free, found);
        Type result = made != null ? made : unknowns.read(whole.apply(function.result()));
        Map<Actual, TypedExpression> values =
                evaluate(assigned.get(), actuals, free, unification, result);
        if (made != null) {
            function.signature().self().ifPresent(self -> unification.unify(made, self));
        }
        settle(free, found, result);
        if (made != null && made.symbol() == body.builtins().symbol("list")) {
            found.replaceAll((variable, type) -> unknowns.read(type)); // a new list of objects
        }
        Substitution substitution = new Substitution(found);
        found.forEach((variable, type) -> limits(variable, type, substitution));
        if (function.origin() == Origin.COMPILED && unknowns.meet(function, found)) {
            String fact = "what the containers hold is not known to be of one type";
            body.problems().report(TypeCode.ARGUMENTS, span, fact);
        }
        List<Argument> arguments = arguments(function, assigned.get(), values, substitution);
        List<Type> typeArguments =
                function.typeParameters().stream().map(v -> substitution.apply(v)).toList();
        return Optional.of(
                new Resolved(
                        function,
                        arguments,
                        typeArguments,
                        unknowns.read(substitution.apply(result))));
    }

    private Optional<Map<Actual, Parameter>> assign(FunctionSymbol function, List<Actual> actuals) {
        Map<Actual, Parameter> assigned = new LinkedHashMap<>();
        List<Parameter> positional =
                function.parameters().stream()
                        .filter(p ->
                                p.kind() == Parameter.Kind.NORMAL
                                        || p.kind() == Parameter.Kind.POSITIONAL_ONLY)
                        .toList();
        Optional<Parameter> rest =
                function.parameters().stream()
                        .filter(p -> p.kind() == Parameter.Kind.REST)
                        .findFirst();
        int next = 0;
        for (Actual actual : actuals) {
            Optional<Parameter> parameter;
            if (actual.mapping() && !new KeywordArguments(function, actuals).taken()) {
                body.problems()
                        .report(
                                TypeCode.UNSUPPORTED,
                                actual.span(),
                                "** in a call",
                                "name each argument");
                return Optional.empty();
            } else if (actual.keyword().isPresent()) {
                parameter =
                        named(function, actual.keyword().get())
                                .or(() -> KeywordArguments.of(function));
            } else if (next < positional.size() && !actual.star()) {
                parameter = Optional.of(positional.get(next++));
            } else {
                parameter = rest;
            }
            boolean twice =
                    parameter.isPresent()
                            && parameter.get().kind() != Parameter.Kind.REST
                            && parameter.get().kind() != Parameter.Kind.KEYWORDS
                            && assigned.containsValue(parameter.get());
            if (parameter.isEmpty() || twice) {
                String what =
                        actual.keyword().isPresent()
                                ? "the argument '" + actual.keyword().get() + "'"
                                : "so many arguments";
                return wrong(function, function.name() + "() doesn't take " + what, actual.span());
            }
            assigned.put(actual, parameter.get());
        }
        for (Parameter p : function.parameters()) {
            boolean optional =
                    p.hasDefault()
                            || p.kind() == Parameter.Kind.REST
                            || p.kind() == Parameter.Kind.KEYWORDS;
            if (!optional && !assigned.containsValue(p)) {
                return wrong(
                        function,
                        function.name() + "() needs the argument '" + p.name() + "'",
                        span);
            }
        }
        return Optional.of(assigned);
    }

    private Optional<Map<Actual, Parameter>> wrong(
            FunctionSymbol function, String message, Span where) {
        body.problems().report(TypeCode.ARGUMENTS, where, message, signature(function));
        return Optional.empty();
    }

    /// The call as it should be: `total(price: float, count: int = ...)`.
    private static String signature(FunctionSymbol function) {
        String parameters =
                function.parameters().stream()
                        .map(p ->
                                switch (p.kind()) {
                                    case REST -> "*" + p.name();
                                    case KEYWORDS -> "**" + p.name();
                                    case NORMAL, POSITIONAL_ONLY, KEYWORD_ONLY ->
                                            p.name()
                                                    + ": "
                                                    + p.type().show()
                                                    + (p.hasDefault() ? " = ..." : "");
                                })
                        .collect(Collectors.joining(", "));
        return function.name() + "(" + parameters + ")";
    }

    private void limits(TypeVariable variable, Type type, Substitution substitution) {
        body.relations()
                .outside(variable, type, substitution)
                .ifPresent(limit ->
                        body.problems()
                                .report(
                                        TypeCode.TYPE_ARGUMENTS,
                                        span,
                                        variable.name() + " is " + limit + ", not " + type.show(),
                                        "convert the argument to " + limit));
    }

    private static Optional<Parameter> named(FunctionSymbol function, String name) {
        boolean ofProtocol =
                function.origin() == Origin.COMPILED
                        && function.owner()
                                .filter(o -> o.is(ClassSymbol.Flag.PROTOCOL))
                                .isPresent();
        return function.parameters().stream()
                .filter(p -> p.name().equals(name))
                .filter(p ->
                        (p.kind() == Parameter.Kind.NORMAL && !ofProtocol)
                                || p.kind() == Parameter.Kind.KEYWORD_ONLY)
                .findFirst();
    }

    private Type formal(Parameter parameter) {
        Type type = outer.apply(parameter.type());
        if (parameter.kind() == Parameter.Kind.KEYWORDS && type instanceof NominalType n) {
            return n.arguments().getLast();
        }
        return parameter.kind() == Parameter.Kind.REST && type instanceof NominalType n
                ? n.arguments().getFirst()
                : type;
    }

    /// Lambdas come last: the others tell the types of their parameters.
    private Map<Actual, TypedExpression> evaluate(
            Map<Actual, Parameter> assigned,
            List<Actual> actuals,
            List<TypeVariable> free,
            Unification unification,
            Type result) {
        Map<Actual, TypedExpression> values = new HashMap<>();
        for (boolean lambdas : new boolean[] {false, true}) {
            if (lambdas && expected != null && unification.found().isEmpty()) {
                unification.unify(result, expected);
            }
            for (Actual actual : actuals) {
                Parameter parameter = assigned.get(actual);
                boolean lambda =
                        actual.written().isPresent()
                                && (hasLambda(actual.written().get())
                                        || formalIsCallable(parameter));
                if (parameter != null && lambda == lambdas) {
                    values.put(actual, evaluate(actual, parameter, free, unification, result));
                }
            }
        }
        return values;
    }

    private static boolean hasLambda(Expression e) {
        boolean[] found = {false};
        TreeWalk.walk(e, node -> found[0] |= node instanceof Expression.Lambda);
        return found[0];
    }

    private boolean formalIsCallable(@Nullable Parameter parameter) {
        return parameter != null
                && Relations.members(formal(parameter)).stream()
                        .anyMatch(m -> m instanceof CallableType);
    }

    private TypedExpression evaluate(
            Actual actual,
            Parameter parameter,
            List<TypeVariable> free,
            Unification unification,
            Type result) {
        Type formal = actual.mapping() ? outer.apply(parameter.type()) : formal(parameter);
        Type hint = new Substitution(unification.found()).apply(formal);
        if (Substitution.mentions(hint, free) && expected != null && !free.isEmpty()) {
            Map<TypeVariable, Type> guess = new HashMap<>(unification.found());
            new Unification(body.relations(), body.builtins(), free, guess)
                    .unify(result, Relations.withoutNone(expected));
            guess.putAll(unification.found());
            hint = new Substitution(guess).apply(formal);
        }
        TypedExpression value;
        if (actual.typed().isPresent()) {
            value = actual.typed().get();
        } else {
            boolean open = Substitution.mentions(hint, free) && !(hint instanceof CallableType);
            value =
                    body.expressions()
                            .check(
                                    actual.written().orElseThrow(),
                                    open || actual.star() ? null : callableHint(hint));
        }
        if (actual.star()) {
            Iteration iteration = body.expressions().iteration(value, actual.span());
            value = new TypedExpression.Starred(iteration, iteration.element(), actual.span());
        }
        unification.unify(formal, value.type());
        return value;
    }

    private static Type callableHint(Type hint) {
        for (Type member : Relations.members(hint)) {
            if (member instanceof CallableType) {
                return member;
            }
        }
        return hint;
    }

    private void settle(List<TypeVariable> free, Map<TypeVariable, Type> found, Type result) {
        List<TypeVariable> open =
                free.stream()
                        .filter(v -> !found.containsKey(v))
                        .filter(v -> Substitution.mentions(result, List.of(v)))
                        .toList();
        if (open.isEmpty()) {
            return;
        }
        if (expected != null) {
            Map<TypeVariable, Type> guess = new HashMap<>();
            new Unification(body.relations(), body.builtins(), free, guess).unify(result, expected);
            open.forEach(v -> {
                if (guess.containsKey(v)) {
                    found.put(v, guess.get(v));
                }
            });
        }
        Ast where = place;
        if (found.keySet().containsAll(open)) {
            return;
        }
        if (where == null) {
            open.forEach(v -> found.put(v, Simple.ERROR));
            body.problems()
                    .report(
                            TypeCode.CANNOT_INFER,
                            span,
                            "the call doesn't say which types it is for");
            return;
        }
        List<Type> holes = body.session().holes().at(where, open.size());
        for (int i = 0; i < open.size(); i++) {
            found.put(open.get(i), holes.get(i));
        }
    }

    private List<Argument> arguments(
            FunctionSymbol function,
            Map<Actual, Parameter> assigned,
            Map<Actual, TypedExpression> values,
            Substitution substitution) {
        List<Argument> arguments = new ArrayList<>();
        List<TypedExpression> rest = new ArrayList<>();
        KeywordOrder order = new KeywordOrder(body, assigned.values());
        List<TypedExpression.Item> items = new ArrayList<>();
        Optional<Parameter> restParameter = Optional.empty();
        for (Map.Entry<Actual, Parameter> each : assigned.entrySet()) {
            Parameter parameter = each.getValue();
            Type type = substitution.apply(formal(parameter));
            TypedExpression value = values.get(each.getKey());
            if (value == null) {
                continue;
            }
            String what = "argument '" + parameter.name() + "' of " + function.name() + "()";
            if (parameter.kind() == Parameter.Kind.KEYWORDS) {
                value = order.collected(value);
                Type whole = substitution.apply(outer.apply(parameter.type()));
                boolean first = items.isEmpty();
                items.add(KeywordArguments.item(body, each.getKey(), value, whole, type, what));
                if (order.here(first)) {
                    arguments.add(new Argument.Default(parameter));
                }
            } else if (parameter.kind() == Parameter.Kind.REST) {
                if (restParameter.isEmpty()) {
                    restParameter = Optional.of(parameter);
                    arguments.add(new Argument.Default(parameter));
                }
                rest.add(
                        value instanceof TypedExpression.Starred s
                                ? starred(s, type)
                                : body.coerce(value, type, what));
            } else {
                arguments.add(
                        new Argument.Given(
                                parameter,
                                order.next(body.coerce(value, type, what)),
                                each.getKey().keyword().isPresent()));
            }
        }
        for (Parameter parameter : function.parameters()) {
            if (!assigned.containsValue(parameter)) {
                arguments.add(absent(parameter, substitution));
            }
        }
        if (restParameter.isPresent()) {
            Parameter parameter = restParameter.get();
            TypedExpression tuple =
                    new TypedExpression.TupleDisplay(
                            List.copyOf(rest),
                            substitution.apply(outer.apply(parameter.type())),
                            span);
            give(arguments, parameter, tuple);
        }
        KeywordArguments.of(function)
                .filter(p -> !items.isEmpty())
                .ifPresent(p -> {
                    Type type = substitution.apply(outer.apply(p.type()));
                    TypedExpression dict =
                            order.dict(
                                    new TypedExpression.DictDisplay(
                                            List.copyOf(items), type, span));
                    give(arguments, p, dict);
                });
        return List.copyOf(arguments);
    }

    private static void give(List<Argument> arguments, Parameter parameter, TypedExpression value) {
        arguments.replaceAll(
                a -> a.parameter().equals(parameter) ? new Argument.Given(parameter, value) : a);
    }

    private TypedExpression starred(TypedExpression.Starred s, Type type) {
        if (!body.relations().assignable(s.type(), type)) {
            body.problems()
                    .report(
                            TypeCode.MISMATCH,
                            s.span(),
                            "the arguments must be " + type.show() + ", not " + s.type().show());
        }
        return new TypedExpression.Starred(s.iteration(), type, s.span());
    }

    private Argument absent(Parameter parameter, Substitution substitution) {
        Type type = substitution.apply(outer.apply(parameter.type()));
        return switch (parameter.kind()) {
            case REST ->
                    new Argument.Given(
                            parameter, new TypedExpression.TupleDisplay(List.of(), type, span));
            case KEYWORDS ->
                    new Argument.Given(
                            parameter, new TypedExpression.DictDisplay(List.of(), type, span));
            default -> new Argument.Default(parameter);
        };
    }
}
