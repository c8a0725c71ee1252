package krait.compiler.emit;

import java.util.BitSet;
import krait.compiler.code.Code;
import krait.compiler.code.Flow;
import krait.compiler.code.Instruction;
import krait.compiler.code.Local;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;

/// Finds the locals that the verifier would find without a value where something reads them.
final class Unset {
    private Unset() {}

    /// Those that some instruction may read before any has written them.
    static BitSet atUses(Code code, Flow flow) {
        BitSet unset = new BitSet();
        for (int i = 0; i < code.instructions().size(); i++) {
            for (Operand operand : code.instructions().get(i).operands()) {
                if (operand instanceof Local local && !flow.assigned(i, local)) {
                    unset.set(local.index());
                }
            }
        }
        return unset;
    }

    /// Those of `carried` that have no value yet at some widening point.
    static BitSet atWideningPoints(Code code, Flow flow, BitSet carried) {
        BitSet unset = new BitSet();
        for (int i = 0; i < code.instructions().size(); i++) {
            Instruction instruction = code.instructions().get(i);
            if (instruction.widening() == Widening.NONE || !flow.reachable(i)) {
                continue;
            }
            for (Local local : code.locals()) {
                if (carried.get(local.index()) && !flow.assigned(i, local)) {
                    unset.set(local.index());
                }
            }
        }
        return unset;
    }

    /// All that must go from fast code to its twin at some widening point.
    static BitSet carried(Code code, Flow flow) {
        BitSet carried = new BitSet();
        for (int i = 0; i < code.instructions().size(); i++) {
            if (code.instructions().get(i).widening() != Widening.NONE && flow.reachable(i)) {
                carried.or(flow.carried(i));
            }
        }
        return carried;
    }
}
