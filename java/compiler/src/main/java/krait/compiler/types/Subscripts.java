package krait.compiler.types;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.UnaryOperator;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;

/// `object[index]`.
final class Subscripts {
    private final Body body;

    Subscripts(Body body) {
        this.body = body;
    }

    TypedExpression read(Expression.Subscript s) {
        TypedExpression object = body.expressions().check(s.value());
        if (object.type() == Simple.ERROR) {
            return Body.error(s.span());
        }
        if (object.type() instanceof Type.ClassObjectType c && Enums.isEnum(c.instance())) {
            TypedExpression name =
                    body.expressions().checkAs(s.slice(), body.builtins().str(), "the name");
            return new Enums(body).lookUp(c.instance().symbol(), name, true, s.span());
        }
        Optional<TupleType> tuple = Relations.shape(object.type());
        if (tuple.isPresent()) {
            OptionalInt constant = constant(s.slice());
            if (constant.isPresent()) {
                return item(object, tuple.get(), constant.getAsInt(), s.span());
            }
        }
        return method(object, "__getitem__", List.of(Calls.Actual.of(s.slice())), s.span());
    }

    private TypedExpression item(TypedExpression object, TupleType tuple, int index, Span span) {
        int size = tuple.elements().size();
        int at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            return body.refuse(TypeCode.INDEX, span, "the tuple has " + size + " elements");
        }
        return new TypedExpression.TupleItem(object, at, tuple.elements().get(at), span);
    }

    static OptionalInt constant(Expression e) {
        if (e instanceof Expression.Constant c
                && c.value() instanceof Literal.Int i
                && i.value().compareTo(BigInteger.valueOf(1000)) < 0) {
            return OptionalInt.of(i.value().intValue());
        }
        if (e instanceof Expression.UnaryOp u && u.op() == UnaryOperator.U_SUB) {
            OptionalInt inner = constant(u.operand());
            return inner.isPresent() ? OptionalInt.of(-inner.getAsInt()) : inner;
        }
        return OptionalInt.empty();
    }

    /// A call of a special method.
    TypedExpression method(
            TypedExpression object, String name, List<Calls.Actual> actuals, Span span) {
        Optional<Members.MethodMember> method = body.members().method(object.type(), name);
        if (method.isEmpty()) {
            boolean none = Relations.mayBeNone(object.type());
            return body.refuse(
                    none ? TypeCode.MAY_BE_NONE : TypeCode.NO_ATTRIBUTE,
                    span,
                    object.type().show() + " has no " + name);
        }
        return body.calls().invoke(method.get(), Optional.of(object), actuals, null, span);
    }
}
