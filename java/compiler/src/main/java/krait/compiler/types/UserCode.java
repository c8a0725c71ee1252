package krait.compiler.types;

import java.util.List;
import java.util.Set;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.ModuleType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;
import krait.compiler.types.Type.UnionType;

/// Which operations of the library may run code of the program, such as `__eq__` of a key: that
/// code may change every object and variable that it can reach.
final class UserCode {
    /// Methods of containers that leave the elements alone.
    private static final Set<String> CONTAINERS =
            Set.of(
                    "list.__add__",
                    "list.__delitem__",
                    "list.__getitem__",
                    "list.__imul__",
                    "list.__iter__",
                    "list.__len__",
                    "list.__mul__",
                    "list.__setitem__",
                    "list.append",
                    "list.clear",
                    "list.copy",
                    "list.insert",
                    "list.pop",
                    "list.reverse",
                    "tuple.__add__",
                    "tuple.__getitem__",
                    "tuple.__iter__",
                    "tuple.__len__",
                    "dict.__iter__",
                    "dict.__len__",
                    "dict.clear",
                    "dict.copy",
                    "dict.items",
                    "dict.keys",
                    "dict.values",
                    "Mapping.__len__",
                    "Mapping.items",
                    "Mapping.keys",
                    "Mapping.values",
                    "set.__len__",
                    "set.clear",
                    "set.copy",
                    "deque.append",
                    "deque.appendleft",
                    "deque.pop",
                    "deque.popleft");

    /// Functions that look at their arguments, not at what is in them.
    private static final Set<String> SHALLOW =
            Set.of("len", "iter", "enumerate", "reversed", "zip", "id", "callable");

    /// Methods of dicts that compare keys, never values.
    private static final Set<String> OF_KEYS =
            Set.of("__getitem__", "__setitem__", "__delitem__", "__contains__", "get", "pop");

    private UserCode() {}

    /// Whether a call of a function of the library may run code of the program.
    static boolean runs(FunctionSymbol function, List<Type> values) {
        String owner = function.owner().map(ClassSymbol::name).orElse("");
        if (CONTAINERS.contains(owner + "." + function.name())) {
            return false;
        }
        boolean ofKeys = OF_KEYS.contains(function.name()) && !values.isEmpty();
        if (ofKeys
                && values.getFirst() instanceof NominalType n
                && n.symbol().name().equals("dict")) {
            return reaches(n.arguments().getFirst());
        }
        boolean shallow = owner.isEmpty() && SHALLOW.contains(function.name());
        return values.stream().anyMatch(shallow ? UserCode::isOpen : UserCode::reaches);
    }

    /// Whether a value of the type may be, or hold, an object of the program.
    static boolean reaches(Type type) {
        return switch (type) {
            case NominalType t -> isOpen(t) || t.arguments().stream().anyMatch(UserCode::reaches);
            case TupleType t -> t.elements().stream().anyMatch(UserCode::reaches);
            case UnionType t -> t.members().stream().anyMatch(UserCode::reaches);
            case CallableType _, ClassObjectType _, TypeVariable _, AliasType _ -> true;
            case ModuleType _, Simple _ -> false;
        };
    }

    /// Whether the value itself may be an object of the program.
    static boolean isOpen(Type type) {
        return switch (type) {
            case NominalType t ->
                    t.symbol().origin() == Origin.COMPILED
                            || t.symbol().name().equals("object")
                            || t.symbol().is(ClassSymbol.Flag.PROTOCOL)
                            || t.symbol().is(ClassSymbol.Flag.EXCEPTION);
            case UnionType t -> t.members().stream().anyMatch(UserCode::isOpen);
            case CallableType _, ClassObjectType _, TypeVariable _, AliasType _ -> true;
            case TupleType _, ModuleType _, Simple _ -> false;
        };
    }
}
