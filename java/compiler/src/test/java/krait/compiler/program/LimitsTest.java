package krait.compiler.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import krait.runtime.lib.ProgramState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs at the limits of class files and stacks are compiled or refused: never an exception.
final class LimitsTest {
    @TempDir private Path folder;

    private CompileResult compile(String program) throws IOException {
        return Compiler.compile(Files.writeString(folder.resolve("program.py"), program));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[%d, ]      | print(len(x), x[0], x[400], x[9999])     | 10000 0 400 9999",
                "(%d, )      | print(len(x), x[0], x[401], x[9999])     | 10000 0 401 9999",
                "{%d, }      | print(len(x), sum(x))                    | 10000 49995000",
                "[%d.5, ]    | print(len(x), x[401], x[-1])             | 10000 401.5 9999.5",
                "['%d', ]    | print(len(x), x[399], x[-1])             | 10000 399 9999",
                "{%d: 'a', } | print(len(x), x[5], list(x)[-1])         | 10000 a 9999",
                "[[%d], ]    | x[0].append(1); print(len(x), x[0], x[1]) | 10000 [0, 1] [1]",
                "[(-%d, 1), ]| print(len(x), x[7], x[9999])    | 10000 (-7, 1) (-9999, 1)"
            })
    void displayOfManyConstantsIsMade(String display, String use, String expected)
            throws IOException {
        String open = display.substring(0, 1);
        String close = display.substring(display.length() - 1);
        String element = display.substring(1, display.length() - 1);
        String elements =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> element.replace("%d", Integer.toString(i)))
                        .collect(Collectors.joining());
        CompileResult result = compile("x = " + open + elements + close + "\n" + use + "\n");
        assertThat(result).isInstanceOf(CompileResult.Compiled.class);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ProgramState state =
                ProgramState.of(
                        List.of("program.py"),
                        InputStream.nullInputStream(),
                        output,
                        OutputStream.nullOutputStream());
        assertThat(ProgramRun.run(((CompileResult.Compiled) result).program(), state)).isZero();
        assertThat(output.toString(UTF_8)).isEqualTo(expected + "\n");
    }

    @Test
    void variableOfAModuleWithVeryManyIsFound() throws Throwable {
        String program =
                IntStream.range(0, 4500)
                        .mapToObj(i -> "name" + i + " = 'v" + i + "'\n")
                        .collect(Collectors.joining());
        CompileResult.Compiled compiled = (CompileResult.Compiled) compile(program);
        LoadedProgram loaded = new LoadedProgram(compiled.program());
        loaded.run();
        assertThat(loaded.global("name17")).contains("v17");
        assertThat(loaded.global("name4400")).contains("v4400");
        assertThat(loaded.global("name4500")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + ", "-", "not x and ", "1 if x == 2 else "})
    void deepExpressionIsCompiled(String piece) throws IOException {
        assertThat(compile("x = 1\ny = " + piece.repeat(4000) + "x\nprint(y)\n"))
                .isInstanceOf(CompileResult.Compiled.class);
    }
}
