package krait.compiler.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import krait.compiler.code.Comparison;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;

/// Compares primitives. On the JVM a long or a double is compared in two steps: to -1, 0 or 1, then
/// that with zero; NaN becomes whichever fails the test.
final class Comparisons {
    private Comparisons() {}

    /// Puts both operands of an instruction on the stack.
    static void push(
            Instructions writer, int index, Kind kind, IntForm form, Instructions.Guard guard) {
        ClassDesc type = kind.type(form);
        writer.operand(index, 0, type, guard);
        writer.operand(index, 1, type, guard);
    }

    /// Jumps when the comparison of the two on the stack comes out as `when`.
    static void jump(
            CodeBuilder out,
            Comparison comparison,
            boolean when,
            Kind kind,
            IntForm form,
            Label to) {
        reduce(out, comparison, kind, form);
        boolean integers = kind.equals(Kind.BOOL);
        switch (when ? comparison : comparison.opposite()) {
            case EQUAL -> choose(integers, () -> out.if_icmpeq(to), () -> out.ifeq(to));
            case NOT_EQUAL -> choose(integers, () -> out.if_icmpne(to), () -> out.ifne(to));
            case LESS -> choose(integers, () -> out.if_icmplt(to), () -> out.iflt(to));
            case LESS_EQUAL -> choose(integers, () -> out.if_icmple(to), () -> out.ifle(to));
            case GREATER -> choose(integers, () -> out.if_icmpgt(to), () -> out.ifgt(to));
            case GREATER_EQUAL -> choose(integers, () -> out.if_icmpge(to), () -> out.ifge(to));
        }
    }

    private static void choose(boolean first, Runnable one, Runnable other) {
        if (first) {
            one.run();
        } else {
            other.run();
        }
    }

    /// Two longs, doubles or int objects become one JVM int.
    private static void reduce(CodeBuilder out, Comparison comparison, Kind kind, IntForm form) {
        switch (kind.type(form).descriptorString()) {
            case "J" -> out.lcmp();
            case "D" -> {
                switch (comparison) {
                    case LESS, LESS_EQUAL -> out.dcmpg();
                    case EQUAL, NOT_EQUAL, GREATER, GREATER_EQUAL -> out.dcmpl();
                }
            }
            case "Z" -> {}
            default ->
                    out.invokestatic(
                            Library.COMPARE.owner(),
                            Library.COMPARE.name(),
                            Library.COMPARE.type());
        }
    }

    /// Leaves the outcome as a boolean.
    static void asBoolean(CodeBuilder out, Comparison comparison, Kind kind, IntForm form) {
        Label holds = out.newLabel();
        Label end = out.newLabel();
        jump(out, comparison, true, kind, form, holds);
        out.iconst_0();
        out.goto_(end);
        out.labelBinding(holds);
        out.iconst_1();
        out.labelBinding(end);
    }
}
