package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.types.TypedExpression;

/// Lowers `in` and `not in`.
final class Membership {
    private static final ClassDesc TEXT = ClassDesc.of("krait.runtime.Text");
    private static final ClassDesc CHARS = ClassDesc.of("java.lang.CharSequence");

    private final Body body;

    Membership(Body body) {
        this.body = body;
    }

    /// Jumps when it holds `when` that a container has an item.
    void branch(Operand item, Operand container, boolean when, Label to) {
        Local answer = body.out.temporary(Kind.BOOL);
        List<Operand> operands = List.of(container, item);
        Optional<Natives.Binding> own = own(operands);
        Member any = Expressions.test("contains", 2);
        Member fast = own.map(Natives.Binding::fast).orElse(any);
        Member wide = own.map(Natives.Binding::wide).orElse(any);
        body.out.add(new Call(Optional.of(answer), fast, wide, operands, Widening.NONE));
        body.out.add(new JumpBool(answer, when, to));
    }

    /// The method of the container's own class, which may take the item without a box.
    private Optional<Natives.Binding> own(List<Operand> operands) {
        if (!(operands.getFirst().kind() instanceof Kind.Reference(ClassDesc type))
                || !type.packageName().equals("krait.runtime")) {
            return Optional.empty();
        }
        Natives natives = body.program.natives;
        List<Kind> kinds = operands.stream().map(Operand::kind).toList();
        return natives.load(type)
                .flatMap(owner ->
                        natives.bind(owner, "__contains__", kinds, Optional.of(Kind.BOOL)));
    }

    /// Whether the items of a display can be compared one by one, without the display: all are ints
    /// or all are texts.
    boolean isEach(TypedExpression item, TypedExpression container) {
        List<TypedExpression> elements = elements(container);
        Kind kind = body.kind(item);
        return !elements.isEmpty()
                && elements.stream().noneMatch(TypedExpression.Starred.class::isInstance)
                && (kind.equals(Kind.INT) || kind.equals(Kinds.TEXT))
                && elements.stream().allMatch(each -> body.kind(each).equals(kind));
    }

    private static List<TypedExpression> elements(TypedExpression container) {
        if (container instanceof TypedExpression.TupleDisplay display) {
            return display.elements();
        } else if (container instanceof TypedExpression.ListDisplay display) {
            return display.elements();
        } else if (container instanceof TypedExpression.SetDisplay display) {
            return display.elements();
        }
        return List.of();
    }

    /// Jumps when it holds `when` that the item is one of those of a display.
    void branchEach(
            TypedExpression item, TypedExpression container, int line, boolean when, Label to) {
        List<TypedExpression> all = new ArrayList<>(List.of(item));
        all.addAll(elements(container));
        Label found = body.out.label();
        if (elements(container).stream().allMatch(e -> ShortComparisons.letter(e).isPresent())) {
            Operand value = body.value(item);
            body.out.line(line);
            for (TypedExpression each : elements(container)) {
                int letter = ShortComparisons.letter(each).orElseThrow();
                new ShortComparisons(body).isLetter(value, letter, true, when ? to : found);
            }
            if (!when) {
                body.jump(to);
                body.out.add(found);
            }
            return;
        }
        List<Operand> values = body.values(all);
        body.out.line(line);
        for (Operand each : values.subList(1, values.size())) {
            equal(values.getFirst(), each, when ? to : found);
        }
        if (!when) {
            body.jump(to);
            body.out.add(found);
        }
    }

    private void equal(Operand item, Operand other, Label to) {
        if (item.kind().equals(Kind.INT)) {
            body.out.add(new JumpCompare(Comparison.EQUAL, true, item, other, to));
            return;
        }
        Local same = body.out.temporary(Kind.BOOL);
        MethodTypeDesc type = MethodTypeDesc.of(CD_boolean, CHARS, CHARS);
        body.out.call(same, Member.ofStatic(TEXT, "__eq__", type), item, other);
        body.out.add(new JumpBool(same, true, to));
    }
}
