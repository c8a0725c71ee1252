package krait.compiler.types;

import java.util.List;
import krait.compiler.diagnostics.Diagnostic;

/// What became of a program.
public sealed interface CheckResult {
    /// It is accepted.
    ///
    /// @param modules the program's own ones; the last is the one that was asked for
    record Checked(List<TypedModule> modules) implements CheckResult {}

    /// It isn't, and here is why.
    record Refused(List<Diagnostic> diagnostics) implements CheckResult {}
}
