package krait.compiler.semantics;

import java.util.List;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.SyntaxCode;

/// The `from __future__` imports that a file begins with.
///
/// @param end behind the last of them
/// @param annotations whether annotations are never evaluated (PEP 563)
record FutureImports(Span end, boolean annotations) {
    private static final String MODULE = "__future__";
    private static final Span NONE = new Span(-1, -1, -1, -1);
    private static final Set<String> FEATURES =
            Set.of(
                    "nested_scopes",
                    "generators",
                    "division",
                    "absolute_import",
                    "with_statement",
                    "print_function",
                    "unicode_literals",
                    "barry_as_FLUFL",
                    "generator_stop",
                    "annotations");

    static FutureImports of(Ast.Module module) {
        List<Statement> body = module.body();
        Span end = NONE;
        boolean annotations = false;
        for (int i = hasDocstring(body) ? 1 : 0; i < body.size(); i++) {
            if (!(body.get(i) instanceof Statement.ImportFrom from) || !isFuture(from)) {
                break;
            }
            for (Ast.Alias alias : from.names()) {
                checkFeature(alias);
                annotations |= alias.name().equals("annotations");
            }
            end = from.span();
        }
        return new FutureImports(end, annotations);
    }

    static boolean hasDocstring(List<Statement> body) {
        return !body.isEmpty()
                && body.getFirst()
                        instanceof
                        Statement.Expr(Expression.Constant(Literal.Str _, var _, var _), var _);
    }

    private static boolean isFuture(Statement.ImportFrom from) {
        return from.level() == 0 && from.module().filter(MODULE::equals).isPresent();
    }

    private static void checkFeature(Ast.Alias alias) {
        if (!FEATURES.contains(alias.name())) {
            throw new EarlyError(
                    SyntaxCode.PLACE,
                    alias.span(),
                    alias.name().equals("braces")
                            ? "not a chance"
                            : "future feature " + alias.name() + " is not defined",
                    "leave it out");
        }
    }

    /// Refuses an import of the future that stands behind other statements.
    void check(Statement.ImportFrom from) {
        Span span = from.span();
        boolean late =
                span.line() > end.line()
                        || (span.line() == end.endLine() && span.column() > end.endColumn());
        if (isFuture(from) && late) {
            throw new EarlyError(
                    SyntaxCode.PLACE,
                    span,
                    "from __future__ imports must occur at the beginning of the file",
                    "move it above all other statements");
        }
    }
}
