package krait.compiler.types;

import java.util.List;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Statement;

/// Loops. What the body changes is unknown at its head.
final class Loops {
    private final Body body;

    Loops(Body body) {
        this.body = body;
    }

    private void atHead(List<? extends Ast> parts) {
        AssignedNames names = AssignedNames.in(parts);
        for (String name : names.assigned()) {
            if (body.scope().home(name).own(name).orElse(null)
                    instanceof Binding.VariableBinding v) {
                body.flow().forget(v.variable());
            }
        }
        for (Ast part : parts) {
            TreeWalk.walk(
                    part,
                    node -> {
                        if (node instanceof Statement.Delete d) {
                            AssignedNames.in(List.of(d)).assigned().forEach(this::unbind);
                        }
                    });
        }
        body.flow().forgetReachable();
    }

    private void unbind(String name) {
        if (body.scope().own(name).orElse(null) instanceof Binding.VariableBinding v) {
            body.flow().unbind(v.variable());
        }
    }

    void whileLoop(Statement.While w, List<TypedStatement> out) {
        atHead(w.body());
        Conditions.Branches branches = body.conditions().condition(w.test());
        Body.LoopFlow loop = new Body.LoopFlow();
        body.loops().push(loop);
        body.flow(branches.yes());
        List<TypedStatement> inside = body.statements().block(w.body());
        body.loops().pop();
        body.flow(branches.no());
        List<TypedStatement> otherwise = body.statements().block(w.orelse());
        leave(loop);
        out.add(new TypedStatement.While(branches.test(), inside, otherwise, w.span()));
    }

    void forLoop(Statement.For f, List<TypedStatement> out) {
        TypedExpression iterable = body.expressions().check(f.iter());
        Iteration iteration = body.expressions().iteration(iterable, f.iter().span());
        atHead(f.body());
        Flow before = body.flow().copy();
        TypedTarget target = body.targets().target(f.target(), iteration.element());
        Body.LoopFlow loop = new Body.LoopFlow();
        body.loops().push(loop);
        List<TypedStatement> inside = body.statements().block(f.body());
        body.loops().pop();
        for (String name : AssignedNames.in(List.of(f.target())).assigned()) {
            if (body.scope().own(name).orElse(null) instanceof Binding.VariableBinding v) {
                before.forget(v.variable());
            }
        }
        body.flow(before);
        List<TypedStatement> otherwise = body.statements().block(f.orelse());
        leave(loop);
        out.add(new TypedStatement.For(target, iteration, inside, otherwise, f.span()));
    }

    private void leave(Body.LoopFlow loop) {
        for (Flow flow : loop.breaks) {
            body.flow(body.flow().join(flow));
        }
    }
}
