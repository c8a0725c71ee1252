package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;
import krait.compiler.types.Type.UnionType;

/// Which type is a subtype of which, and what two types have in common.
final class Relations {
    private final Builtins builtins;
    private final Holes holes;
    private final Set<Map.Entry<Type, Type>> assumed = new HashSet<>();

    Relations(Builtins builtins, Holes holes) {
        this.builtins = builtins;
        this.holes = holes;
    }

    static Type union(Type... types) {
        return union(List.of(types));
    }

    /// Flat, without doubles, None last, alone when there is one.
    static Type union(List<Type> types) {
        Set<Type> members = new LinkedHashSet<>();
        for (Type written : types) {
            Type type = AliasType.expand(written);
            if (type instanceof UnionType u) {
                members.addAll(u.members());
            } else if (type != Simple.NEVER) {
                members.add(type);
            }
        }
        if (members.contains(Simple.ERROR)) {
            return Simple.ERROR;
        }
        if (members.remove(Simple.NONE)) {
            members.add(Simple.NONE);
        }
        return switch (members.size()) {
            case 0 -> Simple.NEVER;
            case 1 -> members.iterator().next();
            default -> new UnionType(List.copyOf(members));
        };
    }

    /// What a value is that is of one type or of another: classes of the program are left out where
    /// a base of theirs is there, too.
    static Type either(Type a, Type b) {
        Type both = a.equals(b) ? a : union(LiteralPatterns.plain(a), LiteralPatterns.plain(b));
        List<Type> members = members(both);
        return union(
                members.stream()
                        .filter(m -> members.stream().noneMatch(other -> isBelow(m, other)))
                        .toList());
    }

    private static boolean isBelow(Type type, Type other) {
        return type instanceof NominalType n
                && other instanceof NominalType base
                && n.symbol() != base.symbol()
                && n.symbol().origin() == Origin.COMPILED
                && base.symbol().origin() == Origin.COMPILED
                && base.arguments().isEmpty()
                && n.symbol().inherits(base.symbol());
    }

    /// The members of a union; of another type itself.
    static List<Type> members(Type type) {
        Type plain = AliasType.expand(type);
        return plain instanceof UnionType u ? u.members() : List.of(plain);
    }

    static Type withoutNone(Type type) {
        return union(members(type).stream().filter(m -> m != Simple.NONE).toList());
    }

    static boolean mayBeNone(Type type) {
        return members(type).contains(Simple.NONE);
    }

    boolean assignable(Type given, Type wanted) {
        if (given.equals(wanted)) {
            return true;
        }
        Type from = AliasType.expand(given);
        Type to = AliasType.expand(wanted);
        if (from.equals(to) || from == Simple.ERROR || to == Simple.ERROR || from == Simple.NEVER) {
            return true;
        }
        if (holes.isOpen(from) || holes.isOpen(to)) {
            return holes.resolve(from, to);
        }
        if (given instanceof AliasType || wanted instanceof AliasType) {
            return ofAliases(given, from, wanted, to);
        }
        return expanded(from, to);
    }

    /// What a name for a type that mentions itself is compared with, it is compared with once.
    private boolean ofAliases(Type given, Type from, Type wanted, Type to) {
        Map.Entry<Type, Type> question = Map.entry(given, wanted);
        if (!assumed.add(question)) {
            return true;
        }
        try {
            return expanded(from, to);
        } finally {
            assumed.remove(question);
        }
    }

    private boolean expanded(Type from, Type to) {
        if (to instanceof NominalType n && n.symbol() == builtins.object()) {
            return true;
        }
        if (from instanceof UnionType u) {
            return u.members().stream().allMatch(m -> assignable(m, to));
        }
        if (to instanceof UnionType u) {
            return u.members().contains(from)
                    || u.members().stream().anyMatch(m -> assignable(from, m));
        }
        return switch (from) {
            case TypeVariable t -> t.bound().stream().anyMatch(b -> assignable(b, to));
            case TupleType t -> tuple(t, to);
            case CallableType c -> to instanceof CallableType d && callable(c, d);
            case ClassObjectType c ->
                    to instanceof ClassObjectType d
                            && c.instance().symbol().inherits(d.instance().symbol());
            case NominalType n ->
                    to instanceof NominalType m
                            ? !needsSend(n, m) && nominal(n, m)
                            : to instanceof CallableType
                                    ? callableView(n).stream().anyMatch(c -> assignable(c, to))
                                    : to instanceof TupleType
                                            && shape(n).stream().anyMatch(t -> tuple(t, to));
            case UnionType u -> false;
            case AliasType a -> false;
            case Type.ModuleType m -> false;
            case Simple s -> false;
        };
    }

    /// Whether the second type asks a generator of the first one for items without sending it what
    /// it waits for: `yield` would be worth None there.
    private boolean needsSend(NominalType from, NominalType to) {
        return from.symbol() != to.symbol() && needsSend(from);
    }

    /// Whether a type is that of generators to which something has to be sent.
    boolean needsSend(Type type) {
        return type instanceof NominalType n
                && n.symbol().name().equals("Generator")
                && n.symbol().origin() == Origin.NATIVE
                && n.arguments().size() > 1
                && !(n.arguments().get(1) instanceof TypeVariable)
                && !assignable(Simple.NONE, n.arguments().get(1));
    }

    /// The tuple that a value is: of a fixed length, or a named one.
    static Optional<TupleType> shape(Type type) {
        if (type instanceof TupleType tuple) {
            return Optional.of(tuple);
        }
        return type instanceof NominalType n && n.symbol().is(ClassSymbol.Flag.NAMED_TUPLE)
                ? Optional.of(
                        new TupleType(
                                n.symbol().dataFields().stream()
                                        .map(f -> Substitution.of(n).apply(f.field().type()))
                                        .toList()))
                : Optional.empty();
    }

    /// The function that an object of the library is, such as one that caches.
    static Optional<Type> callableView(Type type) {
        return type instanceof NominalType n
                        && n.symbol().origin() == Origin.NATIVE
                        && n.symbol().bases().stream()
                                .anyMatch(b -> b.symbol().name().equals("_Function"))
                ? Optional.of(n.arguments().getFirst())
                : Optional.empty();
    }

    private boolean tuple(TupleType from, Type to) {
        if (to instanceof TupleType t) {
            if (t.elements().size() != from.elements().size()) {
                return false;
            }
            for (int i = 0; i < t.elements().size(); i++) {
                if (!assignable(from.elements().get(i), t.elements().get(i))) {
                    return false;
                }
            }
            return true;
        }
        return to instanceof NominalType n && nominal(builtins.tupleOf(from), n);
    }

    private boolean callable(CallableType from, CallableType to) {
        if (from.parameters().size() != to.parameters().size()) {
            return false;
        }
        for (int i = 0; i < from.parameters().size(); i++) {
            if (!assignable(to.parameters().get(i), from.parameters().get(i))) {
                return false;
            }
        }
        return to.result() == Simple.NONE
                ? from.result() == Simple.NONE
                : assignable(from.result(), to.result());
    }

    private boolean nominal(NominalType from, NominalType to) {
        Optional<NominalType> view = viewAs(from, to.symbol());
        if (view.isPresent()) {
            return arguments(view.get(), to);
        }
        return to.symbol().is(ClassSymbol.Flag.PROTOCOL) && structural(from, to);
    }

    private boolean arguments(NominalType from, NominalType to) {
        List<TypeVariable> parameters = to.symbol().typeParameters();
        for (int i = 0; i < to.arguments().size() && i < from.arguments().size(); i++) {
            Type a = from.arguments().get(i);
            Type b = to.arguments().get(i);
            boolean library = to.symbol().origin() == Origin.NATIVE;
            String name = library ? parameters.get(i).name() : "";
            boolean fits =
                    name.endsWith("_co")
                            ? assignable(a, b)
                            : name.endsWith("_contra") ? assignable(b, a) : same(a, b);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// What a type parameter has to be, where a type is not within its bound and constraints.
    Optional<String> outside(TypeVariable variable, Type type, Substitution substitution) {
        if (type == Simple.ERROR || holes.isOpen(type)) {
            return Optional.empty();
        }
        List<Type> constraints = variable.constraints();
        boolean allowed =
                constraints.isEmpty()
                        || constraints.contains(type)
                        || (type instanceof TypeVariable v
                                && !v.constraints().isEmpty()
                                && constraints.containsAll(v.constraints()));
        if (!allowed) {
            return Optional.of(
                    constraints.stream().map(Type::show).collect(Collectors.joining(" or ")));
        }
        return variable.bound().stream()
                .map(substitution::apply)
                .filter(bound -> !assignable(type, bound) || mixes(type, bound))
                .map(Type::show)
                .findFirst();
    }

    /// Whether objects of different classes would meet where the bound says that both are of one.
    private static boolean mixes(Type type, Type bound) {
        return type instanceof UnionType
                && bound instanceof NominalType n
                && n.symbol().self().filter(self -> takes(n.symbol(), self)).isPresent();
    }

    private static boolean takes(ClassSymbol protocol, TypeVariable self) {
        return protocol.methods().values().stream()
                .flatMap(overloads -> overloads.getFirst().parameters().stream())
                .anyMatch(p -> Substitution.mentions(p.type(), List.of(self)));
    }

    /// Whether both are one type, in whatever order the members of unions were written.
    boolean same(Type a, Type b) {
        if (a.equals(b)) {
            return true;
        }
        return assignable(a, b) && assignable(b, a);
    }

    /// The type as one of an ancestor class, with the ancestor's arguments.
    Optional<NominalType> viewAs(NominalType type, ClassSymbol ancestor) {
        if (type.symbol() == ancestor) {
            return Optional.of(type);
        }
        Substitution substitution = Substitution.of(type);
        for (NominalType base : type.symbol().bases()) {
            Optional<NominalType> view = viewAs((NominalType) substitution.apply(base), ancestor);
            if (view.isPresent()) {
                return view;
            }
        }
        return Optional.empty();
    }

    /// Whether a class has all members of a protocol with fitting types.
    private boolean structural(NominalType from, NominalType to) {
        Map.Entry<Type, Type> question = Map.entry(from, to);
        if (!assumed.add(question)) {
            return true;
        }
        try {
            Members members = new Members(this, builtins);
            for (NominalType part : members.ancestors(to)) {
                if (part.symbol().is(ClassSymbol.Flag.PROTOCOL) && !members.fulfils(from, part)) {
                    return false;
                }
            }
            return true;
        } finally {
            assumed.remove(question);
        }
    }

    /// What covers both: the wider one, a common base class of the program, or the union.
    Type join(Type a, Type b) {
        if (!a.equals(b) && !LiteralPatterns.plain(a).equals(a)) {
            return join(LiteralPatterns.plain(a), LiteralPatterns.plain(b));
        }
        if (holes.isOpen(a)) {
            return b;
        }
        if (holes.isOpen(b) || assignable(b, a)) {
            return a;
        }
        if (assignable(a, b)) {
            return b;
        }
        if (a instanceof NominalType x && b instanceof NominalType y) {
            for (NominalType base : new Members(this, builtins).ancestors(x)) {
                if (base.symbol().origin() == Origin.COMPILED
                        && base.symbol().typeParameters().isEmpty()
                        && !base.symbol().is(ClassSymbol.Flag.PROTOCOL)
                        && y.symbol().inherits(base.symbol())) {
                    return base;
                }
            }
        }
        return union(a, b);
    }

    Type joinAll(List<Type> types) {
        Type joined = Simple.NEVER;
        for (Type type : types) {
            joined = join(joined, type);
        }
        return joined;
    }

    /// What is left of a type when it is known to be of a class: the members below it, or the class
    /// when it is below them.
    Type keep(Type type, NominalType wanted) {
        List<Type> kept = new ArrayList<>();
        for (Type member : members(type)) {
            if (belongs(member, wanted.symbol())) {
                kept.add(member);
            } else if (couldBe(member, wanted.symbol())) {
                kept.add(wanted);
                if (wanted.symbol() == builtins.symbol("int")) {
                    kept.add(builtins.bool());
                }
            }
        }
        return union(kept);
    }

    /// What is left of a type when it is known not to be of a class.
    Type drop(Type type, ClassSymbol unwanted) {
        return union(members(type).stream().filter(m -> !belongs(m, unwanted)).toList());
    }

    private boolean belongs(Type member, ClassSymbol wanted) {
        return switch (member) {
            case NominalType n ->
                    n.symbol().inherits(wanted)
                            || (n.symbol() == builtins.symbol("bool")
                                    && wanted == builtins.symbol("int"));
            case TupleType t -> wanted == builtins.symbol("tuple");
            case TypeVariable t -> t.bound().stream().anyMatch(b -> belongs(b, wanted));
            case UnionType _,
                    CallableType _,
                    ClassObjectType _,
                    AliasType _,
                    Type.ModuleType _,
                    Simple _ ->
                    false;
        };
    }

    private boolean couldBe(Type member, ClassSymbol wanted) {
        return switch (member) {
            case NominalType n ->
                    n.symbol() == builtins.object()
                            || n.symbol().is(ClassSymbol.Flag.PROTOCOL)
                            || wanted.inherits(n.symbol());
            case TypeVariable t -> true;
            case TupleType _,
                    UnionType _,
                    CallableType _,
                    ClassObjectType _,
                    AliasType _,
                    Type.ModuleType _,
                    Simple _ ->
                    false;
        };
    }
}
