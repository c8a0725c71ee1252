package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import krait.compiler.code.Code;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.emit.Conversions.Narrowing;

/// Writes the methods between fast code and its twin.
final class FramePacking {
    static final MethodTypeDesc VALUE = MethodTypeDesc.of(ClassDesc.of("java.math.BigInteger"));

    private FramePacking() {}

    /// The type of the method that packs, whose locals come as arguments or packed already.
    static MethodTypeDesc wideType(TwinPlan plan) {
        return plan.fitsArguments()
                ? plan.wideType()
                : MethodTypeDesc.of(plan.result(), CD_Throwable, CD_int, CD_Object.arrayType());
    }

    /// Makes an array of the carried locals, with room for the value behind them.
    static void pack(
            CodeBuilder out, Conversions conversions, TwinPlan plan, Consumer<Local> load) {
        pack(out, conversions, plan.carried(), plan.carried().size() + 1, load);
    }

    private static void pack(
            CodeBuilder out,
            Conversions conversions,
            List<Local> locals,
            int size,
            Consumer<Local> load) {
        out.loadConstant(size);
        out.anewarray(CD_Object);
        for (int i = 0; i < locals.size(); i++) {
            out.dup();
            out.loadConstant(i);
            load.accept(locals.get(i));
            conversions.convert(locals.get(i).kind().type(IntForm.FAST), CD_Object, Narrowing.FITS);
            out.aastore();
        }
    }

    /// `R wide(Throwable why, int state, …)`: goes on in the twin.
    static void writeWide(CodeBuilder out, TwinPlan plan, Hierarchy hierarchy) {
        Conversions conversions = new Conversions(out, hierarchy);
        int next = 2;
        if (plan.fitsArguments()) {
            Frame frame = Frame.of(out, IntForm.FAST, plan.carried(), List.of(), 2, plan.code());
            for (Local local : plan.carried()) {
                next += TypeKind.from(local.kind().type(IntForm.FAST)).slotSize();
            }
            pack(out, conversions, plan, frame::load);
            out.astore(next);
        }
        Label none = out.newLabel();
        out.aload(0).instanceOf(Library.WIDE_RESULT).ifeq(none);
        out.aload(next).loadConstant(plan.carried().size());
        out.aload(0).checkcast(Library.WIDE_RESULT);
        out.invokevirtual(Library.WIDE_RESULT, "value", VALUE).aastore();
        out.labelBinding(none);
        out.iload(1).aload(next);
        out.invokestatic(plan.twins(), plan.twinName(), TwinPlan.twinType());
        fastResult(out, conversions, plan.code(), plan.result());
    }

    /// Returns what the twin gave, as fast code does.
    private static void fastResult(
            CodeBuilder out, Conversions conversions, Code code, ClassDesc result) {
        if (result.equals(CD_void)) {
            out.pop();
        } else {
            boolean isInt = code.result().filter(Kind.INT::equals).isPresent();
            conversions.convert(CD_Object, result, isInt ? Narrowing.WIDEN : Narrowing.FITS);
        }
        out.return_(TypeKind.from(result));
    }

    /// `Object f$boxed(…)`: fast code when all ints are longs, else the twin.
    static void writeBoxed(CodeBuilder out, TwinPlan plan, Hierarchy hierarchy) {
        Conversions conversions = new Conversions(out, hierarchy);
        Code code = plan.code();
        List<Local> parameters = code.parameters();
        Frame frame = Frame.of(out, IntForm.WIDE, parameters, List.of(), 0, code);
        Label wide = out.newLabel();
        for (Local parameter : parameters) {
            if (parameter.kind().equals(Kind.INT)) {
                frame.load(parameter);
                out.instanceOf(java.lang.constant.ConstantDescs.CD_Long).ifeq(wide);
            }
        }
        Label start = out.newLabel();
        Label end = out.newLabel();
        out.labelBinding(start);
        for (Local parameter : parameters) {
            frame.load(parameter);
            conversions.convert(
                    parameter.kind().type(IntForm.WIDE),
                    parameter.kind().type(IntForm.FAST),
                    Narrowing.FITS);
        }
        callFast(out, plan);
        boolean intResult = code.result().filter(Kind.INT::equals).isPresent();
        if (intResult) {
            conversions.box(plan.result());
        }
        ClassDesc result = intResult ? CD_Object : plan.result();
        out.return_(TypeKind.from(result));
        out.labelBinding(end);
        if (intResult) {
            Label caught = out.newBoundLabel();
            out.exceptionCatch(start, end, caught, Library.WIDE_RESULT);
            out.invokevirtual(Library.WIDE_RESULT, "value", VALUE).areturn();
        }
        if (parameters.stream().anyMatch(parameter -> parameter.kind().equals(Kind.INT))) {
            out.labelBinding(wide);
            out.iconst_0();
            packBoxed(out, conversions, parameters, frame);
            out.invokestatic(plan.twins(), plan.twinName(), TwinPlan.twinType());
            if (intResult) {
                out.areturn();
            } else {
                fastResult(out, conversions, code, result);
            }
        }
    }

    private static void packBoxed(
            CodeBuilder out, Conversions conversions, List<Local> parameters, Frame frame) {
        out.loadConstant(parameters.size());
        out.anewarray(CD_Object);
        for (int i = 0; i < parameters.size(); i++) {
            out.dup();
            out.loadConstant(i);
            frame.load(parameters.get(i));
            conversions.convert(
                    parameters.get(i).kind().type(IntForm.WIDE), CD_Object, Narrowing.FITS);
            out.aastore();
        }
    }

    private static void callFast(CodeBuilder out, TwinPlan plan) {
        List<ClassDesc> types =
                plan.code().parameters().stream()
                        .map(parameter -> parameter.kind().type(IntForm.FAST))
                        .toList();
        if (plan.method().isStatic()) {
            MethodTypeDesc type = MethodTypeDesc.of(plan.result(), types);
            out.invokestatic(plan.owner(), plan.method().name(), type);
        } else {
            List<ClassDesc> behind = types.subList(1, types.size());
            MethodTypeDesc type = MethodTypeDesc.of(plan.result(), behind);
            if (plan.method().name().equals(java.lang.constant.ConstantDescs.INIT_NAME)) {
                throw new IllegalArgumentException("a constructor has no entry for objects");
            }
            out.invokespecial(plan.owner(), plan.method().name(), type); // no override
        }
    }
}
