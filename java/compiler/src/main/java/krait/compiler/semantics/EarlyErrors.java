package krait.compiler.semantics;

import java.util.Optional;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.SyntaxCode;

/// What CPython refuses although the grammar allows it: `return` outside a function, `nonlocal` at
/// module level, a pattern that nothing can reach. The passes and the order within each are those
/// of CPython 3.14 (`__future__`, symbol table, its analysis, code generation), as only the first
/// error is reported, and it must be the same one.
public final class EarlyErrors {
    private EarlyErrors() {}

    /// The first error of a parsed file, if it has one.
    public static Optional<Diagnostic> first(Source source, Ast.Module module) {
        try {
            FutureImports future = FutureImports.of(module);
            SymbolTable table = new SymbolTable(future);
            Block top = table.build(module);
            ScopeAnalysis.check(top);
            new Placement(table, future).check(module);
            return Optional.empty();
        } catch (EarlyError error) {
            return Optional.of(error.in(source));
        } catch (StackOverflowError e) {
            // the parser's limits fit the JVM's usual stack: this thread was given a smaller one
            return Optional.of(
                    Diagnostic.error(
                            SyntaxCode.LIMIT.code(),
                            source,
                            new Span(1, 0, 1, 0),
                            "too deeply nested for this thread"));
        }
    }
}
