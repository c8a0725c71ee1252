package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Calls.Actual;

/// Builtins for numbers that ask an object's special method, or an int or a float for what it is.
final class NumberCalls {
    private final Body body;

    NumberCalls(Body body) {
        this.body = body;
    }

    /// A call that is more than a call of the library's function.
    Optional<TypedExpression> call(Binding.FunctionBinding f, Expression.Call c) {
        FunctionSymbol function = f.overloads().getFirst();
        boolean known =
                function.origin() == Origin.NATIVE
                        && function.module().name().equals("builtins")
                        && (function.name().equals("abs") || function.name().equals("round"));
        if (!known
                || c.args().isEmpty()
                || !c.keywords().isEmpty()
                || c.args().stream().anyMatch(a -> a instanceof Expression.Starred)) {
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
