package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.Type;
import krait.compiler.types.TypedExpression;

/// Lowers classes as values.
final class ClassValues {
    private static final ClassDesc TYPE = Library.of("PyType");

    private final Body body;

    ClassValues(Body body) {
        this.body = body;
    }

    void of(Local target, ClassSymbol symbol) {
        ClassDesc type = body.program.kinds.classOf(symbol);
        body.out.call(
                target,
                Member.ofStatic(TYPE, "of", MethodTypeDesc.of(TYPE, CD_Class)),
                new Operand.ClassConstant(type));
    }

    /// The class that a class method is called on.
    Operand ofReceiver(TypedExpression.Call call) {
        if (call.receiver().isEmpty()) {
            return Operand.NULL;
        }
        TypedExpression receiver = call.receiver().get();
        Operand value = body.value(receiver);
        if (receiver.type() instanceof Type.ClassObjectType) {
            return value;
        }
        Local type = body.out.temporary(Kinds.CLASS);
        of(type, value);
        return type;
    }

    void of(Local target, Operand object) {
        body.out.call(
                target,
                Member.ofStatic(TYPE, "of", MethodTypeDesc.of(TYPE, CD_Object)),
                body.local(object, krait.compiler.code.Kind.OBJECT));
    }
}
