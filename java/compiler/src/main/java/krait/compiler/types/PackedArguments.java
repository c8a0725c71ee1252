package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.TupleType;

/// Calls of functions whose parameters are those of a ParamSpec. They take one packet: the tuple of
/// the arguments by position, and the dict of those by name, as `*args` and `**kwargs` show them.
final class PackedArguments {
    /// Builtins that leave a dict as it is.
    private static final Set<String> READERS =
            Set.of("print", "len", "repr", "str", "sorted", "list", "tuple", "bool", "set");

    private static final Set<String> READING = Set.of("items", "keys", "values", "get");

    private final Body body;
    private final Span span;

    PackedArguments(Body body, Span span) {
        this.body = body;
        this.span = span;
    }

    /// The ParamSpec that a function takes, or what it stands for.
    static Optional<TypeVariable> taken(CallableType type) {
        return type.parameters().size() == 1
                        && type.parameters().getFirst() instanceof TypeVariable v
                        && v.wholeSignature()
                ? Optional.of(v)
                : Optional.empty();
    }

    /// `P` of a function `(*args: P.args, **kwargs: P.kwargs)`.
    static Optional<Expression> of(Statement.FunctionDef def) {
        Ast.Arguments args = def.args();
        boolean alone =
                args.posonlyargs().isEmpty()
                        && args.args().isEmpty()
                        && args.kwonlyargs().isEmpty();
        Optional<Expression> all = part(args.vararg(), "args");
        Optional<Expression> named = part(args.kwarg(), "kwargs");
        boolean same =
                all.isPresent()
                        && named.isPresent()
                        && ModuleScope.nameOf(all.get()).equals(ModuleScope.nameOf(named.get()));
        return alone && same ? all : Optional.empty();
    }

    private static Optional<Expression> part(Optional<Ast.Arg> arg, String name) {
        return arg.flatMap(Ast.Arg::annotation)
                .filter(a -> a instanceof Expression.Attribute t && t.attr().equals(name))
                .map(a -> ((Expression.Attribute) a).value())
                .filter(Expression.Name.class::isInstance);
    }

    TypedExpression call(TypedExpression callee, CallableType type, List<Actual> actuals) {
        TypeVariable taken = taken(type).orElseThrow();
        Optional<TypedExpression> packet =
                taken.signatureOf().isPresent()
                        ? known(taken.signatureOf().get(), actuals)
                        : passedOn(actuals);
        if (packet.isEmpty()) {
            return Body.error(span);
        }
        body.runsUserCode();
        TypedExpression argument =
                new TypedExpression.Convert(
                        packet.get(), TypedExpression.Conversion.WIDEN, taken, span);
        return new TypedExpression.CallValue(callee, List.of(argument), type.result(), span);
    }

    /// `f(*args, **kwargs)` with the parameters of the function around.
    private Optional<TypedExpression> passedOn(List<Actual> actuals) {
        Optional<FunctionSymbol> around =
                body.context().map(Body.Context::symbol).filter(FunctionSymbol::isPacked);
        boolean whole =
                around.isPresent()
                        && actuals.size() == 2
                        && actuals.getFirst().star()
                        && actuals.getLast().mapping()
                        && names(around.get(), actuals.getFirst(), 0)
                        && names(around.get(), actuals.getLast(), 1);
        if (!whole) {
            return refuse(
                    "a function of a ParamSpec takes the arguments as they come",
                    "f(*args, **kwargs)");
        }
        return Optional.of(
                packet(
                        body.expressions().check(actuals.getFirst().written().orElseThrow()),
                        body.expressions().check(actuals.getLast().written().orElseThrow())));
    }

    private static boolean names(FunctionSymbol around, Actual actual, int parameter) {
        return actual.written()
                .flatMap(ModuleScope::nameOf)
                .equals(Optional.of(around.parameters().get(parameter).name()));
    }

    private Optional<TypedExpression> refuse(String message, String rewrite) {
        body.problems().report(TypeCode.ARGUMENTS, span, message, rewrite);
        return Optional.empty();
    }

    /// Arguments for a function whose parameters are known.
    private Optional<TypedExpression> known(FunctionSymbol function, List<Actual> actuals) {
        if (actuals.stream().anyMatch(a -> a.star() || a.mapping())) {
            return refuse("* or ** in a call of a decorated function", "name each argument");
        }
        Optional<Invocation.Resolved> resolved =
                new Invocation(body, Substitution.NONE, null, span)
                        .choose(List.of(function), actuals, Optional.empty());
        if (resolved.isEmpty()) {
            return Optional.empty();
        }
        List<TypedExpression> positional = new ArrayList<>();
        List<TypedExpression.Item> named = new ArrayList<>();
        for (Argument argument : resolved.get().arguments()) {
            if (!(argument instanceof Argument.Given given)) {
                continue;
            }
            if (given.parameter().kind() == Parameter.Kind.REST
                    && given.value() instanceof TypedExpression.TupleDisplay rest) {
                rest.elements().forEach(e -> positional.add(object(e)));
            } else if (given.parameter().kind() == Parameter.Kind.KEYWORDS) {
                if (!(given.value() instanceof TypedExpression.DictDisplay others)) {
                    return refuse(
                            "arguments with names in this order",
                            "those that the function names first");
                }
                others.items()
                        .forEach(i ->
                                named.add(new TypedExpression.Item(i.key(), object(i.value()))));
            } else if (given.named()) {
                named.add(
                        new TypedExpression.Item(
                                Optional.of(text(given.parameter().name())),
                                object(given.value())));
            } else {
                positional.add(object(given.value()));
            }
        }
        Type object = body.builtins().type("object");
        return Optional.of(
                packet(
                        new TypedExpression.TupleDisplay(
                                List.copyOf(positional),
                                body.builtins().type("tuple", object),
                                span),
                        new TypedExpression.DictDisplay(
                                List.copyOf(named),
                                body.builtins().type("dict", body.builtins().str(), object),
                                span)));
    }

    private TypedExpression packet(TypedExpression positional, TypedExpression named) {
        return new TypedExpression.TupleDisplay(
                List.of(positional, named),
                new TupleType(List.of(positional.type(), named.type())),
                span);
    }

    private TypedExpression object(TypedExpression value) {
        return body.coerce(value, body.builtins().type("object"), "the argument");
    }

    private TypedExpression text(String value) {
        return new TypedExpression.Constant(new Literal.Str(value), body.builtins().str(), span);
    }

    /// Refuses what could change the arguments on their way: then they would not fit any more.
    static void unchanged(Statement.FunctionDef def, Problems problems) {
        String args = def.args().vararg().orElseThrow().arg();
        String kwargs = def.args().kwarg().orElseThrow().arg();
        List<Expression.Name> mentioned = new ArrayList<>();
        List<Expression> read = new ArrayList<>();
        for (Statement statement : def.body()) {
            TreeWalk.walkDeep(
                    statement,
                    node -> {
                        if (node instanceof Expression.Name n
                                && (n.id().equals(kwargs)
                                        || (n.id().equals(args)
                                                && n.ctx() != ExpressionContext.LOAD))) {
                            mentioned.add(n);
                        }
                        reads(node, read);
                    });
        }
        mentioned.removeIf(read::contains);
        for (Expression.Name name : mentioned) {
            problems.report(
                    TypeCode.UNSUPPORTED,
                    name.span(),
                    "'" + name.id() + "' of a ParamSpec in another place than a call",
                    "f(*args, **kwargs)");
        }
    }

    /// Expressions below a node that are read and kept by nobody.
    private static void reads(Ast node, List<Expression> read) {
        switch (node) {
            case Ast.Keyword k when k.arg().isEmpty() -> read.add(k.value());
            case Expression.FormattedValue f -> read.add(f.value());
            case Expression.Compare c -> read.addAll(c.comparators());
            case Expression.UnaryOp u -> read.add(u.operand());
            case Statement.If i -> read.add(i.test());
            case Statement.For f -> read.add(f.iter());
            case Expression.Subscript s when s.ctx() == ExpressionContext.LOAD ->
                    read.add(s.value());
            case Expression.Call c -> {
                if (c.func() instanceof Expression.Name n && READERS.contains(n.id())) {
                    read.addAll(c.args());
                } else if (c.func() instanceof Expression.Attribute a
                        && READING.contains(a.attr())) {
                    read.add(a.value());
                }
            }
            case Ast _ -> {}
        }
    }
}
