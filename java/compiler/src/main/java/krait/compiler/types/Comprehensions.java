package krait.compiler.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Opened opened = open(generators, kind == ComprehensionKind.GENERATOR);
        TypedExpression value = body.expressions().check(element, hint);
        if (hint != null && body.relations().assignable(value.type(), hint)) {
            value = body.coerce(value, hint, "the element");
        }
        close(opened);
        return new TypedExpression.Comprehension(
                kind,
                value,
                Optional.empty(),
                opened.clauses(),
                opened.scope().locals(),
                opened.scope().captures(),
                body.builtins().type(container, value.type()),
                span);
    }

    TypedExpression dict(Expression.DictComp c, @Nullable Type expected) {
        Optional<NominalType> wanted = body.expressions().expectedAs(expected, "dict");
        Opened opened = open(c.generators(), false);
        TypedExpression key = element(c.key(), wanted, 0);
        TypedExpression value = element(c.value(), wanted, 1);
        close(opened);
        return new TypedExpression.Comprehension(
                ComprehensionKind.DICT,
                key,
                Optional.of(value),
                opened.clauses(),
                opened.scope().locals(),
                List.of(),
                body.builtins().type("dict", key.type(), value.type()),
                c.span());
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

    private record Opened(
            Scope scope, Scope outer, Flow before, List<TypedExpression.Clause> clauses) {}

    private Opened open(List<Ast.Comprehension> generators, boolean lazy) {
        Flow before = body.flow().copy();
        Set<String> assigned = new LinkedHashSet<>();
        for (Ast.Comprehension each : generators) {
            assigned.addAll(AssignedNames.in(List.of(each.target())).assigned());
        }
        AssignedNames names = new AssignedNames(assigned, Set.of(), Set.of());
        Scope inner = Scope.comprehension(body.scope(), names, lazy);
        Scope outer = body.scope();
        List<TypedExpression.Clause> clauses = new ArrayList<>();
        for (int i = 0; i < generators.size(); i++) {
            Ast.Comprehension each = generators.get(i);
            if (each.isAsync()) {
                body.problems().report(TypeCode.UNSUPPORTED, each.span(), "async comprehension");
            }
            TypedExpression iterable = body.expressions().check(each.iter());
            Iteration iteration = body.expressions().iteration(iterable, each.iter().span());
            if (i == 0) {
                outer = body.enter(inner);
            }
            TypedTarget target = body.targets().target(each.target(), iteration.element());
            List<TypedExpression> conditions = new ArrayList<>();
            for (Expression condition : each.ifs()) {
                Conditions.Branches branches = body.conditions().condition(condition);
                conditions.add(branches.test());
                body.flow(branches.yes());
            }
            clauses.add(new TypedExpression.Clause(target, iteration, List.copyOf(conditions)));
        }
        return new Opened(inner, outer, before, List.copyOf(clauses));
    }

    private void close(Opened opened) {
        body.leave(opened.outer());
        body.flow(opened.before());
    }
}
