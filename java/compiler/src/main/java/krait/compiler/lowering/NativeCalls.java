package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.diagnostics.Span;
import krait.compiler.types.Argument;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Parameter;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.Variable;

/// Lowers calls of the library.
final class NativeCalls {
    private final Body body;

    NativeCalls(Body body) {
        this.body = body;
    }

    /// @param target none when the result is dropped
    /// @param receiver at most one
    /// @param given the values of the arguments that are given, in the call's order
    void call(
            Optional<Local> target,
            TypedExpression.Call call,
            List<Operand> receiver,
            List<Operand> given) {
        call(target, call.function(), receiver, byName(call.arguments(), given), call.span());
    }

    private void call(
            Optional<Local> target,
            FunctionSymbol function,
            List<Operand> receiver,
            Map<String, Operand> given,
            Span span) {
        for (List<Operand> arguments : forms(function, given, span)) {
            List<Operand> operands = new ArrayList<>(receiver);
            operands.addAll(arguments);
            Optional<Natives.Binding> found = binding(target, function, operands);
            if (found.isPresent()) {
                emit(target, found.orElseThrow(), operands);
                return;
            }
        }
        throw missing(function, span);
    }

    private static Unsupported missing(FunctionSymbol function, Span span) {
        return new Unsupported(span, "`" + function + "` of the library");
    }

    /// What was given to a native function, in the order of its parameters, then with all defaults.
    /// Java's method may have the parameters that were given alone, or all. Defaults between those
    /// given must be literals.
    static List<List<Operand>> forms(
            FunctionSymbol function, Map<String, Operand> given, Span span) {
        List<Parameter> parameters = function.parameters();
        int last = parameters.size();
        while (last > 0 && !given.containsKey(parameters.get(last - 1).name())) {
            last--;
        }
        List<Operand> all = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<Operand> value = Optional.ofNullable(given.get(parameter.name()));
            value = value.or(() -> Calls.literal(parameter));
            if (value.isEmpty() && all.size() < last) {
                throw new Unsupported(span, "a call without `" + parameter.name() + "`");
            } else if (value.isEmpty()) {
                break;
            }
            all.add(value.orElseThrow());
        }
        return all.size() < parameters.size()
                ? List.of(all.subList(0, last))
                : List.of(all.subList(0, last), all);
    }

    private static Map<String, Operand> byName(List<Argument> arguments, List<Operand> values) {
        Map<String, Operand> byName = new HashMap<>();
        int next = 0;
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Given given) {
                byName.put(given.parameter().name(), values.get(next++));
            }
        }
        return byName;
    }

    /// Calls a method of the library.
    void method(
            Optional<Local> target, FunctionSymbol function, List<Operand> operands, Span span) {
        emit(
                target,
                binding(target, function, operands).orElseThrow(() -> missing(function, span)),
                operands);
    }

    /// Reads a variable of a module of the library: a field of Java's, or a method without
    /// parameters where the value may change.
    void variable(Local target, Variable variable) {
        Natives natives = body.program.natives;
        Class<?> owner =
                natives.module(Objects.requireNonNull(variable.module())).orElse(Object.class);
        Optional<Member> field = natives.field(owner, variable.name());
        if (field.isPresent()) {
            body.out.call(target, field.orElseThrow());
            return;
        }
        Optional<Kind> result = Optional.of(target.kind());
        Natives.Binding getter =
                natives.bind(owner, variable.name(), List.of(), result)
                        .orElseThrow(() -> new IllegalArgumentException(variable.toString()));
        emit(Optional.of(target), getter, List.of());
    }

    private Optional<Natives.Binding> binding(
            Optional<Local> target, FunctionSymbol function, List<Operand> operands) {
        List<Kind> kinds = operands.stream().map(Operand::kind).toList();
        return body.program.natives.bind(function, kinds, target.map(Local::kind));
    }

    /// Calls a function with objects, as its function value does.
    ///
    /// @param receiver at most one
    /// @param arguments of the first parameters
    void value(
            Local target,
            FunctionSymbol function,
            List<Operand> receiver,
            List<Operand> arguments,
            Span span) {
        Map<String, Operand> given = new HashMap<>();
        List<Parameter> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (i < arguments.size()) {
                Kind kind = body.program.kinds.of(parameter.type());
                given.put(parameter.name(), body.local(arguments.get(i), kind));
            } else if (parameter.kind() == Parameter.Kind.REST) {
                Operand none = body.calls.defaultValue(function, List.of(), parameter);
                given.put(parameter.name(), none);
            }
        }
        Optional<Local> result =
                body.program.kinds.result(function.result()).map(body.out::temporary);
        call(result, function, receiver, given, span);
        body.out.add(new Move(target, result.<Operand>map(each -> each).orElse(Operand.NULL)));
    }

    /// The bounds of a range may be too wide for a `long`.
    private void range(Local target, List<Operand> values) {
        ClassDesc type = Library.of("Range");
        MethodTypeDesc of = MethodTypeDesc.of(type, CD_Object, CD_Object, CD_Object);
        Operand start = values.size() == 1 ? Operand.ofInt(0) : values.getFirst();
        Operand stop = values.get(Math.min(1, values.size() - 1));
        Operand step = values.size() == 3 ? values.get(2) : Operand.ofInt(1);
        body.out.call(target, Member.ofStatic(type, "of", of), start, stop, step);
    }

    /// Makes an object.
    void create(Local target, TypedExpression.New made, List<Operand> values) {
        ClassSymbol symbol = made.symbol();
        if (symbol.name().equals("range")) {
            range(target, values);
            return;
        }
        Natives natives = body.program.natives;
        Optional<Kind> result = Optional.of(target.kind());
        Kind own = body.program.kinds.of(made.type());
        List<List<Operand>> forms =
                made.constructor()
                        .map(f -> forms(f, byName(made.arguments(), values), made.span()))
                        .orElse(List.of(values));
        for (List<Operand> operands : forms) {
            List<Kind> kinds = operands.stream().map(Operand::kind).toList();
            Optional<Natives.Binding> found = natives.bindNew(symbol, own, kinds, result);
            if (found.isPresent()) {
                emit(Optional.of(target), found.orElseThrow(), operands);
                return;
            }
        }
        throw new Unsupported(made.span(), "making a `" + symbol.name() + "` like this");
    }

    void readField(Local target, FieldSymbol field, Operand object) {
        Natives natives = body.program.natives;
        Optional<Kind> result = Optional.of(target.kind());
        Natives.Binding getter =
                natives.bind(
                                natives.classOf(field.owner()),
                                field.name(),
                                List.of(object.kind()),
                                result)
                        .orElseThrow(() -> new IllegalArgumentException(field.toString()));
        emit(Optional.of(target), getter, List.of(object));
    }

    private void emit(Optional<Local> target, Natives.Binding binding, List<Operand> operands) {
        Optional<Local> into = target;
        boolean lists = target.isPresent() && isList(target.orElseThrow().kind(), binding.fast());
        if (lists) {
            into = Optional.of(body.out.temporary(Kind.OBJECT));
        }
        List<Operand> given = fitted(binding.fast(), operands);
        body.out.add(new Call(into, binding.fast(), binding.wide(), given, binding.widening()));
        if (lists) {
            asList(target.orElseThrow(), into.orElseThrow());
        }
    }

    /// The operands as Java's method takes them: a tuple of `*args` as an array, an int as a float.
    private List<Operand> fitted(Member method, List<Operand> operands) {
        List<Operand> given = new ArrayList<>(operands);
        ClassDesc array = CD_Object.arrayType();
        for (int i = 0; i < given.size(); i++) {
            Operand operand = given.get(i);
            if (method.argument(i).equals(array) && operand.kind().equals(Kinds.TUPLE)) {
                Local items = body.out.temporary(Kind.of(array));
                MethodTypeDesc type = MethodTypeDesc.of(array);
                body.out.call(
                        items, Member.ofVirtual(Library.of("Tuple"), "toArray", type), operand);
                given.set(i, items);
            } else if (method.argument(i).equals(ConstantDescs.CD_double)
                    && operand.kind().equals(Kind.INT)) {
                Local real = body.out.temporary(Kind.FLOAT);
                body.out.add(Operations.toFloat(real, operand));
                given.set(i, real);
            }
        }
        return given;
    }

    /// Whether the library gives a list of any kind where a certain one is needed.
    private static boolean isList(Kind kind, Member method) {
        if (!(kind instanceof Kind.Reference(ClassDesc wanted))) {
            return false;
        }
        String name = wanted.displayName();
        return (name.equals("IntList") || name.equals("FloatList") || name.equals("ObjectList"))
                && !method.result().equals(wanted)
                && method.access() != Access.CONSTRUCT;
    }

    private void asList(Local target, Local source) {
        if (!(target.kind() instanceof Kind.Reference(ClassDesc type))) {
            throw new IllegalArgumentException(target.toString());
        }
        Local same = body.out.temporary(Kind.BOOL);
        Instruction.Label other = body.out.label();
        Instruction.Label end = body.out.label();
        Instruction.Label taken = body.out.label();
        body.out.add(new Instruction.JumpSame(source, Operand.NULL, true, taken));
        body.out.add(new Instruction.IsInstance(same, source, type));
        body.out.add(new Instruction.JumpBool(same, false, other));
        body.out.add(taken);
        body.out.add(new Move(target, source));
        body.jump(end);
        body.out.add(other);
        body.out.call(
                target, Member.ofStatic(type, "from", MethodTypeDesc.of(type, CD_Object)), source);
        body.out.add(end);
    }
}
