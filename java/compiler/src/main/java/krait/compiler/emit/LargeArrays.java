package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_String;

import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Code;
import krait.compiler.code.Instruction;
import krait.compiler.code.Library;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;

/// Makes arrays of many items one by one, so that the code can be cut between the items.
final class LargeArrays {
    private static final int ITEMS_MAX = 64;

    private LargeArrays() {}

    static Code apart(Code code) {
        List<Instruction> instructions = new ArrayList<>();
        for (Instruction each : code.instructions()) {
            if (each instanceof Instruction.Array array && array.items().size() > ITEMS_MAX) {
                fill(array, instructions);
            } else {
                instructions.add(each);
            }
        }
        return new Code(
                code.parameters(), code.locals(), code.result(), instructions, code.regions());
    }

    private static void fill(Instruction.Array array, List<Instruction> instructions) {
        MethodTypeDesc type = MethodTypeDesc.of(Splitting.FRAME, CD_String);
        Member room = Member.ofStatic(Library.of("SplitFrame"), "of", type);
        Operand kinds = new Operand.TextConstant("L".repeat(array.items().size()));
        instructions.add(
                new Instruction.Call(
                        Optional.of(array.target()), room, room, List.of(kinds), Widening.NONE));
        for (int i = 0; i < array.items().size(); i++) {
            Operand place = Operand.ofRaw(i);
            List<Operand> arguments = List.of(array.target(), place, array.items().get(i));
            instructions.add(
                    new Instruction.Call(
                            Optional.empty(),
                            Splitting.PUT,
                            Splitting.PUT,
                            arguments,
                            Widening.NONE));
        }
    }
}
