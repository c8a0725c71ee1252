package krait.compiler.program;

import java.util.List;
import krait.compiler.diagnostics.Diagnostic;

/// What became of a program's sources.
public sealed interface CompileResult {
    /// Class files, ready to be loaded.
    record Compiled(CompiledProgram program) implements CompileResult {}

    /// The compiler does not accept it.
    record Refused(List<Diagnostic> diagnostics) implements CompileResult {}
}
