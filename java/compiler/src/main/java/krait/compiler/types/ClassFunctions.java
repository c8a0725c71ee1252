package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.NominalType;

/// Classes where a function is expected: calling one makes an object.
final class ClassFunctions {
    private final Body body;

    ClassFunctions(Body body) {
        this.body = body;
    }

    /// @param place where the class is named; what an empty container of it holds is found later
    Optional<TypedExpression> of(ClassSymbol symbol, CallableType wanted, Expression place) {
        NominalType open = NominalType.open(symbol);
        for (String name : List.of("__init__", "__new__")) {
            if (body.members().find(open, name).orElse(null) instanceof Members.MethodMember m) {
                for (FunctionSymbol init : m.overloads()) {
                    Optional<CallableType> fitted =
                            fitted(init, m.substitution(), open, wanted, place);
                    if (fitted.isPresent()) {
                        return Optional.of(
                                new TypedExpression.ConstructorValue(
                                        symbol, Optional.of(init), fitted.get(), place.span()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<CallableType> fitted(
            FunctionSymbol init,
            Substitution outer,
            NominalType open,
            CallableType wanted,
            Expression place) {
        List<Type> parameters = Attributes.callable(init, outer).parameters();
        int count = wanted.parameters().size();
        if (parameters.size() < count || Attributes.required(init) > count) {
            return Optional.empty();
        }
        List<TypeVariable> free = new ArrayList<>(init.typeParameters());
        free.addAll(open.symbol().typeParameters());
        Map<TypeVariable, Type> found = new HashMap<>();
        Unification unification = new Unification(body.relations(), body.builtins(), free, found);
        unification.unify(open, wanted.result());
        found.values().removeIf(t -> !new Functions(body).openIn(t).isEmpty());
        for (int i = 0; i < count; i++) {
            unification.unify(parameters.get(i), wanted.parameters().get(i));
        }
        List<TypeVariable> unknown =
                open.symbol().typeParameters().stream().filter(v -> !found.containsKey(v)).toList();
        Substitution known = new Substitution(found);
        for (int i = 0; i < count; i++) {
            Type taken = known.apply(parameters.get(i));
            if (!body.relations().assignable(wanted.parameters().get(i), taken)) {
                return Optional.empty();
            }
        }
        List<Type> holes =
                unknown.isEmpty() ? List.of() : body.session().holes().at(place, unknown.size());
        for (int i = 0; i < unknown.size(); i++) {
            found.put(unknown.get(i), holes.get(i));
        }
        return Optional.of(
                new CallableType(wanted.parameters(), new Substitution(found).apply(open)));
    }
}
