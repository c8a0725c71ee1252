package krait.compiler.syntax;

import java.util.List;
import krait.compiler.diagnostics.Diagnostic;

/// What became of a source.
public sealed interface ParseResult {
    /// It is Python.
    record Parsed(Ast.Module module) implements ParseResult {}

    /// It isn't, and here is why; at least one diagnostic is an error.
    record Rejected(List<Diagnostic> diagnostics) implements ParseResult {}
}
