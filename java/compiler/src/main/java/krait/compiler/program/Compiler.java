package krait.compiler.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;
import krait.compiler.emit.ClassEmitter;
import krait.compiler.emit.CodeTooLong;
import krait.compiler.lowering.Lowering;
import krait.compiler.lowering.ModuleNames;
import krait.compiler.syntax.SyntaxCode;
import krait.compiler.types.CheckResult;
import krait.compiler.types.Checker;

/// All phases: from the file of a program to class files.
public final class Compiler {
    private static final String MAIN = "__main__";

    private Compiler() {}

    /// Compiles a program and the modules of its folder that it imports.
    ///
    /// @throws IOException if the file can't be read
    public static CompileResult compile(Path file) throws IOException {
        return compile(file, MAIN, Optional.empty());
    }

    /// The same, from the cache if nothing has changed since.
    ///
    /// @throws IOException if the file can't be read
    public static CompileResult compile(Path file, Optional<CompileCache> cache)
            throws IOException {
        return compile(file, MAIN, cache);
    }

    /// The same for a file that is imported, not run: a web application.
    ///
    /// @param module its `__name__`
    /// @throws IOException if the file can't be read
    public static CompileResult compile(Path file, String module, Optional<CompileCache> cache)
            throws IOException {
        Optional<CompiledProgram> known = cache.flatMap(kept -> kept.find(file, module));
        if (known.isPresent()) {
            return new CompileResult.Compiled(known.get());
        }
        ProgramFiles files = filesOf(file);
        CompileResult result = compile(files, module, files.read(file));
        if (result instanceof CompileResult.Compiled(CompiledProgram program)) {
            cache.ifPresent(kept -> kept.keep(file, module, program, files.asked()));
        }
        return result;
    }

    /// What the compiler has to say about a program; nothing if it accepts it.
    ///
    /// @throws IOException if the file can't be read
    public static List<Diagnostic> check(Path file) throws IOException {
        ProgramFiles files = new ProgramFiles(root(file));
        return switch (compile(files, MAIN, files.read(file))) {
            case CompileResult.Refused(var diagnostics) -> diagnostics;
            case CompileResult.Compiled _ -> List.of();
        };
    }

    /// Where a module of a package finds the package.
    private static Path root(Path file) {
        Path folder = file.getParent();
        while (folder != null && Files.isRegularFile(folder.resolve("__init__.py"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("") : folder;
    }

    private static ProgramFiles filesOf(Path file) {
        Path folder = file.getParent();
        return new ProgramFiles(folder == null ? Path.of("") : folder);
    }

    private static CompileResult compile(ProgramFiles files, String module, Source main) {
        return DeepStack.call(() -> {
            try {
                return switch (Checker.check(module, main, files)) {
                    case CheckResult.Refused(var diagnostics) ->
                            new CompileResult.Refused(diagnostics);
                    case CheckResult.Checked checked -> translate(files, checked);
                };
            } catch (StackOverflowError e) {
                return tooMuch(main, "too deeply nested for the compiler");
            } catch (CodeTooLong e) {
                return tooMuch(
                        main, "a function or the module itself has more code than fits a method");
            }
        });
    }

    private static CompileResult tooMuch(Source main, String message) {
        Diagnostic error =
                Diagnostic.error(SyntaxCode.LIMIT.code(), main, new Span(1, 0, 1, 0), message)
                        .rewrite("split it into several functions; read large tables from a file");
        return new CompileResult.Refused(List.of(error));
    }

    private static CompileResult translate(ProgramFiles files, CheckResult.Checked checked) {
        ClassLoader library = Compiler.class.getClassLoader();
        Lowering.Result lowered = Lowering.lower(checked.modules(), library);
        if (!lowered.diagnostics().isEmpty()) {
            return new CompileResult.Refused(lowered.diagnostics());
        }
        String mainClass = ModuleNames.of(checked.modules().getLast().symbol());
        return new CompileResult.Compiled(
                new CompiledProgram(
                        mainClass, ClassEmitter.emit(lowered.plans(), library), files.paths()));
    }
}
