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
import java.util.Optional;
import java.util.concurrent.Semaphore;
import krait.compiler.diagnostics.Diagnostic;
import krait.runtime.lib.ProgramState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompilerTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void aProgramThatFailsEndsWithItsTraceback() throws IOException {
        Path file =
                write(
                        "main.py",
                        """
                        def product(n: int) -> int:
                            result = 1
                            for i in range(1, n + 1):
                                result *= i
                            if n == 25:
                                raise ValueError(result)
                            return result


                        assert product(20) == 2432902008176640000
                        product(25)
                        """);
        assertThat(status(Compiler.compile(file))).isEqualTo(1);
        assertThat(errors.toString(UTF_8))
                .isEqualTo(
                        """
                        Traceback (most recent call last):
                          File "%s", line 11, in <module>
                            product(25)
                          File "%s", line 6, in product
                            raise ValueError(result)
                        ValueError: 15511210043330985984000000
                        """
                                .formatted(file, file));
    }

    @Test
    void aProgramThatIsNotAcceptedHasDiagnostics() throws IOException {
        Path file = write("main.py", "x: int = ''\n");
        assertThat(Compiler.compile(file))
                .isInstanceOfSatisfying(
                        CompileResult.Refused.class,
                        refused ->
                                assertThat(refused.diagnostics())
                                        .extracting(Diagnostic::code)
                                        .containsExactly("KR310"));
    }

    @Test
    void aProgramComesFromTheCacheUntilItsSourceChanges() throws IOException {
        CompileCache cache = new CompileCache(folder.resolve("cache"), "one");
        Path file = write("main.py", "raise SystemExit(3)\n");
        assertThat(status(Compiler.compile(file, Optional.of(cache)))).isEqualTo(3);
        assertThat(cache.find(file, "__main__")).isPresent();
        assertThat(status(Compiler.compile(file, Optional.of(cache)))).isEqualTo(3);
        CompileCache other = new CompileCache(folder.resolve("cache"), "other");
        assertThat(other.find(file, "__main__")).isEmpty();
        assertThat(cache.find(file, "main")).isEmpty();
        write("main.py", "raise SystemExit(4)\n");
        assertThat(cache.find(file, "__main__")).isEmpty();
        assertThat(status(Compiler.compile(file, Optional.of(cache)))).isEqualTo(4);
    }

    @Test
    void aDamagedCacheIsNotUsed() throws IOException {
        CompileCache cache = new CompileCache(folder.resolve("cache"), "one");
        Path file = write("main.py", "raise SystemExit(3)\n");
        Compiler.compile(file, Optional.of(cache));
        try (var kept = Files.list(folder.resolve("cache"))) {
            List<Path> files = kept.toList();
            assertThat(files).hasSize(1);
            byte[] bytes = Files.readAllBytes(files.getFirst());
            Files.write(files.getFirst(), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
        assertThat(cache.find(file, "__main__")).isEmpty();
        assertThat(status(Compiler.compile(file, Optional.of(cache)))).isEqualTo(3);
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoFailure() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        CompileCache cache = new CompileCache(noFolder.resolve("cache"), "one");
        Path file = write("main.py", "raise SystemExit(3)\n");
        assertThat(status(Compiler.compile(file, Optional.of(cache)))).isEqualTo(3);
    }

    @Test
    void everyInterruptReachesALoopThatIsMachineCode() throws Exception {
        Path file =
                write(
                        "main.py",
                        """
                        for turn in range(3):
                            n = 0
                            try:
                                while True:
                                    n += 1
                                    if n == 20_000_000:
                                        print("computes", flush=True)
                            except KeyboardInterrupt:
                                print("heard")
                        """);
        Semaphore computes = new Semaphore(0);
        OutputStream told =
                new OutputStream() {
                    @Override
                    public void write(int unit) {
                        output.write(unit);
                    }

                    @Override
                    public void flush() {
                        computes.release();
                    }
                };
        ProgramState state =
                ProgramState.of(List.of("main.py"), InputStream.nullInputStream(), told, errors);
        ProgramRun run = new ProgramRun(compiled(Compiler.compile(file)), state, Integer.MAX_VALUE);
        Thread program = Thread.ofPlatform().start(run::run);
        for (int turn = 0; turn < 3; turn++) {
            computes.acquire();
            assertThat(run.interrupt()).isEqualTo(-1);
        }
        program.join();
        assertThat(output.toString(UTF_8)).isEqualTo("computes\nheard\n".repeat(3));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int status(CompileResult result) {
        InputStream nothing = InputStream.nullInputStream();
        ProgramState state = ProgramState.of(List.of("main.py"), nothing, output, errors);
        return ProgramRun.run(compiled(result), state);
    }

    private static CompiledProgram compiled(CompileResult result) {
        return ((CompileResult.Compiled) result).program();
    }
}
