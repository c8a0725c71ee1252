package krait.compiler.types;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Statement;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// What the functions of a program share with each other. Handlers of a web application run at the
/// same time, so in a program that has some, functions may share what can't change, and look things
/// up in containers that no function changes. All else is refused: code of the module runs before
/// the first request, and is free.
final class SharedState {
    private static final String REWRITE =
            "keep it in the function; or share a tuple, a frozenset or a frozen dataclass; a list, "
                    + "dict or set that is only read: TABLE[key], key in TABLE, for x in TABLE";

    private static final Set<String> IMMUTABLE =
            Set.of("int", "float", "bool", "str", "bytes", "complex", "range");
    private static final Set<String> CONTAINERS =
            Set.of("list", "dict", "set", "tuple", "frozenset");
    private static final Set<String> FROZEN = Set.of("tuple", "frozenset");

    /// Builtins that only look at an argument.
    private static final Set<String> LOOKING =
            Set.of(
                    "len",
                    "sum",
                    "min",
                    "max",
                    "sorted",
                    "any",
                    "all",
                    "list",
                    "tuple",
                    "set",
                    "frozenset",
                    "dict",
                    "enumerate",
                    "reversed",
                    "repr",
                    "str",
                    "bool");

    /// Methods of containers that only look.
    private static final Set<String> READING =
            Set.of(
                    "get",
                    "keys",
                    "values",
                    "items",
                    "count",
                    "index",
                    "copy",
                    "union",
                    "intersection",
                    "difference",
                    "issubset",
                    "issuperset",
                    "isdisjoint");

    private record Place(ModuleScope module, Span span) {}

    private final Map<Place, Variable> reads = new LinkedHashMap<>();
    private final Map<Place, String> changes = new LinkedHashMap<>();
    private final Map<Place, Type> values = new LinkedHashMap<>();
    private boolean served;

    /// The program has a handler.
    void served() {
        served = true;
    }

    /// A function reads a variable of a module.
    void read(Body body, Variable variable, Span span) {
        if (variable.kind() == Variable.Kind.GLOBAL && body.scope().inFunction()) {
            reads.put(new Place(body.names().module(), span), variable);
        }
    }

    /// A function gives a variable of a module another value.
    void write(Body body, Variable variable, Span span) {
        if (variable.kind() == Variable.Kind.GLOBAL && body.scope().inFunction()) {
            changes.put(new Place(body.names().module(), span), variable.name());
        }
    }

    /// A function gives a variable of a class another value.
    void write(Body body, FieldSymbol field, Span span) {
        if (body.scope().inFunction()) {
            changes.put(new Place(body.names().module(), span), field.name());
        }
    }

    /// A function reads a variable of a class.
    void read(Body body, Type type, Span span) {
        if (body.scope().inFunction()) {
            values.put(new Place(body.names().module(), span), type);
        }
    }

    /// All calls of a function share the default of a parameter.
    void fallback(Body body, Type type, Span span) {
        if (!body.scope().inFunction()) {
            values.put(new Place(body.names().module(), span), type);
        }
    }

    /// Reports what two requests could change at the same time.
    void report() {
        if (!served) {
            return;
        }
        changes.forEach((place, name) -> refuse(place, "'" + name + "'"));
        values.forEach((place, type) -> {
            if (!immutable(type, new HashSet<>())) {
                refuse(place, "this " + type.show());
            }
        });
        Map<ModuleScope, Map<Span, Integer>> looks = new HashMap<>();
        reads.forEach((place, variable) -> {
            Map<Span, Integer> harmless = looks.computeIfAbsent(place.module(), SharedState::looks);
            Integer steps = harmless.get(place.span());
            boolean fine =
                    immutable(variable.type(), new HashSet<>())
                            || (steps != null && looked(variable.type(), steps));
            if (!fine) {
                refuse(place, "'" + variable.name() + "'");
            }
        });
    }

    private static void refuse(Place place, String what) {
        place.module()
                .problems()
                .report(
                        TypeCode.SHARED,
                        place.span(),
                        "handlers run at the same time and share " + what + ", which can change",
                        REWRITE);
    }

    /// Where functions only look into something, and how many containers they go down for that.
    private static Map<Span, Integer> looks(ModuleScope module) {
        Map<Span, Integer> found = new HashMap<>();
        TreeWalk.walkDeep(module.tree(), node -> look(module, node, found));
        return found;
    }

    private static void look(ModuleScope module, Ast node, Map<Span, Integer> found) {
        switch (node) {
            case Expression.Subscript s when s.ctx() == ExpressionContext.LOAD ->
                    note(s.value(), 1, found);
            case Statement.For f -> note(f.iter(), 1, found);
            case Ast.Comprehension c -> note(c.iter(), 1, found);
            case Expression.Compare c -> {
                for (int i = 0; i < c.ops().size(); i++) {
                    CompareOperator op = c.ops().get(i);
                    if (op == CompareOperator.IN || op == CompareOperator.NOT_IN) {
                        note(c.comparators().get(i), 1, found);
                    }
                }
            }
            case Expression.Call call
                    when call.func() instanceof Expression.Name name
                            && LOOKING.contains(name.id())
                            && !module.declared(name.id()) ->
                    call.args().forEach(each -> note(each, 1, found));
            case Expression.Call call
                    when call.func() instanceof Expression.Attribute method
                            && READING.contains(method.attr()) ->
                    note(method.value(), 1, found);
            case Ast _ -> {}
        }
    }

    /// An expression that is only looked into; `TABLE[a][b]` goes down more than once.
    private static void note(Expression looked, int steps, Map<Span, Integer> found) {
        if (looked instanceof Expression.Subscript inner) {
            note(inner.value(), steps + 1, found);
        } else {
            found.merge(looked.span(), steps, Math::max);
        }
    }

    /// Whether what stands so many containers down can't change.
    private static boolean looked(Type type, int steps) {
        if (immutable(type, new HashSet<>())) {
            return true;
        }
        return switch (AliasType.expand(type)) {
            case NominalType t ->
                    steps > 0
                            && t.symbol().origin() == Origin.NATIVE
                            && CONTAINERS.contains(t.symbol().name())
                            && t.arguments().stream().allMatch(each -> looked(each, steps - 1));
            case Type.TupleType t ->
                    steps > 0 && t.elements().stream().allMatch(each -> looked(each, steps - 1));
            case Type _ -> false;
        };
    }

    /// Whether nothing can change a value of the type.
    ///
    /// @param assumed types that are being looked at
    private static boolean immutable(Type type, Set<Object> assumed) {
        return switch (type) {
            case NominalType t -> nominal(t, assumed);
            case Type.TupleType t -> all(t.elements(), assumed);
            case Type.UnionType t -> all(t.members(), assumed);
            case AliasType t -> !assumed.add(t) || immutable(t.target(), assumed);
            case Type.ClassObjectType _, Type.ModuleType _, Simple _ -> true;
            case Type.CallableType _, TypeVariable _ -> false;
        };
    }

    private static boolean all(List<Type> types, Set<Object> assumed) {
        return types.stream().allMatch(each -> immutable(each, assumed));
    }

    private static boolean nominal(NominalType type, Set<Object> assumed) {
        ClassSymbol symbol = type.symbol();
        if (symbol.origin() == Origin.NATIVE) {
            return IMMUTABLE.contains(symbol.name())
                    || (FROZEN.contains(symbol.name()) && all(type.arguments(), assumed));
        }
        boolean frozen =
                symbol.is(ClassSymbol.Flag.FROZEN)
                        || symbol.is(ClassSymbol.Flag.NAMED_TUPLE)
                        || symbol.is(ClassSymbol.Flag.ENUM);
        if (!frozen || !type.arguments().isEmpty()) {
            return false;
        }
        return !assumed.add(symbol)
                || (symbol.fields().stream()
                                .filter(field -> !field.classVariable())
                                .allMatch(field -> immutable(field.type(), assumed))
                        && symbol.bases().stream()
                                .filter(base -> base.symbol().origin() == Origin.COMPILED)
                                .allMatch(base -> nominal(base, assumed)));
    }
}
