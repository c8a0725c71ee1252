package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Member;
import krait.compiler.code.Widening;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.ModuleSymbol;
import org.jspecify.annotations.Nullable;

/// Binds what the stubs declare to the Java that does it, by convention: see
/// docs/internals/compiler.md, "The library".
final class Natives {
    private static final String PACKAGE = "krait.runtime.";
    private static final Set<String> KEYWORDS =
            Set.of(
                    "abstract",
                    "boolean",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "const",
                    "default",
                    "do",
                    "double",
                    "enum",
                    "extends",
                    "final",
                    "float",
                    "goto",
                    "implements",
                    "instanceof",
                    "int",
                    "interface",
                    "long",
                    "native",
                    "new",
                    "package",
                    "private",
                    "protected",
                    "public",
                    "short",
                    "static",
                    "strictfp",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "transient",
                    "void",
                    "volatile",
                    "null",
                    "true",
                    "false");
    private static final Map<String, String> HOLDERS =
            Map.of("str", "Text", "int", "Ints", "float", "Floats", "bool", "Bools");

    /// Classes whose names in Java do not follow from Python's.
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("Iterator", "PyIterator"),
                    Map.entry("Mapping", "Dict"),
                    Map.entry("bytearray", "ByteArray"),
                    Map.entry("frozenset", "FrozenSet"),
                    Map.entry("defaultdict", "DefaultDict"),
                    Map.entry("dict_keys", "DictView"),
                    Map.entry("dict_values", "DictView"),
                    Map.entry("dict_items", "DictView"),
                    Map.entry("_Match_whole", "lib.ReMatch"),
                    Map.entry("_Pattern_one", "lib.RePattern"),
                    Map.entry("_Pattern_many", "lib.RePattern"),
                    Map.entry("_Pattern_one_open", "lib.RePattern"),
                    Map.entry("_Pattern_many_open", "lib.RePattern"),
                    Map.entry("_Manager", "lib.GeneratorContext"),
                    Map.entry("_Swallowing", "lib.SwallowingContext"),
                    Map.entry("_Function", "Function"),
                    Map.entry("_Real", "Real"),
                    Map.entry("_PathLike", "lib.PathLike"),
                    Map.entry("stat_result", "lib.StatResult"),
                    Map.entry("TracebackType", "PyTraceback"),
                    Map.entry("nullcontext", "lib.NullContext"),
                    Map.entry("redirect_stdout", "lib.RedirectStdout"),
                    Map.entry("redirect_stderr", "lib.RedirectStderr"),
                    Map.entry("_lru_cache_wrapper", "lib.CachedFunction"),
                    Map.entry("_CacheInfo", "lib.CacheInfo"));

    private final ClassLoader loader;
    private final Map<String, Optional<Class<?>>> classes = new HashMap<>();

    /// The two forms of a native call.
    record Binding(Member fast, Member wide, Widening widening) {}

    Natives(ClassLoader loader) {
        this.loader = loader;
    }

    /// The Java class whose objects are those of a native class; Object where there is none.
    Class<?> classOf(ClassSymbol symbol) {
        String name = symbol.name();
        return switch (name) {
            case "str" -> CharSequence.class;
            case "int" -> Long.class;
            case "float" -> Double.class;
            case "bool" -> Boolean.class;
            default ->
                    first(
                                    NAMES.getOrDefault(name, ""),
                                    library(symbol),
                                    name,
                                    "Py" + name,
                                    capital(name),
                                    "Py" + capital(name),
                                    "lib." + capital(name))
                            .orElse(Object.class);
        };
    }

    private static String library(ClassSymbol symbol) {
        return "lib." + capital(symbol.module().name()) + capital(symbol.name());
    }

    /// Where the functions of a native module stand.
    Optional<Class<?>> module(ModuleSymbol module) {
        String name =
                Arrays.stream(module.name().replaceFirst("^_", "").split("\\.", -1))
                        .map(Natives::capital)
                        .collect(Collectors.joining());
        return first("lib." + name + "Module");
    }

    /// Where the methods of a native class stand as static methods, if they do.
    Optional<Class<?>> holder(ClassSymbol symbol) {
        String name = HOLDERS.get(symbol.name());
        return name == null ? Optional.empty() : first(name);
    }

    private Optional<Class<?>> first(String... names) {
        for (String name : names) {
            Optional<Class<?>> found = classes.computeIfAbsent(name, this::find);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(PACKAGE + name, false, loader));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return Optional.empty();
        }
    }

    /// The class that a descriptor of the runtime or the JDK names.
    Optional<Class<?>> load(ClassDesc type) {
        String name = type.packageName() + "." + type.displayName();
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String capital(String name) {
        return name.isEmpty()
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /// Binds a call of a function or method of a stub.
    ///
    /// @param arguments the receiver first, where there is one
    /// @param result what the caller wants; none when it is dropped
    Optional<Binding> bind(FunctionSymbol function, List<Kind> arguments, Optional<Kind> result) {
        String name = function.name();
        Optional<Binding> found;
        if (function.owner().isPresent()) {
            ClassSymbol owner = function.owner().orElseThrow();
            found =
                    holder(owner)
                            .flatMap(holder -> bind(holder, name, arguments, result))
                            .or(() -> bindOnReceiver(name, arguments, result))
                            .or(() -> bind(classOf(owner), name, arguments, result));
        } else {
            found =
                    module(function.module())
                            .flatMap(module -> bind(module, name, arguments, result));
        }
        return found.or(() -> bindOnValues(name, arguments, result));
    }

    private Optional<Binding> bindOnReceiver(
            String name, List<Kind> arguments, Optional<Kind> result) {
        if (arguments.isEmpty()
                || !(arguments.getFirst() instanceof Kind.Reference(ClassDesc type))
                || type.equals(ConstantDescs.CD_Object)) {
            return Optional.empty();
        }
        return load(type).flatMap(owner -> bind(owner, name, arguments, result));
    }

    /// Special methods of objects whose class is known at run time only.
    private Optional<Binding> bindOnValues(
            String name, List<Kind> arguments, Optional<Kind> result) {
        return load(Expressions.VALUES)
                .flatMap(values -> bind(values, name.replaceAll("^__|__$", ""), arguments, result));
    }

    /// Binds the making of an object of a stub's class.
    ///
    /// @param own how the object is held
    Optional<Binding> bindNew(
            ClassSymbol symbol, Kind own, List<Kind> arguments, Optional<Kind> result) {
        Class<?> owner =
                holder(symbol)
                        .or(() ->
                                own instanceof Kind.Reference(ClassDesc type)
                                        ? load(type)
                                        : Optional.empty())
                        .orElseGet(() -> classOf(symbol));
        return bindNew(owner, arguments, result);
    }

    /// Binds a call by name.
    ///
    /// @param arguments the receiver first, where there is one
    /// @param result what the caller wants; none when it is dropped
    Optional<Binding> bind(
            Class<?> owner, String name, List<Kind> arguments, Optional<Kind> result) {
        List<Executable> candidates = new ArrayList<>();
        for (Method method : owner.getMethods()) {
            if (names(name).contains(method.getName()) && !method.isBridge()) {
                candidates.add(method);
            }
        }
        return choose(owner, candidates, arguments, result);
    }

    /// Binds the making of an object: a constructor, or a static method `of` or `from`.
    Optional<Binding> bindNew(Class<?> owner, List<Kind> arguments, Optional<Kind> result) {
        List<Executable> candidates = new ArrayList<>(Arrays.asList(owner.getConstructors()));
        if (owner.isInterface() || Modifier.isAbstract(owner.getModifiers())) {
            candidates.clear();
        }
        Optional<Binding> made = choose(owner, candidates, arguments, result);
        for (String name : List.of("new_", "of", "from")) {
            made = made.or(() -> bind(owner, name, arguments, result));
        }
        return made;
    }

    /// A public static field.
    Optional<Member> field(Class<?> owner, String name) {
        return Arrays.stream(owner.getFields())
                .filter(field ->
                        field.getName().equals(KEYWORDS.contains(name) ? name + "_" : name))
                .map(field ->
                        Member.ofField(
                                Member.Access.GET_STATIC,
                                field.getDeclaringClass().describeConstable().orElseThrow(),
                                field.getName(),
                                field.getType().describeConstable().orElseThrow()))
                .findFirst();
    }

    private static List<String> names(String name) {
        String legal = KEYWORDS.contains(name) ? name + "_" : name;
        String base = name.equals("__getitem__") ? "get" : legal;
        return List.of(legal, base + "Long", base + "Double");
    }

    private Optional<Binding> choose(
            Class<?> owner,
            List<Executable> candidates,
            List<Kind> arguments,
            Optional<Kind> result) {
        Executable fast = best(candidates, arguments, result, IntForm.FAST);
        Executable wide = best(candidates, arguments, result, IntForm.WIDE);
        if (fast == null || wide == null) {
            return Optional.empty();
        }
        Member fastMember = member(owner, fast);
        Member wideMember = member(owner, wide);
        Widening widening =
                result.filter(Kind.INT::equals).isEmpty()
                        ? Widening.NONE
                        : widening(fast, fastMember, wideMember);
        return Optional.of(new Binding(fastMember, wideMember, widening));
    }

    /// A method over longs that has a sibling over objects throws ArithmeticException when its
    /// result is too wide; any other one declares WideResult.
    private static Widening widening(Executable fast, Member fastMember, Member wideMember) {
        boolean declared =
                Arrays.stream(fast.getExceptionTypes())
                        .anyMatch(type -> type.getSimpleName().equals("WideResult"));
        if (declared || !fastMember.result().isPrimitive()) {
            return Widening.BEHIND;
        }
        return fastMember.equals(wideMember) ? Widening.NONE : Widening.AGAIN;
    }

    private static @Nullable Executable best(
            List<Executable> candidates,
            List<Kind> arguments,
            Optional<Kind> result,
            IntForm form) {
        Executable best = null;
        int most = -1;
        for (Executable candidate : candidates) {
            int score = score(candidate, arguments, result, form);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static int score(
            Executable candidate, List<Kind> arguments, Optional<Kind> result, IntForm form) {
        boolean instance =
                candidate instanceof Method && !Modifier.isStatic(candidate.getModifiers());
        Class<?>[] parameters = candidate.getParameterTypes();
        int first = instance ? 1 : 0;
        if (parameters.length + first != arguments.size()) {
            return -1;
        }
        int score = resultScore(candidate, result, form);
        for (int i = 0; i < parameters.length && score >= 0; i++) {
            int one = score(parameters[i], arguments.get(i + first), form);
            score = one < 0 ? -1 : score + one;
        }
        return score;
    }

    /// A variant for unboxed items is taken only where its result is wanted as it is.
    private static int resultScore(Executable candidate, Optional<Kind> result, IntForm form) {
        if (!(candidate instanceof Method method)) {
            return 1;
        }
        Class<?> type = method.getReturnType();
        boolean suffixed = method.getName().endsWith("Long") || method.getName().endsWith("Double");
        if (type == long.class && result.filter(Kind.INT::equals).isPresent()) {
            return form == IntForm.FAST || !suffixed ? 4 : -1;
        }
        if (type == double.class && result.filter(Kind.FLOAT::equals).isPresent()) {
            return 4;
        }
        return suffixed ? -1 : 1;
    }

    private static int score(Class<?> parameter, Kind argument, IntForm form) {
        return switch (argument) {
            case Kind.Primitive.INT ->
                    parameter == long.class
                            ? form == IntForm.FAST ? 20 : 10
                            : parameter == Object.class
                                    ? form == IntForm.FAST ? 10 : 20
                                    : parameter == double.class ? 5 : -1;
            case Kind.Primitive.RAW -> parameter == long.class ? 20 : -1;
            case Kind.Primitive.FLOAT ->
                    parameter == double.class ? 20 : parameter == Object.class ? 10 : -1;
            case Kind.Primitive.BOOL ->
                    parameter == boolean.class ? 20 : parameter == Object.class ? 10 : -1;
            case Kind.Reference(ClassDesc type) -> referenceScore(parameter, type);
        };
    }

    private static int referenceScore(Class<?> parameter, ClassDesc type) {
        if (parameter.isPrimitive()) {
            return -1;
        }
        String name = type.packageName() + "." + type.displayName();
        if (parameter.getName().equals(name)) {
            return 20;
        }
        if (parameter == Object.class) {
            return 10;
        }
        if (parameter == Object[].class && Kind.of(type).equals(Kinds.TUPLE)) {
            return 15;
        }
        boolean mayBe = type.equals(ConstantDescs.CD_Object) && !parameter.isArray();
        return below(parameter, name) ? 15 : mayBe ? 1 : -1;
    }

    private static boolean below(Class<?> parameter, String name) {
        try {
            Class<?> type = Class.forName(name, false, parameter.getClassLoader());
            return parameter.isAssignableFrom(type);
        } catch (ClassNotFoundException e) {
            return name.startsWith("py.") && parameter.isInterface();
        }
    }

    private static Member member(Class<?> owner, Executable executable) {
        ClassDesc type = owner.describeConstable().orElseThrow();
        List<ClassDesc> parameters =
                Arrays.stream(executable.getParameterTypes())
                        .map(each -> each.describeConstable().orElseThrow())
                        .toList();
        if (!(executable instanceof Method method)) {
            return Member.ofConstructor(type, parameters.toArray(ClassDesc[]::new));
        }
        ClassDesc result = method.getReturnType().describeConstable().orElseThrow();
        MethodTypeDesc signature = MethodTypeDesc.of(result, parameters);
        if (Modifier.isStatic(method.getModifiers())) {
            return Member.ofStatic(type, method.getName(), signature);
        }
        return owner.isInterface()
                ? Member.ofInterface(type, method.getName(), signature)
                : Member.ofVirtual(type, method.getName(), signature);
    }
}
