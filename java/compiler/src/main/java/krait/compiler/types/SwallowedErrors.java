package krait.compiler.types;

import java.util.List;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;

/// Whether the body of a context manager's generator may end although an exception was thrown into
/// it where it yields.
final class SwallowedErrors {
    private SwallowedErrors() {}

    static boolean possible(List<Statement> body) {
        boolean[] found = {false};
        for (Statement statement : body) {
            TreeWalk.walk(statement, node -> found[0] |= swallows(node));
        }
        return found[0];
    }

    private static boolean swallows(Ast node) {
        return switch (node) {
            case Statement.With w -> has(w.body(), Expression.Yield.class);
            case Statement.TryStar t -> has(t.body(), Expression.Yield.class);
            case Statement.Try t ->
                    has(t.body(), Expression.Yield.class)
                            && (!t.handlers().stream().allMatch(h -> raises(h.body()))
                                    || leaves(t.finalbody()));
            case Ast _ -> false;
        };
    }

    /// Whether every way through a handler ends with `raise`.
    private static boolean raises(List<Statement> handler) {
        return handler.getLast() instanceof Statement.Raise && !leaves(handler);
    }

    private static boolean leaves(List<Statement> body) {
        return has(body, Statement.Return.class)
                || has(body, Statement.Break.class)
                || has(body, Statement.Continue.class);
    }

    private static boolean has(List<Statement> body, Class<? extends Ast> kind) {
        boolean[] found = {false};
        body.forEach(each -> TreeWalk.walk(each, node -> found[0] |= kind.isInstance(node)));
        return found[0];
    }
}
