package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.TupleType;
import org.jspecify.annotations.Nullable;

/// Lists, tuples, sets and dicts written out.
final class Displays {
    private final Body body;

    Displays(Body body) {
        this.body = body;
    }

    TypedExpression list(Expression.List l, @Nullable Type expected) {
        Optional<NominalType> wanted = body.expressions().expectedAs(expected, "list");
        Type element =
                wanted.isPresent()
                        ? wanted.get().arguments().getFirst()
                        : ofNothing(l.elts(), expected);
        List<TypedExpression> elements = elements(l.elts(), element);
        Type type = elementType(elements, element, l);
        return new TypedExpression.ListDisplay(
                coerced(elements, type), body.builtins().type("list", type), l.span());
    }

    TypedExpression set(Expression.Set s, @Nullable Type expected) {
        Optional<NominalType> wanted = body.expressions().expectedAs(expected, "set");
        Type element = wanted.isPresent() ? wanted.get().arguments().getFirst() : null;
        List<TypedExpression> elements = elements(s.elts(), element);
        Type type = elementType(elements, element, s);
        return new TypedExpression.SetDisplay(
                coerced(elements, type), body.builtins().type("set", type), s.span());
    }

    TypedExpression tuple(Expression.Tuple t, @Nullable Type expected) {
        boolean starred = t.elts().stream().anyMatch(e -> e instanceof Expression.Starred);
        Optional<NominalType> open = body.expressions().expectedAs(expected, "tuple");
        if (starred || (open.isPresent() && !(expected instanceof TupleType))) {
            Type element = open.isPresent() ? open.get().arguments().getFirst() : null;
            List<TypedExpression> elements = elements(t.elts(), element);
            Type type = elementType(elements, element, t);
            return new TypedExpression.TupleDisplay(
                    coerced(elements, type), body.builtins().type("tuple", type), t.span());
        }
        List<TypedExpression> elements = new ArrayList<>();
        Optional<TupleType> shape = shape(expected, t.elts().size());
        for (int i = 0; i < t.elts().size(); i++) {
            if (shape.isPresent()) {
                Type wanted = shape.get().elements().get(i);
                TypedExpression value = body.expressions().check(t.elts().get(i), wanted);
                boolean fits = body.relations().assignable(value.type(), wanted);
                elements.add(fits ? body.coerce(value, wanted, "the element") : value);
            } else {
                elements.add(body.expressions().check(t.elts().get(i)));
            }
        }
        TupleType type = new TupleType(elements.stream().map(TypedExpression::type).toList());
        return new TypedExpression.TupleDisplay(List.copyOf(elements), type, t.span());
    }

    private static Optional<TupleType> shape(@Nullable Type expected, int size) {
        if (expected == null) {
            return Optional.empty();
        }
        for (Type member : Relations.members(expected)) {
            if (member instanceof TupleType t && t.elements().size() == size) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    TypedExpression dict(Expression.Dict d, @Nullable Type expected) {
        Optional<NominalType> wanted = body.expressions().expectedAs(expected, "dict");
        Type any = ofNothing(d.values(), expected);
        Type key = wanted.isPresent() ? wanted.get().arguments().get(0) : any;
        Type value = wanted.isPresent() ? wanted.get().arguments().get(1) : any;
        List<Optional<TypedExpression>> keys = new ArrayList<>();
        List<TypedExpression> values = new ArrayList<>();
        List<Type> keyTypes = new ArrayList<>();
        List<Type> valueTypes = new ArrayList<>();
        for (int i = 0; i < d.values().size(); i++) {
            if (d.keys().get(i).isPresent()) {
                TypedExpression k = body.expressions().check(d.keys().get(i).get(), key);
                TypedExpression v = body.expressions().check(d.values().get(i), value);
                keys.add(Optional.of(k));
                values.add(v);
                keyTypes.add(k.type());
                valueTypes.add(v.type());
            } else {
                TypedExpression v = body.expressions().check(d.values().get(i), expected);
                body.expressions()
                        .expectedAs(v.type(), "dict")
                        .ifPresent(n -> {
                            keyTypes.add(n.arguments().get(0));
                            valueTypes.add(n.arguments().get(1));
                        });
                keys.add(Optional.empty());
                values.add(v);
            }
        }
        if (d.values().isEmpty() && key == null) {
            List<Type> holes = body.session().holes().at(d, 2);
            key = holes.get(0);
            value = holes.get(1);
        }
        Type keyType = key != null ? key : body.relations().joinAll(keyTypes);
        Type valueType =
                value != null ? value : LiteralPatterns.plain(body.relations().joinAll(valueTypes));
        List<TypedExpression.Item> items = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            boolean pair = keys.get(i).isPresent();
            items.add(
                    new TypedExpression.Item(
                            keys.get(i).map(k -> body.coerce(k, keyType, "the key")),
                            pair
                                    ? body.coerce(values.get(i), valueType, "the value")
                                    : values.get(i)));
        }
        return new TypedExpression.DictDisplay(
                List.copyOf(items), body.builtins().type("dict", keyType, valueType), d.span());
    }

    /// Where any object will do, an empty container has elements of any type.
    private @Nullable Type ofNothing(List<Expression> written, @Nullable Type expected) {
        Type object = body.builtins().type("object");
        return written.isEmpty() && object.equals(expected) ? object : null;
    }

    private List<TypedExpression> elements(List<Expression> written, @Nullable Type expected) {
        List<TypedExpression> elements = new ArrayList<>();
        for (Expression e : written) {
            if (e instanceof Expression.Starred s) {
                TypedExpression value = body.expressions().check(s.value());
                Iteration iteration = body.expressions().iteration(value, s.value().span());
                elements.add(new TypedExpression.Starred(iteration, iteration.element(), s.span()));
            } else {
                elements.add(body.expressions().check(e, expected));
            }
        }
        return elements;
    }

    private Type elementType(List<TypedExpression> elements, @Nullable Type expected, Ast display) {
        if (expected != null) {
            return expected;
        }
        if (elements.isEmpty()) {
            return body.session().holes().at(display, 1).getFirst();
        }
        return LiteralPatterns.plain(
                body.relations().joinAll(elements.stream().map(TypedExpression::type).toList()));
    }

    private List<TypedExpression> coerced(List<TypedExpression> elements, Type type) {
        List<TypedExpression> all = new ArrayList<>();
        for (TypedExpression element : elements) {
            if (element instanceof TypedExpression.Starred s) {
                if (!body.relations().assignable(s.type(), type)) {
                    body.problems()
                            .report(
                                    TypeCode.MISMATCH,
                                    s.span(),
                                    "elements must be " + type.show() + ", not " + s.type().show());
                }
                all.add(new TypedExpression.Starred(s.iteration(), type, s.span()));
            } else {
                all.add(body.coerce(element, type, "the element"));
            }
        }
        return List.copyOf(all);
    }
}
