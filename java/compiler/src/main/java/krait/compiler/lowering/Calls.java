package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.UnaryOperator;
import krait.compiler.types.Argument;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.DataField;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.Parameter;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedExpression.Dispatch;

/// Lowers calls, of compiled functions and of the library, and the making of objects.
final class Calls {
    private static final int DIRECT_ARGUMENTS_MAX = 4;

    private final Body body;

    Calls(Body body) {
        this.body = body;
    }

    /// @param target none when the result is dropped
    void call(Optional<Local> target, TypedExpression.Call call) {
        Extremes extremes = new Extremes(body);
        Optional<List<TypedExpression>> numbers =
                target.flatMap(local -> extremes.numbers(local, call));
        if (numbers.isPresent()) {
            extremes.choose(target.orElseThrow(), call, numbers.orElseThrow());
            return;
        }
        if (new Reductions(body).call(target, call)) {
            return;
        }
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
            body.natives.call(target, call, receiver, rest);
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
                ? List.of(new ClassValues(body).ofReceiver(call))
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
        if (function.ofDataclass()) {
            for (DataField field : function.owner().orElseThrow().dataFields()) {
                if (!field.field().name().equals(parameter.name())) {
                    continue;
                }
                return function.name().equals(NamedTuples.REPLACE)
                        ? new NamedTuples(body).read(field.field(), receiver.getFirst())
                        : dataDefault(field).orElseThrow();
            }
        }
        Optional<Operand> literal = literal(parameter);
        if (literal.isPresent()) {
            return literal.orElseThrow();
        }
        return defaultOf(function, receiver, parameter);
    }

    /// The value of a dataclass's field where none is given.
    Optional<Operand> dataDefault(DataField field) {
        Kind kind = body.program.kinds.of(field.field().type());
        if (field.factory().isPresent()) {
            Local made = body.out.temporary(kind);
            compiled(Optional.of(made), field.factory().orElseThrow(), Access.STATIC, List.of());
            return Optional.of(made);
        }
        if (field.defaultValue().isEmpty()) {
            return Optional.empty();
        }
        FunctionSymbol init = field.field().owner().ownMethods("__init__").getFirst();
        for (Parameter parameter : init.parameters()) {
            if (parameter.name().equals(field.field().name())) {
                return literal(parameter)
                        .or(() -> Optional.of(defaultOf(init, List.of(), parameter)));
            }
        }
        return literal(
                new Parameter(
                        field.field().name(),
                        Parameter.Kind.NORMAL,
                        field.field().type(),
                        field.defaultValue()));
    }

    private Operand defaultOf(
            FunctionSymbol function, List<Operand> receiver, Parameter parameter) {
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
        Expression value = parameter.defaultValue().orElse(null);
        if (value instanceof Expression.UnaryOp unary
                && unary.op() == UnaryOperator.U_SUB
                && unary.operand() instanceof Expression.Constant number
                && number.value() instanceof Literal.Int size
                && size.value().bitLength() < Long.SIZE) {
            return Optional.of(new Operand.IntConstant(size.value().negate()));
        }
        if (!(value instanceof Expression.Constant constant)) {
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

    void create(Local target, TypedExpression.New made) {
        if (made.symbol().is(ClassSymbol.Flag.EXCEPTION)
                && !made.constructor().filter(c -> c.origin() == Origin.COMPILED).isPresent()) {
            createException(target, made);
            return;
        }
        if (new Reductions(body).create(target, made)) {
            return;
        }
        List<Operand> values = body.values(given(made.arguments()));
        body.out.line(made.span().line());
        create(target, made, values);
    }

    /// @param values those of the arguments that are given
    void create(Local target, TypedExpression.New made, List<Operand> values) {
        if (made.symbol().origin() == Origin.NATIVE) {
            body.natives.create(target, made, values);
            return;
        }
        if (made.symbol().is(ClassSymbol.Flag.NAMED_TUPLE)) {
            FunctionSymbol init = made.constructor().orElseThrow();
            List<Operand> items = all(init, List.of(), made.arguments(), values);
            new NamedTuples(body).create(target, made.symbol(), items);
            return;
        }
        ClassDesc type = body.program.kinds.classOf(made.symbol());
        Local object = body.out.temporary(Kind.of(type));
        if (made.symbol().is(ClassSymbol.Flag.EXCEPTION)) {
            Local args = unnamed(made, values);
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

    /// What stands in `args` of an exception: arguments with names come behind the others.
    private Local unnamed(TypedExpression.New made, List<Operand> values) {
        List<Operand> each = new ArrayList<>();
        Optional<Operand> rest = Optional.empty();
        int next = 0;
        for (Argument argument : made.arguments()) {
            if (argument instanceof Argument.Given given) {
                Operand value = values.get(next++);
                Parameter.Kind kind = given.parameter().kind();
                if (kind == Parameter.Kind.REST) {
                    rest = Optional.of(value);
                } else if (!given.named() && kind != Parameter.Kind.KEYWORDS) {
                    each.add(value);
                }
            }
        }
        ClassDesc array = CD_Object.arrayType();
        Local args = body.out.temporary(Kind.of(array));
        body.out.add(new Instruction.Array(args, each));
        if (rest.isEmpty()) {
            return args;
        }
        Local all = body.out.temporary(Kind.of(array));
        ClassDesc tuple = Library.of("Tuple");
        Member with = Member.ofStatic(tuple, "withRest", MethodTypeDesc.of(array, array, tuple));
        body.out.call(all, with, args, body.local(rest.orElseThrow(), Kinds.TUPLE));
        return all;
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
        if (type.equals(Library.of("OSError"))) {
            MethodTypeDesc byNumber = MethodTypeDesc.of(type, CD_Object.arrayType());
            body.out.call(target, Member.ofStatic(type, "byNumber", byNumber), args);
            return;
        }
        body.out.call(target, Member.ofConstructor(type, CD_Object.arrayType()), args);
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
        if (Protocols.declare(field)) {
            Protocols protocols = body.program.functions.protocols();
            boolean wantsInt = target.kind().equals(Kind.INT);
            Member wide = protocols.reader(field, IntForm.WIDE);
            Member fast = wantsInt ? protocols.reader(field, IntForm.FAST) : wide;
            Widening widening = wantsInt ? Widening.BEHIND : Widening.NONE;
            body.out.add(new Call(Optional.of(target), fast, wide, List.of(object), widening));
            return;
        }
        if (field.owner().is(ClassSymbol.Flag.NAMED_TUPLE) && !field.classVariable()) {
            body.displays.element(target, object, NamedTuples.place(field));
            return;
        }
        if (field.owner().origin() == Origin.COMPILED) {
            body.out.add(body.program.fields.read(target, field, List.of(object)));
            return;
        }
        body.natives.readField(target, field, object);
    }
}
