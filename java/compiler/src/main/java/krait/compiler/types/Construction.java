package krait.compiler.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.NominalType;
import org.jspecify.annotations.Nullable;

/// Calls of classes.
final class Construction {
    private final Body body;
    private final @Nullable Type expected;
    private final Span span;
    private final Ast place;

    /// @param place where the call stands, for what an empty container holds
    Construction(Body body, @Nullable Type expected, Span span, Ast place) {
        this.body = body;
        this.expected = expected;
        this.span = span;
        this.place = place;
    }

    /// A new object.
    TypedExpression of(ClassSymbol symbol, Optional<NominalType> explicit, List<Actual> actuals) {
        if (symbol.is(ClassSymbol.Flag.ENUM)) {
            return ofEnum(symbol, actuals);
        }
        if (symbol == body.builtins().integer().symbol() && actuals.size() == 1) {
            Optional<TypedExpression> number = ofIntEnum(actuals.getFirst());
            if (number.isPresent()) {
                return number.get();
            }
        }
        boolean number =
                symbol == body.builtins().integer().symbol()
                        || symbol == body.builtins().real().symbol();
        if (number && actuals.size() == 1 && actuals.getFirst().plain()) {
            TypedExpression value =
                    body.expressions().check(actuals.getFirst().written().orElseThrow());
            Actual known = actuals.getFirst().typed(value);
            MixedNumbers mixed = new MixedNumbers(body);
            return mixed.mixed(value.type())
                    ? mixed.unary(value, span, v -> plain(symbol, Actual.of(v)))
                    : made(symbol, explicit, List.of(known));
        }
        return made(symbol, explicit, actuals);
    }

    private TypedExpression plain(ClassSymbol symbol, Actual actual) {
        return new Construction(body, null, span, place)
                .made(symbol, Optional.empty(), List.of(actual));
    }

    private TypedExpression made(
            ClassSymbol symbol, Optional<NominalType> explicit, List<Actual> actuals) {
        NominalType open = NominalType.open(symbol);
        List<String> missing = body.members().abstractMethods(open);
        if (!missing.isEmpty() || symbol.is(ClassSymbol.Flag.PROTOCOL)) {
            return body.refuse(
                    TypeCode.ABSTRACT,
                    span,
                    "class " + symbol.name() + " is abstract: " + String.join(", ", missing));
        }
        NominalType wanted = explicit.orElse(open);
        for (String name : List.of("__init__", "__new__")) {
            Optional<Members.MethodMember> init = body.members().method(wanted, name);
            if (init.isPresent()) {
                Invocation invocation =
                        new Invocation(body, init.get().substitution(), expected, span);
                if (explicit.isEmpty()) {
                    invocation.constructs(open, place);
                }
                StarArguments stars =
                        new StarArguments(body, init.get().overloads().getFirst(), span);
                MappingArguments mapping =
                        new MappingArguments(body, init.get().overloads().getFirst(), span);
                boolean single = init.get().overloads().size() == 1;
                boolean byMapping = single && mapping.possible(actuals);
                List<Actual> expanded = actuals;
                if (byMapping) {
                    expanded = mapping.expand(actuals);
                } else if (single) {
                    expanded = stars.expand(actuals);
                }
                Optional<Invocation.Resolved> found =
                        invocation.choose(init.get().overloads(), expanded, Optional.empty());
                if (found.isEmpty()) {
                    return Body.error(span);
                }
                body.calls()
                        .runs(found.get().function(), Optional.empty(), found.get().arguments());
                Type type = explicit.isPresent() ? explicit.get() : found.get().result();
                TypedExpression.New made =
                        new TypedExpression.New(
                                symbol,
                                Optional.of(found.get().function()),
                                found.get().arguments(),
                                type,
                                span);
                body.session().lives().constructed(body, made);
                return byMapping ? mapping.behind(made) : stars.behind(made);
            }
        }
        if (!actuals.isEmpty()) {
            return body.refuse(TypeCode.ARGUMENTS, span, symbol.name() + "() takes no arguments");
        }
        Map<TypeVariable, Type> found = new HashMap<>();
        if (explicit.isEmpty() && !symbol.typeParameters().isEmpty()) {
            List<Type> types = body.session().holes().at(place, symbol.typeParameters().size());
            for (int i = 0; i < types.size(); i++) {
                found.put(symbol.typeParameters().get(i), types.get(i));
            }
        }
        Type type = new Substitution(found).apply(wanted);
        return new TypedExpression.New(symbol, Optional.empty(), List.of(), type, span);
    }

    /// `int(member)`.
    private Optional<TypedExpression> ofIntEnum(Actual actual) {
        boolean plain =
                actual.written().isPresent() && actual.keyword().isEmpty() && !actual.star();
        if (!plain
                || !(actual.written().get() instanceof Expression.Name
                        || actual.written().get() instanceof Expression.Attribute)) {
            return Optional.empty();
        }
        int before = body.problems().count();
        TypedExpression value = body.expressions().check(actual.written().get());
        TypedExpression number = new Enums(body).number(value);
        body.problems().rewind(before);
        return number.equals(value) ? Optional.empty() : Optional.of(number);
    }

    private TypedExpression ofEnum(ClassSymbol symbol, List<Actual> actuals) {
        if (actuals.size() != 1
                || actuals.getFirst().star()
                || actuals.getFirst().keyword().isPresent()) {
            return body.refuse(
                    TypeCode.ARGUMENTS,
                    span,
                    "an enumeration is called with the value of a member");
        }
        TypedExpression value =
                body.expressions().check(actuals.getFirst().written().orElseThrow());
        return new Enums(body).lookUp(symbol, value, false, span);
    }
}
