package krait.compiler.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Code;
import krait.compiler.code.Instruction;
import krait.compiler.code.IntForm;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Widening;

/// Writes fast code: ints are longs, and the way out of each widening point leads to one stub at
/// the end, which hands the locals over to the twin.
///
/// That stub is small, since HotSpot decides by the size of the bytecode what it inlines.
final class FastMethod implements Instructions.Guard {
    private static final ClassDesc ARITHMETIC_EXCEPTION =
            ClassDesc.of("java.lang.ArithmeticException");

    private final CodeBuilder out;
    private final TwinPlan plan;
    private final Code code;
    private final Instructions writer;
    private final Trees trees;
    private final List<Exit> exits = new ArrayList<>();
    private final Optional<Suspensions> suspensions;

    /// A way out of fast code.
    private record Exit(int state, Label handler) {}

    FastMethod(CodeBuilder out, TwinPlan plan, Hierarchy hierarchy) {
        this.out = out;
        this.plan = plan;
        this.code = plan.code();
        this.trees = Trees.of(code);
        Frame frame = Frame.of(out, IntForm.FAST, code.parameters(), kept(), 0, code);
        this.writer = new Instructions(out, code, IntForm.FAST, trees, frame, hierarchy);
        this.suspensions =
                plan.isStep()
                        ? Optional.of(
                                new Suspensions(
                                        out, plan.owner(), code, plan.flow(), writer, IntForm.FAST))
                        : Optional.empty();
    }

    /// The locals that some instruction really writes to or reads from.
    private List<Local> kept() {
        BitSet kept = new BitSet();
        kept.set(0, code.locals().size());
        for (int i = 0; i < code.instructions().size(); i++) {
            if (trees.inlined(i)) {
                code.instructions().get(i).written().ifPresent(local -> kept.clear(local.index()));
            }
        }
        return code.locals().stream().filter(local -> kept.get(local.index())).toList();
    }

    void write() {
        BitSet carried = new BitSet();
        plan.carried().forEach(local -> carried.set(local.index()));
        BitSet unset = Unset.atUses(code, plan.flow());
        unset.or(plan.isStep() ? carried : Unset.atWideningPoints(code, plan.flow(), carried));
        code.parameters().forEach(parameter -> unset.clear(parameter.index()));
        for (Local local : code.locals()) {
            if (unset.get(local.index())) {
                writer.conversions.zero(local.kind().type(IntForm.FAST));
                writer.frame.store(local);
            }
        }
        suspensions.ifPresent(each -> each.head(List.of()));
        for (int i = 0; i < code.instructions().size(); i++) {
            int place = i;
            if (suspensions.filter(each -> each.at(place)).isPresent()) {
                suspensions.orElseThrow().suspend(i);
            } else if (code.instructions().get(i) instanceof Instruction.Label label
                    && !plan.flow().reachable(i)) {
                out.labelBinding(writer.label(label));
            } else if (!trees.inlined(i) && plan.flow().reachable(i)) {
                writer.write(i, this);
            }
        }
        writer.regions(plan.flow());
        if (!exits.isEmpty()) {
            exits();
        }
    }

    @Override
    public void write(int instruction, Runnable operation) {
        Label start = out.newLabel();
        Label end = out.newLabel();
        Label handler = out.newLabel();
        out.labelBinding(start);
        operation.run();
        out.labelBinding(end);
        boolean again = code.instructions().get(instruction).widening() == Widening.AGAIN;
        ClassDesc type = again ? ARITHMETIC_EXCEPTION : Library.WIDE_RESULT;
        out.exceptionCatch(start, end, handler, type);
        exits.add(new Exit(plan.point(instruction) + 1, handler));
    }

    private void exits() {
        Label shared = out.newLabel();
        for (int i = 0; i < exits.size(); i++) {
            Exit exit = exits.get(i);
            out.labelBinding(exit.handler());
            out.loadConstant(exit.state());
            if (i < exits.size() - 1) {
                out.goto_(shared);
            }
        }
        out.labelBinding(shared);
        if (plan.isStep()) {
            plan.carried().forEach(writer.frame::load);
            out.aload(0);
            out.invokestatic(plan.owner(), plan.wideName(), StepPacking.wideType(plan));
            out.ireturn();
            return;
        }
        if (plan.fitsArguments()) {
            plan.carried().forEach(writer.frame::load);
        } else {
            FramePacking.pack(out, writer.conversions, plan, writer.frame::load);
        }
        out.invokestatic(plan.twins(), plan.wideName(), FramePacking.wideType(plan));
        out.return_(TypeKind.from(plan.result()));
    }
}
