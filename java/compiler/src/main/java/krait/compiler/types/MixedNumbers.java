package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import krait.compiler.diagnostics.Span;

/// Arithmetic of values that are an int or a float, which is known at run time only: each case is
/// computed as what it is.
final class MixedNumbers {
    private final Body body;

    MixedNumbers(Body body) {
        this.body = body;
    }

    /// Whether a type is a union of int and float, perhaps with bool.
    boolean mixed(Type type) {
        Builtins builtins = body.builtins();
        List<Type> members = Relations.members(type);
        return members.size() > 1
                && members.contains(builtins.real())
                && Set.of(builtins.integer(), builtins.real(), builtins.bool())
                        .containsAll(members);
    }

    /// Whether an operation on two numbers meets a mixed one.
    boolean meet(TypedExpression left, TypedExpression right) {
        Builtins builtins = body.builtins();
        return (mixed(left.type()) && (mixed(right.type()) || builtins.numeric(right.type())))
                || (mixed(right.type()) && builtins.numeric(left.type()));
    }

    TypedExpression binary(
            TypedExpression left,
            TypedExpression right,
            Span span,
            BinaryOperator<TypedExpression> operation) {
        List<TypedStatement> before = new ArrayList<>();
        TypedExpression first = once(left, before);
        TypedExpression second = once(right, before);
        TypedExpression value =
                cases(first, span, a -> cases(second, span, b -> operation.apply(a, b)));
        return new TypedExpression.Block(List.copyOf(before), value, value.type(), span);
    }

    TypedExpression unary(
            TypedExpression operand, Span span, UnaryOperator<TypedExpression> operation) {
        List<TypedStatement> before = new ArrayList<>();
        TypedExpression value = cases(once(operand, before), span, operation);
        return new TypedExpression.Block(List.copyOf(before), value, value.type(), span);
    }

    private TypedExpression once(TypedExpression value, List<TypedStatement> before) {
        if (value instanceof TypedExpression.Constant) {
            return value;
        }
        Variable temporary = body.scope().temporary(value.type());
        before.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, value.span()),
                        value,
                        value.span()));
        return new TypedExpression.VariableRead(temporary, false, value.type(), value.span());
    }

    /// The operation on the value as a float, and as an int.
    private TypedExpression cases(
            TypedExpression read, Span span, UnaryOperator<TypedExpression> operation) {
        if (!mixed(read.type())) {
            return operation.apply(read);
        }
        Builtins builtins = body.builtins();
        Type rest = body.relations().drop(read.type(), builtins.real().symbol());
        TypedExpression real = operation.apply(as(read, builtins.real()));
        TypedExpression whole = operation.apply(as(read, rest));
        Type type = body.relations().join(whole.type(), real.type());
        return new TypedExpression.Conditional(
                new TypedExpression.IsInstance(
                        read, List.of(builtins.real().symbol()), builtins.bool(), span),
                body.coerce(real, type, "the value"),
                body.coerce(whole, type, "the value"),
                type,
                span);
    }

    private static TypedExpression as(TypedExpression read, Type type) {
        return new TypedExpression.Convert(
                read, TypedExpression.Conversion.NARROW, type, read.span());
    }
}
