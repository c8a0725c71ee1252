package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import org.jspecify.annotations.Nullable;

/// `super().method(...)`, and calls that mean one very method.
final class SuperCalls {
    private final Body body;

    SuperCalls(Body body) {
        this.body = body;
    }

    /// A call found by name, of that very method.
    static TypedExpression exactly(TypedExpression call) {
        return switch (call) {
            case TypedExpression.Call known -> known.exactly();
            case TypedExpression.Block b ->
                    new TypedExpression.Block(
                            b.statements(), exactly(b.value()), b.type(), b.span());
            case TypedExpression other -> other;
        };
    }

    /// Whether this is `super()` or `super(Class, self)`.
    static boolean is(Expression e) {
        return e instanceof Expression.Call c
                && (c.args().isEmpty() || c.args().size() == 2)
                && ModuleScope.nameOf(c.func()).equals(Optional.of("super"));
    }

    /// A call of a method of the base class, on the object at hand.
    TypedExpression call(
            Expression.Attribute a,
            Expression.Call c,
            List<Actual> actuals,
            @Nullable Type expected) {
        Optional<Body.Context> context = body.context();
        if (context.isEmpty()
                || context.get().owner().isEmpty()
                || context.get().self().isEmpty()) {
            return body.refuse(TypeCode.UNSUPPORTED, c.span(), "super() outside of a method");
        }
        Variable self = context.get().self().get();
        ClassSymbol owner = context.get().owner().get();
        if (a.value() instanceof Expression.Call named && named.args().size() == 2) {
            Optional<ClassSymbol> start =
                    body.expressions()
                            .attributes()
                            .classOf(named.args().getFirst())
                            .filter(owner::inherits);
            boolean same =
                    ModuleScope.nameOf(named.args().getLast()).equals(Optional.of(self.name()));
            if (start.isEmpty() || !same) {
                return body.refuse(
                        TypeCode.UNSUPPORTED, c.span(), "super() of another object", "super()");
            }
            owner = start.get();
        }
        TypedExpression receiver =
                new TypedExpression.VariableRead(self, false, self.type(), a.value().span());
        for (NominalType base : owner.bases()) {
            if (body.members().find(base, a.attr(), body.owner()).orElse(null)
                    instanceof Members.MethodMember m) {
                if (m.overloads().getFirst().isAbstract()) {
                    return body.refuse(
                            TypeCode.ABSTRACT,
                            c.span(),
                            "'" + a.attr() + "' of " + base.symbol().name() + " is abstract");
                }
                if (!a.attr().equals("__init__")) {
                    body.initialFields().used(receiver, c.span());
                }
                TypedExpression call =
                        body.calls().invoke(m, Optional.of(receiver), actuals, expected, c.span());
                if (a.attr().equals("__init__")) {
                    body.runsUserCode(Effects.Writes.ALL);
                    body.initialFields().calledAbove(m.overloads().getFirst(), c.span());
                }
                return exactly(call);
            }
        }
        if (a.attr().equals("__init__") && c.args().isEmpty()) {
            return new TypedExpression.Constant(
                    krait.compiler.syntax.Literal.Singleton.NONE, Simple.NONE, c.span());
        }
        return body.refuse(TypeCode.NO_ATTRIBUTE, a.span(), "no base class has '" + a.attr() + "'");
    }
}
