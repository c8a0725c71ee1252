package krait.compiler.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Operand;
import krait.compiler.diagnostics.Span;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Parameter;
import krait.compiler.types.StubSymbols;
import krait.compiler.types.Type;
import krait.compiler.types.Variable;
import krait.runtime.PyList;
import org.junit.jupiter.api.Test;

/// Whatever a stub declares exists in Java, found as the compiler finds it.
final class StubsTest {
    private static final Span NOWHERE = new Span(1, 0, 1, 0);

    /// What type variables stand for, one after the other.
    private static final List<String> ARGUMENTS = List.of("str", "int", "float");

    private final Natives natives = new Natives(StubsTest.class.getClassLoader());
    private final Kinds kinds = new Kinds(natives);
    private final Set<String> missing = new LinkedHashSet<>();
    private final StubSymbols stubs;

    StubsTest() throws Exception {
        stubs = new StubSymbols();
    }

    @Test
    void stubsAreWellFormed() {
        assertThat(stubs.problems()).isEmpty();
    }

    @Test
    void everyVariableExists() {
        for (Variable variable : stubs.variables()) {
            Class<?> owner =
                    natives.module(Objects.requireNonNull(variable.module())).orElse(Object.class);
            Optional<Kind> result = Optional.of(kinds.of(variable.type()));
            boolean found =
                    natives.field(owner, variable.name()).isPresent()
                            || natives.bind(owner, variable.name(), List.of(), result).isPresent();
            check(found, variable.module() + "." + variable.name());
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFieldExists() {
        for (ClassSymbol symbol : stubs.classes()) {
            for (FieldSymbol field : symbol.fields()) {
                List<Kind> object =
                        field.classVariable() ? List.of() : List.of(kinds.of(stubs.open(symbol)));
                Class<?> owner = natives.classOf(symbol);
                Optional<Kind> result = Optional.of(kinds.of(field.type()));
                boolean found =
                        natives.bind(owner, field.name(), object, result).isPresent()
                                || natives.field(owner, field.name()).isPresent();
                check(found, symbol.module() + "." + field);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyExceptionIsMadeOfItsArguments() {
        for (ClassSymbol symbol : stubs.classes()) {
            if (symbol.is(ClassSymbol.Flag.EXCEPTION)) {
                boolean found =
                        List.of(natives.classOf(symbol).getConstructors()).stream()
                                .anyMatch(StubsTest::takesArray);
                check(found, symbol.module() + "." + symbol);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean takesArray(Constructor<?> constructor) {
        return Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Object[].class});
    }

    @Test
    void everyFunctionExists() {
        for (FunctionSymbol function : stubs.functions()) {
            if (function.origin() == krait.compiler.types.Origin.NATIVE && !isAbstract(function)) {
                for (String argument : ARGUMENTS) {
                    callsOf(function).forEach(given -> call(function, given, argument));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isAbstract(FunctionSymbol function) {
        return function.owner()
                .filter(owner ->
                        owner.is(ClassSymbol.Flag.PROTOCOL)
                                || ofMembers(owner)
                                || (owner.is(ClassSymbol.Flag.EXCEPTION)
                                        && function.name().equals("__init__")))
                .isPresent();
    }

    /// Whether it is generic in a class of the program, which no type here stands for.
    private static boolean ofMembers(ClassSymbol owner) {
        return owner.typeParameters().stream()
                .flatMap(variable -> variable.bound().stream())
                .anyMatch(bound -> bound.show().equals("Enum"));
    }

    private void check(boolean found, String what) {
        if (!found) {
            missing.add(what);
        }
    }

    /// Calls with what is needed alone, then with more and more, then with each keyword alone.
    private static List<List<Parameter>> callsOf(FunctionSymbol function) {
        List<Parameter> given = new ArrayList<>();
        List<Parameter> optional = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            (parameter.hasDefault() ? optional : given).add(parameter);
        }
        List<List<Parameter>> calls = new ArrayList<>();
        calls.add(List.copyOf(given));
        for (Parameter parameter : optional) {
            if (parameter.kind() != Parameter.Kind.POSITIONAL_ONLY) {
                List<Parameter> one = new ArrayList<>(calls.getFirst());
                one.add(parameter);
                calls.add(one);
            }
        }
        for (Parameter parameter : optional) {
            given.add(parameter);
            calls.add(List.copyOf(given));
        }
        return calls;
    }

    private void call(FunctionSymbol function, List<Parameter> given, String argument) {
        StringBuilder shown = new StringBuilder(function + "(");
        Map<String, Operand> operands = new HashMap<>();
        for (Parameter parameter : given) {
            Type type = stubs.filled(parameter.type(), argument);
            operands.put(parameter.name(), new Local(0, "", kinds.of(type)));
            shown.append(shown.toString().endsWith("(") ? "" : ", ");
            shown.append(parameter.name()).append(": ").append(type.show());
        }
        Type result = stubs.filled(function.result(), argument);
        shown.append(") -> ").append(result.show());
        try {
            boolean found = false;
            for (List<Operand> form : NativeCalls.forms(function, operands, NOWHERE)) {
                found |= binds(function, form, kinds.result(result), argument);
            }
            check(found, shown.toString());
        } catch (Unsupported refused) {
            missing.add(shown + ": " + refused.what());
        }
    }

    private boolean binds(
            FunctionSymbol function,
            List<Operand> arguments,
            Optional<Kind> result,
            String argument) {
        List<Kind> all = new ArrayList<>();
        Optional<Type> owner =
                function.owner().map(symbol -> stubs.filled(stubs.open(symbol), argument));
        boolean makes = function.name().equals("__init__") || function.name().equals("__new__");
        if (function.kind().takesSelf() && !makes) {
            all.add(kinds.of(owner.orElseThrow()));
        }
        arguments.forEach(operand -> all.add(operand.kind()));
        if (makes) {
            Kind own = kinds.of(owner.orElseThrow());
            ClassSymbol symbol = function.owner().orElseThrow();
            return natives.bindNew(symbol, own, all, Optional.of(own)).isPresent();
        }
        return natives.bind(function, all, result)
                .filter(binding -> gives(binding, result))
                .isPresent();
    }

    /// Whether what the Java method gives can be what is wanted.
    private boolean gives(Natives.Binding binding, Optional<Kind> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        ClassDesc given = binding.fast().result();
        return switch (wanted.orElseThrow()) {
            case Kind.Primitive.INT ->
                    given.equals(ConstantDescs.CD_long) || given.equals(ConstantDescs.CD_Object);
            case Kind.Primitive.FLOAT ->
                    given.equals(ConstantDescs.CD_double) || given.equals(ConstantDescs.CD_Object);
            case Kind.Primitive.BOOL ->
                    given.equals(ConstantDescs.CD_boolean) || given.equals(ConstantDescs.CD_Object);
            case Kind.Primitive.RAW -> false;
            case Kind.Reference(ClassDesc type) -> {
                if (given.isPrimitive()) {
                    yield type.equals(ConstantDescs.CD_Object)
                            && !given.descriptorString().equals("V");
                }
                Class<?> from = natives.load(given).orElseThrow();
                Class<?> to = natives.load(type).orElseThrow();
                boolean lists =
                        PyList.class.isAssignableFrom(from) && PyList.class.isAssignableFrom(to);
                yield lists || from.isAssignableFrom(to) || to.isAssignableFrom(from);
            }
        };
    }
}
