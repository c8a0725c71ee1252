package krait.compiler.types;

import java.util.ArrayList;
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
        names.deleted().forEach(this::unbind);
        body.flow().forgetReachable(body.scope(), body.session().effects().of(parts));
    }

    private void unbind(String name) {
        if (body.scope().own(name).orElse(null) instanceof Binding.VariableBinding v) {
            body.flow().unbind(v.variable());
        }
    }

    void whileLoop(Statement.While w, List<TypedStatement> out) {
        List<Ast> repeated = new ArrayList<>(w.body());
        repeated.add(w.test());
        atHead(repeated);
        body.enterLoop();
        Conditions.Branches branches = body.conditions().condition(w.test());
        Body.LoopFlow loop = new Body.LoopFlow();
        body.loops().push(loop);
        body.flow(branches.yes());
        List<TypedStatement> inside = body.statements().block(w.body());
        body.loops().pop();
        body.leaveLoop();
        body.flow(branches.no());
        List<TypedStatement> otherwise = body.statements().block(w.orelse());
        leave(loop);
        out.add(new TypedStatement.While(branches.test(), inside, otherwise, w.span()));
    }

    void forLoop(Statement.For f, List<TypedStatement> out) {
        TypedExpression iterable = body.expressions().check(f.iter());
        Iteration iteration = body.expressions().iteration(iterable, f.iter().span());
        body.session().lives().used(body, iterable);
        List<Ast> repeated = new ArrayList<>(f.body());
        repeated.add(f.target());
        atHead(repeated);
        Flow before = body.flow().copy();
        body.enterLoop();
        TypedTarget target = body.targets().target(f.target(), iteration.element());
        Body.LoopFlow loop = new Body.LoopFlow();
        body.loops().push(loop);
        boolean counts = new Naturals(body).counts(target, iteration, f.body());
        List<TypedStatement> inside = body.statements().block(f.body());
        if (counts) {
            body.naturals().remove(((TypedTarget.VariableTarget) target).variable());
        }
        body.loops().pop();
        body.leaveLoop();
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
