package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import krait.compiler.code.IntForm;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Names;
import krait.compiler.emit.Conversions.Narrowing;

/// Writes the method between a generator's fast code and its twin.
final class StepPacking {
    private static final ClassDesc GENERATOR = Library.of("Generator");

    private StepPacking() {}

    /// `boolean wide(Throwable why, int state, …carried, G self)`.
    static MethodTypeDesc wideType(TwinPlan plan) {
        MethodTypeDesc type = plan.wideType();
        return type.insertParameterTypes(type.parameterCount(), plan.owner());
    }

    /// Keeps what fast code had in the fields of the twin, and goes on there from now on.
    static void writeWide(CodeBuilder out, TwinPlan plan, Hierarchy hierarchy) {
        Conversions conversions = new Conversions(out, hierarchy);
        Frame frame = Frame.of(out, IntForm.FAST, plan.carried(), List.of(), 2, plan.code());
        int self = 2;
        for (Local local : plan.carried()) {
            self += TypeKind.from(local.kind().type(IntForm.FAST)).slotSize();
        }
        for (Local local : plan.carried()) {
            if (local.index() > 0) {
                ClassDesc wide = local.kind().type(IntForm.WIDE);
                out.aload(self);
                frame.load(local);
                conversions.convert(local.kind().type(IntForm.FAST), wide, Narrowing.FITS);
                out.putfield(plan.owner(), Suspensions.field(local, IntForm.WIDE), wide);
            }
        }
        Label none = out.newLabel();
        out.aload(0).instanceOf(Library.WIDE_RESULT).ifeq(none);
        out.aload(self).aload(0).checkcast(Library.WIDE_RESULT);
        out.invokevirtual(Library.WIDE_RESULT, "value", FramePacking.VALUE);
        out.putfield(GENERATOR, "wideValue", CD_Object);
        out.labelBinding(none);
        int suspensions = Suspensions.places(plan.code(), plan.flow()).size();
        out.aload(self).iload(1).loadConstant(suspensions).iadd();
        out.putfield(GENERATOR, "state", CD_int);
        out.aload(self).iconst_1().putfield(GENERATOR, "wide", CD_boolean);
        out.aload(self);
        out.invokevirtual(plan.owner(), Names.WIDE_STEP, MethodTypeDesc.of(CD_boolean));
        out.ireturn();
    }
}
