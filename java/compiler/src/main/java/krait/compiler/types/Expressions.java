package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;
import org.jspecify.annotations.Nullable;

/// Types expressions, with the type that is expected of them where one is known.
final class Expressions {
    private final Body body;
    private final Displays displays;
    private final Attributes attributes;
    private final Comprehensions comprehensions;

    Expressions(Body body) {
        this.body = body;
        this.displays = new Displays(body);
        this.attributes = new Attributes(body);
        this.comprehensions = new Comprehensions(body);
    }

    Attributes attributes() {
        return attributes;
    }

    TypedExpression check(Expression e) {
        return check(e, null);
    }

    /// The value converted to a type.
    TypedExpression checkAs(Expression e, Type type, String what) {
        return body.coerce(check(e, type), type, what);
    }

    /// @param expected steers displays, lambdas and calls; the result may still be of another type
    TypedExpression check(Expression e, @Nullable Type expected) {
        Span span = e.span();
        return switch (e) {
            case Expression.Constant c -> constant(c);
            case Expression.Name n -> name(n, expected, false);
            case Expression.BinOp b -> body.operators().binary(b, expected);
            case Expression.UnaryOp u -> body.operators().unary(u);
            case Expression.BoolOp b -> body.conditions().logical(b, expected);
            case Expression.Compare c -> new Comparisons(body).compare(c);
            case Expression.IfExp i -> conditional(i, expected);
            case Expression.Call c ->
                    new SetAttribute(body).call(c).orElseGet(() -> body.calls().call(c, expected));
            case Expression.Attribute a -> attributes.read(a, expected);
            case Expression.Subscript s -> new Subscripts(body).read(s);
            case Expression.List l -> displays.list(l, expected);
            case Expression.Tuple t -> displays.tuple(t, expected);
            case Expression.Set s -> displays.set(s, expected);
            case Expression.Dict d -> displays.dict(d, expected);
            case Expression.ListComp c -> comprehensions.list(c, expected);
            case Expression.SetComp c -> comprehensions.set(c, expected);
            case Expression.DictComp c -> comprehensions.dict(c, expected);
            case Expression.GeneratorExp c -> comprehensions.generator(c, expected);
            case Expression.Lambda l -> new Functions(body).lambda(l, expected);
            case Expression.JoinedStr j -> formatted(j);
            case Expression.NamedExpr n -> walrus(n, expected);
            case Expression.Yield y -> yielded(y);
            case Expression.YieldFrom y -> yieldFrom(y);
            case Expression.Slice s -> slice(s);
            case Expression.FormattedValue f -> unsupported(span);
            case Expression.Await a -> unsupported(span);
            case Expression.Interpolation i -> unsupported(span);
            case Expression.TemplateStr t -> unsupported(span);
            case Expression.Starred s -> unsupported(span);
        };
    }

    private TypedExpression unsupported(Span span) {
        return body.refuse(TypeCode.UNSUPPORTED, span, "this expression is not supported here");
    }

    private TypedExpression constant(Expression.Constant c) {
        Builtins builtins = body.builtins();
        Type type =
                switch (c.value()) {
                    case Literal.Singleton s ->
                            switch (s) {
                                case NONE -> Simple.NONE;
                                case TRUE, FALSE -> builtins.bool();
                                case ELLIPSIS -> Simple.ERROR;
                            };
                    case Literal.Int i -> builtins.integer();
                    case Literal.Real r -> builtins.real();
                    case Literal.Str s -> builtins.str();
                    case Literal.Bytes b -> builtins.type("bytes");
                    case Literal.Imaginary i -> Simple.ERROR;
                };
        if (type == Simple.ERROR) {
            return body.refuse(TypeCode.UNSUPPORTED, c.span(), "this constant is not supported");
        }
        return new TypedExpression.Constant(c.value(), type, c.span());
    }

    /// What stands before a dot: of `self` not more is used than the attribute.
    TypedExpression object(Expression e) {
        return e instanceof Expression.Name n ? name(n, null, true) : check(e);
    }

    private TypedExpression name(Expression.Name n, @Nullable Type expected, boolean asObject) {
        Optional<Scope.Found> found = body.find(n);
        if (found.isEmpty()) {
            return unknown(n);
        }
        return switch (found.get().binding()) {
            case Binding.VariableBinding v when asObject ->
                    variable(v.variable(), found.get().deleted(), n.span());
            case Binding.VariableBinding v -> {
                body.initialFields().used(v.variable(), n.span());
                yield variable(v.variable(), found.get().deleted(), n.span());
            }
            case Binding.FunctionBinding f -> function(f, n.span(), expected);
            case Binding.ClassBinding c -> {
                body.boundNames().classDefined(c.variable(), n.span());
                yield attributes.classValue(c.symbol(), n, expected);
            }
            case Binding.FieldBinding f ->
                    new TypedExpression.ClassVariableRead(f.field(), f.field().type(), n.span());
            case Binding.ModuleBinding m -> notAValue(n);
            case Binding.TypeVariableBinding t -> notAValue(n);
            case Binding.AliasBinding a -> notAValue(n);
            case Binding.SpecialBinding s when s.name().equals("TYPE_CHECKING") ->
                    new TypedExpression.Constant(
                            Literal.Singleton.FALSE, body.builtins().bool(), n.span());
            case Binding.SpecialBinding s -> notAValue(n);
        };
    }

    private TypedExpression notAValue(Expression.Name n) {
        return body.refuse(TypeCode.NOT_A_VALUE, n.span(), "'" + n.id() + "' is no value");
    }

    private TypedExpression unknown(Expression.Name n) {
        if (n.id().equals("__name__")) {
            String name = body.names().module().symbol().name();
            return new TypedExpression.Constant(
                    new Literal.Str(name), body.builtins().str(), n.span());
        }
        if (body.scope().assigns(n.id())) {
            return body.refuse(
                    TypeCode.UNASSIGNED, n.span(), "'" + n.id() + "' has no value here yet");
        }
        return body.refuse(TypeCode.UNDEFINED, n.span(), "name '" + n.id() + "' is not defined");
    }

    /// A read with what tests have shown.
    ///
    /// @param deleted whether a `del` elsewhere may take the value away
    TypedExpression variable(Variable variable, boolean deleted, Span span) {
        TypedExpression read = body.boundNames().read(variable, deleted, span);
        return narrowed(read, new Flow.Path(variable, List.of()));
    }

    TypedExpression narrowed(TypedExpression read, Flow.Path path) {
        Type known = body.flow().narrowed(path, read.type());
        return known.equals(read.type())
                ? read
                : new TypedExpression.Convert(
                        read, TypedExpression.Conversion.NARROW, known, read.span());
    }

    private TypedExpression function(
            Binding.FunctionBinding f, Span span, @Nullable Type expected) {
        FunctionSymbol symbol = f.overloads().getFirst();
        if (symbol.nested()) {
            return body.boundNames().read(f.variable(), false, span);
        }
        TypedExpression value =
                attributes.functionValue(
                        f.overloads(), Substitution.NONE, Optional.empty(), span, expected);
        return body.boundNames().afterDefinition(f.variable(), value, span);
    }

    private TypedExpression conditional(Expression.IfExp i, @Nullable Type expected) {
        Conditions.Branches branches = body.conditions().condition(i.test());
        body.flow(branches.yes());
        TypedExpression then = check(i.body(), expected);
        Flow after = body.flow();
        body.flow(branches.no());
        TypedExpression otherwise = check(i.orelse(), expected);
        body.flow(after.join(body.flow()));
        Type type =
                expected != null
                                && body.relations().assignable(then.type(), expected)
                                && body.relations().assignable(otherwise.type(), expected)
                        ? expected
                        : body.relations().join(then.type(), otherwise.type());
        return new TypedExpression.Conditional(
                branches.test(),
                body.coerce(then, type, "the value"),
                body.coerce(otherwise, type, "the value"),
                type,
                i.span());
    }

    private TypedExpression formatted(Expression.JoinedStr j) {
        List<TypedExpression.Part> parts = new ArrayList<>();
        for (Expression each : j.values()) {
            if (each instanceof Expression.Constant c && c.value() instanceof Literal.Str text) {
                parts.add(new TypedExpression.TextPart(text));
            } else if (each instanceof Expression.FormattedValue f) {
                TypedExpression value = check(f.value());
                if (f.formatSpec().isPresent() && isFraction(value.type())) {
                    body.refuse(
                            TypeCode.UNSUPPORTED,
                            f.span(),
                            "a format specification for a Fraction",
                            "float(x), or str(x)");
                }
                body.session().lives().harmless(body, value);
                parts.add(
                        new TypedExpression.ValuePart(
                                value, f.conversion(), f.formatSpec().map(this::check)));
                if (UserCode.reaches(value.type())) {
                    body.runsUserCode();
                }
            }
        }
        return new TypedExpression.Format(List.copyOf(parts), body.builtins().str(), j.span());
    }

    private static boolean isFraction(Type type) {
        return type instanceof NominalType n
                && n.symbol().origin() == Origin.NATIVE
                && n.symbol().name().equals("Fraction");
    }

    private TypedExpression walrus(Expression.NamedExpr n, @Nullable Type expected) {
        Expression.Name target = (Expression.Name) n.target();
        TypedExpression value = check(n.value(), expected);
        Variable variable = body.targets().assigned(target.id(), value.type(), target);
        TypedExpression stored = body.coerce(value, variable.type(), "'" + target.id() + "'");
        body.targets().noteAssigned(variable, value.type());
        body.session().lives().taken(body, value);
        TypedExpression whole =
                new TypedExpression.NamedExpression(variable, stored, variable.type(), n.span());
        return narrowed(whole, new Flow.Path(variable, List.of()));
    }

    private TypedExpression yielded(Expression.Yield y) {
        if (body.context().isEmpty()) {
            return unsupported(y.span());
        }
        Type wanted = body.context().get().yielded();
        Optional<TypedExpression> value =
                y.value().map(v -> checkAs(v, wanted, "what the generator yields"));
        if (value.isEmpty() && !body.relations().assignable(Simple.NONE, wanted)) {
            return body.refuse(TypeCode.MISMATCH, y.span(), "yield without a value");
        }
        body.runsUserCode(body.session().effects().anything());
        Type sent = Yields.sent(body.context().get().symbol().result());
        return new TypedExpression.Yield(value, sent, y.span());
    }

    private TypedExpression yieldFrom(Expression.YieldFrom y) {
        if (body.context().isEmpty()) {
            return unsupported(y.span());
        }
        TypedExpression value = check(y.value());
        Iteration iteration = iteration(value, y.value().span());
        body.session().lives().returned(body, value);
        body.session().lives().harmless(body, value);
        Type wanted = body.context().get().yielded();
        if (!body.relations().assignable(iteration.element(), wanted)) {
            body.problems()
                    .report(
                            TypeCode.MISMATCH,
                            y.span(),
                            "the generator yields "
                                    + wanted.show()
                                    + ", not "
                                    + iteration.element().show());
        }
        body.runsUserCode(body.session().effects().anything());
        Type returned = Yields.returned(iteration.iterable().type());
        return new TypedExpression.YieldFrom(iteration, returned, y.span());
    }

    TypedExpression slice(Expression.Slice s) {
        return new TypedExpression.SliceValue(
                s.lower().map(this::index),
                s.upper().map(this::index),
                s.step().map(this::index),
                body.builtins().type("slice"),
                s.span());
    }

    private TypedExpression index(Expression e) {
        TypedExpression value = check(e);
        if (Relations.mayBeNone(value.type())) {
            return body.coerce(
                    value, Relations.union(body.builtins().integer(), Simple.NONE), "an index");
        }
        return body.coerce(value, body.builtins().integer(), "an index");
    }

    /// How something is looped over.
    Iteration iteration(TypedExpression iterated, Span span) {
        TypedExpression value = new Enums(body).members(iterated);
        if (value.type() instanceof TupleType t) {
            return new Iteration(value, body.relations().joinAll(t.elements()), Optional.empty());
        }
        if (value.type() == Simple.ERROR) {
            return new Iteration(value, Simple.ERROR, Optional.empty());
        }
        Optional<Members.MethodMember> iter = body.members().method(value.type(), "__iter__");
        if (iter.isPresent() && !body.relations().needsSend(value.type())) {
            FunctionSymbol function = iter.get().overloads().getFirst();
            Type result = iter.get().substitution().apply(function.result());
            Optional<Members.MethodMember> next = body.members().method(result, "__next__");
            if (next.isPresent()) {
                Type element =
                        new Unknowns(body.builtins())
                                .read(
                                        next.get()
                                                .substitution()
                                                .apply(next.get().overloads().getFirst().result()));
                if (function.origin() == Origin.COMPILED || UserCode.isOpen(value.type())) {
                    body.runsUserCode();
                }
                return new Iteration(value, element, Optional.of(function));
            }
        }
        boolean none = Relations.mayBeNone(value.type());
        body.problems()
                .report(
                        none ? TypeCode.MAY_BE_NONE : TypeCode.NOT_ITERABLE,
                        span,
                        value.type().show() + " can't be iterated");
        return new Iteration(value, Simple.ERROR, Optional.empty());
    }

    /// The arguments of a class that an expected type has, such as the element of a list.
    Optional<NominalType> expectedAs(@Nullable Type expected, String name) {
        if (expected == null) {
            return Optional.empty();
        }
        List<NominalType> views =
                Relations.members(expected).stream()
                        .flatMap(member -> expectedAs(member, body.builtins().symbol(name)))
                        .distinct()
                        .toList();
        return views.size() == 1 ? Optional.of(views.getFirst()) : Optional.empty();
    }

    private Stream<NominalType> expectedAs(Type expected, ClassSymbol symbol) {
        if (!(expected instanceof NominalType n) || n.symbol() == symbol) {
            return expected instanceof NominalType n ? Stream.of(n) : Stream.of();
        }
        NominalType open = NominalType.open(symbol);
        Optional<NominalType> view = body.relations().viewAs(open, n.symbol());
        if (view.isEmpty() || n.arguments().isEmpty()) {
            return Stream.of();
        }
        Map<TypeVariable, Type> found = new HashMap<>();
        new Unification(body.relations(), body.builtins(), symbol.typeParameters(), found)
                .unify(view.get(), n);
        return found.size() == symbol.typeParameters().size()
                ? Stream.of((NominalType) new Substitution(found).apply(open))
                : Stream.of();
    }
}
