package krait.compiler.types;

import java.util.List;
import java.util.Set;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
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
        boolean[] found = {false};
        for (Statement statement : body.names().module().tree().body()) {
            TreeWalk.walkDeep(
                    statement,
                    node ->
                            found[0] |=
                                    (node instanceof Statement.Global g && g.names().contains(name))
                                            || (node instanceof Statement.Nonlocal n
                                                    && n.names().contains(name)));
        }
        return found[0];
    }
}
