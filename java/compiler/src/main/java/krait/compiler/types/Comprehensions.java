package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.TypedExpression.ComprehensionKind;
import org.jspecify.annotations.Nullable;

/// Comprehensions and generator expressions, each a scope of its own.
final class Comprehensions {
    private final Body body;

    Comprehensions(Body body) {
        this.body = body;
    }

    TypedExpression list(Expression.ListComp c, @Nullable Type expected) {
        return single(ComprehensionKind.LIST, "list", c.elt(), c.generators(), expected, c.span());
    }

    TypedExpression set(Expression.SetComp c, @Nullable Type expected) {
        return single(ComprehensionKind.SET, "set", c.elt(), c.generators(), expected, c.span());
    }

    TypedExpression generator(Expression.GeneratorExp c, @Nullable Type expected) {
        return single(
                ComprehensionKind.GENERATOR,
                "Iterator",
                c.elt(),
                c.generators(),
                expected,
                c.span());
    }

    private TypedExpression single(
            ComprehensionKind kind,
            String container,
            Expression element,
            List<Ast.Comprehension> generators,
            @Nullable Type expected,
            Span span) {
        Optional<NominalType> wanted = body.expressions().expectedAs(expected, container);
        Type hint = wanted.isPresent() ? wanted.get().arguments().getFirst() : null;
        boolean lazy = kind == ComprehensionKind.GENERATOR;
        return repeated(() -> {
            Opened opened = open(generators, lazy);
            TypedExpression value = body.expressions().check(element, hint);
            if (hint != null && body.relations().assignable(value.type(), hint)) {
                value = body.coerce(value, hint, "the element");
            }
            close(opened, lazy);
            return new TypedExpression.Comprehension(
                    kind,
                    value,
                    Optional.empty(),
                    opened.clauses(),
                    opened.scope().locals(),
                    opened.scope().captures(),
                    body.builtins().type(container, value.type()),
                    span);
        });
    }

    TypedExpression dict(Expression.DictComp c, @Nullable Type expected) {
        Optional<NominalType> wanted = body.expressions().expectedAs(expected, "dict");
        return repeated(() -> {
            Opened opened = open(c.generators(), false);
            TypedExpression key = element(c.key(), wanted, 0);
            TypedExpression value = element(c.value(), wanted, 1);
            close(opened, false);
            return new TypedExpression.Comprehension(
                    ComprehensionKind.DICT,
                    key,
                    Optional.of(value),
                    opened.clauses(),
                    opened.scope().locals(),
                    List.of(),
                    body.builtins().type("dict", key.type(), value.type()),
                    c.span());
        });
    }

    /// Every round begins with what is known before the first and still holds after it: when code
    /// of the program may run inside, the comprehension is checked once more with less knowledge.
    private TypedExpression repeated(Supplier<TypedExpression> check) {
        boolean knows = body.flow().knowsReachable(body.scope());
        int calls = body.userCalls();
        int problems = body.problems().count();
        Flow start = body.flow().copy();
        TypedExpression checked = check.get();
        if (!knows || body.userCalls() == calls) {
            return checked;
        }
        body.problems().rewind(problems);
        body.flow(start);
        body.flow().forgetReachable(body.scope(), body.session().effects().anything());
        return check.get();
    }

    private TypedExpression element(Expression e, Optional<NominalType> wanted, int index) {
        if (wanted.isEmpty()) {
            return body.expressions().check(e);
        }
        Type hint = wanted.get().arguments().get(index);
        TypedExpression value = body.expressions().check(e, hint);
        return body.relations().assignable(value.type(), hint)
                ? body.coerce(value, hint, "the element")
                : value;
    }

    /// @param after what is known behind it
    private record Opened(
            Scope scope,
            Scope outer,
            Flow after,
            int calls,
            List<TypedExpression.Clause> clauses) {}

    private Opened open(List<Ast.Comprehension> generators, boolean lazy) {
        Scope outer = body.scope();
        Scope inner = Scope.comprehension(outer, targets(generators), lazy);
        Flow after = body.flow();
        int calls = body.userCalls();
        List<TypedExpression.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < generators.size(); i++) {
            Ast.Comprehension each = generators.get(i);
            if (each.isAsync()) {
                body.problems().report(TypeCode.UNSUPPORTED, each.span(), "async comprehension");
            }
            TypedExpression iterable = body.expressions().check(each.iter());
            Iteration iteration = body.expressions().iteration(iterable, each.iter().span());
            if (!lazy) {
                body.session().lives().used(body, iterable);
            }
            if (i == 0) {
                after = body.flow();
                calls = body.userCalls();
                body.flow(after.copy());
                if (lazy) {
                    body.flow().keepConstants(outer);
                }
                body.enter(inner);
            }
            if (UserCode.reaches(iterable.type())) {
                body.runsUserCode();
            }
            body.enterLoop();
            TypedTarget target = body.targets().target(each.target(), iteration.element());
            new Naturals(body).counts(target, iteration, List.of());
            List<TypedExpression> conditions = new ArrayList<>();
            for (Expression condition : each.ifs()) {
                Conditions.Branches branches = body.conditions().condition(condition);
                conditions.add(branches.test());
                body.flow(branches.yes());
            }
            clauses.add(new TypedExpression.Clause(target, iteration, List.copyOf(conditions)));
        }
        return new Opened(inner, outer, after, calls, List.copyOf(clauses));
    }

    private static AssignedNames targets(List<Ast.Comprehension> generators) {
        AssignedNames names = AssignedNames.none();
        for (Ast.Comprehension each : generators) {
            names.assigned().addAll(AssignedNames.in(List.of(each.target())).assigned());
        }
        names.again().addAll(names.assigned());
        return names;
    }

    private void close(Opened opened, boolean lazy) {
        opened.clauses().forEach(c -> body.leaveLoop());
        Flow inside = body.flow();
        body.leave(opened.outer());
        body.flow(opened.after());
        if (!lazy && body.userCalls() > opened.calls()) {
            body.runsUserCode();
        }
        if (!lazy) {
            body.flow().forgetOthers(inside);
        }
    }
}
