package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import krait.compiler.code.Code;
import krait.compiler.code.Flow;
import krait.compiler.code.Instruction;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;

/// The places where a generator is left and resumed. While it is suspended, its locals are in
/// fields; fast code keeps an int in another field than its twin.
///
/// State 0 is the start, state `n` the suspension `n - 1`; others follow.
final class Suspensions {
    private static final ClassDesc GENERATOR = Library.of("Generator");

    private final CodeBuilder out;
    private final ClassDesc owner;
    private final Code code;
    private final Flow flow;
    private final Instructions writer;
    private final IntForm form;
    private final List<Integer> places;
    private final List<Label> entries = new ArrayList<>();

    /// @param owner the class that has the fields
    Suspensions(
            CodeBuilder out,
            ClassDesc owner,
            Code code,
            Flow flow,
            Instructions writer,
            IntForm form) {
        this.out = out;
        this.owner = owner;
        this.code = code;
        this.flow = flow;
        this.writer = writer;
        this.form = form;
        this.places = places(code, flow);
        places.forEach(_ -> entries.add(out.newLabel()));
    }

    static List<Integer> places(Code code, Flow flow) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < code.instructions().size(); i++) {
            if (code.instructions().get(i) instanceof Instruction.Suspend && flow.reachable(i)) {
                found.add(i);
            }
        }
        return found;
    }

    /// Goes on where the generator was left.
    ///
    /// @param others where the states behind the suspensions go on
    void head(List<Label> others) {
        List<Label> all = new ArrayList<>(entries);
        all.addAll(others);
        if (all.isEmpty()) {
            return;
        }
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            cases.add(SwitchCase.of(i + 1, all.get(i)));
        }
        Label start = out.newLabel();
        out.aload(0).getfield(GENERATOR, "state", CD_int);
        out.tableswitch(1, cases.size(), start, cases);
        out.labelBinding(start);
    }

    /// Whether the generator is left at an instruction.
    boolean at(int instruction) {
        return Collections.binarySearch(places, instruction) >= 0;
    }

    void suspend(int instruction) {
        int place = Collections.binarySearch(places, instruction);
        List<Local> live = saved(code, flow, instruction);
        Label start = out.newBoundLabel();
        for (Local local : live) {
            out.aload(0);
            writer.frame.load(local);
            out.putfield(owner, field(local, form), local.kind().type(form));
        }
        out.aload(0).loadConstant(place + 1).putfield(GENERATOR, "state", CD_int);
        out.iconst_1().ireturn();
        out.labelBinding(entries.get(place));
        live.forEach(this::restore);
        writer.gap(instruction, start, out.newBoundLabel());
    }

    /// Takes a local from its field.
    void restore(Local local) {
        out.aload(0).getfield(owner, field(local, form), local.kind().type(form));
        writer.frame.store(local);
    }

    private static List<Local> saved(Code code, Flow flow, int suspension) {
        var live = flow.live(suspension);
        return code.locals().stream()
                .filter(local -> local.index() > 0 && live.get(local.index()))
                .toList();
    }

    /// The locals that are in fields while the generator is suspended.
    static List<Local> saved(Code code, Flow flow) {
        return places(code, flow).stream()
                .flatMap(suspension -> saved(code, flow, suspension).stream())
                .distinct()
                .toList();
    }

    /// The name of such a field.
    static String field(Local local, IntForm form) {
        boolean fast = form == IntForm.FAST && local.kind().equals(Kind.INT);
        return (fast ? "long$" : "local$") + local.index();
    }
}
