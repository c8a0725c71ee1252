package krait.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Problem;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.program.CompileCache;
import krait.compiler.program.CompileResult;
import krait.compiler.program.CompiledProgram;
import krait.compiler.program.Compiler;
import krait.compiler.program.LoadedProgram;
import krait.runtime.lib.KraitApp;
import krait.runtime.web.Routes;

/// A compiled application whose module has run.
///
/// @param places one for each route, by its index
record CompiledApplication(LoadedProgram program, Routes routes, List<RoutePlace> places) {
    private static final long STACK_BYTES = 256L << 20;

    /// Compiles, loads and runs a module.
    ///
    /// @throws KraitException blame USER for what the compiler refuses, APP for what the module
    ///   raises
    static CompiledApplication load(Settings.Compiled from, Duration startTimeout) {
        Path file = from.file();
        LoadedProgram program = new LoadedProgram(compile(file));
        run(program, file, startTimeout);
        Optional<Object> found = program.global(from.attribute());
        if (!(found.orElse("") instanceof KraitApp app)) {
            throw Problem.of(
                            "no-app",
                            Blame.USER,
                            "the module has no App of the name '" + from.attribute() + "'")
                    .at(file.toString())
                    .remedy("write: " + from.attribute() + " = App(), or name another one")
                    .exception();
        }
        List<RoutePlace> places =
                Stream.generate(RoutePlace::new).limit(app.routes().all().size()).toList();
        return new CompiledApplication(program, app.routes(), places);
    }

    private static CompiledProgram compile(Path file) {
        try {
            Optional<CompileCache> cache = CompileCache.of(System.getenv());
            return switch (Compiler.compile(file, moduleName(file), cache)) {
                case CompileResult.Compiled(CompiledProgram program) -> program;
                case CompileResult.Refused(List<Diagnostic> diagnostics) ->
                        throw refused(file, diagnostics);
            };
        } catch (IOException e) {
            throw Problem.of("program-unreadable", Blame.USER, "the application can't be read")
                    .at(file.toString())
                    .remedy(String.valueOf(e.getMessage()))
                    .exception();
        }
    }

    static String moduleName(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        return name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
    }

    private static KraitException refused(Path file, List<Diagnostic> diagnostics) {
        StringBuilder told = new StringBuilder();
        int count = diagnostics.size();
        told.append(count).append(count == 1 ? " place stands" : " places stand");
        told.append(" in the way of compiling the application");
        diagnostics.forEach(each -> told.append('\n').append(each.render().stripTrailing()));
        return Problem.of("not-compiled", Blame.USER, told.toString())
                .at(file.toString())
                .remedy(
                        "rewrite these lines; docs/guide/compiled.md says what an application may"
                                + " be")
                .exception();
    }

    private static void run(LoadedProgram program, Path file, Duration startTimeout) {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        Thread main = new Thread(null, () -> run(program, ran), "krait-module", STACK_BYTES);
        main.setDaemon(true);
        main.start();
        try {
            ran.get(startTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException raised) {
            Throwable cause = Objects.requireNonNull(raised.getCause());
            String told = program.traceback(cause).stripTrailing();
            throw Problem.of("application-load", Blame.APP, "the module raised\n" + told)
                    .at(file.toString())
                    .exception();
        } catch (TimeoutException late) {
            throw Problem.of(
                            "application-load",
                            Blame.APP,
                            "the module did not end within " + startTimeout.toSeconds() + " s")
                    .at(file.toString())
                    .remedy("a module that is served defines handlers and returns")
                    .exception();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.of("interrupted", Blame.INTERNAL, "loading was interrupted").exception();
        }
    }

    private static void run(LoadedProgram program, CompletableFuture<Void> ran) {
        try {
            program.run();
            ran.complete(null);
        } catch (Throwable raised) {
            ran.completeExceptionally(raised);
        }
    }
}
