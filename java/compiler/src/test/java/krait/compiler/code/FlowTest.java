package krait.compiler.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.constant.ConstantDescs;
import java.util.Optional;
import krait.compiler.code.Instruction.IntBinary;
import krait.compiler.code.Instruction.Jump;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Instruction.Return;
import org.junit.jupiter.api.Test;

final class FlowTest {
    private final Assembly out = new Assembly();

    @Test
    void loopKeepsAliveWhatItReadsOnTheNextRound() {
        Local n = out.parameter("n", Kind.INT);
        Local sum = out.local("sum", Kind.INT);
        Local once = out.local("once", Kind.INT);
        out.add(new Move(sum, Operand.ofInt(0)));
        out.add(new Move(once, n));
        Label top = out.here();
        Label end = out.label();
        out.add(new JumpCompare(Comparison.GREATER, false, n, Operand.ofInt(0), end));
        out.add(new IntBinary(IntOperation.ADD, sum, sum, n, false));
        out.add(new IntBinary(IntOperation.SUBTRACT, n, n, Operand.ofInt(1), false));
        out.add(new Jump(top));
        out.add(end);
        out.add(new Return(Optional.of(sum)));

        Flow flow = new Flow(out.code(Optional.of(Kind.INT)));

        assertThat(flow.carried(5).stream()).containsExactly(n.index(), sum.index());
        assertThat(flow.live(7).stream()).containsExactly(sum.index());
    }

    @Test
    void localAssignedOnOnePathIsNotAssignedBehindIt() {
        Local n = out.parameter("n", Kind.INT);
        Local x = out.local("x", Kind.INT);
        Label end = out.label();
        out.add(new JumpCompare(Comparison.LESS, true, n, Operand.ofInt(0), end));
        out.add(new Move(x, n));
        out.add(end);
        out.add(new Return(Optional.of(n)));

        Flow flow = new Flow(out.code(Optional.of(Kind.INT)));

        assertThat(flow.assigned(2, x)).isFalse();
        assertThat(flow.assigned(2, n)).isTrue();
    }

    @Test
    void whatAHandlerReadsIsAliveInAllOfItsRegion() {
        Local n = out.parameter("n", Kind.INT);
        Local x = out.local("x", Kind.INT);
        Local thrown = out.local("thrown", Kind.of(ConstantDescs.CD_Throwable));
        out.add(new Move(x, Operand.ofInt(1)));
        Label start = out.here();
        out.add(new IntBinary(IntOperation.MODULO, x, n, n, false));
        out.add(new Move(n, Operand.ofInt(2)));
        Label end = out.here();
        out.add(new Return(Optional.of(n)));
        Label handler = out.here();
        out.region(start, end, handler, ConstantDescs.CD_Throwable, thrown);
        out.add(new Return(Optional.of(x)));

        Flow flow = new Flow(out.code(Optional.of(Kind.INT)));

        assertThat(flow.live(1).get(x.index())).isTrue();
        assertThat(flow.live(3).get(x.index())).isTrue();
        assertThat(flow.live(4).get(x.index())).isFalse();
        assertThat(flow.assigned(5, x)).isTrue();
    }

    @Test
    void codeBehindAReturnIsNotReachable() {
        Local n = out.parameter("n", Kind.INT);
        out.add(new Return(Optional.of(n)));
        out.add(new Return(Optional.of(n)));

        Flow flow = new Flow(out.code(Optional.of(Kind.INT)));

        assertThat(flow.reachable(0)).isTrue();
        assertThat(flow.reachable(1)).isFalse();
    }
}
