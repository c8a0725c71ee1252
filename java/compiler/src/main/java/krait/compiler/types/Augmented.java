package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;

/// `object.field += v` and `object[index] += v`: object and index are evaluated once.
final class Augmented {
    private final Body body;

    Augmented(Body body) {
        this.body = body;
    }

    void assign(Statement.AugAssign a, List<TypedStatement> out) {
        TypedTarget place = body.targets().place(a.target());
        switch (place) {
            case TypedTarget.FieldTarget f -> {
                Optional<TypedExpression> stored = ClassVariables.stored(f);
                if (stored.isPresent() && a.target() instanceof Expression.Attribute attribute) {
                    hidden(a, attribute, stored.get(), out);
                    return;
                }
                TypedExpression object = once(f.object(), out);
                TypedExpression read =
                        new TypedExpression.FieldRead(object, f.field(), f.type(), f.span());
                finish(
                        a,
                        new TypedTarget.FieldTarget(object, f.field(), f.type(), f.span()),
                        read,
                        out);
            }
            case TypedTarget.ItemTarget i -> {
                TypedExpression object = once(i.object(), out);
                TypedExpression index = once(i.index(), out);
                TypedExpression read =
                        new Subscripts(body)
                                .method(
                                        object,
                                        "__getitem__",
                                        List.of(Calls.Actual.of(index)),
                                        i.span());
                finish(
                        a,
                        new TypedTarget.ItemTarget(
                                object, index, i.setter(), i.dispatch(), i.type(), i.span()),
                        read,
                        out);
            }
            case TypedTarget.ClassVariableTarget c ->
                    finish(
                            a,
                            c,
                            new TypedExpression.ClassVariableRead(c.field(), c.type(), c.span()),
                            out);
            case TypedTarget.PropertyTarget p -> property(a, p, out);
            case TypedTarget.VariableTarget v -> ofModule(a, v, out);
            case TypedTarget.UnpackTarget u -> {}
        }
    }

    /// A value of the object's own in place of its class's.
    private void hidden(
            Statement.AugAssign a,
            Expression.Attribute attribute,
            TypedExpression stored,
            List<TypedStatement> out) {
        TypedExpression object = once(stored, out);
        TypedExpression read = body.expressions().attributes().member(object, attribute, null);
        if (body.members().find(object.type(), attribute.attr()).orElse(null)
                instanceof Members.FieldMember f) {
            TypedTarget place = new ClassVariables(body).store(object, f, a.target().span());
            finish(a, place, read, out);
        }
    }

    private void property(
            Statement.AugAssign a, TypedTarget.PropertyTarget p, List<TypedStatement> out) {
        TypedExpression object = once(p.object(), out);
        if (a.target() instanceof Expression.Attribute attribute) {
            TypedExpression read = body.expressions().attributes().member(object, attribute, null);
            finish(
                    a,
                    new TypedTarget.PropertyTarget(
                            object, p.setter(), p.dispatch(), p.type(), p.span()),
                    read,
                    out);
        }
    }

    /// A variable of another module.
    private void ofModule(
            Statement.AugAssign a, TypedTarget.VariableTarget v, List<TypedStatement> out) {
        if (v.variable().kind() == Variable.Kind.GLOBAL) {
            TypedExpression read = body.expressions().check(a.target());
            finish(a, v, read, out);
        }
    }

    private TypedExpression once(TypedExpression value, List<TypedStatement> out) {
        Variable temporary = body.scope().temporary(value.type());
        out.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, value.span()),
                        value,
                        value.span()));
        return new TypedExpression.VariableRead(temporary, false, value.type(), value.span());
    }

    private void finish(
            Statement.AugAssign a,
            TypedTarget place,
            TypedExpression read,
            List<TypedStatement> out) {
        TypedExpression value = body.statements().combine(a.op(), read, a.value(), a.span());
        out.add(
                new TypedStatement.Assign(
                        place, body.coerce(value, place.type(), "the target"), a.span()));
        Optional<Flow.Path> path = body.expressions().attributes().path(a.target());
        path.ifPresent(
                p -> body.flow().forgetField(p.fields().isEmpty() ? "" : p.fields().getLast()));
    }
}
