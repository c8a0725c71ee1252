package krait.compiler.emit;

import java.util.BitSet;
import krait.compiler.code.Code;
import krait.compiler.code.Flow;
import krait.compiler.code.Instruction;
import krait.compiler.code.Widening;

/// Finds the locals that the verifier would find without a value where something reads them.
final class Unset {
    private Unset() {}

    /// Those that some instruction may read before any has written them.
    static BitSet atUses(Code code, Flow flow) {
        BitSet unset = code.instructions().isEmpty() ? new BitSet() : flow.live(0);
        code.parameters().forEach(local -> unset.clear(local.index()));
        return unset;
    }

    /// Those of `carried` that have no value yet at some widening point.
    static BitSet atWideningPoints(Code code, Flow flow, BitSet carried) {
        BitSet points = new BitSet();
        for (int i = 0; i < code.instructions().size(); i++) {
            if (code.instructions().get(i).widening() != Widening.NONE && flow.reachable(i)) {
                points.set(i);
            }
        }
        BitSet unset = new BitSet();
        carried.stream()
                .filter(index -> flow.unset(code.locals().get(index), points))
                .forEach(unset::set);
        return unset;
    }

    /// All that must go from fast code to its twin at some widening point.
    static BitSet carried(Code code, Flow flow) {
        BitSet carried = new BitSet();
        flow.backwards(
                new Flow.Visitor() {
                    @Override
                    public void behind(int instruction, BitSet live) {
                        Instruction each = code.instructions().get(instruction);
                        if (each.widening() == Widening.BEHIND) {
                            boolean known =
                                    each.written()
                                            .filter(local -> !carried.get(local.index()))
                                            .isPresent();
                            carried.or(live);
                            if (known) {
                                carried.clear(each.written().orElseThrow().index());
                            }
                        }
                    }

                    @Override
                    public void before(int instruction, BitSet live) {
                        if (code.instructions().get(instruction).widening() == Widening.AGAIN) {
                            carried.or(live);
                        }
                    }
                });
        return carried;
    }
}
