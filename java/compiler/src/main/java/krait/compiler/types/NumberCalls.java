package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Operator;
import krait.compiler.types.Calls.Actual;

/// Builtins for numbers that ask an object's special method, or an int or a float for what it is.
final class NumberCalls {
    /// Functions of `math` that take many numbers as one argument.
    private static final Set<String> SUMS = Set.of("fsum", "prod");

    private final Body body;

    NumberCalls(Body body) {
        this.body = body;
    }

    /// Whether this is `max` or `min`.
    boolean isExtreme(Binding.FunctionBinding f) {
        return is(f, "max") || is(f, "min");
    }

    private static boolean is(Binding.FunctionBinding f, String name) {
        FunctionSymbol function = f.overloads().getFirst();
        return function.origin() == Origin.NATIVE
                && function.module().name().equals("builtins")
                && function.name().equals(name);
    }

    /// A call that is more than a call of the library's function.
    Optional<TypedExpression> call(Binding.FunctionBinding f, Expression.Call c) {
        FunctionSymbol function = f.overloads().getFirst();
        boolean builtin =
                function.origin() == Origin.NATIVE && function.module().name().equals("builtins");
        boolean plain =
                c.keywords().isEmpty()
                        && c.args().stream().noneMatch(Expression.Starred.class::isInstance);
        if (builtin && plain && function.name().equals("pow") && c.args().size() == 2) {
            Expression power =
                    new Expression.BinOp(
                            c.args().getFirst(), Operator.POW, c.args().get(1), c.span());
            return Optional.of(body.expressions().check(power));
        }
        boolean known = function.name().equals("abs") || function.name().equals("round");
        boolean ofMath =
                function.origin() == Origin.NATIVE
                        && function.module().name().equals("math")
                        && c.args().size() == 1
                        && !SUMS.contains(function.name());
        if (!((builtin && known) || ofMath) || !plain || c.args().isEmpty()) {
            return Optional.empty();
        }
        List<TypedExpression> arguments =
                c.args().stream().map(a -> body.expressions().check(a)).toList();
        TypedExpression object = arguments.getFirst();
        List<Actual> rest = arguments.stream().skip(1).map(Actual::of).toList();
        String method = "__" + function.name() + "__";
        boolean own =
                body.members()
                        .method(object.type(), method)
                        .filter(m -> m.overloads().getFirst().origin() == Origin.COMPILED)
                        .isPresent();
        if (own) {
            return Optional.of(new Subscripts(body).method(object, method, rest, c.span()));
        }
        MixedNumbers mixed = new MixedNumbers(body);
        return Optional.of(
                mixed.mixed(object.type())
                        ? mixed.unary(object, c.span(), o -> plain(f, o, rest, c))
                        : plain(f, object, rest, c));
    }

    private TypedExpression plain(
            Binding.FunctionBinding f,
            TypedExpression first,
            List<Actual> rest,
            Expression.Call c) {
        List<Actual> all = new ArrayList<>(List.of(Actual.of(first)));
        all.addAll(rest);
        return body.calls()
                .invoke(
                        new Members.MethodMember(f.overloads(), Substitution.NONE),
                        Optional.empty(),
                        all,
                        null,
                        c.span());
    }
}
