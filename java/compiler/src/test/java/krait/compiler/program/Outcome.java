package krait.compiler.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import krait.compiler.diagnostics.Diagnostic;
import krait.runtime.lib.ProgramState;

/// What a program leaves behind.
///
/// @param errors what stands on standard error, without the lines of carets that CPython draws and
///   without the frames of its library
record Outcome(String output, String errors, int status) {
    /// A program that runs longer is taken to hang.
    private static final long RUN_LIMIT_SECONDS = 30;

    private static final Pattern LIBRARY_FRAME =
            Pattern.compile("  File \".*/lib/python3\\.\\d+/[^\"]*\", line .*");

    static Outcome of(byte[] output, byte[] errors, int status) {
        return new Outcome(new String(output, UTF_8), comparable(errors), status);
    }

    /// Frames of CPython's own library are left out too: here most of it is not Python.
    private static String comparable(byte[] errors) {
        StringBuilder kept = new StringBuilder();
        boolean skips = false;
        for (String line : new String(errors, UTF_8).lines().toList()) {
            boolean begins = LIBRARY_FRAME.matcher(line).matches();
            skips = begins || (skips && line.startsWith("    "));
            if (!skips && !line.matches("\\s*[~^][~^\\s]*")) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    /// Compiles and runs it in this JVM. What goes wrong in the compiler is thrown.
    static Outcome compiled(ConformanceProgram program) throws Exception {
        return switch (Compiler.compile(program.file())) {
            case CompileResult.Refused(var diagnostics) -> throw new Refusal(diagnostics);
            case CompileResult.Compiled(var compiled) -> run(program, compiled);
        };
    }

    private static Outcome run(ConformanceProgram program, CompiledProgram compiled)
            throws InterruptedException, ExecutionException, TimeoutException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ProgramState state =
                ProgramState.of(
                        List.of(program.file().toString()),
                        new ByteArrayInputStream(new byte[0]),
                        output,
                        errors);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Thread runner =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> end.complete(ProgramRun.run(compiled, state)));
        int status = end.get(RUN_LIMIT_SECONDS, TimeUnit.SECONDS);
        runner.join();
        return of(output.toByteArray(), errors.toByteArray(), status);
    }

    /// The compiler does not accept the program.
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(List<Diagnostic> diagnostics) {
            super(
                    diagnostics.stream()
                            .map(each ->
                                    each.span().line() + " " + each.code() + " " + each.message())
                            .collect(Collectors.joining("; ")));
        }
    }
}
