package krait.compiler.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.Code;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Operand;
import krait.compiler.code.Region;

/// Puts a part of a long method together as a method of its own, `long part(Object[] frame, long
/// entry)`. It returns the number of the entry where the method goes on; behind them, the number
/// that says that it has returned; and behind that, the entries once more, for a generator that
/// yields and is to be resumed there.
final class SplitPart {
    private final Code code;
    private final Cuts cuts;
    private final int start;
    private final int end;
    private final Assembly out = new Assembly();
    private final Local frame;
    private final Local number;
    private final Map<Integer, Local> locals = new HashMap<>();
    private final Map<Label, Label> labels = new HashMap<>();
    private final Map<Integer, Label> entries = new HashMap<>();

    /// The ways out to other parts, by the instructions where they lead.
    private final Map<Integer, Label> exits = new HashMap<>();

    private final BitSet read = new BitSet();
    private final BitSet written = new BitSet();

    SplitPart(Code code, Cuts cuts, int part) {
        this.code = code;
        this.cuts = cuts;
        this.start = cuts.start(part);
        this.end = cuts.start(part + 1);
        this.frame = out.parameter("frame", Kind.of(Splitting.FRAME));
        this.number = out.parameter("entry", Kind.RAW);
        int first = cuts.firstEntry(part);
        for (int i = first; i < cuts.entries() && cuts.place(i) < end; i++) {
            entries.put(cuts.place(i), out.label());
        }
        findMentioned();
    }

    private void findMentioned() {
        for (int i = start; i < end; i++) {
            Instruction each = code.instructions().get(i);
            for (Operand operand : each.operands()) {
                if (operand instanceof Local local) {
                    read.set(local.index());
                }
            }
            each.written().ifPresent(local -> written.set(local.index()));
        }
        code.regions().stream()
                .filter(this::covers)
                .forEach(region -> written.set(region.caught().index()));
    }

    private boolean covers(Region region) {
        return Math.max(start, cuts.place(region.start()))
                < Math.min(end, cuts.place(region.end()));
    }

    private boolean inside(int instruction) {
        return instruction >= start && instruction < end;
    }

    Code code() {
        head();
        Label top = out.here();
        for (int i = start; i < end; i++) {
            if (entries.containsKey(i)) {
                out.add(entries.get(i));
            }
            Instruction each = code.instructions().get(i);
            if (each instanceof Label label) {
                out.add(label(label));
            } else if (cuts.flow().reachable(i)) {
                copy(i, each);
            }
        }
        Instruction last = code.instructions().get(end - 1);
        if (cuts.flow().reachable(end - 1)
                && last.falls()
                && !(last instanceof Instruction.Suspend)) {
            exit(end, cuts.entry(end));
        }
        Label bottom = out.here();
        regions(top, bottom);
        while (!exits.isEmpty()) {
            int target = exits.keySet().iterator().next();
            out.add(java.util.Objects.requireNonNull(exits.remove(target)));
            exit(target, cuts.entry(target));
        }
        return out.code(Optional.of(Kind.RAW));
    }

    /// Takes the locals, then goes on at an entry.
    private void head() {
        out.line(line());
        BitSet wanted = new BitSet();
        entries.keySet().forEach(place -> wanted.or(cuts.liveAt(place)));
        BitSet mentioned = (BitSet) read.clone();
        mentioned.or(written);
        wanted.and(mentioned);
        wanted.stream()
                .forEach(index -> {
                    Local local = code.locals().get(index);
                    Splitting.get(out, local(local), frame, cuts.slot(local));
                });
        List<Integer> places = entries.keySet().stream().sorted().toList();
        List<Label> targets = places.stream().map(entries::get).toList();
        if (targets.size() > 1) {
            out.add(new Instruction.Switch(number, targets));
        }
        if (targets.isEmpty()) { // all of it is dead code, and a method has to have some
            out.add(new Instruction.Return(Optional.of(Operand.ofRaw(cuts.entries()))));
        } else {
            out.add(new Instruction.Jump(targets.getFirst()));
        }
    }

    /// The line that the first instruction belongs to.
    private int line() {
        for (int i = start; i >= 0; i--) {
            if (code.instructions().get(i) instanceof Instruction.Line line) {
                return line.number();
            }
        }
        return 1;
    }

    private Local local(Local local) {
        return locals.computeIfAbsent(local.index(), _ -> out.local(local.name(), local.kind()));
    }

    private Label label(Label label) {
        return labels.computeIfAbsent(label, _ -> out.label());
    }

    private Label target(Label label) {
        int place = cuts.place(label);
        return inside(place) ? label(label) : exits.computeIfAbsent(place, _ -> out.label());
    }

    private void exit(int place, int state) {
        cuts.liveAt(place).stream()
                .filter(written::get)
                .mapToObj(code.locals()::get)
                .forEach(local -> Splitting.put(out, frame, cuts.slot(local), local(local)));
        out.add(new Instruction.Return(Optional.of(Operand.ofRaw(state))));
    }

    private void regions(Label top, Label bottom) {
        Map<Label, Label> outside = new HashMap<>();
        for (Region region : code.regions()) {
            int handler = cuts.place(region.handler());
            if (!covers(region) || !cuts.flow().reachable(handler)) {
                continue;
            }
            Label first = inside(cuts.place(region.start())) ? label(region.start()) : top;
            Label last = inside(cuts.place(region.end())) ? label(region.end()) : bottom;
            Local caught = local(region.caught());
            if (inside(handler)) {
                out.region(first, last, label(region.handler()), region.type(), caught);
                continue;
            }
            Label stub = outside.get(region.handler());
            if (stub == null) {
                stub = out.here();
                outside.put(region.handler(), stub);
                exit(handler + 1, cuts.entry(handler + 1));
            }
            out.region(first, last, stub, region.type(), caught);
        }
    }

    private void copy(int index, Instruction instruction) {
        switch (instruction) {
            case Instruction.Line line -> out.line(line.number());
            case Instruction.Suspend _ ->
                    exit(index + 1, cuts.entries() + 1 + cuts.entry(index + 1));
            case Instruction.Return result -> {
                result.value()
                        .filter(_ -> code.result().isPresent())
                        .ifPresent(value -> returned(value));
                out.add(new Instruction.Return(Optional.of(Operand.ofRaw(cuts.entries()))));
            }
            case Instruction other -> out.add(relocated(other));
        }
    }

    /// A value is returned as what the method gives.
    private void returned(Operand value) {
        Local result = out.temporary(code.result().orElseThrow());
        out.add(new Instruction.Move(result, operand(value)));
        Splitting.put(out, frame, cuts.resultSlot(), result);
    }

    private Operand operand(Operand operand) {
        return operand instanceof Local local ? local(local) : operand;
    }

    private List<Operand> operands(List<Operand> operands) {
        List<Operand> moved = new ArrayList<>();
        operands.forEach(each -> moved.add(operand(each)));
        return moved;
    }

    private Instruction relocated(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Move move ->
                    new Instruction.Move(local(move.target()), operand(move.source()));
            case Instruction.IntBinary binary ->
                    new Instruction.IntBinary(
                            binary.operation(),
                            local(binary.target()),
                            operand(binary.left()),
                            operand(binary.right()),
                            binary.wraps());
            case Instruction.FloatBinary binary ->
                    new Instruction.FloatBinary(
                            binary.operation(),
                            local(binary.target()),
                            operand(binary.left()),
                            operand(binary.right()));
            case Instruction.Negate negate ->
                    new Instruction.Negate(local(negate.target()), operand(negate.operand()));
            case Instruction.Compare compare ->
                    new Instruction.Compare(
                            compare.comparison(),
                            local(compare.target()),
                            operand(compare.left()),
                            operand(compare.right()));
            case Instruction.IsInstance check ->
                    new Instruction.IsInstance(
                            local(check.target()), operand(check.operand()), check.type());
            case Instruction.Call call ->
                    new Instruction.Call(
                            call.target().map(this::local),
                            call.fast(),
                            call.wide(),
                            operands(call.arguments()),
                            call.widening());
            case Instruction.Array array ->
                    new Instruction.Array(local(array.target()), operands(array.items()));
            case Instruction.Throw raise -> new Instruction.Throw(operand(raise.exception()));
            case Instruction.Jump _,
                    Instruction.JumpCompare _,
                    Instruction.JumpBool _,
                    Instruction.JumpSame _,
                    Instruction.Switch _ ->
                    redirected(instruction);
            case Label _, Instruction.Line _, Instruction.Return _, Instruction.Suspend _ ->
                    throw new IllegalArgumentException(instruction.toString());
        };
    }

    private Instruction redirected(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Jump jump -> new Instruction.Jump(target(jump.to()));
            case Instruction.JumpCompare jump ->
                    new Instruction.JumpCompare(
                            jump.comparison(),
                            jump.when(),
                            operand(jump.left()),
                            operand(jump.right()),
                            target(jump.to()));
            case Instruction.JumpBool jump ->
                    new Instruction.JumpBool(
                            operand(jump.operand()), jump.when(), target(jump.to()));
            case Instruction.JumpSame jump ->
                    new Instruction.JumpSame(
                            operand(jump.left()),
                            operand(jump.right()),
                            jump.when(),
                            target(jump.to()));
            case Instruction.Switch jump ->
                    new Instruction.Switch(
                            operand(jump.number()),
                            jump.labels().stream().map(this::target).toList());
            case Instruction other -> throw new IllegalArgumentException(other.toString());
        };
    }
}
