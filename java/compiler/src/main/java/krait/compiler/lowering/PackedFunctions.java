package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Parameter;
import krait.compiler.types.TypedExpression;

/// Lowers function values that take their arguments as one packet.
final class PackedFunctions {
    private static final ClassDesc PACKED = Library.of("Packed");
    private static final String CLOSURE = "closure";

    private final Body body;

    PackedFunctions(Body body) {
        this.body = body;
    }

    void value(Local target, TypedExpression.PackedFunction value) {
        FunctionSymbol symbol = value.function();
        ClassDesc type = body.program.inner(ModuleNames.VALUE, symbol.name());
        Local object = body.out.local("function", Kind.of(type));
        body.out.call(object, Member.ofConstructor(type));
        List<FieldPlan> fields = new ArrayList<>();
        if (value.closure().isPresent()) {
            ClassDesc closure = body.program.functions.valueClass(symbol);
            Operand of = body.local(body.value(value.closure().orElseThrow()), Kind.of(closure));
            fields.add(new FieldPlan(CLOSURE, closure, false));
            body.out.call(Member.ofField(Access.PUT_FIELD, type, CLOSURE, closure), object, of);
        }
        body.out.add(new Move(target, object));
        List<MethodPlan> methods =
                List.of(
                        Closures.initialiser(type, symbol.qualifiedName()),
                        call(type, symbol, value.closure().isPresent()));
        body.program.addClass(type, Library.of("Function"), fields, methods);
    }

    /// Unpacks the arguments for the parameters.
    private MethodPlan call(ClassDesc type, FunctionSymbol symbol, boolean isClosure) {
        Body call = new Body(body.program, "call", Optional.of(Kind.OBJECT));
        Local self = call.out.parameter("self", Kind.of(type));
        Local packet = call.out.parameter("packet", Kind.OBJECT);
        List<Operand> closure = new ArrayList<>();
        if (isClosure) {
            ClassDesc of = call.program.functions.valueClass(symbol);
            Local value = call.out.temporary(Kind.of(of));
            call.out.call(value, Member.ofField(Access.GET_FIELD, type, CLOSURE, of), self);
            closure.add(value);
        }
        List<Operand> operands = new ArrayList<>(closure);
        int index = 0;
        for (Parameter parameter : symbol.parameters()) {
            operands.add(argument(call, symbol, closure, parameter, index, packet));
            boolean positional =
                    parameter.kind() == Parameter.Kind.NORMAL
                            || parameter.kind() == Parameter.Kind.POSITIONAL_ONLY;
            index += positional ? 1 : 0;
        }
        Local result = call.out.local("result", Kind.OBJECT);
        call.calls.compiled(Optional.of(result), symbol, Access.STATIC, operands);
        call.out.add(new Instruction.Return(Optional.of(result)));
        return new MethodPlan("call1", false, Shape.WIDE, call.out.code(Optional.of(Kind.OBJECT)));
    }

    private static Operand argument(
            Body call,
            FunctionSymbol symbol,
            List<Operand> closure,
            Parameter parameter,
            int index,
            Local packet) {
        if (parameter.kind() == Parameter.Kind.REST) {
            Local rest = call.out.temporary(Kinds.TUPLE);
            MethodTypeDesc type = MethodTypeDesc.of(Library.of("Tuple"), CD_Object, CD_int);
            call.out.call(
                    rest, Member.ofStatic(PACKED, "rest", type), packet, Operand.ofRaw(index));
            return rest;
        }
        if (parameter.kind() == Parameter.Kind.KEYWORDS) {
            String names =
                    symbol.parameters().stream()
                            .map(Parameter::name)
                            .collect(Collectors.joining(" "));
            Local others = call.out.temporary(Kind.of(Library.of("Dict")));
            MethodTypeDesc type = MethodTypeDesc.of(Library.of("Dict"), CD_Object, CD_String);
            call.out.call(
                    others,
                    Member.ofStatic(PACKED, "others", type),
                    packet,
                    new Operand.TextConstant(names));
            return others;
        }
        boolean named = parameter.kind() == Parameter.Kind.KEYWORD_ONLY;
        Local value = call.out.local(parameter.name(), Kind.OBJECT);
        MethodTypeDesc type = MethodTypeDesc.of(CD_Object, CD_Object, CD_int, CD_String);
        call.out.call(
                value,
                Member.ofStatic(PACKED, "argument", type),
                packet,
                Operand.ofRaw(named ? Integer.MAX_VALUE : index),
                new Operand.TextConstant(parameter.name()));
        if (parameter.hasDefault()) {
            Local absent = call.out.temporary(Kind.BOOL);
            MethodTypeDesc is = MethodTypeDesc.of(CD_boolean, CD_Object);
            call.out.call(absent, Member.ofStatic(Library.of("Unbound"), "is", is), value);
            Instruction.Label given = call.out.label();
            call.out.add(new Instruction.JumpBool(absent, false, given));
            Operand fallback = call.calls.defaultValue(symbol, closure, parameter);
            call.out.add(new Move(value, call.local(fallback, Kind.OBJECT)));
            call.out.add(given);
        }
        return value;
    }

    /// The two parts of a packet, for a function that takes both.
    static List<Operand> parts(Body call, Operand packet) {
        Local positional = call.out.temporary(Kinds.TUPLE);
        call.out.call(
                positional,
                Member.ofStatic(PACKED, "args", MethodTypeDesc.of(Library.of("Tuple"), CD_Object)),
                packet);
        ClassDesc dict = Library.of("Dict");
        Local named = call.out.temporary(Kind.of(dict));
        call.out.call(
                named,
                Member.ofStatic(PACKED, "kwargs", MethodTypeDesc.of(dict, CD_Object)),
                packet);
        return List.of(positional, named);
    }
}
