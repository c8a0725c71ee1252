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

    /// The object of the method, evaluated before the arguments.
    Optional<TypedExpression> receiver(Optional<TypedExpression> object) {
        return object.map(o ->
                o instanceof TypedExpression.VariableRead
                                || o instanceof TypedExpression.ClassReference
                        ? o
                        : keep(o));
    }

    /// `max(*items)`, `min(*items)`: of one value it is that of the value's own items.
    TypedExpression extreme(Binding.FunctionBinding f, List<Actual> actuals) {
        List<Actual> positional = actuals.stream().filter(a -> a.keyword().isEmpty()).toList();
        List<Actual> named = actuals.stream().filter(a -> a.keyword().isPresent()).toList();
        TypedExpression all = keep(collected(positional));
        List<Actual> keywords = new ArrayList<>(List.of(Actual.of(all)));
        keywords.addAll(named);
        Type element = ((Type.NominalType) all.type()).arguments().getFirst();
        if (element == Type.Simple.ERROR) {
            return Body.error(span);
        }
        boolean text = element.equals(body.builtins().str());
        boolean number =
                element.equals(body.builtins().integer())
                        || element.equals(body.builtins().type("float"))
                        || element.equals(body.builtins().bool());
        long certain = positional.stream().filter(a -> !a.star()).count();
        boolean ofDefault = named.stream().anyMatch(a -> !a.keyword().equals(Optional.of("key")));
        if ((certain < 2 && !text && !number) || ofDefault) {
            String name = function.name();
            return body.refuse(TypeCode.UNSUPPORTED, span, name + "() of *items", name + "(items)");
        }
        Members.MethodMember member = new Members.MethodMember(f.overloads(), Substitution.NONE);
        TypedExpression count = count(all);
        String none = function.name() + " expected at least 1 argument, got 0";
        raise(count, CompareOperator.EQ, 0, constant(none));
        if (number && certain < 2) {
            String message = "'" + element.show() + "' object is not iterable";
            raise(count, CompareOperator.EQ, 1, constant(message));
        }
        TypedExpression several =
                body.calls().invoke(member, Optional.empty(), keywords, null, span);
        if (!text || certain >= 2) {
            return behind(several);
        }
        List<Actual> alone = new ArrayList<>(List.of(Actual.of(item(all, number(0)))));
        alone.addAll(named);
        TypedExpression one = body.calls().invoke(member, Optional.empty(), alone, null, span);
        TypedExpression test = compared(count, CompareOperator.EQ, 1);
        return behind(new TypedExpression.Conditional(test, one, several, several.type(), span));
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
        boolean rest =
                function.parameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.REST);
        if (first > named.size() || (first == named.size() && rest)) {
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
        boolean possible =
                function.origin() == Origin.COMPILED
                        && actuals.stream().noneMatch(Actual::mapping)
                        && open.stream().allMatch(p -> OptionalArguments.possible(function, p))
                        && !function.owner()
                                .filter(o -> o.is(ClassSymbol.Flag.NAMED_TUPLE))
                                .isPresent();
        if (!possible) {
            return actuals;
        }
        List<Actual> result = new ArrayList<>();
        for (Actual actual : actuals.subList(0, first)) {
            result.add(kept(actual));
        }
        List<Actual> given = actuals.stream().filter(a -> a.keyword().isEmpty()).toList();
        TypedExpression all = keep(collected(given.subList(first, given.size())));
        List<Actual> named = new ArrayList<>();
        actuals.stream().filter(a -> a.keyword().isPresent()).forEach(a -> named.add(kept(a)));
        TypedExpression count = check(all, open, first, rest, named);
        for (int i = 0; i < open.size(); i++) {
            if (isNamed(open.get(i), named)) {
                break; // what comes behind it can have no place among the others
            }
            result.add(Actual.of(argument(open.get(i), i, all, count)));
        }
        if (rest) {
            TypedExpression slice =
                    new TypedExpression.SliceValue(
                            Optional.of(number(open.size())),
                            Optional.empty(),
                            Optional.empty(),
                            body.builtins().type("slice"),
                            span);
            TypedExpression others = item(all, slice);
            result.add(
                    new Actual(
                            Optional.empty(), Optional.of(others), Optional.empty(), true, span));
        }
        result.addAll(named);
        return result;
    }

    private static boolean isNamed(Parameter parameter, List<Actual> named) {
        return named.stream().anyMatch(a -> a.keyword().equals(Optional.of(parameter.name())));
    }

    private TypedExpression argument(
            Parameter parameter, int index, TypedExpression all, TypedExpression count) {
        TypedExpression item = item(all, number(index));
        if (!parameter.hasDefault()) {
            return item;
        }
        TypedExpression test = compared(count, CompareOperator.GT, index);
        return new OptionalArguments(body, function, span).argument(parameter, test, item);
    }

    private Actual kept(Actual actual) {
        Type wanted = null;
        for (Parameter parameter : function.parameters()) {
            if (actual.keyword().equals(Optional.of(parameter.name()))
                    && !Substitution.mentions(parameter.type(), function.typeParameters())) {
                wanted = parameter.type();
            }
        }
        Type hint = wanted;
        TypedExpression value =
                actual.typed()
                        .orElseGet(() ->
                                body.expressions().check(actual.written().orElseThrow(), hint));
        return actual.typed(value instanceof TypedExpression.Constant ? value : keep(value));
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

    /// CPython's TypeError for arguments given twice, too many of them, or too few.
    private TypedExpression check(
            TypedExpression given,
            List<Parameter> open,
            int first,
            boolean rest,
            List<Actual> named) {
        TypedExpression count = count(given);
        for (Actual actual : named) {
            for (int i = 0; i < open.size(); i++) {
                if (actual.keyword().equals(Optional.of(open.get(i).name()))) {
                    String message =
                            function.qualifiedName()
                                    + "() got multiple values for argument '"
                                    + open.get(i).name()
                                    + "'";
                    raise(count, CompareOperator.GT, i, constant(message));
                }
            }
        }
        if (!rest) {
            tooMany(count, open, first, named);
        }
        for (int i = 0; i < open.size(); i++) {
            List<Parameter> missing =
                    open.subList(i, open.size()).stream()
                            .filter(p -> !p.hasDefault() && !isNamed(p, named))
                            .toList();
            if (!missing.isEmpty()) {
                raise(count, CompareOperator.EQ, i, missing(missing));
            }
        }
        return count;
    }

    /// `len(given)`.
    private TypedExpression count(TypedExpression given) {
        Binding len = body.builtins().scope().find("len").orElseThrow();
        return keep(
                body.calls()
                        .invoke(
                                new Members.MethodMember(
                                        ((Binding.FunctionBinding) len).overloads(),
                                        Substitution.NONE),
                                Optional.empty(),
                                List.of(Actual.of(given)),
                                null,
                                span));
    }

    private void tooMany(
            TypedExpression count, List<Parameter> open, int first, List<Actual> named) {
        int self =
                function.kind().takesSelf() || function.kind() == FunctionSymbol.Kind.CLASS_METHOD
                        ? 1
                        : 0;
        int most = open.size() + first + self;
        long defaults =
                function.parameters().stream()
                        .filter(p -> p.kind() != Parameter.Kind.KEYWORD_ONLY && p.hasDefault())
                        .count();
        long others =
                function.parameters().stream()
                        .filter(p -> p.kind() == Parameter.Kind.KEYWORD_ONLY && isNamed(p, named))
                        .count();
        String takes =
                function.qualifiedName()
                        + "() takes "
                        + (defaults > 0 ? "from " + (most - defaults) + " to " + most : most)
                        + " positional argument"
                        + (defaults > 0 || most != 1 ? "s" : "")
                        + " but ";
        String also =
                others == 0
                        ? ""
                        : " (and " + others + " keyword-only argument" + (others == 1 ? ")" : "s)");
        if (most == 0) {
            String one =
                    others == 0 ? "1 was given" : "1 positional argument" + also + " were given";
            raise(count, CompareOperator.EQ, 1, constant(takes + one));
        }
        List<TypedExpression.Part> parts =
                List.of(
                        text(takes),
                        new TypedExpression.ValuePart(
                                body.operators()
                                        .apply(
                                                krait.compiler.syntax.Operator.ADD,
                                                count,
                                                number(first + self),
                                                span),
                                -1,
                                Optional.empty()),
                        text((others == 0 ? "" : " positional arguments" + also) + " were given"));
        raise(
                count,
                CompareOperator.GT,
                open.size(),
                new TypedExpression.Format(parts, body.builtins().str(), span));
    }

    private TypedExpression constant(String text) {
        return new TypedExpression.Constant(new Literal.Str(text), body.builtins().str(), span);
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
        return constant(message);
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
        TypedExpression test = compared(count, op, size);
        before.add(
                new TypedStatement.If(
                        test,
                        List.of(
                                new TypedStatement.Raise(
                                        Optional.of(error), Optional.empty(), span)),
                        List.of(),
                        span));
    }

    private TypedExpression compared(TypedExpression count, CompareOperator op, int size) {
        return new TypedExpression.Comparison(
                count,
                List.of(
                        new TypedExpression.Link(
                                op, TypedExpression.LinkKind.INT, Optional.empty(), number(size))),
                body.builtins().bool(),
                span);
    }
}
