package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// `cls` in a class method: the class that it was called on, which may be any class below.
final class ClassAtHand {
    private final Body body;

    ClassAtHand(Body body) {
        this.body = body;
    }

    /// `cls(...)`: an object of the class at hand, each class below asked for in turn.
    TypedExpression construct(
            TypedExpression type, NominalType instance, List<Actual> actuals, Span span) {
        List<ClassSymbol> below = body.session().below(instance.symbol());
        if (below.isEmpty()) {
            return own(make(instance, actuals, span));
        }
        if (!instance.arguments().isEmpty()) {
            body.session().sealed(instance.symbol(), body.problems(), span);
            return own(make(instance, actuals, span));
        }
        List<TypedStatement> before = new ArrayList<>();
        List<Actual> once = new ArrayList<>();
        for (Actual actual : actuals) {
            once.add(evaluated(actual, instance, before));
        }
        TypedExpression value = made(instance.symbol(), instance, once, span);
        for (ClassSymbol each : below) {
            TypedExpression test = new ClassVariables(body).isClass(type, each, span);
            TypedExpression other = made(each, instance, once, span);
            value = new TypedExpression.Conditional(test, other, value, instance, span);
        }
        return own(new TypedExpression.Block(before, value, instance, span));
    }

    private TypedExpression own(TypedExpression made) {
        body.session().madeOfClassAtHand(made);
        return made;
    }

    private TypedExpression make(NominalType type, List<Actual> actuals, Span span) {
        return body.calls()
                .construct(
                        type.symbol(),
                        Optional.of(type),
                        actuals,
                        null,
                        span,
                        body.names().module().tree());
    }

    private TypedExpression made(
            ClassSymbol symbol, NominalType wanted, List<Actual> actuals, Span span) {
        NominalType type = NominalType.open(symbol);
        List<String> missing = body.members().abstractMethods(type);
        if (!missing.isEmpty()) {
            return isAbstract(symbol, missing, wanted, span);
        }
        int before = body.problems().count();
        TypedExpression made = make(type, actuals, span);
        if (body.problems().count() > before && symbol != wanted.symbol()) {
            body.problems().rewind(before);
            return body.refuse(
                    TypeCode.UNSUPPORTED,
                    span,
                    "cls() of a class with subclasses that take other arguments, such as "
                            + symbol.name(),
                    wanted.symbol().name() + "(...)");
        }
        return body.coerce(made, wanted, "the object");
    }

    /// CPython's TypeError for a class that lacks methods.
    private TypedExpression isAbstract(
            ClassSymbol symbol, List<String> missing, NominalType wanted, Span span) {
        List<String> quoted = missing.stream().sorted().map(m -> "'" + m + "'").toList();
        String message =
                "Can't instantiate abstract class "
                        + symbol.name()
                        + " without an implementation for abstract method"
                        + (quoted.size() == 1 ? " " : "s ")
                        + String.join(", ", quoted);
        TypedExpression text =
                new TypedExpression.Constant(new Literal.Str(message), body.builtins().str(), span);
        TypedExpression error =
                body.calls()
                        .construct(
                                body.builtins().symbol("TypeError"),
                                Optional.empty(),
                                List.of(Actual.of(text)),
                                null,
                                span,
                                body.names().module().tree());
        return new TypedExpression.Block(
                List.of(new TypedStatement.Raise(Optional.of(error), Optional.empty(), span)),
                new TypedExpression.Constant(Literal.Singleton.NONE, wanted, span),
                wanted,
                span);
    }

    /// An argument that is evaluated before it is known who takes it.
    private Actual evaluated(Actual actual, NominalType instance, List<TypedStatement> before) {
        Type hint = hint(actual, instance);
        TypedExpression value =
                body.expressions()
                        .check(actual.written().orElseThrow(), hint == Simple.ERROR ? null : hint);
        if (value instanceof TypedExpression.Constant || value.type() == Simple.ERROR) {
            return actual.typed(value);
        }
        Variable temporary = body.scope().temporary(value.type());
        before.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, actual.span()),
                        value,
                        actual.span()));
        return actual.typed(
                new TypedExpression.VariableRead(temporary, false, value.type(), actual.span()));
    }

    /// What the class itself takes there.
    private Type hint(Actual actual, NominalType instance) {
        return body.members()
                .method(instance, "__init__")
                .map(m -> m.overloads().getFirst().parameters())
                .flatMap(parameters ->
                        parameters.stream()
                                .filter(p -> actual.keyword().equals(Optional.of(p.name())))
                                .findFirst())
                .map(Parameter::type)
                .orElse(Simple.ERROR);
    }

    /// `issubclass(class, classes)`.
    TypedExpression isSubclass(Expression.Call c) {
        List<ClassSymbol> wanted = new ArrayList<>();
        Expression second = c.args().get(1);
        for (Expression each : second instanceof Expression.Tuple t ? t.elts() : List.of(second)) {
            body.expressions()
                    .attributes()
                    .classOf(each)
                    .filter(symbol -> !body.conditions().refusedProtocol(symbol, each.span()))
                    .ifPresent(wanted::add);
        }
        TypedExpression type = body.expressions().check(c.args().getFirst());
        if (body.problems().blames(second.span())) {
            return Body.error(c.span());
        }
        if (wanted.isEmpty() || !(type.type() instanceof Type.ClassObjectType known)) {
            return body.refuse(
                    TypeCode.NOT_A_TYPE,
                    c.span(),
                    "issubclass takes a class, and a class or a tuple of classes");
        }
        if (type instanceof TypedExpression.ClassOf of) {
            return new TypedExpression.IsInstance(
                    of.object(), List.copyOf(wanted), body.builtins().bool(), c.span());
        }
        ClassSymbol symbol = known.instance().symbol();
        TypedExpression value = truth(inherits(symbol, wanted), c.span());
        if (type instanceof TypedExpression.ClassReference) {
            return value;
        }
        return new ClassVariables(body)
                .once(
                        type,
                        c.span(),
                        read -> {
                            TypedExpression answer = value;
                            for (ClassSymbol each : body.session().below(symbol)) {
                                answer =
                                        new TypedExpression.Conditional(
                                                new ClassVariables(body)
                                                        .isClass(read, each, c.span()),
                                                truth(inherits(each, wanted), c.span()),
                                                answer,
                                                body.builtins().bool(),
                                                c.span());
                            }
                            return answer;
                        });
    }

    private boolean inherits(ClassSymbol symbol, List<ClassSymbol> wanted) {
        boolean number = symbol == body.builtins().symbol("bool");
        return wanted.stream()
                .anyMatch(w ->
                        symbol.inherits(w)
                                || w == body.builtins().object()
                                || (number && w == body.builtins().symbol("int")));
    }

    private TypedExpression truth(boolean value, Span span) {
        return new TypedExpression.Constant(
                value ? Literal.Singleton.TRUE : Literal.Singleton.FALSE,
                body.builtins().bool(),
                span);
    }

    /// A class method or static method of a class that is known at run time only.
    Optional<Members.MethodMember> method(NominalType instance, Expression.Attribute a) {
        return body.members().find(instance, a.attr(), body.owner()).orElse(null)
                                instanceof Members.MethodMember m
                        && !m.overloads().getFirst().kind().takesSelf()
                ? Optional.of(m)
                : Optional.empty();
    }
}
