package krait.compiler.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import krait.compiler.code.Code;
import krait.compiler.code.Flow;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Region;
import krait.compiler.code.Widening;

/// Where a long [Code] is cut into parts, where parts are entered, and what the frame between them
/// holds.
///
/// A cut should be where few locals are live and few jumps cross, above all no loop.
final class Cuts {
    /// HotSpot compiles no method of more bytes.
    private static final int BYTES_MAX = 8000;

    /// How long a part may become: its head and its ways out come on top.
    private static final int PART_BYTES_MAX = 5000;

    private static final int PART_BYTES_MIN = 2000;

    private static final int LOOP_COST = 1000;
    private static final int JUMP_COST = 4;

    private final Code code;
    private final Map<Label, Integer> places = new HashMap<>();
    private final Flow flow;

    /// The first instruction of each part, and at the end how many instructions there are.
    private final List<Integer> starts;

    /// The instructions where parts are entered, from outside of them.
    private final List<Integer> entries;

    private final Map<Integer, BitSet> live = new TreeMap<>();

    /// The place of a local in the frame; -1 for one that no part hands to another.
    private final int[] slots;

    private final String kinds;

    private Cuts(Code code) {
        this.code = code;
        for (int i = 0; i < code.instructions().size(); i++) {
            if (code.instructions().get(i) instanceof Label label) {
                places.put(label, i);
            }
        }
        this.flow = new Flow(code);
        this.starts = findStarts();
        this.entries = findEntries();
        findLive();
        this.slots = new int[code.locals().size()];
        this.kinds = layOut();
    }

    static Cuts of(Code code) {
        return new Cuts(code);
    }

    /// Whether a method with this code would be longer than HotSpot compiles.
    static boolean isLong(Code code) {
        int bytes = 0;
        for (Instruction each : code.instructions()) {
            bytes += bytes(each);
        }
        return bytes > BYTES_MAX;
    }

    /// About as many as fast code has; temporaries that stay on the stack are not known here.
    private static int bytes(Instruction instruction) {
        return switch (instruction) {
            case Label _, Instruction.Line _ -> 0;
            case Instruction.Array array -> 6 + 7 * array.items().size();
            case Instruction.Switch jump -> 16 + 4 * jump.labels().size();
            case Instruction each ->
                    4
                            + 2 * each.operands().size()
                            + (each.written().isPresent() ? 2 : 0)
                            + (each.widening() == Widening.NONE ? 0 : 6);
        };
    }

    int parts() {
        return starts.size() - 1;
    }

    int start(int part) {
        return starts.get(part);
    }

    Flow flow() {
        return flow;
    }

    int place(Label label) {
        return java.util.Objects.requireNonNull(places.get(label));
    }

    int entries() {
        return entries.size();
    }

    /// The number of the entry at an instruction; negative when there is none.
    int entry(int instruction) {
        return Collections.binarySearch(entries, instruction);
    }

    /// The instruction of an entry.
    int place(int entry) {
        return entries.get(entry);
    }

    int partOfEntry(int entry) {
        int found = Collections.binarySearch(starts, entries.get(entry));
        return found < 0 ? -found - 2 : found;
    }

    /// The first entry in a part.
    int firstEntry(int part) {
        int found = entry(start(part));
        return found < 0 ? -found - 1 : found;
    }

    /// What is live at an entry.
    BitSet liveAt(int instruction) {
        return live.getOrDefault(instruction, new BitSet());
    }

    int slot(Local local) {
        return slots[local.index()];
    }

    /// Where the frame has what the method returns.
    int resultSlot() {
        return kinds.length() - 1;
    }

    /// One letter for each place of the frame.
    String kinds() {
        return kinds;
    }

    private List<Integer> findStarts() {
        int count = code.instructions().size();
        long[] costs = costs();
        List<Integer> found = new ArrayList<>(List.of(0));
        int size = 0;
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (size >= PART_BYTES_MIN && (best < 0 || costs[i] <= costs[best])) {
                best = i;
            }
            size += bytes(code.instructions().get(i));
            if (size > PART_BYTES_MAX && best > found.getLast()) {
                found.add(best);
                i = best - 1;
                size = 0;
                best = -1;
            }
        }
        found.add(count);
        return found;
    }

    /// What it costs to cut before each instruction.
    private long[] costs() {
        int count = code.instructions().size();
        long[] steps = new long[count + 1];
        for (int i = 0; i < count; i++) {
            for (Label label : code.instructions().get(i).jumps()) {
                int to = place(label);
                steps[Math.min(i, to) + 1] += to > i ? JUMP_COST : LOOP_COST;
                steps[Math.max(i, to) + 1] -= to > i ? JUMP_COST : LOOP_COST;
            }
        }
        long[] costs = new long[count];
        long crossing = 0;
        for (int i = 0; i < count; i++) {
            crossing += steps[i];
            costs[i] = crossing;
        }
        flow.backwards(
                new Flow.Visitor() {
                    @Override
                    public void behind(int instruction, BitSet live) {}

                    @Override
                    public void before(int instruction, BitSet live) {
                        costs[instruction] += live.cardinality();
                    }
                });
        return costs;
    }

    private int partOf(int instruction) {
        int found = Collections.binarySearch(starts, instruction);
        return found < 0 ? -found - 2 : found;
    }

    private List<Integer> findEntries() {
        TreeSet<Integer> found = new TreeSet<>(List.of(0));
        for (int i = 0; i < code.instructions().size(); i++) {
            Instruction each = code.instructions().get(i);
            if (!flow.reachable(i)) {
                continue;
            }
            int part = partOf(i);
            for (Label label : each.jumps()) {
                if (partOf(place(label)) != part) {
                    found.add(place(label));
                }
            }
            boolean leaves = i + 1 == start(part + 1) && each.falls();
            if (leaves || each instanceof Instruction.Suspend) {
                found.add(i + 1);
            }
        }
        for (Region region : code.regions()) {
            int handler = place(region.handler());
            int last = partOf(Math.max(place(region.start()), place(region.end()) - 1));
            boolean within = partOf(place(region.start())) == last && partOf(handler) == last;
            if (flow.reachable(handler) && !within) {
                found.add(handler + 1);
            }
        }
        return List.copyOf(found);
    }

    private void findLive() {
        BitSet wanted = new BitSet();
        entries.forEach(wanted::set);
        flow.backwards(
                new Flow.Visitor() {
                    @Override
                    public void behind(int instruction, BitSet now) {}

                    @Override
                    public void before(int instruction, BitSet now) {
                        if (wanted.get(instruction)) {
                            live.put(instruction, (BitSet) now.clone());
                        }
                    }
                });
    }

    private String layOut() {
        BitSet kept = new BitSet();
        live.values().forEach(kept::or);
        StringBuilder letters = new StringBuilder();
        Arrays.fill(slots, -1);
        kept.stream()
                .forEach(index -> {
                    slots[index] = letters.length();
                    letters.append(letter(code.locals().get(index).kind()));
                });
        code.result().ifPresent(kind -> letters.append(letter(kind)));
        return letters.toString();
    }

    private static char letter(Kind kind) {
        return switch (kind) {
            case Kind.Primitive.INT, Kind.Primitive.RAW -> 'J';
            case Kind.Primitive.FLOAT -> 'D';
            case Kind.Primitive.BOOL -> 'Z';
            case Kind.Reference _ -> 'L';
        };
    }
}
