package krait.compiler.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.ModuleType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;
import krait.compiler.types.Type.UnionType;

/// Types in place of type variables.
record Substitution(Map<TypeVariable, Type> map) {
    static final Substitution NONE = new Substitution(Map.of());

    /// The arguments of a type for the parameters of its class.
    static Substitution of(NominalType type) {
        List<TypeVariable> parameters = type.symbol().typeParameters();
        if (parameters.isEmpty()) {
            return NONE;
        }
        Map<TypeVariable, Type> map = new HashMap<>();
        for (int i = 0; i < parameters.size() && i < type.arguments().size(); i++) {
            map.put(parameters.get(i), type.arguments().get(i));
        }
        return new Substitution(map);
    }

    /// This and one more.
    Substitution with(TypeVariable variable, Type type) {
        Map<TypeVariable, Type> more = new HashMap<>(map);
        more.put(variable, type);
        return new Substitution(more);
    }

    Type apply(Type type) {
        if (map.isEmpty()) {
            return type;
        }
        return switch (type) {
            case NominalType t ->
                    t.arguments().isEmpty() ? t : new NominalType(t.symbol(), all(t.arguments()));
            case TupleType t -> new TupleType(all(t.elements()));
            case UnionType t -> Relations.union(all(t.members()));
            case CallableType t -> new CallableType(all(t.parameters()), apply(t.result()));
            case ClassObjectType t -> new ClassObjectType((NominalType) apply(t.instance()));
            case TypeVariable t -> AliasType.expand(map.getOrDefault(t, t));
            case AliasType t -> t;
            case ModuleType t -> t;
            case Simple t -> t;
        };
    }

    List<Type> all(List<Type> types) {
        return types.stream().map(this::apply).toList();
    }

    /// Whether some part of a type is not known.
    static boolean mentionsError(Type type) {
        return switch (type) {
            case NominalType t -> t.arguments().stream().anyMatch(Substitution::mentionsError);
            case TupleType t -> t.elements().stream().anyMatch(Substitution::mentionsError);
            case UnionType t -> t.members().stream().anyMatch(Substitution::mentionsError);
            case CallableType t ->
                    mentionsError(t.result())
                            || t.parameters().stream().anyMatch(Substitution::mentionsError);
            case ClassObjectType t -> mentionsError(t.instance());
            case Simple t -> t == Simple.ERROR;
            case TypeVariable _, AliasType _, ModuleType _ -> false;
        };
    }

    /// Whether a type mentions one of some variables.
    static boolean mentions(Type type, List<TypeVariable> variables) {
        return switch (type) {
            case NominalType t -> t.arguments().stream().anyMatch(a -> mentions(a, variables));
            case TupleType t -> t.elements().stream().anyMatch(a -> mentions(a, variables));
            case UnionType t -> t.members().stream().anyMatch(a -> mentions(a, variables));
            case CallableType t ->
                    mentions(t.result(), variables)
                            || t.parameters().stream().anyMatch(a -> mentions(a, variables));
            case ClassObjectType t -> mentions(t.instance(), variables);
            case TypeVariable t -> variables.contains(t);
            case AliasType t -> false;
            case ModuleType t -> false;
            case Simple t -> false;
        };
    }
}
