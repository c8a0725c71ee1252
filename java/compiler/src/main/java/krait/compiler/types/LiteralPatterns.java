package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.TupleType;
import krait.runtime.lib.PatternGroups;

/// The literal pattern of a call of `re` says how many groups there are, and whether they have a
/// value in every match. The stub has forms of the functions for that, which take a plain `str`;
/// their classes are those of the library, seen more exactly: `_Match_whole` is a `Match`.
final class LiteralPatterns {
    /// Flags that change nothing about groups.
    private static final Set<String> FLAGS =
            Set.of(
                    "A",
                    "ASCII",
                    "I",
                    "IGNORECASE",
                    "M",
                    "MULTILINE",
                    "NOFLAG",
                    "S",
                    "DOTALL",
                    "U",
                    "UNICODE");

    private static final Set<String> VERBOSE = Set.of("X", "VERBOSE");
    private static final Set<String> FUNCTIONS =
            Set.of("compile", "search", "match", "fullmatch", "findall", "finditer", "split");

    private LiteralPatterns() {}

    /// Whether an overload is one for the pattern of a call; of any other function all are.
    static boolean fits(FunctionSymbol function, List<Calls.Actual> actuals) {
        boolean exact =
                function.origin() == Origin.NATIVE
                        && function.module().name().equals("re")
                        && function.owner().isEmpty()
                        && FUNCTIONS.contains(function.name())
                        && function.parameters().getFirst().type() instanceof NominalType;
        return !exact || groups(function, actuals).filter(g -> fits(function, g)).isPresent();
    }

    private static boolean fits(FunctionSymbol function, PatternGroups groups) {
        return switch (function.name()) {
            case "findall" ->
                    function.result() instanceof NominalType list
                            && list.arguments().getFirst() instanceof NominalType element
                            && element.symbol().name().equals("str") == groups.count() < 2;
            case "compile" ->
                    function.result() instanceof NominalType pattern
                            && pattern.symbol().name().equals(patternClass(groups));
            default -> groups.certain();
        };
    }

    private static Optional<PatternGroups> groups(
            FunctionSymbol function, List<Calls.Actual> actuals) {
        Optional<Expression> pattern = argument(function, actuals, "pattern");
        Optional<Expression> flags = argument(function, actuals, "flags");
        if (pattern.isEmpty()
                || !(pattern.get() instanceof Expression.Constant constant)
                || !(constant.value() instanceof Literal.Str text)
                || flags.filter(f -> !known(f)).isPresent()
                || actuals.stream().anyMatch(a -> a.star() || a.mapping())) {
            return Optional.empty();
        }
        return PatternGroups.of(text.text(), flags.filter(LiteralPatterns::verbose).isPresent());
    }

    private static Optional<Expression> argument(
            FunctionSymbol function, List<Calls.Actual> actuals, String name) {
        int place = 0;
        while (!function.parameters().get(place).name().equals(name)) {
            place++;
        }
        for (int i = 0; i < actuals.size(); i++) {
            Calls.Actual actual = actuals.get(i);
            boolean positional = actual.keyword().isEmpty() && i == place;
            if (positional || actual.keyword().equals(Optional.of(name))) {
                return actual.written();
            }
        }
        return Optional.empty();
    }

    /// Whether flags are written out, each by its name.
    private static boolean known(Expression flags) {
        if (flags instanceof Expression.BinOp b) {
            return b.op() == Operator.BIT_OR && known(b.left()) && known(b.right());
        }
        return FLAGS.contains(flag(flags)) || VERBOSE.contains(flag(flags));
    }

    private static boolean verbose(Expression flags) {
        return flags instanceof Expression.BinOp b
                ? verbose(b.left()) || verbose(b.right())
                : VERBOSE.contains(flag(flags));
    }

    private static String flag(Expression e) {
        return e instanceof Expression.Attribute a ? a.attr() : ModuleScope.nameOf(e).orElse("");
    }

    private static String patternClass(PatternGroups groups) {
        String count = groups.count() < 2 ? "_Pattern_one" : "_Pattern_many";
        return groups.certain() ? count : count + "_open";
    }

    /// A type as programs know it, for what may hold other patterns and matches, too.
    static Type plain(Type type) {
        return switch (type) {
            case NominalType n ->
                    isExact(n) ? Substitution.of(n).apply(n.symbol().bases().getFirst()) : n;
            case Type.UnionType u ->
                    Relations.union(u.members().stream().map(LiteralPatterns::plain).toList());
            case TupleType t ->
                    new TupleType(t.elements().stream().map(LiteralPatterns::plain).toList());
            case Type.CallableType _,
                    Type.ClassObjectType _,
                    Type.ModuleType _,
                    Type.Simple _,
                    TypeVariable _,
                    AliasType _ ->
                    type;
        };
    }

    private static boolean isExact(NominalType type) {
        return type.symbol().origin() == Origin.NATIVE
                && (type.symbol().name().startsWith("_Pattern_")
                        || type.symbol().name().equals("_Match_whole"));
    }
}
