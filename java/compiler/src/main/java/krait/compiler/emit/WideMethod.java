package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import krait.compiler.code.Code;
import krait.compiler.code.Flow;
import krait.compiler.code.Instruction;
import krait.compiler.code.IntForm;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Widening;
import krait.compiler.emit.Conversions.Narrowing;

/// Writes code whose ints are objects, with a switch at its head: a twin, which goes on where fast
/// code left off; the step of a generator, which goes on where it yielded; or a plain method.
final class WideMethod implements Instructions.Guard {
    private final CodeBuilder out;
    private final Code code;
    private final Flow flow;
    private final Instructions writer;
    private final List<Runnable> resumptions = new ArrayList<>();

    /// @param reserved slots before the locals
    private WideMethod(
            CodeBuilder out,
            Code code,
            Flow flow,
            Hierarchy hierarchy,
            List<Local> parameters,
            int reserved) {
        this.out = out;
        this.code = code;
        this.flow = flow;
        Trees trees = Trees.flat(code);
        Frame frame = Frame.of(out, IntForm.WIDE, parameters, code.locals(), reserved, code);
        this.writer = new Instructions(out, code, IntForm.WIDE, trees, frame, hierarchy);
    }

    @Override
    public void write(int instruction, Runnable operation) {
        operation.run();
    }

    /// `Object f$twin(int state, Object[] frame)`.
    static void writeTwin(CodeBuilder out, TwinPlan plan, Hierarchy hierarchy) {
        WideMethod method = new WideMethod(out, plan.code(), plan.flow(), hierarchy, List.of(), 2);
        method.twin(plan);
    }

    private void twin(TwinPlan plan) {
        initialise();
        Label start = out.newLabel();
        out.iload(0).ifeq(start);
        for (int i = 0; i < plan.carried().size(); i++) {
            unpack(plan.carried().get(i), i);
        }
        List<SwitchCase> cases = new ArrayList<>();
        List<Label> entries = new ArrayList<>();
        for (int i = 0; i < plan.points().size(); i++) {
            Label entry = out.newLabel();
            entries.add(entry);
            cases.add(SwitchCase.of(i + 1, entry));
        }
        if (!cases.isEmpty()) {
            out.iload(0).tableswitch(1, cases.size(), start, cases);
        }
        out.labelBinding(start);
        List<Local> parameters = code.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            unpack(parameters.get(i), i);
        }
        for (int i = 0; i < code.instructions().size(); i++) {
            int point = plan.point(i);
            if (point >= 0 && code.instructions().get(i).widening() == Widening.AGAIN) {
                out.labelBinding(entries.get(point));
            }
            instruction(i, true);
            if (point >= 0 && code.instructions().get(i).widening() == Widening.BEHIND) {
                Label behind = out.newBoundLabel();
                Instruction waiting = code.instructions().get(i);
                int place = plan.carried().size();
                resumptions.add(() -> value(entries.get(point), place, waiting, behind));
            }
        }
        writer.regions(flow);
        resumptions.forEach(Runnable::run);
    }

    /// The entry behind a widening point: takes the value, then goes on.
    private void value(Label entry, int place, Instruction point, Label behind) {
        out.labelBinding(entry);
        Local target = point.written().orElseThrow();
        out.aload(1).loadConstant(place).aaload();
        writer.frame.store(target);
        out.goto_(behind);
    }

    private void unpack(Local local, int place) {
        out.aload(1).loadConstant(place).aaload();
        writer.conversions.convert(CD_Object, local.kind().type(IntForm.WIDE), Narrowing.FITS);
        writer.frame.store(local);
    }

    private void initialise() {
        BitSet unset = Unset.atUses(code, flow);
        for (Local local : code.locals()) {
            if (unset.get(local.index())) {
                writer.conversions.zero(local.kind().type(IntForm.WIDE));
                writer.frame.store(local);
            }
        }
    }

    /// Writes an instruction, or for the verifier just the label that stands there.
    private void instruction(int index, boolean twin) {
        Instruction instruction = code.instructions().get(index);
        if (instruction instanceof Instruction.Label label && !flow.reachable(index)) {
            out.labelBinding(writer.label(label));
        } else if (flow.reachable(index)) {
            if (instruction instanceof Instruction.Return end && twin) {
                returnObject(index, end);
            } else {
                writer.write(index, this);
            }
        }
    }

    private void returnObject(int index, Instruction.Return end) {
        if (end.value().isPresent()) {
            ClassDesc type = code.result().orElseThrow().type(IntForm.WIDE);
            writer.operand(index, 0, type, this);
            writer.conversions.convert(type, CD_Object, Narrowing.FITS);
        } else {
            out.aconst_null();
        }
        out.areturn();
    }

    /// A method that is not a pair.
    static void writePlain(CodeBuilder out, Code code, Hierarchy hierarchy) {
        WideMethod method =
                new WideMethod(out, code, new Flow(code), hierarchy, code.parameters(), 0);
        method.plain();
    }

    private void plain() {
        initialise();
        for (int i = 0; i < code.instructions().size(); i++) {
            instruction(i, false);
        }
        writer.regions(flow);
    }

    /// What a generator does between two yields. It begins at the start, or where fast code left
    /// off.
    static void writeStep(CodeBuilder out, TwinPlan plan, Hierarchy hierarchy) {
        Code code = plan.code();
        WideMethod method = new WideMethod(out, code, plan.flow(), hierarchy, code.parameters(), 0);
        method.step(plan);
    }

    private void step(TwinPlan plan) {
        Suspensions suspensions =
                new Suspensions(out, plan.owner(), code, flow, writer, IntForm.WIDE);
        initialise();
        List<Label> entries = new ArrayList<>();
        plan.points().forEach(_ -> entries.add(out.newLabel()));
        suspensions.head(entries);
        for (int i = 0; i < code.instructions().size(); i++) {
            int point = plan.point(i);
            Label place = out.newLabel();
            boolean again = code.instructions().get(i).widening() == Widening.AGAIN;
            if (point >= 0 && again) {
                out.labelBinding(place);
            }
            if (suspensions.at(i)) {
                suspensions.suspend(i);
            } else {
                instruction(i, false);
            }
            if (point >= 0) {
                if (!again) {
                    out.labelBinding(place);
                }
                Instruction waiting = code.instructions().get(i);
                resumptions.add(
                        () -> resume(suspensions, plan, entries.get(point), waiting, place));
            }
        }
        writer.regions(flow);
        resumptions.forEach(Runnable::run);
    }

    /// The entry of a widening point, for what fast code had.
    private void resume(
            Suspensions suspensions, TwinPlan plan, Label entry, Instruction point, Label place) {
        out.labelBinding(entry);
        plan.carried().stream().filter(local -> local.index() > 0).forEach(suspensions::restore);
        if (point.widening() == Widening.BEHIND) {
            out.aload(0).getfield(Library.of("Generator"), "wideValue", CD_Object);
            writer.frame.store(point.written().orElseThrow());
        }
        out.goto_(place);
    }
}
