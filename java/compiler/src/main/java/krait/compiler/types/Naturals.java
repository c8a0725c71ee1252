package krait.compiler.types;

import java.util.List;
import java.util.Set;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.Statement;

/// Which ints are known to be no less than 0: an int to such a power is an int.
final class Naturals {
    /// Functions of the library that give no negative int for an int.
    private static final Set<String> FUNCTIONS = Set.of("len", "abs", "ord");

    private final Body body;

    Naturals(Body body) {
        this.body = body;
    }

    boolean natural(TypedExpression value) {
        if (value instanceof TypedExpression.Constant c) {
            return c.value() instanceof Literal.Int i && i.value().signum() >= 0;
        }
        if (value instanceof TypedExpression.VariableRead read) {
            return body.naturals().contains(read.variable());
        }
        if (value instanceof TypedExpression.IntArithmetic a) {
            return arithmetic(a);
        }
        return value instanceof TypedExpression.Call c
                && c.function().origin() == Origin.NATIVE
                && c.function().module().name().equals("builtins")
                && c.function().owner().isEmpty()
                && FUNCTIONS.contains(c.function().name())
                && c.type().equals(body.builtins().integer());
    }

    /// Whether a number, or a NaN, is not below 0.
    boolean notNegative(TypedExpression value) {
        return switch (value) {
            case TypedExpression.Constant c ->
                    c.value() instanceof Literal.Real || c.value() instanceof Literal.Int;
            case TypedExpression.Convert c ->
                    c.conversion() == TypedExpression.Conversion.INT_TO_FLOAT
                            && notNegative(c.value());
            case TypedExpression.FloatArithmetic a -> notNegative(a.op(), a.left(), a.right());
            case TypedExpression.IntArithmetic a ->
                    natural(a) || notNegative(a.op(), a.left(), a.right());
            case TypedExpression.Call c -> natural(c) || absolute(c);
            case TypedExpression _ -> natural(value);
        };
    }

    private boolean notNegative(Operator op, TypedExpression left, TypedExpression right) {
        return switch (op) {
            case ADD, DIV, FLOOR_DIV -> notNegative(left) && notNegative(right);
            case MULT -> (notNegative(left) && notNegative(right)) || same(left, right);
            case POW -> even(right) || notNegative(left);
            case SUB, MOD, MAT_MULT, L_SHIFT, R_SHIFT, BIT_OR, BIT_XOR, BIT_AND -> false;
        };
    }

    private static boolean even(TypedExpression value) {
        TypedExpression plain = value instanceof TypedExpression.Convert c ? c.value() : value;
        return plain instanceof TypedExpression.Constant c
                && (c.value() instanceof Literal.Int i
                        ? !i.value().testBit(0)
                        : c.value() instanceof Literal.Real r && r.value() % 2 == 0);
    }

    /// Whether both are one value: a variable or a field of one, which nothing assigns in between.
    private static boolean same(TypedExpression left, TypedExpression right) {
        if (left instanceof TypedExpression.FieldRead a
                && right instanceof TypedExpression.FieldRead b) {
            return a.field() == b.field() && same(a.object(), b.object());
        }
        return left instanceof TypedExpression.VariableRead a
                && right instanceof TypedExpression.VariableRead b
                && a.variable() == b.variable();
    }

    private static boolean absolute(TypedExpression.Call c) {
        return c.function().origin() == Origin.NATIVE
                && c.function().owner().isEmpty()
                && ((c.function().module().name().equals("builtins")
                                && c.function().name().equals("abs"))
                        || (c.function().module().name().equals("math")
                                && Set.of("fabs", "hypot", "dist", "sqrt", "exp")
                                        .contains(c.function().name())));
    }

    private boolean arithmetic(TypedExpression.IntArithmetic a) {
        return switch (a.op()) {
            case ADD, MULT, FLOOR_DIV, BIT_OR, BIT_XOR, POW, L_SHIFT, R_SHIFT ->
                    natural(a.left()) && natural(a.right());
            case MOD -> natural(a.right());
            case BIT_AND -> natural(a.left()) || natural(a.right());
            case SUB, DIV, MAT_MULT -> false;
        };
    }

    /// Notes the variable of a loop over a range that counts up from 0 or more, when nothing else
    /// assigns it.
    ///
    /// @return whether it was noted, for whoever ends the loop
    boolean counts(TypedTarget target, Iteration iteration, List<? extends Ast> inside) {
        boolean counts =
                target instanceof TypedTarget.VariableTarget v
                        && iteration.iterable() instanceof TypedExpression.New range
                        && up(range)
                        && !AssignedNames.in(inside).assigned().contains(v.variable().name())
                        && !shared(v.variable().name())
                        && !captured(v.variable().name(), inside);
        return counts && body.naturals().add(((TypedTarget.VariableTarget) target).variable());
    }

    private boolean up(TypedExpression.New range) {
        List<TypedExpression> given =
                range.arguments().stream()
                        .filter(Argument.Given.class::isInstance)
                        .map(a -> ((Argument.Given) a).value())
                        .toList();
        return range.symbol() == body.builtins().symbol("range")
                && !given.isEmpty()
                && (given.size() == 1 || natural(given.getFirst()))
                && (given.size() < 3 || natural(given.get(2)));
    }

    /// Whether code that may run behind the loop reads the name.
    private static boolean captured(String name, List<? extends Ast> inside) {
        boolean[] found = {false};
        for (Ast part : inside) {
            TreeWalk.walk(
                    part,
                    node -> {
                        if (node instanceof Expression.Lambda
                                || node instanceof Expression.GeneratorExp
                                || node instanceof Statement.FunctionDef) {
                            TreeWalk.walkDeep(
                                    node,
                                    inner ->
                                            found[0] |=
                                                    inner instanceof Expression.Name n
                                                            && n.id().equals(name));
                        }
                    });
        }
        return found[0];
    }

    /// Whether another function may assign the name.
    private boolean shared(String name) {
        return body.session().declaredElsewhere(body.names().module()).contains(name);
    }
}
