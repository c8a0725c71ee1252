package krait.compiler.types;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.syntax.Statement;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// Methods that Python itself calls: which of them a class may define, and with which types.
final class SpecialMethods {
    /// What they have to return.
    private static final Map<String, String> RESULTS =
            Map.ofEntries(
                    Map.entry("__eq__", "bool"),
                    Map.entry("__ne__", "bool"),
                    Map.entry("__lt__", "bool"),
                    Map.entry("__le__", "bool"),
                    Map.entry("__gt__", "bool"),
                    Map.entry("__ge__", "bool"),
                    Map.entry("__contains__", "bool"),
                    Map.entry("__bool__", "bool"),
                    Map.entry("__len__", "int"),
                    Map.entry("__hash__", "int"),
                    Map.entry("__index__", "int"),
                    Map.entry("__int__", "int"),
                    Map.entry("__float__", "float"),
                    Map.entry("__str__", "str"),
                    Map.entry("__repr__", "str"),
                    Map.entry("__format__", "str"),
                    Map.entry("__init__", "None"),
                    Map.entry("__post_init__", "None"),
                    Map.entry("__setitem__", "None"),
                    Map.entry("__delitem__", "None"));

    private static final Set<String> OTHERS =
            Set.of(
                    "__abs__",
                    "__call__",
                    "__ceil__",
                    "__enter__",
                    "__exit__",
                    "__floor__",
                    "__getitem__",
                    "__invert__",
                    "__iter__",
                    "__neg__",
                    "__next__",
                    "__pos__",
                    "__reversed__",
                    "__round__",
                    "__trunc__");

    private static final Set<String> BINARY = binary();

    private SpecialMethods() {}

    private static Set<String> binary() {
        Set<String> names = new HashSet<>();
        List<String> stems =
                List.of(
                        "add",
                        "sub",
                        "mul",
                        "matmul",
                        "truediv",
                        "floordiv",
                        "mod",
                        "divmod",
                        "pow",
                        "lshift",
                        "rshift",
                        "and",
                        "or",
                        "xor");
        for (String stem : stems) {
            names.add("__" + stem + "__");
            names.add("__r" + stem + "__");
            names.add("__i" + stem + "__");
        }
        return Set.copyOf(names);
    }

    static boolean isSpecial(String name) {
        return name.startsWith("__") && name.endsWith("__");
    }

    /// Whether CPython would give the name to each class separately.
    static boolean isPrivate(String name) {
        return name.startsWith("__") && !name.endsWith("__");
    }

    /// Refuses a definition that CPython would use in ways that the compiler doesn't know.
    static void check(FunctionSymbol method, Statement.FunctionDef def, Problems problems) {
        String name = def.name();
        if (!isSpecial(name)) {
            return;
        }
        String result = RESULTS.get(name);
        if (result == null && !OTHERS.contains(name) && !BINARY.contains(name)) {
            problems.report(
                    TypeCode.UNSUPPORTED, Spans.name(def), "the special method '" + name + "'");
        } else if (result != null && !returns(method.result(), result)) {
            problems.report(
                    TypeCode.OVERRIDE,
                    Spans.name(def),
                    "'" + name + "' returns " + result + ", not " + method.result().show(),
                    "-> " + result);
        }
        boolean equality = name.equals("__eq__") || name.equals("__ne__");
        if (equality && !takesAnything(method)) {
            problems.report(
                    TypeCode.OVERRIDE,
                    Spans.name(def),
                    "'" + name + "' is called with objects of every class",
                    "def " + name + "(self, other: object) -> bool:");
        }
    }

    private static boolean returns(Type type, String wanted) {
        return type == Simple.ERROR
                || type == Simple.NEVER
                || (wanted.equals("None") ? type == Simple.NONE : type.show().equals(wanted));
    }

    private static boolean takesAnything(FunctionSymbol method) {
        Optional<Parameter> other = method.parameters().stream().findFirst();
        return other.isPresent()
                && (other.get().type() == Simple.ERROR
                        || (other.get().type() instanceof NominalType n
                                && n.symbol().name().equals("object")));
    }
}
