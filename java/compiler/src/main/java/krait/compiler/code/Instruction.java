package krait.compiler.code;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One step of compiled code: it reads operands, then writes its target.
///
/// An instruction that fails has written nothing, so its target may be one of its operands.
public sealed interface Instruction {
    /// A place to jump to. Identity counts: a label stands once.
    record Label(int number) implements Instruction {}

    /// The line of the source that the following belongs to.
    record Line(int number) implements Instruction {}

    /// Copies, and converts when the kinds differ: a primitive into its box, a box into the
    /// primitive, a reference into one of another class. Out of a box, an int may be too wide.
    record Move(Local target, Operand source) implements Instruction {}

    /// Arithmetic on ints. Numbers of the compiler's own are only added, wrapping.
    ///
    /// @param wraps fast code keeps the low 64 bits: either they are the result, or a mask behind
    ///   this takes the rest away
    record IntBinary(
            IntOperation operation, Local target, Operand left, Operand right, boolean wraps)
            implements Instruction {}

    /// Arithmetic on floats.
    record FloatBinary(FloatOperation operation, Local target, Operand left, Operand right)
            implements Instruction {}

    /// `-operand` of an int or a float; `not operand` of a bool.
    record Negate(Local target, Operand operand) implements Instruction {}

    /// Compares two operands of one primitive kind.
    record Compare(Comparison comparison, Local target, Operand left, Operand right)
            implements Instruction {}

    /// Whether an object is of a class; None is of none.
    record IsInstance(Local target, Operand operand, ClassDesc type) implements Instruction {}

    record Jump(Label to) implements Instruction {}

    /// Jumps when the comparison comes out as `when`.
    record JumpCompare(Comparison comparison, boolean when, Operand left, Operand right, Label to)
            implements Instruction {}

    /// Jumps when a bool is `when`.
    record JumpBool(Operand operand, boolean when, Label to) implements Instruction {}

    /// Jumps when it holds `when` that two references are the same.
    record JumpSame(Operand left, Operand right, boolean when, Label to) implements Instruction {}

    /// Jumps to the label that stands at the number's place; goes on when there is none.
    record Switch(Operand number, List<Label> labels) implements Instruction {}

    /// Calls a method, makes an object, reads or writes a field.
    ///
    /// @param fast the one for fast code
    /// @param wide the one for the twin
    /// @param widening BEHIND when `fast` may throw WideResult, AGAIN when ArithmeticException
    record Call(
            Optional<Local> target,
            Member fast,
            Member wide,
            List<Operand> arguments,
            Widening widening)
            implements Instruction {}

    /// An `Object[]` of the items.
    record Array(Local target, List<Operand> items) implements Instruction {}

    record Throw(Operand exception) implements Instruction {}

    record Return(Optional<Operand> value) implements Instruction {}

    /// Leaves a generator with `true`; when it is resumed, it goes on here.
    record Suspend() implements Instruction {}

    /// What it reads, in the order in which it is computed.
    default List<Operand> operands() {
        return switch (this) {
            case Label _, Line _, Jump _, Suspend _ -> List.of();
            case Move move -> List.of(move.source());
            case IntBinary binary -> List.of(binary.left(), binary.right());
            case FloatBinary binary -> List.of(binary.left(), binary.right());
            case Negate negate -> List.of(negate.operand());
            case Compare compare -> List.of(compare.left(), compare.right());
            case IsInstance check -> List.of(check.operand());
            case JumpCompare jump -> List.of(jump.left(), jump.right());
            case JumpBool jump -> List.of(jump.operand());
            case JumpSame jump -> List.of(jump.left(), jump.right());
            case Switch jump -> List.of(jump.number());
            case Call call -> call.arguments();
            case Array array -> array.items();
            case Throw raise -> List.of(raise.exception());
            case Return end -> end.value().stream().toList();
        };
    }

    /// What it writes.
    default Optional<Local> written() {
        return switch (this) {
            case Label _,
                    Line _,
                    Jump _,
                    JumpCompare _,
                    JumpBool _,
                    JumpSame _,
                    Switch _,
                    Throw _,
                    Return _,
                    Suspend _ ->
                    Optional.empty();
            case Move move -> Optional.of(move.target());
            case IntBinary binary -> Optional.of(binary.target());
            case FloatBinary binary -> Optional.of(binary.target());
            case Negate negate -> Optional.of(negate.target());
            case Compare compare -> Optional.of(compare.target());
            case IsInstance check -> Optional.of(check.target());
            case Call call -> call.target();
            case Array array -> Optional.of(array.target());
        };
    }

    /// Where it may go other than to the next one.
    default List<Label> jumps() {
        return switch (this) {
            case Jump jump -> List.of(jump.to());
            case JumpCompare jump -> List.of(jump.to());
            case JumpBool jump -> List.of(jump.to());
            case JumpSame jump -> List.of(jump.to());
            case Switch jump -> List.copyOf(new ArrayList<>(jump.labels()));
            case Label _,
                    Line _,
                    Move _,
                    IntBinary _,
                    FloatBinary _,
                    Negate _,
                    Compare _,
                    IsInstance _,
                    Call _,
                    Array _,
                    Throw _,
                    Return _,
                    Suspend _ ->
                    List.of();
        };
    }

    /// Whether the next instruction may follow.
    default boolean falls() {
        return !(this instanceof Jump || this instanceof Throw || this instanceof Return);
    }

    /// What fast code does here when an int is too wide for a long.
    default Widening widening() {
        return switch (this) {
            case IntBinary binary when binary.wraps() -> Widening.NONE;
            case IntBinary binary -> binary.operation().grows() ? Widening.AGAIN : Widening.NONE;
            case Negate negate ->
                    negate.target().kind().equals(Kind.INT) ? Widening.AGAIN : Widening.NONE;
            case Move move -> widening(move);
            case Call call -> call.widening();
            case Label _,
                    Line _,
                    FloatBinary _,
                    Compare _,
                    IsInstance _,
                    Jump _,
                    JumpCompare _,
                    JumpBool _,
                    JumpSame _,
                    Switch _,
                    Array _,
                    Throw _,
                    Return _,
                    Suspend _ ->
                    Widening.NONE;
        };
    }

    private static Widening widening(Move move) {
        if (!move.target().kind().equals(Kind.INT)) {
            return Widening.NONE;
        }
        if (move.source() instanceof Operand.IntConstant constant) {
            return constant.fits() ? Widening.NONE : Widening.AGAIN;
        }
        return move.source().kind().equals(Kind.INT) ? Widening.NONE : Widening.BEHIND;
    }
}
