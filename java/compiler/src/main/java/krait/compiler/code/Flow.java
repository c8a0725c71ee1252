package krait.compiler.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What flows through a [Code]: which locals are live before each instruction, and which surely
/// have a value there. An exception may leave any instruction of a region before it wrote its
/// target.
///
/// A local is followed on its own, from each use back to what wrote it. So the work grows with how
/// far values live, not with the number of locals times that of instructions: most are temporaries
/// that no block hands to another.
public final class Flow {
    private static final int[] NOWHERE = {};

    private final Code code;
    private final Blocks blocks;

    /// The instructions that write a local, in their order.
    private final int[][] writes;

    /// The locals that are live at the beginning of a block.
    private final int[][] live;

    /// Hears which locals are live; the set is valid during the call alone.
    public interface Visitor {
        /// Behind an instruction.
        void behind(int instruction, BitSet live);

        /// Before it.
        void before(int instruction, BitSet live);
    }

    public Flow(Code code) {
        this.code = code;
        this.blocks = new Blocks(code);
        this.writes = new int[code.locals().size()][];
        this.live = new int[blocks.size()][];
        Arrays.fill(live, NOWHERE);
        findLive();
    }

    /// The locals that are read at this instruction or later, before they are written.
    public BitSet live(int instruction) {
        int block = blocks.of[instruction];
        if (instruction == blocks.starts[block]) {
            return set(live[block]);
        }
        BitSet found = new BitSet();
        walk(
                block,
                new Visitor() {
                    @Override
                    public void behind(int at, BitSet now) {}

                    @Override
                    public void before(int at, BitSet now) {
                        if (at == instruction) {
                            found.or(now);
                        }
                    }
                });
        return found;
    }

    /// Goes through all instructions that can be reached, from the last to the first.
    public void backwards(Visitor visitor) {
        for (int block = blocks.size() - 1; block >= 0; block--) {
            if (blocks.reachable.get(block)) {
                walk(block, visitor);
            }
        }
    }

    /// Whether the instruction can be reached at all.
    public boolean reachable(int instruction) {
        return blocks.reachable.get(blocks.of[instruction]);
    }

    /// Whether the local has been written on every path to this instruction.
    public boolean assigned(int instruction, Local local) {
        BitSet wanted = new BitSet();
        wanted.set(instruction);
        return !reachable(instruction) || !unset(local, wanted);
    }

    /// Whether the local may be without a value before one of some instructions.
    public boolean unset(Local local, BitSet places) {
        if (code.parameters().contains(local)) {
            return false;
        }
        BitSet seen = new BitSet();
        List<Integer> waiting = new ArrayList<>(List.of(0));
        seen.set(0);
        while (!waiting.isEmpty()) {
            int block = waiting.removeLast();
            int end = blocks.starts[block + 1];
            boolean given = blocks.caught[block] == local.index();
            int write = given ? blocks.starts[block] : firstWrite(local.index(), block);
            int place = places.nextSetBit(blocks.starts[block]);
            if (place >= 0 && place < end && place <= write) {
                return true;
            }
            int[] next = write < end ? NOWHERE : blocks.successors[block];
            for (int[] edges : new int[][] {next, blocks.handlers[block]}) {
                for (int to : edges) {
                    if (!seen.get(to)) {
                        seen.set(to);
                        waiting.add(to);
                    }
                }
            }
        }
        return false;
    }

    /// The first instruction of a block that writes a local; its end when none does.
    private int firstWrite(int local, int block) {
        int at = Arrays.binarySearch(writes[local], blocks.starts[block]);
        int index = at < 0 ? -at - 1 : at;
        int end = blocks.starts[block + 1];
        return index < writes[local].length ? Math.min(writes[local][index], end) : end;
    }

    /// What the frame must carry from fast code to the twin at a widening point.
    public BitSet carried(int instruction) {
        Instruction point = code.instructions().get(instruction);
        if (point.widening() == Widening.AGAIN) {
            return live(instruction);
        }
        BitSet behind = live(instruction + 1);
        point.written().ifPresent(target -> behind.clear(target.index()));
        return behind;
    }

    private static BitSet set(int[] members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    private void walk(int block, Visitor visitor) {
        BitSet now = new BitSet();
        for (int next : blocks.successors[block]) {
            now.or(set(live[next]));
        }
        BitSet caught = new BitSet();
        for (int handler : blocks.handlers[block]) {
            caught.or(set(live[handler]));
        }
        for (int i = blocks.starts[block + 1] - 1; i >= blocks.starts[block]; i--) {
            visitor.behind(i, now);
            Instruction each = code.instructions().get(i);
            if (each.written().isPresent()) {
                now.clear(each.written().get().index());
            }
            if (i == blocks.starts[block] && blocks.caught[block] >= 0) {
                now.clear(blocks.caught[block]);
            }
            for (Operand operand : each.operands()) {
                if (operand instanceof Local local) {
                    now.set(local.index());
                }
            }
            now.or(caught);
            visitor.before(i, now);
        }
    }

    private void findLive() {
        int locals = code.locals().size();
        IntLists written = new IntLists(locals);
        IntLists exposed = new IntLists(locals);
        int[] wroteIn = new int[locals];
        int[] exposedIn = new int[locals];
        Arrays.fill(wroteIn, -1);
        Arrays.fill(exposedIn, -1);
        for (int i = 0; i < code.instructions().size(); i++) {
            int block = blocks.of[i];
            if (i == blocks.starts[block] && blocks.caught[block] >= 0) {
                wroteIn[blocks.caught[block]] = block;
            }
            for (Operand operand : code.instructions().get(i).operands()) {
                if (operand instanceof Local local
                        && wroteIn[local.index()] != block
                        && exposedIn[local.index()] != block) {
                    exposedIn[local.index()] = block;
                    exposed.add(local.index(), block);
                }
            }
            Local target = code.instructions().get(i).written().orElse(null);
            if (target != null) {
                wroteIn[target.index()] = block;
                written.add(target.index(), i);
            }
        }
        IntLists found = new IntLists(blocks.size());
        int[] visited = new int[blocks.size()];
        Arrays.fill(visited, -1);
        for (int local = 0; local < locals; local++) {
            writes[local] = written.get(local);
            follow(local, exposed.get(local), visited, found);
        }
        for (int block = 0; block < live.length; block++) {
            live[block] = found.get(block);
        }
    }

    /// Goes back from the blocks that read a local before they write it.
    private void follow(int local, int[] uses, int[] visited, IntLists found) {
        List<Integer> waiting = new ArrayList<>();
        for (int block : uses) {
            enter(block, local, visited, found, waiting);
        }
        while (!waiting.isEmpty()) {
            int block = waiting.removeLast();
            for (int before : blocks.predecessors[block]) {
                if (firstWrite(local, before) == blocks.starts[before + 1]
                        && blocks.caught[before] != local) {
                    enter(before, local, visited, found, waiting);
                }
            }
            for (int before : blocks.guarded[block]) {
                enter(before, local, visited, found, waiting);
            }
        }
    }

    private static void enter(
            int block, int local, int[] visited, IntLists found, List<Integer> waiting) {
        if (visited[block] != local) {
            visited[block] = local;
            found.add(block, local);
            waiting.add(block);
        }
    }

    /// Lists of ints that grow.
    private static final class IntLists {
        private final int[][] lists;
        private final int[] sizes;

        IntLists(int count) {
            lists = new int[count][];
            sizes = new int[count];
            Arrays.fill(lists, NOWHERE);
        }

        void add(int list, int value) {
            if (sizes[list] == lists[list].length) {
                lists[list] = Arrays.copyOf(lists[list], Math.max(4, sizes[list] * 2));
            }
            lists[list][sizes[list]++] = value;
        }

        int[] get(int list) {
            return Arrays.copyOf(lists[list], sizes[list]);
        }
    }
}
