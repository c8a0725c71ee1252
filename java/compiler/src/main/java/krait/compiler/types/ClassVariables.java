package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;

/// Variables of classes. Where a class below has one of the same name, the object, or the class at
/// hand, decides which is meant: all classes of the program are known, so each is asked for.
final class ClassVariables {
    private final Body body;

    ClassVariables(Body body) {
        this.body = body;
    }

    /// Read through an object.
    TypedExpression ofObject(TypedExpression object, Members.FieldMember found, Span span) {
        body.session().shared().read(body, found.type(), span);
        List<FieldSymbol> others = redefined(object.type(), found.field());
        if (others.isEmpty()) {
            return new TypedExpression.ClassVariableRead(found.field(), found.type(), span);
        }
        return once(object, span, read -> {
            TypedExpression value =
                    new TypedExpression.ClassVariableRead(found.field(), found.type(), span);
            for (FieldSymbol each : others) {
                TypedExpression test =
                        new TypedExpression.IsInstance(
                                read, List.of(each.owner()), body.builtins().bool(), span);
                value = choice(test, each, value, span);
            }
            return value;
        });
    }

    /// Read through a class that is known at run time only, such as `cls`.
    TypedExpression ofClass(TypedExpression type, Members.FieldMember found, Span span) {
        body.session().shared().read(body, found.type(), span);
        NominalType instance = ((ClassObjectType) type.type()).instance();
        List<FieldSymbol> others = redefined(instance, found.field());
        if (others.isEmpty()) {
            return new TypedExpression.ClassVariableRead(found.field(), found.type(), span);
        }
        return once(type, span, read -> {
            TypedExpression value =
                    new TypedExpression.ClassVariableRead(found.field(), found.type(), span);
            for (ClassSymbol each : body.session().below(instance.symbol())) {
                FieldSymbol nearest = nearest(each, found.field().name());
                if (nearest != found.field()) {
                    value = choice(isClass(read, each, span), nearest, value, span);
                }
            }
            return value;
        });
    }

    private FieldSymbol nearest(ClassSymbol symbol, String name) {
        return ((Members.FieldMember)
                        body.members().find(NominalType.open(symbol), name).orElseThrow())
                .field();
    }

    private TypedExpression choice(
            TypedExpression test, FieldSymbol field, TypedExpression otherwise, Span span) {
        TypedExpression read =
                new TypedExpression.ClassVariableRead(field, otherwise.type(), span);
        return new TypedExpression.Conditional(test, read, otherwise, otherwise.type(), span);
    }

    /// Variables of the same name in classes below, the nearest to `object` first.
    private List<FieldSymbol> redefined(Type type, FieldSymbol field) {
        Optional<NominalType> start = body.members().nominal(type);
        if (start.isEmpty() || field.owner().origin() == Origin.NATIVE) {
            return List.of();
        }
        List<FieldSymbol> found = new ArrayList<>();
        for (ClassSymbol each : body.session().below(start.get().symbol())) {
            each.ownField(field.name()).filter(FieldSymbol::classVariable).ifPresent(found::add);
        }
        return found;
    }

    /// Whether a class at run time is this one.
    TypedExpression isClass(TypedExpression type, ClassSymbol symbol, Span span) {
        ClassObjectType object = new ClassObjectType(NominalType.open(symbol));
        return new TypedExpression.Comparison(
                type,
                List.of(
                        new TypedExpression.Link(
                                CompareOperator.IS,
                                TypedExpression.LinkKind.IDENTITY,
                                Optional.empty(),
                                new TypedExpression.ClassReference(symbol, object, span))),
                body.builtins().bool(),
                span);
    }

    /// What is made of a value that is read more than once.
    interface Use {
        TypedExpression of(TypedExpression read);
    }

    /// Evaluates an object once.
    TypedExpression once(TypedExpression object, Span span, Use use) {
        if (object instanceof TypedExpression.VariableRead) {
            return use.of(object);
        }
        Variable temporary = body.scope().temporary(object.type());
        TypedExpression value =
                use.of(
                        new TypedExpression.VariableRead(
                                temporary, false, object.type(), object.span()));
        TypedStatement assign =
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, span), object, span);
        return new TypedExpression.Block(List.of(assign), value, value.type(), span);
    }
}
