package krait.compiler.types;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Pattern;
import krait.compiler.syntax.Statement;

/// The names that a stretch of statements assigns or deletes, and what it declares global or
/// nonlocal.
record AssignedNames(Set<String> assigned, Set<String> globals, Set<String> nonlocals) {

    static AssignedNames in(List<? extends Ast> nodes) {
        AssignedNames names =
                new AssignedNames(new LinkedHashSet<>(), new HashSet<>(), new HashSet<>());
        nodes.forEach(s -> TreeWalk.walk(s, names::note));
        names.assigned.removeAll(names.globals);
        names.assigned.removeAll(names.nonlocals);
        return names;
    }

    private void note(Ast node) {
        if (node instanceof Expression.Name n) {
            if (n.ctx() != ExpressionContext.LOAD) {
                assigned.add(n.id());
            }
        } else if (node instanceof Statement.FunctionDef f) {
            assigned.add(f.name());
        } else if (node instanceof Statement.ClassDef c) {
            assigned.add(c.name());
        } else if (node instanceof Statement.Global g) {
            globals.addAll(g.names());
        } else if (node instanceof Statement.Nonlocal n) {
            nonlocals.addAll(n.names());
        } else if (node instanceof Ast.ExceptHandler h) {
            h.name().ifPresent(assigned::add);
        } else if (node instanceof Pattern.MatchAs p) {
            p.name().ifPresent(assigned::add);
        } else if (node instanceof Pattern.MatchStar p) {
            p.name().ifPresent(assigned::add);
        } else if (node instanceof Pattern.MatchMapping p) {
            p.rest().ifPresent(assigned::add);
        }
    }
}
