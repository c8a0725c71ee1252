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
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// Decorators of functions: `f = decorator(f)`, so that the name is a variable with the result.
final class Decorators {
    private static final String FUNCTOOLS = "functools";
    private static final int CACHE_SIZE = 128;

    private final Body body;

    Decorators(Body body) {
        this.body = body;
    }

    /// Whether the name of a definition is a variable. What looks like a handler of a web
    /// application stays a function.
    static boolean apply(Statement.FunctionDef def) {
        return !def.decoratorList().isEmpty()
                && !def.decoratorList().stream().allMatch(Handlers::looksLikeOne);
    }

    /// The value that a decorator is called with, and the decorator, evaluated already where it is
    /// more than a name.
    private record Step(Expression written, Optional<Variable> value) {}

    /// Statements before the `def`: CPython evaluates decorators first, from top to bottom.
    ///
    /// @param type of the function
    private List<Step> evaluate(
            Statement.FunctionDef def,
            CallableType type,
            CallableType packed,
            List<TypedStatement> out) {
        List<Step> steps = new ArrayList<>();
        for (Expression decorator : def.decoratorList()) {
            boolean named =
                    decorator instanceof Expression.Name
                            || decorator instanceof Expression.Attribute;
            if (named || ofFunctools(decorator).isPresent()) {
                steps.add(new Step(decorator, Optional.empty()));
                continue;
            }
            if (new Handlers(body).refused(decorator)) {
                continue;
            }
            CallableType taken = takesPacked(decorator) ? packed : type;
            CallableType same = new CallableType(List.of(taken), taken);
            TypedExpression value = body.expressions().check(decorator, same);
            Variable temporary = body.scope().temporary(value.type());
            TypedTarget target = new TypedTarget.VariableTarget(temporary, decorator.span());
            out.add(new TypedStatement.Assign(target, value, decorator.span()));
            steps.add(new Step(decorator, Optional.of(temporary)));
        }
        return steps;
    }

    /// A `def` with decorators.
    ///
    /// @param plain holds the function itself where it is nested
    /// @param define the definition without its decorators
    void definition(
            Statement.FunctionDef def,
            FunctionSymbol symbol,
            Variable plain,
            List<TypedStatement> out,
            Runnable define) {
        CallableType type = Attributes.callable(symbol, Substitution.NONE);
        CallableType packed = new CallableType(List.of(symbol.ownSignature()), type.result());
        List<Step> steps = evaluate(def, type, packed, out);
        define.run();
        Span span = def.decoratorList().getLast().span();
        TypedExpression value =
                symbol.nested()
                        ? new TypedExpression.VariableRead(plain, false, type, span)
                        : new TypedExpression.FunctionValue(
                                symbol,
                                Optional.empty(),
                                TypedExpression.Dispatch.STATIC,
                                type,
                                span);
        boolean itself = true;
        for (Step step : steps.reversed()) {
            if (itself && takesPacked(step.written())) {
                value = packed(symbol, value, packed, step.written().span());
            } else if (takesPacked(step.written())
                    && !(value.type() instanceof CallableType c
                            && PackedArguments.taken(c).isPresent())) {
                value =
                        refused(
                                step.written().span(),
                                "a decorator of a ParamSpec around one of other functions",
                                "Callable[P, R] in both decorators");
            }
            value = applied(step, value);
            itself = false;
        }
        Expression.Name name =
                new Expression.Name(def.name(), ExpressionContext.STORE, Spans.name(def));
        Variable variable = body.targets().assigned(def.name(), value.type(), name);
        TypedExpression stored = body.coerce(value, variable.type(), "'" + def.name() + "'");
        body.targets().noteAssigned(variable, value.type());
        body.flow().bind(variable);
        out.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(variable, span), stored, span));
    }

    /// Whether a decorator takes functions of every signature: `Callable[P, R]`.
    private boolean takesPacked(Expression decorator) {
        Expression head = decorator instanceof Expression.Call c ? c.func() : decorator;
        if (!(head instanceof Expression.Name n)
                || !(body.find(n).map(Scope.Found::binding).orElse(null)
                        instanceof Binding.FunctionBinding f)
                || f.overloads().getFirst().origin() == Origin.NATIVE) {
            return false;
        }
        FunctionSymbol function = f.overloads().getFirst();
        List<Type> taken = function.parameters().stream().map(Parameter::type).toList();
        if (decorator instanceof Expression.Call) {
            taken = function.result() instanceof CallableType c ? c.parameters() : List.of();
        }
        return !taken.isEmpty()
                && taken.getFirst() instanceof CallableType c
                && PackedArguments.taken(c).isPresent();
    }

    private TypedExpression packed(
            FunctionSymbol symbol, TypedExpression value, CallableType type, Span span) {
        if (!symbol.typeParameters().isEmpty()) {
            return refused(span, "a decorator of a generic function", "a function of one type");
        }
        body.session().lives().value(body, symbol, span);
        Optional<TypedExpression> closure = symbol.nested() ? Optional.of(value) : Optional.empty();
        return new TypedExpression.PackedFunction(symbol, closure, type, span);
    }

    private TypedExpression applied(Step step, TypedExpression function) {
        Span span = step.written().span();
        Optional<String> known = ofFunctools(step.written());
        if (known.isPresent()) {
            return ofFunctools(known.orElseThrow(), step.written(), function);
        }
        Calls.Actual actual = Calls.Actual.of(function);
        if (step.value().isPresent()) {
            Variable value = step.value().orElseThrow();
            TypedExpression callee =
                    new TypedExpression.VariableRead(value, false, value.type(), span);
            return body.calls().value(callee, List.of(actual), span);
        }
        return body.calls().callName(step.written(), actual, span);
    }

    /// `wraps`, `cache` or `lru_cache` of functools.
    private Optional<String> ofFunctools(Expression decorator) {
        Expression head = decorator instanceof Expression.Call c ? c.func() : decorator;
        boolean named = head instanceof Expression.Name || head instanceof Expression.Attribute;
        return named
                ? body.expressions()
                        .attributes()
                        .classOf(head)
                        .filter(s -> s.module().name().equals(FUNCTOOLS))
                        .map(ClassSymbol::name)
                        .filter(Set.of("wraps", "cache", "lru_cache")::contains)
                : Optional.empty();
    }

    private TypedExpression ofFunctools(
            String name, Expression decorator, TypedExpression function) {
        Span span = decorator.span();
        List<Expression> positional = decorator instanceof Expression.Call c ? c.args() : List.of();
        List<Ast.Keyword> keywords =
                decorator instanceof Expression.Call c ? c.keywords() : List.of();
        if (name.equals("wraps")) {
            if (positional.size() != 1 || !keywords.isEmpty()) {
                return refused(span, "wraps takes the function that is wrapped", "@wraps(f)");
            }
            TypedExpression wrapped = body.expressions().check(positional.getFirst());
            if (!(wrapped.type() instanceof CallableType)) {
                return wrapped.type() == Simple.ERROR
                        ? Body.error(span)
                        : refused(span, wrapped.type().show() + " is no function", "@wraps(f)");
            }
            return call("_wraps", List.of(function, wrapped), function.type(), span);
        }
        TypedExpression size =
                literal(new Literal.Int(java.math.BigInteger.valueOf(CACHE_SIZE)), span);
        TypedExpression typed = literal(Literal.Singleton.FALSE, span);
        boolean called = decorator instanceof Expression.Call;
        if (name.equals("cache")) {
            size = literal(Literal.Singleton.NONE, span);
            if (called) {
                return refused(span, "cache is no function of options", "@cache");
            }
        }
        for (int i = 0; i < positional.size(); i++) {
            if (i == 0) {
                size = body.expressions().check(positional.getFirst());
            } else {
                typed = body.expressions().check(positional.get(i));
            }
        }
        for (Ast.Keyword keyword : keywords) {
            TypedExpression value = body.expressions().check(keyword.value());
            if (keyword.arg().equals(Optional.of("maxsize"))) {
                size = value;
            } else {
                typed = value;
            }
        }
        CallableType type = (CallableType) function.type();
        Type cached = new NominalType(wrapper(), List.of(type));
        return call("_lru_cache", List.of(function, size, typed), cached, span);
    }

    private ClassSymbol wrapper() {
        ModuleScope home = body.session().library().module(FUNCTOOLS).orElseThrow();
        if (home.find("_lru_cache_wrapper").orElseThrow() instanceof Binding.ClassBinding c) {
            return c.symbol();
        }
        throw new IllegalStateException("no class of cached functions");
    }

    private TypedExpression literal(Literal value, Span span) {
        Type type =
                switch (value) {
                    case Literal.Singleton s when s == Literal.Singleton.NONE -> Simple.NONE;
                    case Literal.Singleton _ -> body.builtins().bool();
                    case Literal.Int _,
                            Literal.Str _,
                            Literal.Real _,
                            Literal.Imaginary _,
                            Literal.Bytes _ ->
                            body.builtins().integer();
                };
        return new TypedExpression.Constant(value, type, span);
    }

    private TypedExpression call(String name, List<TypedExpression> values, Type type, Span span) {
        TypedExpression call = LibraryCalls.call(body, FUNCTOOLS, name, values, span);
        return new TypedExpression.Convert(call, TypedExpression.Conversion.NARROW, type, span);
    }

    private TypedExpression refused(Span span, String message, String rewrite) {
        return body.refuse(TypeCode.DECORATOR, span, message, rewrite);
    }
}
