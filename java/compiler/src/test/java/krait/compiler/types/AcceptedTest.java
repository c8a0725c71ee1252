package krait.compiler.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptedTest {

    static List<Path> programs() throws IOException {
        return RejectsTest.programs("lang");
    }

    private static CheckResult check(String name, String text) {
        return Checker.check("__main__", Source.of(name, text), module -> Optional.empty());
    }

    private static List<TypedStatement> accepted(String text) {
        CheckResult result = check("test.py", text);
        assertThat(result).isInstanceOf(CheckResult.Checked.class);
        return ((CheckResult.Checked) result).modules().getLast().body();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programOfTheConformanceSuiteIsAccepted(Path file) throws IOException {
        CheckResult result = check(file.toString(), Files.readString(file));
        assertThat(result).isInstanceOf(CheckResult.Checked.class);
    }

    @Test
    void emptyListTakesItsTypeFromALaterAppend() {
        List<TypedStatement> body = accepted("names = []\nnames.append('a')\n");
        assertThat(((TypedStatement.Assign) body.getFirst()).value().type().show())
                .isEqualTo("list[str]");
    }

    @Test
    void variableThatBeginsWithNoneIsOptional() {
        List<TypedStatement> body = accepted("best = None\nbest = 3\n");
        assertThat(((TypedStatement.Assign) body.getFirst()).target().type().show())
                .isEqualTo("int | None");
    }

    @Test
    void intOperandOfFloatArithmeticIsConverted() {
        List<TypedStatement> body = accepted("x = 1.5\ny = x + 1\n");
        TypedExpression sum = ((TypedStatement.Assign) body.get(1)).value();
        assertThat(sum).isInstanceOf(TypedExpression.FloatArithmetic.class);
        assertThat(((TypedExpression.FloatArithmetic) sum).right())
                .isInstanceOfSatisfying(
                        TypedExpression.Convert.class,
                        c ->
                                assertThat(c.conversion())
                                        .isEqualTo(TypedExpression.Conversion.INT_TO_FLOAT));
    }

    @Test
    void readThatMayBeUnboundIsMarked() {
        List<TypedStatement> body =
                accepted("def f(n: int) -> int:\n    if n > 0:\n        x = n\n    return x\n");
        FunctionBody f = ((TypedStatement.FunctionDefinition) body.getFirst()).function();
        TypedStatement.Return last = (TypedStatement.Return) f.body().getLast();
        assertThat(last.value().orElseThrow())
                .isInstanceOfSatisfying(
                        TypedExpression.VariableRead.class,
                        read -> assertThat(read.mayBeUnbound()).isTrue());
    }
}
