package krait.compiler.syntax;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// What stands after `case` (PEP 634).
public sealed interface Pattern extends Ast {
    /// Compares by `==`.
    record MatchValue(Expression value, Span span) implements Pattern {}

    /// Compares by `is`: None, True or False.
    record MatchSingleton(Literal value, Span span) implements Pattern {}

    record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {}

    /// `keys` and `patterns` belong together in pairs; `rest` is the name after `**`.
    record MatchMapping(
            List<Expression> keys, List<Pattern> patterns, Optional<String> rest, Span span)
            implements Pattern {}

    /// `kwdAttrs` and `kwdPatterns` belong together in pairs.
    record MatchClass(
            Expression cls,
            List<Pattern> patterns,
            List<String> kwdAttrs,
            List<Pattern> kwdPatterns,
            Span span)
            implements Pattern {}

    /// `*name`; without a name it is `*_`.
    record MatchStar(Optional<String> name, Span span) implements Pattern {}

    /// `pattern as name`; without a pattern it is a capture; without both it is `_`.
    record MatchAs(Optional<Pattern> pattern, Optional<String> name, Span span)
            implements Pattern {}

    record MatchOr(List<Pattern> patterns, Span span) implements Pattern {}
}
