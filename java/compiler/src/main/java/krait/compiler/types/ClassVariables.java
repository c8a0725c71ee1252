package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Literal;
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
        boolean own = assignable(found.field());
        if (others.isEmpty() && !own) {
            return new TypedExpression.ClassVariableRead(found.field(), found.type(), span);
        }
        return once(
                object,
                span,
                read ->
                        own
                                ? hidden(read, found, others, span)
                                : ofClasses(read, found, others, span));
    }

    /// Whether objects may have a value of their own in place of the class's.
    boolean assignable(FieldSymbol field) {
        return field.classVariable()
                && field.owner().origin() == Origin.COMPILED
                && !field.owner().is(ClassSymbol.Flag.ENUM)
                && !field.fixed()
                && !field.root().ofClassAlone()
                && body.session().effects().storedThroughObjects(field.name());
    }

    private FieldSymbol.Shadow shadow(FieldSymbol field) {
        return field.root().shadow(body.builtins().bool());
    }

    /// The object's own value where it has one.
    private TypedExpression hidden(
            TypedExpression read, Members.FieldMember found, List<FieldSymbol> others, Span span) {
        FieldSymbol.Shadow shadow = shadow(found.field());
        return new TypedExpression.Conditional(
                new TypedExpression.FieldRead(read, shadow.flag(), body.builtins().bool(), span),
                new TypedExpression.FieldRead(read, shadow.value(), found.type(), span),
                ofClasses(read, found, others, span),
                found.type(),
                span);
    }

    /// A place in the object, which has a value of its own from now on.
    TypedTarget store(TypedExpression object, Members.FieldMember found, Span span) {
        FieldSymbol.Shadow shadow = shadow(found.field());
        TypedExpression yes =
                new TypedExpression.Constant(Literal.Singleton.TRUE, body.builtins().bool(), span);
        TypedExpression marked =
                once(
                        object,
                        span,
                        read ->
                                new TypedExpression.Block(
                                        List.of(
                                                new TypedStatement.Assign(
                                                        new TypedTarget.FieldTarget(
                                                                read,
                                                                shadow.flag(),
                                                                yes.type(),
                                                                span),
                                                        yes,
                                                        span)),
                                        read,
                                        read.type(),
                                        span));
        return new TypedTarget.FieldTarget(marked, shadow.value(), found.type(), span);
    }

    /// The object in a place that [#store] has made.
    static Optional<TypedExpression> stored(TypedTarget.FieldTarget place) {
        TypedExpression object = place.object();
        while (place.field().hidden() && object instanceof TypedExpression.Block block) {
            if (block.value() instanceof TypedExpression.Block
                    && block.statements().getFirst() instanceof TypedStatement.Assign first) {
                return Optional.of(first.value());
            }
            object = block.value();
        }
        return place.field().hidden() ? Optional.of(object) : Optional.empty();
    }

    private TypedExpression ofClasses(
            TypedExpression read, Members.FieldMember found, List<FieldSymbol> others, Span span) {
        TypedExpression value =
                new TypedExpression.ClassVariableRead(found.field(), found.type(), span);
        for (FieldSymbol each : others) {
            TypedExpression test =
                    new TypedExpression.IsInstance(
                            read, List.of(each.owner()), body.builtins().bool(), span);
            value = choice(test, each, value, span);
        }
        return value;
    }

    /// Read through a class that is known at run time only, such as `cls`.
    TypedExpression ofClass(TypedExpression type, Members.FieldMember found, Span span) {
        body.session().shared().read(body, found.type(), span);
        NominalType instance = ((ClassObjectType) type.type()).instance();
        List<FieldSymbol> others = redefined(instance, found.field());
        if (others.isEmpty()) {
            return new TypedExpression.ClassVariableRead(found.field(), found.type(), span);
        }
        return once(
                type,
                span,
                read -> {
                    TypedExpression value =
                            new TypedExpression.ClassVariableRead(
                                    found.field(), found.type(), span);
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
        TypedExpression read = new TypedExpression.ClassVariableRead(field, otherwise.type(), span);
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
