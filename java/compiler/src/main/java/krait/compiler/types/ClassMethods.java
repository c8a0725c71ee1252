package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import org.jspecify.annotations.Nullable;

/// Class methods and static methods of a class that is known at run time only: each class below
/// that overrides the method is asked for in turn.
final class ClassMethods {
    private final Body body;

    ClassMethods(Body body) {
        this.body = body;
    }

    /// @param object an object, or a class as a value
    TypedExpression call(
            TypedExpression object,
            Members.MethodMember method,
            Expression.Attribute a,
            List<Actual> actuals,
            @Nullable Type expected,
            Span span) {
        List<ClassSymbol> others = others(object.type(), method, a.attr());
        if (others.isEmpty()) {
            return body.calls().invoke(method, Optional.of(object), actuals, expected, span);
        }
        TypedExpression type =
                object.type() instanceof ClassObjectType
                        ? object
                        : body.expressions().attributes().classOf(object, a.value().span());
        return new ClassVariables(body)
                .once(type, span, read -> choose(read, method, others, a, actuals, span));
    }

    private TypedExpression choose(
            TypedExpression type,
            Members.MethodMember method,
            List<ClassSymbol> others,
            Expression.Attribute a,
            List<Actual> actuals,
            Span span) {
        FunctionSymbol function = method.overloads().getFirst();
        List<TypedStatement> before = new ArrayList<>();
        List<Actual> once = new ArrayList<>();
        for (Actual actual : actuals) {
            if (actual.star() || actual.mapping()) {
                return body.refuse(
                        TypeCode.UNSUPPORTED,
                        span,
                        "* or ** in a call of a class method that "
                                + others.getFirst().name()
                                + " overrides",
                        "name each argument");
            }
            once.add(evaluated(actual, function, once.size(), before));
        }
        Optional<TypedExpression> receiver = Optional.of(type);
        TypedExpression value = body.calls().invoke(method, receiver, once, null, span);
        for (ClassSymbol each : others) {
            TypedExpression call =
                    body.calls()
                            .invoke(
                                    member(each, a.attr()).orElseThrow(),
                                    receiver,
                                    once,
                                    null,
                                    span);
            TypedExpression test = new ClassVariables(body).isClass(type, each, span);
            value =
                    new TypedExpression.Conditional(
                            test,
                            body.coerce(call, value.type(), "the result"),
                            value,
                            value.type(),
                            span);
        }
        return before.isEmpty()
                ? value
                : new TypedExpression.Block(List.copyOf(before), value, value.type(), span);
    }

    private Actual evaluated(
            Actual actual, FunctionSymbol function, int index, List<TypedStatement> before) {
        Type wanted = null;
        for (Parameter parameter : function.parameters()) {
            if (actual.keyword().equals(Optional.of(parameter.name()))) {
                wanted = parameter.type();
            }
        }
        if (actual.keyword().isEmpty() && index < function.parameters().size()) {
            wanted = function.parameters().get(index).type();
        }
        TypedExpression value =
                actual.typed().isPresent()
                        ? actual.typed().get()
                        : body.expressions().check(actual.written().orElseThrow(), wanted);
        if (value instanceof TypedExpression.Constant || value.type() == Type.Simple.ERROR) {
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

    /// Classes below for which the name means another method.
    List<ClassSymbol> others(Type type, Members.MethodMember method, String name) {
        Optional<NominalType> known =
                type instanceof ClassObjectType c
                        ? Optional.of(c.instance())
                        : body.members().nominal(type);
        FunctionSymbol function = method.overloads().getFirst();
        if (known.isEmpty()
                || function.kind().takesSelf()
                || function.origin() != Origin.COMPILED
                || SpecialMethods.isPrivate(name)) {
            return List.of();
        }
        return body.session().below(known.get().symbol()).stream()
                .filter(each ->
                        member(each, name)
                                .filter(m -> m.overloads().getFirst() != function)
                                .isPresent())
                .toList();
    }

    private Optional<Members.MethodMember> member(ClassSymbol symbol, String name) {
        return body.members().find(NominalType.open(symbol), name).orElse(null)
                        instanceof Members.MethodMember m
                ? Optional.of(m)
                : Optional.empty();
    }
}
