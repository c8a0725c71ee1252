package krait.compiler.emit;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.Code;
import krait.compiler.code.Flow;
import krait.compiler.code.IntForm;
import krait.compiler.code.Local;
import krait.compiler.code.Names;
import krait.compiler.code.Widening;

/// What fast code and its twin agree on: which locals the frame carries, and the number of each
/// place where the twin can go on.
///
/// State 0 is the start, with the parameters in the frame; state `n` is the widening point
/// `points[n - 1]`, with the carried locals and behind them the value.
///
/// @param points indexes of instructions
record TwinPlan(
        ClassDesc owner, MethodPlan method, Flow flow, List<Local> carried, List<Integer> points) {
    /// The JVM allows no more slots for arguments.
    private static final int ARGUMENT_SLOTS_MAX = 255;

    static TwinPlan of(ClassDesc owner, MethodPlan method) {
        Code code = method.code();
        Flow flow = new Flow(code);
        BitSet carried = Unset.carried(code, flow);
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < code.instructions().size(); i++) {
            if (code.instructions().get(i).widening() != Widening.NONE && flow.reachable(i)) {
                points.add(i);
            }
        }
        List<Local> locals =
                code.locals().stream().filter(local -> carried.get(local.index())).toList();
        return new TwinPlan(owner, method, flow, locals, points);
    }

    /// Which widening point an instruction is; negative when it is none.
    int point(int instruction) {
        return Collections.binarySearch(points, instruction);
    }

    /// Whether it is the step of a generator.
    boolean isStep() {
        return method.shape() == ClassPlan.Shape.STEP;
    }

    Code code() {
        return method.code();
    }

    ClassDesc twins() {
        return Names.twins(owner);
    }

    String twinName() {
        return method.name() + Names.TWIN;
    }

    String wideName() {
        return method.name() + Names.WIDE;
    }

    /// `Object twin(int state, Object[] frame)`.
    static MethodTypeDesc twinType() {
        return MethodTypeDesc.of(
                ConstantDescs.CD_Object, ConstantDescs.CD_int, ConstantDescs.CD_Object.arrayType());
    }

    /// `R wide(Throwable why, int state, …carried)`.
    MethodTypeDesc wideType() {
        List<ClassDesc> parameters = new ArrayList<>();
        parameters.add(ConstantDescs.CD_Throwable);
        parameters.add(ConstantDescs.CD_int);
        carried.forEach(local -> parameters.add(local.kind().type(IntForm.FAST)));
        return MethodTypeDesc.of(result(), parameters);
    }

    /// What fast code returns.
    ClassDesc result() {
        return code().result().map(kind -> kind.type(IntForm.FAST)).orElse(ConstantDescs.CD_void);
    }

    /// Whether the carried locals can be handed over as arguments.
    boolean fitsArguments() {
        int slots = isStep() ? 3 : 2;
        for (Local local : carried) {
            slots += java.lang.classfile.TypeKind.from(local.kind().type(IntForm.FAST)).slotSize();
        }
        return slots <= ARGUMENT_SLOTS_MAX;
    }
}
