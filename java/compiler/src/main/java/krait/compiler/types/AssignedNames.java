package krait.compiler.types;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
///
/// @param assigned deleted ones included; targets of comprehensions belong to those
/// @param again names that are assigned at more than one place, or in a loop
/// @param deleted by `del`, or at the end of an `except`
/// @param inner names that functions inside declare nonlocal
record AssignedNames(
        Set<String> assigned,
        Set<String> again,
        Set<String> deleted,
        Set<String> globals,
        Set<String> nonlocals,
        Set<String> inner) {

    static AssignedNames in(List<? extends Ast> nodes) {
        AssignedNames names = none();
        Set<Ast> ofComprehensions = Collections.newSetFromMap(new IdentityHashMap<>());
        nodes.forEach(s -> TreeWalk.walk(s, node -> names.note(node, ofComprehensions)));
        names.assigned.removeAll(names.globals);
        names.assigned.removeAll(names.nonlocals);
        return names;
    }

    static AssignedNames none() {
        return new AssignedNames(
                new LinkedHashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>());
    }

    private void note(Ast node, Set<Ast> ofComprehensions) {
        if (node instanceof Expression e) {
            expression(e, ofComprehensions);
        } else if (node instanceof Statement s) {
            statement(s);
        } else if (node instanceof Ast.Comprehension c) {
            TreeWalk.walk(c.target(), ofComprehensions::add);
        } else if (node instanceof Ast.ExceptHandler h) {
            h.name().ifPresent(this::assign);
            h.name().ifPresent(deleted::add);
        } else if (node instanceof Pattern.MatchAs p) {
            p.name().ifPresent(this::assign);
        } else if (node instanceof Pattern.MatchStar p) {
            p.name().ifPresent(this::assign);
        } else if (node instanceof Pattern.MatchMapping p) {
            p.rest().ifPresent(this::assign);
        }
    }

    private void expression(Expression node, Set<Ast> ofComprehensions) {
        if (node instanceof Expression.Name n) {
            if (n.ctx() != ExpressionContext.LOAD && !ofComprehensions.contains(n)) {
                assign(n.id());
            }
            if (n.ctx() == ExpressionContext.DEL) {
                deleted.add(n.id());
            }
        } else if (node instanceof Expression.GeneratorExp g) {
            inner.addAll(in(List.of(g.elt())).assigned);
            g.generators().forEach(c -> inner.addAll(in(c.ifs()).assigned));
        }
    }

    private void statement(Statement node) {
        if (node instanceof Statement.FunctionDef f) {
            assign(f.name());
            AssignedNames inside = in(f.body());
            inner.addAll(inside.nonlocals);
            inner.addAll(inside.inner);
        } else if (node instanceof Statement.ClassDef c) {
            assign(c.name());
        } else if (node instanceof Statement.Global g) {
            globals.addAll(g.names());
        } else if (node instanceof Statement.Nonlocal n) {
            nonlocals.addAll(n.names());
        } else if (node instanceof Statement.For f) {
            again.addAll(in(List.of(f.target())).assigned);
            again.addAll(in(f.body()).assigned);
        } else if (node instanceof Statement.While w) {
            again.addAll(in(List.of(w.test())).assigned);
            again.addAll(in(w.body()).assigned);
        }
    }

    private void assign(String name) {
        if (!assigned.add(name)) {
            again.add(name);
        }
    }
}
