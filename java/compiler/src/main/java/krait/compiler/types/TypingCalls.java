package krait.compiler.types;

import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Type.Simple;

/// Calls that tell the checker something and give back their argument when they run.
final class TypingCalls {
    private final Body body;

    TypingCalls(Body body) {
        this.body = body;
    }

    /// `cast(TYPE, value)`, or a call of what `NewType` has made.
    Optional<TypedExpression> call(Binding binding, Expression.Name name, Expression.Call c) {
        boolean plain =
                c.keywords().isEmpty()
                        && c.args().stream().noneMatch(a -> a instanceof Expression.Starred);
        if (binding instanceof Binding.AliasBinding alias
                && alias.callable()
                && plain
                && c.args().size() == 1) {
            Type type = Annotations.resolve(name, body.names());
            return Optional.of(
                    body.expressions().checkAs(c.args().getFirst(), type, "the argument"));
        }
        if (binding.equals(new Binding.SpecialBinding("assert_never"))
                && plain
                && c.args().size() == 1) {
            return Optional.of(left(c));
        }
        return binding.equals(new Binding.SpecialBinding("cast")) && plain && c.args().size() == 2
                ? Optional.of(cast(c))
                : new DataclassCalls(body).call(binding, c);
    }

    /// `assert_never(value)` where it can be reached: cases behind it are forgotten ones.
    private TypedExpression left(Expression.Call c) {
        TypedExpression value = body.expressions().check(c.args().getFirst());
        if (value.type() != Simple.ERROR) {
            String fact = "the value may still be of type " + value.type().show();
            String advice = "a case for it, before assert_never";
            body.problems().report(TypeCode.MISMATCH, c.span(), fact, advice);
        }
        body.flow().end();
        return Body.error(c.span());
    }

    /// CPython's `cast` looks at nothing, so a wrong one would go unnoticed there.
    private TypedExpression cast(Expression.Call c) {
        Type type = Annotations.resolve(c.args().getFirst(), body.names());
        TypedExpression value = body.expressions().check(c.args().get(1), type);
        boolean known =
                type == Simple.ERROR
                        || value.type() == Simple.ERROR
                        || body.relations().assignable(value.type(), type);
        return known
                ? body.coerce(value, type, "the value")
                : body.refuse(
                        TypeCode.MISMATCH,
                        c.span(),
                        "nothing shows that " + value.type().show() + " is " + type.show(),
                        "assert isinstance(VALUE, TYPE)");
    }
}
