package krait.compiler.emit;

import java.util.Arrays;
import java.util.List;
import krait.compiler.code.Code;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Array;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;

/// Finds temporaries that need no local, since the next instructions use them: their value waits on
/// the operand stack.
///
/// An exception empties the stack. So what waits may stand there only as long as no widening point
/// comes, and the operands of arithmetic that is done again in the twin never do.
final class Trees {
    private static final int NONE = -1;

    private final List<Instruction> instructions;
    private final int[] uses;
    private final int[] writes;
    private final int[][] children;
    private final boolean[] inlined;

    private Trees(Code code) {
        instructions = code.instructions();
        uses = new int[code.locals().size()];
        writes = new int[code.locals().size()];
        children = new int[instructions.size()][];
        inlined = new boolean[instructions.size()];
        code.parameters().forEach(local -> writes[local.index()]++);
        code.regions().forEach(region -> writes[region.caught().index()]++);
        for (int i = 0; i < children.length; i++) {
            children[i] = new int[instructions.get(i).operands().size()];
            Arrays.fill(children[i], NONE);
            for (Operand operand : instructions.get(i).operands()) {
                if (operand instanceof Local local) {
                    uses[local.index()]++;
                }
            }
            instructions.get(i).written().ifPresent(local -> writes[local.index()]++);
        }
    }

    /// With every temporary in its local.
    static Trees flat(Code code) {
        return new Trees(code);
    }

    /// With as few temporaries as possible.
    static Trees of(Code code) {
        Trees trees = new Trees(code);
        for (int i = trees.children.length - 1; i >= 0; i--) {
            if (!trees.inlined[i]) {
                trees.attach(i, true);
            }
        }
        return trees;
    }

    /// Whether the value goes from the instruction to its user on the stack.
    boolean inlined(int instruction) {
        return inlined[instruction];
    }

    /// The instruction that computes an operand on the stack; negative when it is read as it is.
    int child(int instruction, int operand) {
        return children[instruction][operand];
    }

    /// Attaches what directly precedes an instruction to it.
    ///
    /// @param bottom whether the stack is empty below
    /// @return the first instruction of the tree
    private int attach(int root, boolean bottom) {
        Instruction instruction = instructions.get(root);
        int first = root;
        if (instruction.widening() == Widening.AGAIN) {
            return first;
        }
        List<Operand> operands = instruction.operands();
        for (int i = operands.size() - 1; i >= 0; i--) {
            int before = first - 1;
            if (before < 0 || !defines(before, operands.get(i))) {
                continue;
            }
            boolean childBottom = bottom && i == 0 && !pushesBeforeOperands(instruction);
            if (!single(operands.get(i))
                    || (instructions.get(before).widening() != Widening.NONE && !childBottom)) {
                break;
            }
            children[root][i] = before;
            inlined[before] = true;
            first = attach(before, childBottom);
        }
        return first;
    }

    private boolean defines(int instruction, Operand operand) {
        return instructions.get(instruction).written().filter(operand::equals).isPresent();
    }

    private boolean single(Operand operand) {
        return operand instanceof Local local
                && local.name().isEmpty()
                && uses[local.index()] == 1
                && writes[local.index()] == 1;
    }

    private static boolean pushesBeforeOperands(Instruction instruction) {
        return instruction instanceof Array
                || (instruction instanceof Call call
                        && call.fast().access() == Member.Access.CONSTRUCT);
    }
}
