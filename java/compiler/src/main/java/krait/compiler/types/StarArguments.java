package krait.compiler.types;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.TupleType;

/// `*iterable` among arguments for parameters that each have a name. A tuple of known length gives
/// its elements; of anything else the number is counted when the call runs.
final class StarArguments {
    private final Body body;
    private final FunctionSymbol function;
    private final Span span;
    private final List<TypedStatement> before = new ArrayList<>();

    StarArguments(Body body, FunctionSymbol function, Span span) {
        this.body = body;
        this.function = function;
        this.span = span;
    }

    /// What is evaluated before the call.
    List<TypedStatement> before() {
        return before;
    }

    /// The call behind what is evaluated before it.
    TypedExpression behind(TypedExpression call) {
        return before.isEmpty()
                ? call
                : new TypedExpression.Block(List.copyOf(before), call, call.type(), span);
    }

    List<Actual> expand(List<Actual> actuals) {
        if (actuals.stream().noneMatch(Actual::star)) {
            return actuals;
        }
        List<Parameter> named =
                function.parameters().stream()
                        .filter(p ->
                                p.kind() == Parameter.Kind.NORMAL
                                        || p.kind() == Parameter.Kind.POSITIONAL_ONLY)
                        .toList();
        int first = 0;
        while (!actuals.get(first).star()) {
            first++;
        }
        if (first >= named.size()) {
            return actuals;
        }
        List<Actual> known = ofTuples(actuals);
        if (known.stream().noneMatch(Actual::star)) {
            return known;
        }
        return counted(known, named.subList(first, named.size()), first);
    }

    /// Elements in place of tuples of known length.
    private List<Actual> ofTuples(List<Actual> actuals) {
        List<Actual> all = new ArrayList<>();
        for (Actual actual : actuals) {
            if (!actual.star()) {
                all.add(actual);
                continue;
            }
            TypedExpression value = body.expressions().check(actual.written().orElseThrow());
            Optional<TupleType> tuple = Relations.shape(value.type());
            if (tuple.isEmpty()) {
                all.add(actual.typed(value));
                continue;
            }
            TypedExpression read = keep(value);
            for (int i = 0; i < tuple.get().elements().size(); i++) {
                Type type = tuple.get().elements().get(i);
                all.add(Actual.of(new TypedExpression.TupleItem(read, i, type, actual.span())));
            }
        }
        return all;
    }

    private TypedExpression keep(TypedExpression value) {
        Variable temporary = body.scope().temporary(value.type());
        before.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, span), value, span));
        return new TypedExpression.VariableRead(temporary, false, value.type(), span);
    }

    /// @param open the parameters that the arguments from `first` on are for
    private List<Actual> counted(List<Actual> actuals, List<Parameter> open, int first) {
        boolean rest =
                function.parameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.REST);
        boolean named = actuals.stream().anyMatch(a -> a.keyword().isPresent());
        boolean simple =
                function.origin() == Origin.COMPILED
                        && open.stream().noneMatch(Parameter::hasDefault)
                        && !named
                        && !function.owner()
                                .filter(o -> o.is(ClassSymbol.Flag.NAMED_TUPLE))
                                .isPresent();
        if (!simple) {
            return actuals;
        }
        List<Actual> result = new ArrayList<>();
        for (Actual actual : actuals.subList(0, first)) {
            TypedExpression value =
                    actual.typed()
                            .orElseGet(
                                    () -> body.expressions().check(actual.written().orElseThrow()));
            result.add(Actual.of(value instanceof TypedExpression.Constant ? value : keep(value)));
        }
        TypedExpression given = keep(collected(actuals.subList(first, actuals.size())));
        check(given, open, first, rest);
        for (int i = 0; i < open.size(); i++) {
            result.add(Actual.of(item(given, number(i))));
        }
        if (rest) {
            TypedExpression slice =
                    new TypedExpression.SliceValue(
                            Optional.of(number(open.size())),
                            Optional.empty(),
                            Optional.empty(),
                            body.builtins().type("slice"),
                            span);
            TypedExpression others = item(given, slice);
            result.add(
                    new Actual(
                            Optional.empty(), Optional.of(others), Optional.empty(), true, span));
        }
        return result;
    }

    private TypedExpression item(TypedExpression tuple, TypedExpression index) {
        return new Subscripts(body).method(tuple, "__getitem__", List.of(Actual.of(index)), span);
    }

    private TypedExpression number(long value) {
        return new TypedExpression.Constant(
                new Literal.Int(BigInteger.valueOf(value)), body.builtins().integer(), span);
    }

    /// The arguments as one tuple.
    private TypedExpression collected(List<Actual> actuals) {
        List<TypedExpression> elements = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (Actual actual : actuals) {
            TypedExpression value =
                    actual.typed()
                            .orElseGet(
                                    () -> body.expressions().check(actual.written().orElseThrow()));
            if (actual.star()) {
                Iteration iteration = body.expressions().iteration(value, actual.span());
                value = new TypedExpression.Starred(iteration, iteration.element(), actual.span());
            }
            elements.add(value);
            types.add(value.type());
        }
        Type element = body.relations().joinAll(types);
        List<TypedExpression> same = new ArrayList<>();
        for (TypedExpression each : elements) {
            same.add(
                    each instanceof TypedExpression.Starred s
                            ? new TypedExpression.Starred(s.iteration(), element, s.span())
                            : body.coerce(each, element, "the argument"));
        }
        return new TypedExpression.TupleDisplay(
                List.copyOf(same), body.builtins().type("tuple", element), span);
    }

    /// CPython's TypeError for too few arguments, or too many.
    private void check(TypedExpression given, List<Parameter> open, int first, boolean rest) {
        Binding len = body.builtins().scope().find("len").orElseThrow();
        TypedExpression count =
                keep(
                        body.calls()
                                .invoke(
                                        new Members.MethodMember(
                                                ((Binding.FunctionBinding) len).overloads(),
                                                Substitution.NONE),
                                        Optional.empty(),
                                        List.of(Actual.of(given)),
                                        null,
                                        span));
        for (int i = 0; i < open.size(); i++) {
            raise(count, CompareOperator.EQ, i, missing(open.subList(i, open.size())));
        }
        if (!rest) {
            int self = function.kind().takesSelf() ? 1 : 0;
            int most = open.size() + first + self;
            String takes = " positional argument" + (most == 1 ? "" : "s") + " but ";
            List<TypedExpression.Part> parts =
                    List.of(
                            text(function.qualifiedName() + "() takes " + most + takes),
                            new TypedExpression.ValuePart(
                                    body.operators()
                                            .apply(
                                                    krait.compiler.syntax.Operator.ADD,
                                                    count,
                                                    number(first + self),
                                                    span),
                                    -1,
                                    Optional.empty()),
                            text(" were given"));
            raise(
                    count,
                    CompareOperator.GT,
                    open.size(),
                    new TypedExpression.Format(parts, body.builtins().str(), span));
        }
    }

    private static TypedExpression.Part text(String value) {
        return new TypedExpression.TextPart(new Literal.Str(value));
    }

    private TypedExpression missing(List<Parameter> parameters) {
        List<String> names = parameters.stream().map(p -> "'" + p.name() + "'").toList();
        int count = names.size();
        String last = names.getLast();
        String shown =
                switch (count) {
                    case 1 -> last;
                    case 2 -> names.getFirst() + " and " + last;
                    default -> String.join(", ", names.subList(0, count - 1)) + ", and " + last;
                };
        String message =
                function.qualifiedName()
                        + "() missing "
                        + count
                        + " required positional argument"
                        + (count == 1 ? ": " : "s: ")
                        + shown;
        return new TypedExpression.Constant(new Literal.Str(message), body.builtins().str(), span);
    }

    private void raise(
            TypedExpression count, CompareOperator op, int size, TypedExpression message) {
        TypedExpression error =
                body.calls()
                        .construct(
                                body.builtins().symbol("TypeError"),
                                Optional.empty(),
                                List.of(Actual.of(message)),
                                null,
                                span,
                                body.names().module().tree());
        TypedExpression test =
                new TypedExpression.Comparison(
                        count,
                        List.of(
                                new TypedExpression.Link(
                                        op,
                                        TypedExpression.LinkKind.INT,
                                        Optional.empty(),
                                        number(size))),
                        body.builtins().bool(),
                        span);
        before.add(
                new TypedStatement.If(
                        test,
                        List.of(
                                new TypedStatement.Raise(
                                        Optional.of(error), Optional.empty(), span)),
                        List.of(),
                        span));
    }
}
