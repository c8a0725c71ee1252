package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.TupleType;

/// Looks attributes up, through base classes, with type arguments in place.
final class Members {
    /// A member as seen from a type.
    sealed interface Member {}

    record FieldMember(FieldSymbol field, Type type) implements Member {}

    /// @param overloads of one class
    record MethodMember(List<FunctionSymbol> overloads, Substitution substitution)
            implements Member {}

    private final Relations relations;
    private final Builtins builtins;

    Members(Relations relations, Builtins builtins) {
        this.relations = relations;
        this.builtins = builtins;
    }

    /// A type and its base types, nearest first, `object` left out.
    List<NominalType> ancestors(NominalType type) {
        Set<NominalType> found = new LinkedHashSet<>();
        collect(type, found);
        return new ArrayList<>(found);
    }

    private void collect(NominalType type, Set<NominalType> found) {
        if (found.add(type)) {
            Substitution substitution = Substitution.of(type);
            for (NominalType base : type.symbol().bases()) {
                collect((NominalType) substitution.apply(base), found);
            }
        }
    }

    /// The class in which the attributes of a type are found.
    Optional<NominalType> nominal(Type type) {
        return switch (type) {
            case NominalType n -> Optional.of(n);
            case TupleType t -> Optional.of(builtins.tupleOf(t));
            case TypeVariable t ->
                    t.bound().isEmpty()
                            ? Optional.of(builtins.type("object"))
                            : nominal(t.bound().getFirst());
            case AliasType t -> nominal(t.target());
            case Type.ClassObjectType t -> Optional.of(builtins.type("type", t.instance()));
            case Type.CallableType _ -> Optional.of(builtins.type("_Function"));
            case Type.UnionType _, Type.ModuleType _, Type.Simple _ -> Optional.empty();
        };
    }

    /// An attribute as code of a class, or of none, sees it: a private name is seen in its own
    /// class alone.
    Optional<Member> find(Type type, String name, Optional<ClassSymbol> from) {
        Optional<Member> found = find(type, name);
        if (found.isEmpty() || !SpecialMethods.isPrivate(name)) {
            return found;
        }
        if (from.isPresent()) {
            return ancestors(nominal(type).orElseThrow()).stream()
                    .filter(a -> a.symbol() == from.get())
                    .findFirst()
                    .flatMap(a -> own(a, name));
        }
        Optional<ClassSymbol> owner =
                switch (found.get()) {
                    case FieldMember f -> Optional.of(f.field().owner());
                    case MethodMember m -> m.overloads().getFirst().owner();
                };
        return owner.equals(from) ? found : Optional.empty();
    }

    Optional<Member> find(Type type, String name) {
        Optional<NominalType> base = nominal(type);
        Optional<Member> found = base.isEmpty() ? Optional.empty() : find(base.get(), name);
        if (type instanceof TypeVariable
                && found.orElse(null) instanceof MethodMember m
                && m.overloads().getFirst().owner().flatMap(ClassSymbol::self).isPresent()) {
            TypeVariable self = m.overloads().getFirst().owner().get().self().get();
            return Optional.of(new MethodMember(m.overloads(), m.substitution().with(self, type)));
        }
        return found;
    }

    private Optional<Member> find(NominalType type, String name) {
        for (NominalType ancestor : ancestors(type)) {
            Optional<Member> own = own(ancestor, name);
            if (own.isPresent()) {
                return own;
            }
        }
        return own(builtins.type("object"), name);
    }

    private static Optional<Member> own(NominalType type, String name) {
        Substitution substitution = Substitution.of(type);
        Optional<FieldSymbol> field = type.symbol().ownField(name);
        if (field.isPresent()) {
            return Optional.of(
                    new FieldMember(field.get(), substitution.apply(field.get().type())));
        }
        List<FunctionSymbol> methods = type.symbol().ownMethods(name);
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(new MethodMember(methods, substitution));
    }

    /// A method by name, not `object`'s.
    Optional<MethodMember> method(Type type, String name) {
        if (find(type, name).orElse(null) instanceof MethodMember method
                && !ofObject(method.overloads().getFirst())) {
            return Optional.of(method);
        }
        return Optional.empty();
    }

    boolean ofObject(FunctionSymbol function) {
        return function.owner().isPresent() && function.owner().get() == builtins.object();
    }

    /// The setter of a property.
    Optional<FunctionSymbol> setter(NominalType type, String name) {
        for (NominalType ancestor : ancestors(type)) {
            FunctionSymbol setter = ancestor.symbol().setters().get(name);
            if (setter != null) {
                return Optional.of(setter);
            }
            if (!ancestor.symbol().ownMethods(name).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Whether a class has what one protocol declares itself.
    boolean fulfils(NominalType type, NominalType protocol) {
        Substitution outer = Substitution.of(protocol);
        Substitution wanted =
                protocol.symbol().self().map(self -> outer.with(self, type)).orElse(outer);
        for (Map.Entry<String, List<FunctionSymbol>> each :
                protocol.symbol().methods().entrySet()) {
            FunctionSymbol required = each.getValue().getFirst();
            Optional<Member> member = find(type, each.getKey());
            if (member.orElse(null) instanceof FieldMember field
                    && shows(field, required, protocol, wanted)) {
                continue;
            }
            if (!(member.orElse(null) instanceof MethodMember found)) {
                return false;
            }
            boolean fits =
                    found.overloads().stream()
                            .anyMatch(m -> fits(m, found.substitution(), required, wanted));
            if (!fits || (each.getKey().equals("__hash__") && !hashable(type))) {
                return false;
            }
        }
        for (FieldSymbol field : protocol.symbol().fields()) {
            if (!(find(type, field.name()).orElse(null) instanceof FieldMember found)
                    || !relations.same(found.type(), wanted.apply(field.type()))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a field is what a property of a protocol, which can only be read, asks for.
    private boolean shows(
            FieldMember field, FunctionSymbol required, NominalType protocol, Substitution wanted) {
        return required.kind() == FunctionSymbol.Kind.PROPERTY
                && !protocol.symbol().setters().containsKey(required.name())
                && relations.same(field.type(), wanted.apply(required.result()));
    }

    private boolean hashable(NominalType type) {
        return !Set.of("list", "dict", "set", "bytearray").contains(type.symbol().name())
                || type.symbol().origin() == Origin.COMPILED;
    }

    /// Whether a method can stand where another is expected.
    boolean fits(FunctionSymbol method, Substitution s, FunctionSymbol required, Substitution r) {
        if (method.kind() != required.kind()) {
            return false;
        }
        List<Parameter> have = method.parameters();
        List<Parameter> want = required.parameters();
        Map<TypeVariable, Type> free = new HashMap<>(s.map());
        for (int i = 0; i < want.size(); i++) {
            if (i >= have.size()) {
                return false;
            }
            if (have.get(i).kind() == Parameter.Kind.REST
                    && want.get(i).kind() != Parameter.Kind.REST) {
                return true;
            }
            Type given = r.apply(want.get(i).type());
            if (!method.typeParameters().isEmpty()) {
                new Unification(relations, builtins, method.typeParameters(), free)
                        .unify(s.apply(have.get(i).type()), given);
            }
            if (!relations.assignable(given, new Substitution(free).apply(have.get(i).type()))) {
                return false;
            }
        }
        for (int i = want.size(); i < have.size(); i++) {
            if (!have.get(i).hasDefault() && have.get(i).kind() != Parameter.Kind.REST) {
                return false;
            }
        }
        return relations.assignable(
                new Substitution(free).apply(method.result()), r.apply(required.result()));
    }

    /// All fields of objects of a type, those of base classes first.
    List<FieldSymbol> allFields(ClassSymbol symbol) {
        List<FieldSymbol> all = new ArrayList<>();
        for (NominalType base : symbol.bases()) {
            all.addAll(allFields(base.symbol()));
        }
        symbol.fields().stream()
                .filter(f -> all.stream().noneMatch(g -> g.name().equals(f.name())))
                .forEach(all::add);
        return all;
    }

    /// Abstract methods without a body anywhere nearer.
    List<String> abstractMethods(NominalType type) {
        Set<String> missing = new LinkedHashSet<>();
        for (NominalType ancestor : ancestors(type).reversed()) {
            ancestor.symbol()
                    .methods()
                    .forEach((name, overloads) -> {
                        if (overloads.getFirst().isAbstract()) {
                            missing.add(name);
                        } else {
                            missing.remove(name);
                        }
                    });
        }
        return List.copyOf(missing);
    }
}
