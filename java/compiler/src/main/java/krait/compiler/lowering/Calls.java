package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Argument;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.Parameter;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedExpression.Dispatch;
import krait.compiler.types.Variable;

/// Lowers calls, of compiled functions and of the library, and the making of objects.
final class Calls {
    private static final int DIRECT_ARGUMENTS_MAX = 4;

    private final Body body;

    Calls(Body body) {
        this.body = body;
    }

    /// @param target none when the result is dropped
    void call(Optional<Local> target, TypedExpression.Call call) {
        List<TypedExpression> computed = new ArrayList<>();
        boolean hasReceiver = takesReceiver(call);
        if (hasReceiver) {
            computed.add(call.receiver().orElseThrow());
        }
        given(call.arguments()).forEach(computed::add);
        List<Operand> values = body.values(computed);
        body.out.line(call.span().line());
        List<Operand> receiver = hasReceiver ? List.of(values.getFirst()) : List.of();
        List<Operand> rest = values.subList(receiver.size(), values.size());
        FunctionSymbol function = call.function();
        if (function.origin() == Origin.NATIVE) {
            nativeCall(target, call, receiver, rest);
            return;
        }
        List<Operand> operands = new ArrayList<>(prefix(call, receiver));
        operands.addAll(all(function, receiver, call.arguments(), rest));
        compiled(target, function, access(call), operands);
    }

    private static boolean takesReceiver(TypedExpression.Call call) {
        if (call.receiver().isEmpty()) {
            return false;
        }
        return switch (call.function().kind()) {
            case METHOD, PROPERTY, PROPERTY_SETTER -> true;
            case FUNCTION, LAMBDA -> call.dispatch() == Dispatch.CLOSURE;
            case STATIC_METHOD, CLASS_METHOD -> false;
        };
    }

    /// What comes before the arguments on the JVM.
    private List<Operand> prefix(TypedExpression.Call call, List<Operand> receiver) {
        if (call.dispatch() == Dispatch.CLOSURE) {
            ClassDesc type = body.program.functions.valueClass(call.function());
            return List.of(body.local(receiver.getFirst(), Kind.of(type)));
        }
        return call.function().kind() == FunctionSymbol.Kind.CLASS_METHOD
                ? List.of(Operand.NULL)
                : receiver;
    }

    private static Access access(TypedExpression.Call call) {
        if (!call.function().kind().takesSelf()) {
            return Access.STATIC;
        }
        return call.dispatch() == Dispatch.SUPER ? Access.SPECIAL : Access.VIRTUAL;
    }

    private static List<TypedExpression> given(List<Argument> arguments) {
        List<TypedExpression> values = new ArrayList<>();
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Given given) {
                values.add(given.value());
            }
        }
        return values;
    }

    /// The arguments of a compiled function in the order of its parameters, defaults filled in.
    private List<Operand> all(
            FunctionSymbol function,
            List<Operand> receiver,
            List<Argument> arguments,
            List<Operand> values) {
        Map<String, Operand> byName = new HashMap<>();
        int next = 0;
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Given given) {
                byName.put(given.parameter().name(), values.get(next++));
            }
        }
        List<Operand> all = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            Operand given = byName.get(parameter.name());
            all.add(given == null ? defaultValue(function, receiver, parameter) : given);
        }
        return all;
    }

    /// The value that a parameter has without an argument.
    Operand defaultValue(FunctionSymbol function, List<Operand> receiver, Parameter parameter) {
        if (parameter.kind() == Parameter.Kind.REST) {
            Local none = body.out.temporary(Kinds.TUPLE);
            ClassDesc type = Library.of("Tuple");
            body.out.call(none, Member.ofField(Access.GET_STATIC, type, "EMPTY", type));
            return none;
        }
        if (parameter.kind() == Parameter.Kind.KEYWORDS) {
            Local none = body.out.temporary(Kind.of(Library.of("Dict")));
            body.out.call(none, Member.ofConstructor(Library.of("Dict")));
            return none;
        }
        Optional<Operand> literal = literal(parameter);
        if (literal.isPresent()) {
            return literal.orElseThrow();
        }
        Kind kind = body.program.kinds.of(parameter.type());
        Local value = body.out.temporary(kind);
        Member field = Closures.defaultField(body.program, function, parameter, false);
        Widening widening = kind.equals(Kind.INT) ? Widening.BEHIND : Widening.NONE;
        List<Operand> object =
                function.nested()
                        ? List.of(body.local(receiver.getFirst(), Kind.of(field.owner())))
                        : List.of();
        body.out.add(new Call(Optional.of(value), field, field, object, widening));
        return value;
    }

    /// The default when it is a literal, which needs no field.
    static Optional<Operand> literal(Parameter parameter) {
        if (!(parameter.defaultValue().orElse(null) instanceof Expression.Constant constant)) {
            return Optional.empty();
        }
        return switch (constant.value()) {
            case Literal.Int number when number.value().bitLength() < Long.SIZE ->
                    Optional.of(new Operand.IntConstant(number.value()));
            case Literal.Real number -> Optional.of(new Operand.FloatConstant(number.value()));
            case Literal.Singleton single ->
                    switch (single) {
                        case NONE -> Optional.of(Operand.NULL);
                        case TRUE -> Optional.of(Operand.ofBool(true));
                        case FALSE -> Optional.of(Operand.ofBool(false));
                        case ELLIPSIS -> Optional.empty();
                    };
            case Literal.Str text
                    when text.text().chars().noneMatch(c -> Character.isSurrogate((char) c)) ->
                    Optional.of(new Operand.TextConstant(text.text()));
            case Literal.Int _, Literal.Str _, Literal.Imaginary _, Literal.Bytes _ ->
                    Optional.empty();
        };
    }

    /// Calls a compiled function; the operands are all that its JVM method takes.
    void compiled(
            Optional<Local> target,
            FunctionSymbol function,
            Access access,
            List<Operand> operands) {
        Functions functions = body.program.functions;
        boolean isInt = functions.result(function).filter(Kind.INT::equals).isPresent();
        boolean wantsInt = target.filter(local -> local.kind().equals(Kind.INT)).isPresent();
        boolean objects = operands.stream().noneMatch(each -> each.kind().equals(Kind.INT));
        boolean intParameters = functions.parameters(function).contains(Kind.INT);
        IntForm form =
                (isInt && !wantsInt)
                                || (intParameters && objects && hasReference(function, operands))
                        ? IntForm.WIDE
                        : IntForm.FAST;
        Member fast = functions.member(function, access, form);
        Member wide = functions.member(function, access, IntForm.WIDE);
        Widening widening = wantsInt ? Widening.BEHIND : Widening.NONE;
        body.out.add(new Call(target, fast, wide, operands, widening));
    }

    /// Whether an int parameter gets an object.
    private boolean hasReference(FunctionSymbol function, List<Operand> operands) {
        List<Kind> kinds = body.program.functions.parameters(function);
        int before = operands.size() - kinds.size();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).equals(Kind.INT)
                    && operands.get(i + before).kind() instanceof Kind.Reference) {
                return true;
            }
        }
        return false;
    }

    /// What was given to a native function, in the order of its parameters, then with all defaults.
    /// Java's method may have the parameters that were given alone, or all. Defaults between those
    /// given must be literals.
    private static List<List<Operand>> inOrderOfParameters(
            FunctionSymbol function, List<Argument> arguments, List<Operand> values, Span span) {
        Map<String, Operand> byName = new HashMap<>();
        int next = 0;
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Given given) {
                byName.put(given.parameter().name(), values.get(next++));
            }
        }
        List<Parameter> parameters = function.parameters();
        int last = parameters.size();
        while (last > 0 && !byName.containsKey(parameters.get(last - 1).name())) {
            last--;
        }
        List<Operand> all = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<Operand> value = Optional.ofNullable(byName.get(parameter.name()));
            value = value.or(() -> literal(parameter));
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

    private void nativeCall(
            Optional<Local> target,
            TypedExpression.Call call,
            List<Operand> receiver,
            List<Operand> given) {
        for (List<Operand> arguments :
                inOrderOfParameters(call.function(), call.arguments(), given, call.span())) {
            List<Operand> operands = new ArrayList<>(receiver);
            operands.addAll(arguments);
            Optional<Natives.Binding> found = binding(target, call.function(), operands);
            if (found.isPresent()) {
                emit(target, found.orElseThrow(), operands);
                return;
            }
        }
        throw missing(call.function(), call.span());
    }

    private static Unsupported missing(FunctionSymbol function, Span span) {
        return new Unsupported(span, "`" + function + "` of the library");
    }

    /// Calls a method of the library.
    void nativeMethod(
            Optional<Local> target, FunctionSymbol function, List<Operand> operands, Span span) {
        emit(
                target,
                binding(target, function, operands).orElseThrow(() -> missing(function, span)),
                operands);
    }

    /// Reads a variable of a module of the library: a field of Java's, or a method without
    /// parameters where the value may change.
    void nativeVariable(Local target, Variable variable) {
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
        Natives natives = body.program.natives;
        List<Kind> kinds = operands.stream().map(Operand::kind).toList();
        Optional<Kind> result = target.map(Local::kind);
        Optional<Natives.Binding> found;
        if (function.owner().isPresent()) {
            ClassSymbol owner = function.owner().orElseThrow();
            String name = function.name();
            found =
                    natives.holder(owner)
                            .flatMap(holder -> natives.bind(holder, name, kinds, result))
                            .or(() -> onReceiver(kinds, function, result))
                            .or(() -> natives.bind(natives.classOf(owner), name, kinds, result));
        } else {
            found =
                    natives.module(function.module())
                            .flatMap(m -> natives.bind(m, function.name(), kinds, result));
        }
        return found.or(() -> onValues(kinds, function, result));
    }

    /// Calls a native function on objects, as its function value does.
    void nativeValue(Local target, FunctionSymbol function, List<Operand> operands) {
        List<Kind> kinds = operands.stream().map(Operand::kind).toList();
        Optional<Kind> result = Optional.of(target.kind());
        Natives natives = body.program.natives;
        Natives.Binding binding =
                function.owner()
                        .map(natives::classOf)
                        .or(() -> natives.module(function.module()))
                        .flatMap(owner -> natives.bind(owner, function.name(), kinds, result))
                        .orElseThrow(() -> new IllegalArgumentException(function.toString()));
        emit(Optional.of(target), binding, operands);
    }

    private Optional<Natives.Binding> onReceiver(
            List<Kind> kinds, FunctionSymbol function, Optional<Kind> result) {
        if (kinds.isEmpty() || !(kinds.getFirst() instanceof Kind.Reference(ClassDesc type))) {
            return Optional.empty();
        }
        if (type.equals(CD_Object)) {
            return Optional.empty();
        }
        return body.program
                .natives
                .load(type)
                .flatMap(owner -> body.program.natives.bind(owner, function.name(), kinds, result));
    }

    /// Special methods of objects whose class is known at run time only.
    private Optional<Natives.Binding> onValues(
            List<Kind> kinds, FunctionSymbol function, Optional<Kind> result) {
        String name = function.name().replaceAll("^__|__$", "");
        return body.program
                .natives
                .load(Expressions.VALUES)
                .flatMap(values -> body.program.natives.bind(values, name, kinds, result));
    }

    private void emit(Optional<Local> target, Natives.Binding binding, List<Operand> operands) {
        Optional<Local> into = target;
        boolean lists = target.isPresent() && isList(target.orElseThrow().kind(), binding.fast());
        if (lists) {
            into = Optional.of(body.out.temporary(Kind.OBJECT));
        }
        body.out.add(new Call(into, binding.fast(), binding.wide(), operands, binding.widening()));
        if (lists) {
            asList(target.orElseThrow(), into.orElseThrow());
        }
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
        body.out.add(new Instruction.IsInstance(same, source, type));
        body.out.add(new Instruction.JumpBool(same, false, other));
        body.out.add(new Move(target, source));
        body.jump(end);
        body.out.add(other);
        body.out.call(
                target, Member.ofStatic(type, "from", MethodTypeDesc.of(type, CD_Object)), source);
        body.out.add(end);
    }

    void create(Local target, TypedExpression.New made) {
        if (made.symbol().is(ClassSymbol.Flag.EXCEPTION)
                && !made.constructor().filter(c -> c.origin() == Origin.COMPILED).isPresent()) {
            createException(target, made);
            return;
        }
        List<Operand> values = body.values(given(made.arguments()));
        body.out.line(made.span().line());
        if (made.symbol().origin() == Origin.NATIVE) {
            createNative(target, made, values);
            return;
        }
        ClassDesc type = body.program.kinds.classOf(made.symbol());
        Local object = body.out.temporary(Kind.of(type));
        if (made.symbol().is(ClassSymbol.Flag.EXCEPTION)) {
            Local args = body.out.temporary(Kind.of(CD_Object.arrayType()));
            body.out.add(new Instruction.Array(args, values));
            body.out.call(object, Member.ofConstructor(type, CD_Object.arrayType()), args);
        } else {
            body.out.call(object, Member.ofConstructor(type));
        }
        made.constructor()
                .filter(constructor -> constructor.origin() == Origin.COMPILED)
                .ifPresent(constructor -> {
                    List<Operand> operands = new ArrayList<>();
                    operands.add(object);
                    operands.addAll(all(constructor, List.of(), made.arguments(), values));
                    compiled(Optional.empty(), constructor, Access.VIRTUAL, operands);
                });
        body.out.add(new Move(target, object));
    }

    /// An exception whose constructor only keeps what it is given.
    private void createException(Local target, TypedExpression.New made) {
        Local args = body.out.temporary(Kind.of(CD_Object.arrayType()));
        List<TypedExpression> given = given(made.arguments());
        if (given.size() == 1
                && given.getFirst() instanceof TypedExpression.TupleDisplay display
                && display.elements().stream()
                        .anyMatch(TypedExpression.Starred.class::isInstance)) {
            Local tuple = body.local(body.value(display), Kinds.TUPLE);
            MethodTypeDesc type = MethodTypeDesc.of(CD_Object.arrayType());
            body.out.call(args, Member.ofVirtual(Library.of("Tuple"), "toArray", type), tuple);
        } else {
            boolean packed =
                    given.size() == 1
                            && given.getFirst() instanceof TypedExpression.TupleDisplay
                            && made.arguments().getFirst().parameter().kind()
                                    == Parameter.Kind.REST;
            List<TypedExpression> items =
                    packed ? ((TypedExpression.TupleDisplay) given.getFirst()).elements() : given;
            List<Operand> values = body.values(items);
            body.out.line(made.span().line());
            body.out.add(new Instruction.Array(args, values));
        }
        ClassDesc type = body.program.kinds.classOf(made.symbol());
        body.out.call(target, Member.ofConstructor(type, CD_Object.arrayType()), args);
    }

    private void createNative(Local target, TypedExpression.New made, List<Operand> values) {
        ClassSymbol symbol = made.symbol();
        Natives natives = body.program.natives;
        Optional<Kind> result = Optional.of(target.kind());
        Kind own = body.program.kinds.of(made.type());
        Class<?> owner =
                natives.holder(symbol)
                        .or(() ->
                                own instanceof Kind.Reference(ClassDesc type)
                                        ? natives.load(type)
                                        : Optional.empty())
                        .orElseGet(() -> natives.classOf(symbol));
        List<List<Operand>> forms =
                made.constructor()
                        .map(f -> inOrderOfParameters(f, made.arguments(), values, made.span()))
                        .orElse(List.of(values));
        for (List<Operand> operands : forms) {
            List<Kind> kinds = operands.stream().map(Operand::kind).toList();
            Optional<Natives.Binding> found = natives.bindNew(owner, kinds, result);
            if (found.isPresent()) {
                emit(Optional.of(target), found.orElseThrow(), operands);
                return;
            }
        }
        throw new Unsupported(made.span(), "making a `" + symbol.name() + "` like this");
    }

    void callValue(Local target, TypedExpression.CallValue call) {
        List<TypedExpression> computed = new ArrayList<>();
        computed.add(call.callee());
        computed.addAll(call.arguments());
        List<Operand> values = body.values(computed);
        body.out.line(call.span().line());
        int count = call.arguments().size();
        List<Operand> operands = values;
        Member method;
        ClassDesc function = Library.of("Function");
        if (count <= DIRECT_ARGUMENTS_MAX) {
            MethodTypeDesc type =
                    MethodTypeDesc.of(CD_Object, Collections.nCopies(count, CD_Object));
            method = Member.ofVirtual(function, "call" + count, type);
        } else {
            Local array = body.out.temporary(Kind.of(CD_Object.arrayType()));
            body.out.add(new Instruction.Array(array, values.subList(1, values.size())));
            operands = List.of(values.getFirst(), array);
            MethodTypeDesc type = MethodTypeDesc.of(CD_Object, CD_Object.arrayType());
            method = Member.ofVirtual(function, "callN", type);
        }
        Widening widening = target.kind().equals(Kind.INT) ? Widening.BEHIND : Widening.NONE;
        body.out.add(new Call(Optional.of(target), method, method, operands, widening));
    }

    void readField(Local target, FieldSymbol field, Operand object) {
        if (field.owner().origin() == Origin.COMPILED) {
            body.out.add(body.program.fields.read(target, field, List.of(object)));
            return;
        }
        Class<?> owner = body.program.natives.classOf(field.owner());
        Natives.Binding binding =
                body.program
                        .natives
                        .bind(
                                owner,
                                field.name(),
                                List.of(object.kind()),
                                Optional.of(target.kind()))
                        .orElseThrow(() ->
                                new IllegalArgumentException("no field " + field + " in Java"));
        emit(Optional.of(target), binding, List.of(object));
    }
}
