package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// `setattr(object, "name", value)` and `object.__setattr__(self, "name", value)`, with the name
/// written out.
final class SetAttribute {
    private final Body body;

    SetAttribute(Body body) {
        this.body = body;
    }

    /// The call, where it is one of these.
    Optional<TypedExpression> call(Expression.Call c) {
        boolean three =
                c.args().size() == 3
                        && c.keywords().isEmpty()
                        && c.args().getFirst() instanceof Expression.Name
                        && c.args().get(1) instanceof Expression.Constant k
                        && k.value() instanceof Literal.Str;
        boolean plain =
                c.func() instanceof Expression.Name n
                        && n.id().equals("setattr")
                        && body.find(n).isEmpty();
        boolean past =
                c.func() instanceof Expression.Attribute a
                        && a.attr().equals("__setattr__")
                        && ModuleScope.nameOf(a.value()).equals(Optional.of("object"));
        if (!plain && !past) {
            return Optional.empty();
        }
        if (!three) {
            return Optional.of(
                    body.refuse(
                            TypeCode.UNSUPPORTED,
                            c.span(),
                            "setattr() of anything but a variable and a name that is written out",
                            "setattr(point, \"x\", 1)"));
        }
        String name = ((Literal.Str) ((Expression.Constant) c.args().get(1)).value()).text();
        TypedExpression object = body.expressions().object(c.args().getFirst());
        if (object.type() == Simple.ERROR) {
            return Optional.of(object);
        }
        if (!(body.members().find(object.type(), name, body.owner()).orElse(null)
                        instanceof Members.FieldMember f)
                || f.field().classVariable()
                || f.field().owner().origin() != Origin.COMPILED) {
            return Optional.of(
                    body.refuse(
                            TypeCode.NO_ATTRIBUTE,
                            c.span(),
                            object.type().show() + " has no field '" + name + "' to set"));
        }
        return Optional.of(past ? past(object, f, c) : plain(object, f, c));
    }

    private static boolean frozen(TypedExpression object) {
        return object.type() instanceof NominalType n
                && DataclassCalls.dataclass(n.symbol())
                        .filter(s -> s.is(ClassSymbol.Flag.FROZEN))
                        .isPresent();
    }

    private TypedExpression plain(
            TypedExpression object, Members.FieldMember f, Expression.Call c) {
        if (frozen(object)) {
            return fails(f, c);
        }
        if (f.field().fixed()) {
            return body.refuse(TypeCode.FIXED, c.span(), "'" + f.field().name() + "' is set once");
        }
        return assigned(object, f, c);
    }

    /// What a frozen dataclass does in `__post_init__`.
    private TypedExpression past(TypedExpression object, Members.FieldMember f, Expression.Call c) {
        boolean own =
                body.context()
                        .filter(x ->
                                x.symbol().name().equals("__post_init__")
                                        || x.symbol().name().equals("__init__"))
                        .flatMap(Body.Context::self)
                        .filter(self ->
                                object instanceof TypedExpression.VariableRead read
                                        && read.variable() == self)
                        .isPresent();
        return own
                ? assigned(object, f, c)
                : body.refuse(
                        TypeCode.UNSUPPORTED,
                        c.span(),
                        "object.__setattr__ outside of __post_init__",
                        "replace(point, x=1)");
    }

    private TypedExpression assigned(
            TypedExpression object, Members.FieldMember f, Expression.Call c) {
        Span span = c.span();
        TypedExpression value = body.expressions().checkAs(c.args().get(2), f.type(), "the value");
        body.flow().forgetField(f.field().name());
        body.initialFields().set(object, f.field());
        TypedTarget target = new TypedTarget.FieldTarget(object, f.field(), f.type(), span);
        return none(List.of(new TypedStatement.Assign(target, value, span)), span);
    }

    private TypedExpression fails(Members.FieldMember f, Expression.Call c) {
        Span span = c.span();
        TypedExpression value = body.expressions().check(c.args().get(2));
        TypedExpression text =
                new TypedExpression.Constant(
                        new Literal.Str("cannot assign to field '" + f.field().name() + "'"),
                        body.builtins().str(),
                        span);
        Binding error =
                body.session()
                        .library()
                        .module("_dataclasses")
                        .flatMap(m -> m.find("FrozenInstanceError"))
                        .orElseThrow();
        TypedExpression made =
                body.calls()
                        .construct(
                                ((Binding.ClassBinding) error).symbol(),
                                Optional.empty(),
                                List.of(Actual.of(text)),
                                null,
                                span,
                                c);
        return none(
                List.of(
                        new TypedStatement.Evaluate(value, span),
                        new TypedStatement.Raise(Optional.of(made), Optional.empty(), span)),
                span);
    }

    private static TypedExpression none(List<TypedStatement> statements, Span span) {
        return new TypedExpression.Block(
                statements,
                new TypedExpression.Constant(Literal.Singleton.NONE, Simple.NONE, span),
                Simple.NONE,
                span);
    }
}
