package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// Inside of `__init__`: which fields of the new object have no value yet. Reading one would raise
/// AttributeError under CPython, so every way through sets all of them before the object is used.
final class InitialFields {
    private final Body body;

    InitialFields(Body body) {
        this.body = body;
    }

    private Optional<ClassSymbol> initialised() {
        return body.context()
                .filter(c -> c.symbol().name().equals("__init__"))
                .flatMap(Body.Context::owner);
    }

    private boolean isSelf(TypedExpression object) {
        return object instanceof TypedExpression.VariableRead read
                && body.context().flatMap(Body.Context::self).orElse(null) == read.variable();
    }

    private List<String> unset() {
        List<String> names = new ArrayList<>();
        Optional<ClassSymbol> owner = initialised();
        if (owner.isPresent()) {
            for (FieldSymbol field : owner.get().fields()) {
                if (!field.classVariable() && !body.flow().isSet(field)) {
                    names.add(field.name());
                }
            }
        }
        return names;
    }

    void set(TypedExpression object, FieldSymbol field) {
        if (initialised().isPresent() && isSelf(object)) {
            body.flow().set(field);
        }
    }

    void read(TypedExpression object, FieldSymbol field, Span span) {
        boolean own = initialised().isPresent() && initialised().get() == field.owner();
        if (own && isSelf(object) && !body.flow().isSet(field)) {
            body.problems()
                    .report(
                            TypeCode.FIELD_UNSET,
                            span,
                            "field '" + field.name() + "' has no value here yet");
        }
    }

    /// A method of the new object may read every field.
    void called(Optional<TypedExpression> receiver, Span span) {
        if (receiver.isPresent() && isSelf(receiver.get())) {
            allSet(span);
        }
    }

    void allSet(Span span) {
        List<String> names = unset();
        if (!names.isEmpty()) {
            body.problems()
                    .report(
                            TypeCode.FIELD_UNSET,
                            span,
                            "not every way to here sets: " + String.join(", ", names));
        }
    }
}
