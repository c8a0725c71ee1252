package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Assembly;
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
import krait.compiler.syntax.Literal;
import krait.compiler.types.Argument;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.Parameter;
import krait.compiler.types.Type;
import krait.compiler.types.TypedExpression;

/// Lowers classes as functions: a function value whose call makes an object.
final class ConstructorValues {
    private static final ClassDesc FUNCTION = Library.of("ClassFunction");
    private static final ClassDesc TYPE = Library.of("PyType");
    private static final int ARGUMENTS_MAX = 4;

    private final Body body;

    ConstructorValues(Body body) {
        this.body = body;
    }

    void value(Local target, TypedExpression.ConstructorValue value) {
        ClassSymbol symbol = value.symbol();
        Type.CallableType callable = (Type.CallableType) value.type();
        int count = callable.parameters().size();
        if (count > ARGUMENTS_MAX || symbol.is(ClassSymbol.Flag.EXCEPTION)) {
            throw new Unsupported(value.span(), "this class as a function");
        }
        ClassDesc type = body.program.inner(ModuleNames.VALUE, symbol.name());
        Local object = body.out.local("function", Kind.of(type));
        body.out.call(object, Member.ofConstructor(type));
        body.out.add(new Move(target, object));
        List<MethodPlan> methods = List.of(init(type, symbol), call(type, value, count));
        body.program.addClass(type, FUNCTION, List.of(), methods);
    }

    private MethodPlan init(ClassDesc type, ClassSymbol symbol) {
        Assembly out = new Assembly();
        Local self = out.parameter("self", Kind.of(type));
        Local made = out.local("made", Kind.of(TYPE));
        out.call(
                made,
                Member.ofStatic(TYPE, "of", MethodTypeDesc.of(TYPE, CD_Class)),
                new Operand.ClassConstant(body.program.kinds.classOf(symbol)));
        MethodTypeDesc signature = MethodTypeDesc.of(CD_void, TYPE);
        out.call(
                new Member(Access.SPECIAL, FUNCTION, ConstantDescs.INIT_NAME, signature),
                self,
                made);
        out.add(new Instruction.Return(Optional.empty()));
        return new MethodPlan(
                ConstantDescs.INIT_NAME, false, Shape.WIDE, out.code(Optional.empty()));
    }

    private MethodPlan call(ClassDesc type, TypedExpression.ConstructorValue value, int count) {
        Body call = new Body(body.program, "call", Optional.of(Kind.OBJECT));
        call.out.parameter("self", Kind.of(type));
        List<Local> given = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            given.add(call.out.parameter("a" + i, Kind.OBJECT));
        }
        Type made = ((Type.CallableType) value.type()).result();
        TypedExpression none =
                new TypedExpression.Constant(Literal.Singleton.NONE, made, value.span());
        List<Argument> arguments = new ArrayList<>();
        List<Operand> operands = new ArrayList<>();
        List<Parameter> parameters = value.constructor().map(f -> f.parameters()).orElse(List.of());
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (i < count) {
                arguments.add(new Argument.Given(parameter, none));
                operands.add(call.local(given.get(i), body.program.kinds.of(parameter.type())));
            } else {
                arguments.add(new Argument.Default(parameter));
            }
        }
        Local result = call.out.local("result", body.program.kinds.of(made));
        call.calls.create(
                result,
                new TypedExpression.New(
                        value.symbol(), value.constructor(), arguments, made, value.span()),
                operands);
        Local object = call.local(result, Kind.OBJECT);
        call.out.add(new Instruction.Return(Optional.of(object)));
        return new MethodPlan(
                "call" + count, false, Shape.WIDE, call.out.code(Optional.of(Kind.OBJECT)));
    }
}
