package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

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
            int point = plan.points().indexOf(i);
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
    ///
    /// @param owner the class that has the fields of [#saved]
    static void writePlain(CodeBuilder out, ClassDesc owner, Code code, Hierarchy hierarchy) {
        WideMethod method =
                new WideMethod(out, code, new Flow(code), hierarchy, code.parameters(), 0);
        method.plain(owner);
    }

    private void plain(ClassDesc owner) {
        initialise();
        List<Integer> suspensions = suspensions(code, flow);
        List<Label> entries = new ArrayList<>();
        if (!suspensions.isEmpty()) {
            Label start = out.newLabel();
            List<SwitchCase> cases = new ArrayList<>();
            for (int i = 0; i < suspensions.size(); i++) {
                entries.add(out.newLabel());
                cases.add(SwitchCase.of(i + 1, entries.get(i)));
            }
            out.aload(0).getfield(Library.of("Generator"), "state", CD_int);
            out.tableswitch(1, cases.size(), start, cases);
            out.labelBinding(start);
        }
        for (int i = 0; i < code.instructions().size(); i++) {
            int suspension = suspensions.indexOf(i);
            if (suspension >= 0) {
                suspend(owner, i, suspension + 1, entries.get(suspension));
            } else {
                instruction(i, false);
            }
        }
        writer.regions(flow);
    }

    private void suspend(ClassDesc owner, int index, int state, Label resume) {
        List<Local> live = saved(code, flow, index);
        Label start = out.newBoundLabel();
        for (Local local : live) {
            out.aload(0);
            writer.frame.load(local);
            out.putfield(owner, fieldOf(local), local.kind().type(IntForm.WIDE));
        }
        out.aload(0).loadConstant(state).putfield(Library.of("Generator"), "state", CD_int);
        out.iconst_1().ireturn();
        out.labelBinding(resume);
        for (Local local : live) {
            out.aload(0).getfield(owner, fieldOf(local), local.kind().type(IntForm.WIDE));
            writer.frame.store(local);
        }
        writer.gap(index, start, out.newBoundLabel());
    }

    private static List<Integer> suspensions(Code code, Flow flow) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < code.instructions().size(); i++) {
            if (code.instructions().get(i) instanceof Instruction.Suspend && flow.reachable(i)) {
                found.add(i);
            }
        }
        return found;
    }

    private static List<Local> saved(Code code, Flow flow, int suspension) {
        BitSet live = flow.live(suspension);
        return code.locals().stream()
                .filter(local -> local.index() > 0 && live.get(local.index()))
                .toList();
    }

    /// The locals that a generator keeps in fields while it is suspended.
    static List<Local> saved(Code code) {
        Flow flow = new Flow(code);
        return suspensions(code, flow).stream()
                .flatMap(suspension -> saved(code, flow, suspension).stream())
                .distinct()
                .toList();
    }

    /// The name of such a field.
    static String fieldOf(Local local) {
        return "local$" + local.index();
    }
}
