package krait.compiler.types;

import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Statement;

/// Places that the tree has no node for.
final class Spans {
    private Spans() {}

    /// The word `def` and the name behind it.
    static Span name(Statement.FunctionDef def) {
        Span span = def.span();
        return new Span(
                span.line(), span.column(), span.line(), span.column() + 4 + def.name().length());
    }

    /// The word `class` and the name behind it.
    static Span name(Statement.ClassDef def) {
        Span span = def.span();
        return new Span(
                span.line(), span.column(), span.line(), span.column() + 6 + def.name().length());
    }
}
