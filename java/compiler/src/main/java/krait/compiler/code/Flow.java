package krait.compiler.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import krait.compiler.code.Instruction.Label;

/// What flows through a [Code]: which locals are live before each instruction, and which surely
/// have a value there. An exception may leave any instruction of a region before it wrote its
/// target.
public final class Flow {
    private final Code code;
    private final List<Instruction> instructions;
    private final int count;
    private final int[][] successors;
    private final int[][] handlers;
    private final int[] caughtBy;
    private final BitSet[] live;
    private final BitSet[] assigned;

    public Flow(Code code) {
        this.code = code;
        this.instructions = code.instructions();
        this.count = instructions.size();
        this.successors = new int[count][];
        this.handlers = new int[count][];
        this.caughtBy = new int[count];
        this.live = new BitSet[count + 1];
        this.assigned = new BitSet[count + 1];
        findEdges();
        findLive();
        findAssigned();
    }

    /// The locals that are read at this instruction or later, before they are written.
    public BitSet live(int instruction) {
        return (BitSet) live[instruction].clone();
    }

    /// Whether the instruction can be reached at all.
    public boolean reachable(int instruction) {
        return !assigned[instruction].get(code.locals().size());
    }

    /// Whether the local has been written on every path to this instruction.
    public boolean assigned(int instruction, Local local) {
        return assigned[instruction].get(local.index());
    }

    /// What the frame must carry from fast code to the twin at a widening point.
    public BitSet carried(int instruction) {
        Instruction point = instructions.get(instruction);
        if (point.widening() == Widening.AGAIN) {
            return live(instruction);
        }
        BitSet behind = live(instruction + 1);
        point.written().ifPresent(target -> behind.clear(target.index()));
        return behind;
    }

    private void findEdges() {
        Map<Label, Integer> places = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (instructions.get(i) instanceof Label label) {
                places.put(label, i);
            }
        }
        List<List<Integer>> toHandlers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instruction each = instructions.get(i);
            int next = each.falls() ? 1 : 0;
            int[] edges = new int[each.jumps().size() + next];
            for (int j = 0; j < each.jumps().size(); j++) {
                edges[j + next] = place(places, each.jumps().get(j));
            }
            if (next == 1) {
                edges[0] = i + 1;
            }
            successors[i] = edges;
            toHandlers.add(new ArrayList<>());
            caughtBy[i] = -1;
        }
        for (Region region : code.regions()) {
            int handler = place(places, region.handler());
            caughtBy[handler] = region.caught().index();
            for (int i = place(places, region.start()); i < place(places, region.end()); i++) {
                toHandlers.get(i).add(handler);
            }
        }
        for (int i = 0; i < count; i++) {
            handlers[i] = toHandlers.get(i).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static int place(Map<Label, Integer> places, Label label) {
        Integer at = places.get(label);
        if (at == null) {
            throw new IllegalArgumentException("label " + label.number() + " stands nowhere");
        }
        return at;
    }

    private void findLive() {
        for (int i = 0; i <= count; i++) {
            live[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = count - 1; i >= 0; i--) {
                BitSet now = liveBefore(i);
                if (!now.equals(live[i])) {
                    live[i] = now;
                    changed = true;
                }
            }
        }
    }

    private BitSet liveBefore(int i) {
        BitSet now = new BitSet();
        for (int next : successors[i]) {
            now.or(live[next]);
        }
        instructions.get(i).written().ifPresent(target -> now.clear(target.index()));
        if (caughtBy[i] >= 0) {
            now.clear(caughtBy[i]);
        }
        for (Operand operand : instructions.get(i).operands()) {
            if (operand instanceof Local local && local.index() != caughtBy[i]) {
                now.set(local.index());
            }
        }
        for (int handler : handlers[i]) {
            now.or(live[handler]);
        }
        return now;
    }

    /// An index behind the locals stands for "not reached yet", where all counts as assigned.
    private void findAssigned() {
        int size = code.locals().size();
        for (int i = 0; i <= count; i++) {
            assigned[i] = new BitSet();
            assigned[i].set(0, size + 1);
        }
        assigned[0].clear();
        code.parameters().forEach(local -> assigned[0].set(local.index()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < count; i++) {
                if (assigned[i].get(size)) {
                    continue;
                }
                for (int handler : handlers[i]) {
                    changed |= meet(handler, assigned[i]);
                }
                BitSet after = (BitSet) assigned[i].clone();
                if (caughtBy[i] >= 0) {
                    after.set(caughtBy[i]);
                }
                instructions.get(i).written().ifPresent(target -> after.set(target.index()));
                for (int next : successors[i]) {
                    changed |= meet(next, after);
                }
            }
        }
    }

    private boolean meet(int at, BitSet from) {
        BitSet before = (BitSet) assigned[at].clone();
        assigned[at].and(from);
        return !before.equals(assigned[at]);
    }
}
