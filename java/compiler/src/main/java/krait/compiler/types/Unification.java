package krait.compiler.types;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;
import krait.compiler.types.Type.UnionType;

/// Finds what the type parameters of a call stand for.
///
/// @param free the type parameters that are sought
/// @param found what they stand for; grows
/// @param asked what is compared with protocols at the moment: a class may give objects of its own
record Unification(
        Relations relations,
        Builtins builtins,
        List<TypeVariable> free,
        Map<TypeVariable, Type> found,
        Set<Map.Entry<Type, Type>> asked) {

    Unification(
            Relations relations,
            Builtins builtins,
            List<TypeVariable> free,
            Map<TypeVariable, Type> found) {
        this(relations, builtins, free, found, new HashSet<>());
    }

    /// Learns from an argument's type.
    void unify(Type formal, Type actual) {
        if (actual == Simple.ERROR) {
            return;
        }
        switch (formal) {
            case TypeVariable v -> variable(v, actual);
            case UnionType u -> union(u, actual);
            case TupleType t -> tuple(t, actual);
            case CallableType c -> callable(c, actual);
            case ClassObjectType c -> {
                if (actual instanceof ClassObjectType a) {
                    unify(c.instance(), a.instance());
                }
            }
            case NominalType n -> nominal(n, actual);
            case AliasType a -> {}
            case Type.ModuleType m -> {}
            case Simple s -> {}
        }
    }

    private void variable(TypeVariable variable, Type actual) {
        boolean whole = actual instanceof TypeVariable v && v.wholeSignature();
        if (!free.contains(variable) || variable.wholeSignature() != whole) {
            return;
        }
        Type before = found.get(variable);
        found.put(variable, before == null ? actual : relations.join(before, actual));
    }

    private void union(UnionType formal, Type actual) {
        List<Type> rest =
                Relations.members(actual).stream()
                        .filter(m -> !formal.members().contains(m))
                        .toList();
        Type left = Relations.union(rest);
        if (left == Simple.NEVER) {
            return;
        }
        for (Type member : formal.members()) {
            if (Substitution.mentions(member, free)) {
                unify(member, left);
            }
        }
    }

    private void tuple(TupleType formal, Type actual) {
        if (actual instanceof TupleType t && t.elements().size() == formal.elements().size()) {
            for (int i = 0; i < t.elements().size(); i++) {
                unify(formal.elements().get(i), t.elements().get(i));
            }
        }
    }

    private void callable(CallableType formal, Type actual) {
        if (Relations.callableView(actual).orElse(actual) instanceof CallableType c
                && c.parameters().size() == formal.parameters().size()) {
            for (int i = 0; i < c.parameters().size(); i++) {
                taken(formal.parameters().get(i), c.parameters().get(i));
            }
            unify(formal.result(), c.result());
        } else if (actual instanceof NominalType n) {
            new Members(relations, builtins)
                    .method(n, "__call__")
                    .filter(m -> m.overloads().getFirst().typeParameters().isEmpty())
                    .ifPresent(m ->
                            callable(
                                    formal,
                                    Attributes.callable(
                                            m.overloads().getFirst(), m.substitution())));
        }
    }

    /// A function may take more than it is given.
    private void taken(Type formal, Type actual) {
        Type given = new Substitution(found).apply(formal);
        boolean known = !Substitution.mentions(given, free);
        if (!known || !relations.assignable(given, actual)) {
            unify(formal, actual);
        }
    }

    private void nominal(NominalType formal, Type actual) {
        if (actual instanceof UnionType u) {
            u.members().forEach(m -> nominal(formal, m));
            return;
        }
        Members members = new Members(relations, builtins);
        boolean ofClass = formal.symbol() == builtins.symbol("type");
        Optional<NominalType> enumeration =
                ofClass ? Optional.empty() : Enums.membersOf(actual, builtins);
        Optional<NominalType> start = enumeration.or(() -> members.nominal(actual));
        if (start.isEmpty()) {
            return;
        }
        Optional<NominalType> view = relations.viewAs(start.get(), formal.symbol());
        if (view.isPresent()) {
            for (int i = 0; i < formal.arguments().size(); i++) {
                if (i < view.get().arguments().size()) {
                    unify(formal.arguments().get(i), view.get().arguments().get(i));
                }
            }
        } else if (formal.symbol().is(ClassSymbol.Flag.PROTOCOL)) {
            structural(formal, start.get(), members);
        }
    }

    private void structural(NominalType formal, NominalType actual, Members members) {
        Map.Entry<Type, Type> question = Map.entry(formal, actual);
        if (!asked.add(question)) {
            return;
        }
        for (NominalType part : members.ancestors(formal)) {
            Substitution wanted = Substitution.of(part);
            part.symbol()
                    .methods()
                    .forEach((name, overloads) ->
                            members.method(actual, name)
                                    .ifPresent(m -> method(overloads.getFirst(), wanted, m)));
        }
        asked.remove(question);
    }

    private void method(FunctionSymbol required, Substitution wanted, Members.MethodMember member) {
        FunctionSymbol have = member.overloads().getFirst();
        if (have.typeParameters().isEmpty()) {
            unify(wanted.apply(required.result()), member.substitution().apply(have.result()));
        }
    }
}
