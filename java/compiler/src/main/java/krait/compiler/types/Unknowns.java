package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;
import krait.compiler.types.Type.UnionType;

/// Element types that nobody knows: `isinstance(value, list)` says no more than that. What is read
/// from such a container is an object; nothing can be put in.
final class Unknowns {
    /// Methods that look for what they are given, and take any object for that.
    private static final Set<String> SEEKING =
            Set.of(
                    "__contains__",
                    "__delitem__",
                    "__getitem__",
                    "count",
                    "discard",
                    "get",
                    "index",
                    "pop",
                    "remove");

    private static final Set<String> CONTAINERS = Set.of("list", "dict", "set");

    private final Builtins builtins;

    Unknowns(Builtins builtins) {
        this.builtins = builtins;
    }

    /// What objects of a class are when nothing else is known; some classes say nothing then.
    NominalType of(ClassSymbol symbol) {
        boolean known = symbol.origin() == Origin.NATIVE && CONTAINERS.contains(symbol.name());
        List<? extends Type> arguments =
                symbol.typeParameters().stream()
                        .map(p -> known ? TypeVariable.unknown() : builtins.type("object"))
                        .toList();
        return new NominalType(symbol, List.copyOf(arguments));
    }

    /// Whether the elements of such objects may be read without knowing what they are.
    boolean readable(ClassSymbol symbol) {
        return symbol.origin() == Origin.NATIVE
                && (CONTAINERS.contains(symbol.name())
                        || symbol.typeParameters().stream()
                                .allMatch(p -> p.name().endsWith("_co")));
    }

    /// A type as that of a value which was read: an object in place of what is unknown.
    Type read(Type type) {
        return switch (type) {
            case TypeVariable t -> t.isUnknown() ? builtins.type("object") : t;
            case TupleType t -> new TupleType(t.elements().stream().map(this::read).toList());
            case UnionType t -> Relations.union(t.members().stream().map(this::read).toList());
            case NominalType n -> arguments(n);
            case CallableType _, ClassObjectType _, AliasType _, Type.ModuleType _, Simple _ ->
                    type;
        };
    }

    private Type arguments(NominalType type) {
        List<TypeVariable> parameters = type.symbol().typeParameters();
        if (type.arguments().isEmpty() || parameters.size() != type.arguments().size()) {
            return type;
        }
        List<Type> read = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Type argument = type.arguments().get(i);
            read.add(parameters.get(i).name().endsWith("_co") ? read(argument) : argument);
        }
        return new NominalType(type.symbol(), List.copyOf(read));
    }

    /// What the parameters of a method take.
    Substitution taken(FunctionSymbol function, Substitution outer) {
        boolean none = outer.map().values().stream().noneMatch(Unknowns::isUnknown);
        if (none) {
            return outer;
        }
        Type taken = SEEKING.contains(function.name()) ? builtins.type("object") : Simple.NEVER;
        Map<TypeVariable, Type> map = new HashMap<>();
        outer.map().forEach((v, type) -> map.put(v, isUnknown(type) ? taken : type));
        return new Substitution(map);
    }

    /// Whether two parameters of a function have to agree on a type that nobody knows.
    boolean meet(FunctionSymbol function, Map<TypeVariable, Type> found) {
        return found.entrySet().stream()
                .filter(e -> isUnknown(e.getValue()))
                .anyMatch(e ->
                        function.parameters().stream()
                                        .filter(p ->
                                                Substitution.mentions(
                                                        p.type(), List.of(e.getKey())))
                                        .count()
                                > 1);
    }

    static boolean isUnknown(Type type) {
        return type instanceof TypeVariable t && t.isUnknown();
    }
}
