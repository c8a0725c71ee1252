package krait.compiler.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import krait.compiler.diagnostics.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs at the limits of class files and stacks are compiled or refused: never an exception.
final class LimitsTest {
    @TempDir private Path folder;

    private CompileResult compile(String program) throws IOException {
        return Compiler.compile(Files.writeString(folder.resolve("program.py"), program));
    }

    @Test
    void bodyThatFitsNoMethodIsRefused() throws IOException {
        assertThat(compile("x = {" + "1: 'a', ".repeat(4000) + "}\nprint(len(x))\n"))
                .isInstanceOfSatisfying(
                        CompileResult.Refused.class,
                        refused ->
                                assertThat(refused.diagnostics())
                                        .extracting(Diagnostic::code)
                                        .containsExactly("KR108"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + ", "-", "not x and ", "1 if x == 2 else "})
    void deepExpressionIsCompiled(String piece) throws IOException {
        assertThat(compile("x = 1\ny = " + piece.repeat(300) + "x\nprint(y)\n"))
                .isInstanceOf(CompileResult.class);
    }

    @Test
    void longChainOfBranchesIsCompiled() throws IOException {
        StringBuilder chain = new StringBuilder("def f(n: int) -> int:\n    if n == 0:\n");
        chain.append("        return 0\n");
        for (int i = 1; i < 900; i++) {
            chain.append("    elif n == ").append(i).append(":\n        return 1\n");
        }
        chain.append("    return -1\n\n\nprint(f(7))\n");
        assertThat(compile(chain.toString())).isInstanceOf(CompileResult.Compiled.class);
    }
}
