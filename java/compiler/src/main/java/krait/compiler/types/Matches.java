package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Pattern;
import krait.compiler.syntax.Statement;

/// `match`: a chain of `if`, each with the test of a [Patterns pattern] and what it binds.
final class Matches {
    private final Body body;

    Matches(Body body) {
        this.body = body;
    }

    void match(Statement.Match match, List<TypedStatement> out) {
        Expression.Name subject;
        if (match.subject() instanceof Expression.Name n && isStable(n.id(), match)) {
            subject = n;
        } else {
            TypedExpression value = body.expressions().check(match.subject());
            subject = new Patterns(body).keep(value, out);
        }
        Set<String> members = new HashSet<>();
        List<TypedStatement> place = out;
        Flow after = new Flow();
        after.end();
        for (Ast.MatchCase each : match.cases()) {
            if (!body.flow().reachable()) {
                break;
            }
            Conditions.Branches branches = test(each, subject);
            body.flow(branches.yes());
            List<TypedStatement> then = body.statements().block(each.body());
            after = after.join(body.flow());
            body.flow(branches.no());
            List<TypedStatement> otherwise = new ArrayList<>();
            place.add(new TypedStatement.If(branches.test(), then, otherwise, each.span()));
            place = otherwise;
            if (each.guard().isEmpty()) {
                covered(each.pattern(), members);
            }
            if (exhausted(subject, members)) {
                body.flow().end();
            }
        }
        body.flow(after.join(body.flow()));
    }

    /// Whether a name keeps its value while patterns are tried.
    private boolean isStable(String name, Statement.Match match) {
        boolean local =
                !body.scope().isModule()
                        && body.scope().own(name).orElse(null) instanceof Binding.VariableBinding b
                        && body.scope().ownsAlone(b.variable());
        List<Ast> patterns = new ArrayList<>();
        match.cases().forEach(each -> patterns.add(each.pattern()));
        match.cases().forEach(each -> each.guard().ifPresent(patterns::add));
        return local && !AssignedNames.in(patterns).assigned().contains(name);
    }

    private Conditions.Branches test(Ast.MatchCase each, Expression.Name subject) {
        Patterns patterns = new Patterns(body);
        patterns.pattern(each.pattern(), subject);
        each.guard().ifPresent(patterns::condition);
        return patterns.branches(each.pattern().span());
    }

    /// Notes the members of an enum, or the bools, that a case takes whole.
    private static void covered(Pattern pattern, Set<String> members) {
        switch (pattern) {
            case Pattern.MatchValue value -> {
                if (value.value() instanceof Expression.Attribute a) {
                    members.add(a.attr());
                }
            }
            case Pattern.MatchSingleton single -> members.add(single.value().toString());
            case Pattern.MatchOr or -> or.patterns().forEach(p -> covered(p, members));
            case Pattern.MatchAs as -> as.pattern().ifPresent(p -> covered(p, members));
            case Pattern.MatchSequence _,
                    Pattern.MatchMapping _,
                    Pattern.MatchClass _,
                    Pattern.MatchStar _ -> {}
        }
    }

    private boolean exhausted(Expression.Name subject, Set<String> members) {
        if (members.isEmpty() || !body.flow().reachable()) {
            return false;
        }
        Flow before = body.flow().copy();
        Type type = body.expressions().check(subject).type();
        body.flow(before);
        if (type.equals(body.builtins().bool())) {
            return members.containsAll(Set.of("TRUE", "FALSE"));
        }
        if (!(type instanceof Type.NominalType n) || !n.symbol().is(ClassSymbol.Flag.ENUM)) {
            return false;
        }
        return n.symbol().enumMembers().stream()
                .allMatch(member -> members.contains(member.field().name()));
    }
}
