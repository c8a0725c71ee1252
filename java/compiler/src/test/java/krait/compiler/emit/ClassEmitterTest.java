package krait.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.IntBinary;
import krait.compiler.code.Instruction.Jump;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Instruction.Return;
import krait.compiler.code.IntForm;
import krait.compiler.code.IntOperation;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Names;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fast code and its twin give the same, whichever of them computes which part.
final class ClassEmitterTest {
    private static final ClassDesc MODULE = ClassDesc.of("py.sample");
    private static final Optional<Kind> INT = Optional.of(Kind.INT);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20, 21, 22, 60, 300})
    void loopThatOverflowsGoesOnInItsTwin(long n) throws Exception {
        assertThat(run("loop", loop(), n)).isEqualTo(factorial(n));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20, 21, 22, 60, 300})
    void callersOfAWideResultGoOnInTheirTwins(long n) throws Exception {
        assertThat(run("recursive", recursive(), n)).isEqualTo(factorial(n));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53})
    void maskedSumsAndProductsNeedNoTwin(long n) throws Exception {
        BigInteger wide = BigInteger.valueOf(n);
        BigInteger mask = BigInteger.valueOf(0xffff_ffffL);
        Object expected = wide.multiply(wide).add(wide).and(mask).longValue();
        assertThat(run("masked", masked(), n)).isEqualTo(expected);
        assertThat(run("masked", masked(), wide.shiftLeft(64).add(wide))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void literalThatIsNoLongIsExact(long n) throws Exception {
        BigInteger literal = BigInteger.ONE.shiftLeft(70);
        Object sum = literal.add(BigInteger.valueOf(n));
        assertThat(run("literal", literal(literal), n)).isEqualTo(sum);
    }

    private static Assembly loop() {
        Assembly out = new Assembly();
        Local n = out.parameter("n", Kind.INT);
        Local product = out.local("product", Kind.INT);
        out.add(new Move(product, Operand.ofInt(1)));
        Label top = out.here();
        Label end = out.label();
        out.add(new JumpCompare(Comparison.GREATER, false, n, Operand.ofInt(0), end));
        out.add(new IntBinary(IntOperation.MULTIPLY, product, product, n, false));
        out.add(new IntBinary(IntOperation.SUBTRACT, n, n, Operand.ofInt(1), false));
        out.add(new Jump(top));
        out.add(end);
        out.add(new Return(Optional.of(product)));
        return out;
    }

    private static Assembly recursive() {
        Assembly out = new Assembly();
        Local n = out.parameter("n", Kind.INT);
        Local less = out.temporary(Kind.INT);
        Local smaller = out.temporary(Kind.INT);
        Local product = out.temporary(Kind.INT);
        Label more = out.label();
        out.add(new JumpCompare(Comparison.LESS, false, n, Operand.ofInt(2), more));
        out.add(new Return(Optional.of(Operand.ofInt(1))));
        out.add(more);
        out.add(new IntBinary(IntOperation.SUBTRACT, less, n, Operand.ofInt(1), false));
        List<Kind> one = List.of(Kind.INT);
        Member fast = Member.ofStatic(MODULE, "recursive", Names.type(one, INT, IntForm.FAST));
        Member wide =
                Member.ofStatic(MODULE, "recursive$boxed", Names.type(one, INT, IntForm.WIDE));
        out.add(new Call(Optional.of(smaller), fast, wide, List.of(less), Widening.BEHIND));
        out.add(new IntBinary(IntOperation.MULTIPLY, product, n, smaller, false));
        out.add(new Return(Optional.of(product)));
        return out;
    }

    private static Assembly masked() {
        Assembly out = new Assembly();
        Local n = out.parameter("n", Kind.INT);
        Local square = out.temporary(Kind.INT);
        Local sum = out.temporary(Kind.INT);
        Local low = out.temporary(Kind.INT);
        out.add(new IntBinary(IntOperation.MULTIPLY, square, n, n, true));
        out.add(new IntBinary(IntOperation.ADD, sum, square, n, true));
        Operand mask = Operand.ofInt(0xffff_ffffL);
        out.add(new IntBinary(IntOperation.AND, low, sum, mask, false));
        out.add(new Return(Optional.of(low)));
        return out;
    }

    private static Assembly literal(BigInteger value) {
        Assembly out = new Assembly();
        Local n = out.parameter("n", Kind.INT);
        Local wide = out.local("wide", Kind.INT);
        Local sum = out.temporary(Kind.INT);
        out.add(new Move(wide, new Operand.IntConstant(value)));
        out.add(new IntBinary(IntOperation.ADD, sum, wide, n, false));
        out.add(new Return(Optional.of(sum)));
        return out;
    }

    private static Object factorial(long n) {
        BigInteger product = BigInteger.ONE;
        for (long i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product.bitLength() < Long.SIZE ? (Object) product.longValue() : product;
    }

    private static Object run(String name, Assembly body, Object argument) throws Exception {
        MethodPlan method = new MethodPlan(name, true, Shape.PAIR, body.code(INT));
        ClassPlan plan =
                new ClassPlan(
                        MODULE,
                        ConstantDescs.CD_Object,
                        List.of(),
                        false,
                        "sample.py",
                        Optional.empty(),
                        List.of(),
                        List.of(method));
        ClassLoader library = ClassEmitterTest.class.getClassLoader();
        Loader loader = new Loader(ClassEmitter.emit(List.of(plan), library), library);
        return loader.loadClass("py.sample")
                .getMethod(name + Names.BOXED, Object.class)
                .invoke(null, argument);
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
