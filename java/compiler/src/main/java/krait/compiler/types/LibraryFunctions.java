package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.UnaryOperator;
import krait.compiler.types.Type.CallableType;
import org.jspecify.annotations.Nullable;

/// Calls of the library that make a function, written out as lambdas: `operator.itemgetter`,
/// `attrgetter` and `methodcaller`, and `functools.partial`.
final class LibraryFunctions {
    private static final String OBJECT = "$x";
    private static final Set<String> GETTERS =
            Set.of("operator.itemgetter", "operator.attrgetter", "operator.methodcaller");

    private final Body body;

    LibraryFunctions(Body body) {
        this.body = body;
    }

    /// The function, where the call is one of these.
    Optional<TypedExpression> made(ClassSymbol symbol, Expression.Call c, @Nullable Type expected) {
        String name = nameOf(symbol);
        if (name.equals("functools.partial")) {
            return Optional.of(partial(c, expected));
        }
        if (!GETTERS.contains(name)) {
            return Optional.empty();
        }
        Optional<Expression> lambda = getter(name, c);
        return Optional.of(
                lambda.isPresent()
                        ? body.expressions().check(lambda.get(), expected)
                        : body.refuse(
                                TypeCode.UNSUPPORTED,
                                c.span(),
                                symbol.name() + " of something that is no literal",
                                "lambda x: x[i]"));
    }

    private static String nameOf(ClassSymbol symbol) {
        return symbol.origin() == Origin.NATIVE ? symbol.module().name() + "." + symbol.name() : "";
    }

    /// An argument, as the lambda that it stands for.
    Expression writtenOut(Expression argument) {
        if (!(argument instanceof Expression.Call c)
                || !(c.func() instanceof Expression.Name
                        || c.func() instanceof Expression.Attribute)) {
            return argument;
        }
        return body.expressions()
                .attributes()
                .classOf(c.func())
                .map(LibraryFunctions::nameOf)
                .filter(GETTERS::contains)
                .flatMap(name -> getter(name, c))
                .orElse(argument);
    }

    private Optional<Expression> getter(String name, Expression.Call c) {
        if (name.equals("operator.methodcaller")) {
            return caller(c);
        }
        List<Expression> parts = new ArrayList<>();
        for (Expression each : c.args()) {
            boolean ofItem = name.equals("operator.itemgetter");
            (ofItem ? item(each) : attribute(each)).ifPresent(parts::add);
        }
        if (parts.isEmpty() || parts.size() != c.args().size() || !c.keywords().isEmpty()) {
            return Optional.empty();
        }
        Expression value =
                parts.size() == 1
                        ? parts.getFirst()
                        : new Expression.Tuple(parts, ExpressionContext.LOAD, c.span());
        return Optional.of(lambda(List.of(OBJECT), value, c.span()));
    }

    private Optional<Expression> item(Expression key) {
        boolean literal =
                isLiteral(key)
                        || (key instanceof Expression.UnaryOp u
                                && u.op() == UnaryOperator.U_SUB
                                && isLiteral(u.operand()));
        return literal
                ? Optional.of(
                        new Expression.Subscript(
                                name(OBJECT, key.span()), key, ExpressionContext.LOAD, key.span()))
                : Optional.empty();
    }

    private static boolean isLiteral(Expression e) {
        return e instanceof Expression.Constant;
    }

    private Optional<Expression> attribute(Expression path) {
        if (!(path instanceof Expression.Constant c && c.value() instanceof Literal.Str text)) {
            return Optional.empty();
        }
        Expression value = name(OBJECT, path.span());
        for (String part : text.text().split("\\.", -1)) {
            value = new Expression.Attribute(value, part, ExpressionContext.LOAD, path.span());
        }
        return Optional.of(value);
    }

    private Optional<Expression> caller(Expression.Call c) {
        boolean literal =
                !c.args().isEmpty()
                        && c.args().stream().allMatch(LibraryFunctions::isLiteral)
                        && c.keywords().stream().allMatch(k -> isLiteral(k.value()));
        if (!literal) {
            return Optional.empty();
        }
        List<Expression> rest = c.args().subList(1, c.args().size());
        return attribute(c.args().getFirst())
                .map(method -> new Expression.Call(method, rest, c.keywords(), c.span()))
                .map(call -> lambda(List.of(OBJECT), call, c.span()));
    }

    private static Expression name(String id, Span span) {
        return new Expression.Name(id, ExpressionContext.LOAD, span);
    }

    private static Expression lambda(List<String> names, Expression value, Span span) {
        List<Ast.Arg> args =
                names.stream().map(n -> new Ast.Arg(n, Optional.empty(), span)).toList();
        Ast.Arguments parameters =
                new Ast.Arguments(
                        List.of(),
                        args,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        span);
        return new Expression.Lambda(parameters, value, span);
    }

    /// `(lambda f, a: lambda x: f(a, x))(function, value)`: what is given is evaluated now.
    private TypedExpression partial(Expression.Call c, @Nullable Type expected) {
        boolean plain =
                !c.args().isEmpty()
                        && c.args().stream().noneMatch(Expression.Starred.class::isInstance)
                        && c.keywords().stream().allMatch(k -> k.arg().isPresent());
        Optional<FunctionSymbol> named = plain ? function(c.args().getFirst()) : Optional.empty();
        TypedExpression function =
                plain ? body.expressions().check(c.args().getFirst()) : Body.error(c.span());
        if (!plain || !(function.type() instanceof CallableType type)) {
            return function.type() == Type.Simple.ERROR && plain
                    ? function
                    : body.refuse(
                            TypeCode.UNSUPPORTED,
                            c.span(),
                            "partial of something that is no function with known parameters",
                            "lambda x: f(1, x)");
        }
        Given given = new Given(c, type, named, expected);
        if (given.problem) {
            return body.refuse(
                    TypeCode.ARGUMENTS, c.span(), "the function doesn't take these arguments");
        }
        CallableType rest = new CallableType(given.left, type.result());
        Expression call =
                new Expression.Call(given.callee, given.positional, given.keywords, c.span());
        Expression inner = lambda(given.open, call, c.span());
        CallableType outer = new CallableType(given.types, rest);
        TypedExpression maker =
                body.expressions().check(lambda(given.names, inner, c.span()), outer);
        List<TypedExpression> values = new ArrayList<>();
        for (int i = 0; i < given.values.size(); i++) {
            Type wanted = given.types.get(i);
            values.add(body.expressions().checkAs(given.values.get(i), wanted, "the argument"));
        }
        return new TypedExpression.CallValue(maker, List.copyOf(values), rest, c.span());
    }

    /// The function that a name stands for, which can be called with keywords.
    private Optional<FunctionSymbol> function(Expression e) {
        return e instanceof Expression.Name n
                        && body.find(n).map(Scope.Found::binding).orElse(null)
                                instanceof Binding.FunctionBinding f
                        && f.overloads().size() == 1
                ? Optional.of(f.overloads().getFirst())
                : Optional.empty();
    }

    /// What a partial is given, and what it leaves open.
    private static final class Given {
        final List<String> names = new ArrayList<>();
        final List<Type> types = new ArrayList<>();
        final List<Expression> values = new ArrayList<>();
        final List<String> open = new ArrayList<>();
        final List<Type> left = new ArrayList<>();
        final List<Expression> positional = new ArrayList<>();
        final List<Ast.Keyword> keywords = new ArrayList<>();
        final Expression callee;
        boolean problem;

        Given(
                Expression.Call c,
                CallableType type,
                Optional<FunctionSymbol> named,
                @Nullable Type expected) {
            Span span = c.span();
            if (named.isPresent()) {
                callee = c.args().getFirst();
            } else {
                callee = add(type, c.args().getFirst(), span);
            }
            int count = c.args().size() - 1;
            problem = count > type.parameters().size();
            for (int i = 0; i < count && !problem; i++) {
                positional.add(add(type.parameters().get(i), c.args().get(i + 1), span));
            }
            Set<String> bound = new HashSet<>();
            for (Ast.Keyword keyword : c.keywords()) {
                Optional<Parameter> parameter =
                        named.stream()
                                .flatMap(f -> f.parameters().stream())
                                .filter(p -> keyword.arg().equals(Optional.of(p.name())))
                                .findFirst();
                problem |= parameter.isEmpty();
                if (parameter.isPresent()) {
                    bound.add(parameter.get().name());
                    Expression value = add(parameter.get().type(), keyword.value(), span);
                    keywords.add(new Ast.Keyword(keyword.arg(), value, span));
                }
            }
            int most = expected instanceof CallableType wanted ? wanted.parameters().size() : -1;
            for (int i = count; i < type.parameters().size() && !problem; i++) {
                Optional<Parameter> parameter = parameter(named, i);
                if (parameter.filter(p -> bound.contains(p.name())).isPresent()
                        || (most < 0 && parameter.filter(Parameter::hasDefault).isPresent())
                        || open.size() == most) {
                    break; // what stands behind it can be given by keyword only
                }
                open.add("$open" + i);
                left.add(type.parameters().get(i));
                positional.add(name("$open" + i, span));
            }
        }

        private static Optional<Parameter> parameter(Optional<FunctionSymbol> named, int index) {
            return named.flatMap(f ->
                    f.parameters().stream()
                            .filter(p ->
                                    p.kind() == Parameter.Kind.NORMAL
                                            || p.kind() == Parameter.Kind.POSITIONAL_ONLY)
                            .skip(index)
                            .findFirst());
        }

        private Expression add(Type type, Expression value, Span span) {
            String name = "$given" + names.size();
            names.add(name);
            types.add(type);
            values.add(value);
            return name(name, span);
        }
    }
}
