package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.types.Type.NominalType;
import org.jspecify.annotations.Nullable;

/// Where generators end. CPython closes a generator when the last reference to it goes: then the
/// `finally` around the `yield` that it stopped at runs. There is no counting of references here,
/// so a generator with such a block is accepted where its last reference can be seen: as what a
/// loop or a builtin runs through, in another generator, and in a variable that never gives it
/// away. What a function returns is taken for its own generator.
final class GeneratorLives {
    private static final String REWRITE =
            "loop over the call itself, or keep it in a variable that only next(), its own methods "
                    + "and loops use";

    /// What runs through what it is given and forgets it; the managers of `@contextmanager` do so
    /// when the `with` ends.
    private static final Set<String> EXHAUSTING =
            Set.of("list", "tuple", "sorted", "sum", "join", "_Manager", "_Swallowing");

    /// What neither keeps an iterator nor an exception beyond the call, or the loop over it.
    private static final Set<String> FORGETTING =
            Set.of(
                    "list",
                    "tuple",
                    "sorted",
                    "sum",
                    "join",
                    "set",
                    "frozenset",
                    "dict",
                    "min",
                    "max",
                    "any",
                    "all",
                    "next",
                    "enumerate",
                    "zip",
                    "print",
                    "str",
                    "repr",
                    "len",
                    "ascii",
                    "format",
                    "isinstance");

    private static final Set<String> OWN_METHODS = Set.of("__next__", "send", "throw", "close");

    private record Place(ModuleScope module, Span span) {}

    /// A call that makes a generator, in a function or a module's own code.
    private record Made(FunctionSymbol function, boolean isVirtual, Optional<FunctionSymbol> in) {}

    /// What becomes of the value of a call.
    private sealed interface Fate {}

    /// It ends with what uses it, at the latest when the function ends.
    private enum Ending implements Fate {
        USED
    }

    /// It is given on by the function around.
    private enum Giving implements Fate {
        RETURNED
    }

    private record Kept(Variable variable) implements Fate {}

    private final Map<Place, Made> made = new LinkedHashMap<>();
    private final Map<Place, Fate> fates = new LinkedHashMap<>();
    private final Map<Place, FunctionSymbol> definitions = new LinkedHashMap<>();
    private final Map<Place, FunctionSymbol> values = new LinkedHashMap<>();
    private final Map<Place, Variable> reads = new LinkedHashMap<>();
    private final Map<Place, String> exceptions = new LinkedHashMap<>();
    private final Set<Place> harmless = new HashSet<>();

    /// A function or method was defined.
    void defined(Body body, FunctionSymbol function, Span name) {
        definitions.put(place(body, name), function);
    }

    /// Whether a function is the inside of a context manager, which runs it to its end.
    private static boolean isManaged(FunctionSymbol function) {
        return function.name().contains("$");
    }

    /// A function became a value.
    void value(Body body, FunctionSymbol function, Span span) {
        if (function.origin() == Origin.COMPILED && !isManaged(function)) {
            values.put(place(body, span), function);
        }
    }

    /// A variable is read.
    void read(Body body, Variable variable, Span span) {
        reads.put(place(body, span), variable);
        if (isException(variable.type())) {
            exceptions.put(place(body, span), variable.name());
        }
    }

    /// A call was checked.
    void called(Body body, TypedExpression.Call call) {
        FunctionSymbol function = call.function();
        if (function.origin() == Origin.COMPILED) {
            if (iterates(call.type()) && !isManaged(function)) {
                boolean isVirtual = call.dispatch() == TypedExpression.Dispatch.VIRTUAL;
                Optional<FunctionSymbol> in = body.context().map(Body.Context::symbol);
                made.put(place(body, call.span()), new Made(function, isVirtual, in));
            }
            return;
        }
        if (OWN_METHODS.contains(function.name())) {
            call.receiver().ifPresent(receiver -> harmless(body, receiver));
        }
        call.receiver()
                .filter(receiver -> isException(receiver.type()))
                .ifPresent(receiver -> harmless(body, receiver));
        taken(body, function.name(), call.arguments());
    }

    /// An object of the library is made.
    void constructed(Body body, TypedExpression.New made) {
        boolean closes =
                made.symbol().name().equals("closing")
                        && made.symbol().module().name().equals("contextlib");
        if (closes && made.arguments().getFirst() instanceof Argument.Given given) {
            used(body, given.value());
        }
        if (made.symbol().origin() != Origin.COMPILED) {
            taken(body, made.symbol().name(), made.arguments());
        }
    }

    private void taken(Body body, String name, Iterable<Argument> arguments) {
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Given given) {
                if (EXHAUSTING.contains(name)) {
                    used(body, given.value());
                }
                if (FORGETTING.contains(name)) {
                    harmless(body, given);
                }
            }
        }
    }

    private void harmless(Body body, Argument.Given given) {
        boolean several = given.parameter().kind() == Parameter.Kind.REST;
        if (several && given.value() instanceof TypedExpression.TupleDisplay values) {
            values.elements().forEach(value -> harmless(body, value));
        } else {
            harmless(body, given.value());
        }
    }

    /// A loop, or what runs like one, uses a value and forgets it.
    void used(Body body, TypedExpression value) {
        if (plain(value) instanceof TypedExpression.Call call) {
            fates.put(place(body, call.span()), Ending.USED);
        }
        harmless(body, value);
    }

    /// A value is looked at only.
    void harmless(Body body, TypedExpression value) {
        if (plain(value) instanceof TypedExpression.VariableRead read) {
            harmless.add(place(body, read.span()));
        }
    }

    /// A function returns a value, or a generator delegates to it.
    void returned(Body body, TypedExpression value) {
        if (plain(value) instanceof TypedExpression.Call call) {
            fates.put(place(body, call.span()), Giving.RETURNED);
        }
    }

    /// A value is stored in a variable.
    void kept(Body body, Variable variable, TypedExpression value) {
        if (plain(value) instanceof TypedExpression.Call call) {
            fates.put(place(body, call.span()), new Kept(variable));
        }
        if (isException(value.type())) {
            exceptions.put(place(body, value.span()), variable.name());
        }
    }

    /// A value may be kept where it can't be seen.
    void taken(Body body, TypedExpression value) {
        if (isException(value.type())) {
            exceptionTaken(body, value.span());
        }
    }

    /// What is behind an exception is asked for, and may be kept.
    void exceptionTaken(Body body, Span span) {
        exceptions.put(new Place(body.names().module(), span), "__context__");
    }

    private static Place place(Body body, Span span) {
        return new Place(body.names().module(), span);
    }

    private static TypedExpression plain(TypedExpression value) {
        return switch (value) {
            case TypedExpression.Convert c -> plain(c.value());
            case TypedExpression.Block b -> plain(b.value());
            case TypedExpression _ -> value;
        };
    }

    private static boolean iterates(Type type) {
        return type instanceof NominalType n
                && Set.of("Iterator", "Iterable", "Generator").contains(n.symbol().name());
    }

    private static boolean isException(Type type) {
        return Relations.members(type).stream()
                .anyMatch(each ->
                        each instanceof NominalType n && n.symbol().is(ClassSymbol.Flag.EXCEPTION));
    }

    /// Finds which functions make generators that clean up, and reports those that may be kept
    /// longer than can be seen.
    void report() {
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<Place, Made> each : made.entrySet()) {
                more |= spread(each.getValue(), fates.get(each.getKey()));
            }
        }
        Map<Variable, Place> kept = new LinkedHashMap<>();
        made.forEach((place, call) -> {
            if (!call.function().cleansUp()) {
                return;
            }
            switch (fates.get(place)) {
                case Ending _, Giving _ -> {}
                case Kept k -> kept.put(k.variable(), place);
                case null -> refuse(place, "this generator");
            }
        });
        kept.keySet().forEach(Variable::hold);
        kept.forEach(this::check);
        oneAtTheEnd(kept);
        definitions.forEach((place, function) -> {
            boolean hidden =
                    function.kind() == FunctionSymbol.Kind.PROPERTY
                            || function.name().startsWith("__");
            if (function.cleansUp() && hidden) {
                refuse(place, "the generator of '" + function.name() + "'");
            }
        });
        values.forEach((place, function) -> {
            if (function.cleansUp()) {
                refuse(place, "a generator of '" + function.name() + "'");
            }
        });
    }

    /// @return whether something new is known
    private boolean spread(Made call, @Nullable Fate fate) {
        FunctionSymbol function = call.function();
        boolean known = function.cleansUp();
        if (!known && call.isVirtual()) {
            known =
                    definitions.values().stream()
                            .anyMatch(other ->
                                    other.cleansUp()
                                            && other.owner().isPresent()
                                            && other.name().equals(function.name()));
        }
        if (!known) {
            return false;
        }
        boolean found = !function.cleansUp();
        function.markCleansUp();
        Optional<FunctionSymbol> around =
                call.in().filter(in -> in.generator() || fate == Giving.RETURNED);
        if (around.isPresent() && !around.get().cleansUp()) {
            around.get().markCleansUp();
            found = true;
        }
        return found;
    }

    private void check(Variable variable, Place made) {
        boolean visible =
                !variable.captured()
                        && (variable.kind() == Variable.Kind.LOCAL
                                || (variable.kind() == Variable.Kind.GLOBAL
                                        && made.module().symbol().name().equals("__main__")));
        if (!visible) {
            refuse(made, "this generator");
        }
        reads.forEach((place, read) -> {
            if (read == variable && !harmless.contains(place)) {
                refuse(place, "the generator in '" + variable.name() + "'");
            }
        });
        if (variable.kind() == Variable.Kind.GLOBAL) {
            return;
        }
        exceptions.forEach((place, name) -> {
            if (!harmless.contains(place)) {
                made.module()
                        .problems()
                        .report(
                                TypeCode.GENERATOR_KEPT,
                                made.span(),
                                "this generator cleans up at its end, and lives on with an "
                                        + "exception that line "
                                        + place.span().line()
                                        + " may keep",
                                "don't keep the exception, or loop over the generator's call");
            }
        });
    }

    /// In which order CPython closes what global variables hold at the end of the program depends
    /// on the rounds of its collector, unless there is one such variable.
    private static void oneAtTheEnd(Map<Variable, Place> kept) {
        List<Place> globals = new ArrayList<>();
        kept.forEach((variable, place) -> {
            if (variable.kind() == Variable.Kind.GLOBAL) {
                globals.add(place);
            }
        });
        if (globals.size() > 1) {
            for (Place place : globals) {
                place.module()
                        .problems()
                        .report(
                                TypeCode.GENERATOR_KEPT,
                                place.span(),
                                "several variables of the module hold generators that clean up, in "
                                        + "an order that isn't known",
                                "move this code into a function");
            }
        }
    }

    private static void refuse(Place place, String what) {
        place.module()
                .problems()
                .report(
                        TypeCode.GENERATOR_KEPT,
                        place.span(),
                        what + " cleans up at its end, and it can't be seen when that is",
                        REWRITE);
    }
}
