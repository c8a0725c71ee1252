package krait.compiler.code;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import krait.compiler.code.Instruction.Label;

/// The basic blocks of a [Code] and the ways between them. Every label begins a block, so a region
/// covers whole blocks.
final class Blocks {
    /// The block of each instruction.
    final int[] of;

    /// The first instruction of each block; at the end, how many instructions there are.
    final int[] starts;

    final int[][] successors;
    final int[][] predecessors;

    /// The blocks where the exceptions of a block are caught.
    final int[][] handlers;

    /// The blocks whose exceptions are caught at a block.
    final int[][] guarded;

    /// The local that has the exception when a block is a handler; -1 when it is none.
    final int[] caught;

    final BitSet reachable = new BitSet();

    Blocks(Code code) {
        List<Instruction> instructions = code.instructions();
        of = new int[instructions.size()];
        starts = divide(instructions);
        Map<Label, Integer> places = new HashMap<>();
        for (int i = 0; i < of.length; i++) {
            if (instructions.get(i) instanceof Label label) {
                places.put(label, of[i]);
            }
        }
        successors = new int[size()][];
        handlers = new int[size()][];
        caught = new int[size()];
        findEdges(code, places);
        predecessors = reversed(successors);
        guarded = reversed(handlers);
        findReachable();
    }

    int size() {
        return starts.length - 1;
    }

    private int[] divide(List<Instruction> instructions) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < of.length; i++) {
            Instruction before = instructions.get(Math.max(0, i - 1));
            if (i == 0
                    || instructions.get(i) instanceof Label
                    || !before.falls()
                    || !before.jumps().isEmpty()
                    || before instanceof Instruction.Suspend) {
                found.add(i);
            }
            of[i] = found.size() - 1;
        }
        found.add(of.length);
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void findEdges(Code code, Map<Label, Integer> places) {
        for (int block = 0; block < size(); block++) {
            Instruction last = code.instructions().get(starts[block + 1] - 1);
            List<Integer> edges = new ArrayList<>();
            if (last.falls() && block + 1 < size()) {
                edges.add(block + 1);
            }
            last.jumps().forEach(label -> edges.add(place(places, label)));
            successors[block] = edges.stream().distinct().mapToInt(Integer::intValue).toArray();
            caught[block] = -1;
        }
        List<List<Integer>> catching = new ArrayList<>();
        for (int block = 0; block < size(); block++) {
            catching.add(new ArrayList<>());
        }
        for (Region region : code.regions()) {
            int handler = place(places, region.handler());
            caught[handler] = region.caught().index();
            int end = place(places, region.end());
            for (int block = place(places, region.start()); block < end; block++) {
                catching.get(block).add(handler);
            }
        }
        for (int block = 0; block < size(); block++) {
            handlers[block] =
                    catching.get(block).stream().distinct().mapToInt(Integer::intValue).toArray();
        }
    }

    private static int place(Map<Label, Integer> places, Label label) {
        Integer at = places.get(label);
        if (at == null) {
            throw new IllegalArgumentException("label " + label.number() + " stands nowhere");
        }
        return at;
    }

    private static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] back = new int[edges.length][];
        for (int i = 0; i < back.length; i++) {
            back[i] = new int[counts[i]];
        }
        for (int from = 0; from < edges.length; from++) {
            for (int target : edges[from]) {
                back[target][--counts[target]] = from;
            }
        }
        return back;
    }

    private void findReachable() {
        if (size() == 0) {
            return;
        }
        List<Integer> waiting = new ArrayList<>(List.of(0));
        reachable.set(0);
        while (!waiting.isEmpty()) {
            int block = waiting.removeLast();
            for (int[] edges : new int[][] {successors[block], handlers[block]}) {
                for (int next : edges) {
                    if (!reachable.get(next)) {
                        reachable.set(next);
                        waiting.add(next);
                    }
                }
            }
        }
    }
}
