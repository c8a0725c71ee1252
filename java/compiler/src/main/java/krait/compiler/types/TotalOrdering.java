package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.BoolOperator;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.UnaryOperator;

/// The methods that `@total_ordering` adds, each made of the first of `__lt__`, `__le__`, `__gt__`
/// and `__ge__` that the class has, and of `==`.
final class TotalOrdering {
    private static final List<String> ORDER = List.of("__lt__", "__le__", "__gt__", "__ge__");
    private static final String ANSWER = "$answer";
    private static final String FOUND = "$found";

    /// Whether the answer is negated, and what stands behind it.
    private record Rule(boolean negated, Optional<BoolOperator> joined) {}

    private static final Rule OPPOSITE = new Rule(true, Optional.empty());
    private static final Rule AND_UNEQUAL = new Rule(false, Optional.of(BoolOperator.AND));
    private static final Rule NOT_AND_UNEQUAL = new Rule(true, Optional.of(BoolOperator.AND));
    private static final Rule OR_EQUAL = new Rule(false, Optional.of(BoolOperator.OR));
    private static final Rule NOT_OR_EQUAL = new Rule(true, Optional.of(BoolOperator.OR));

    private static final Map<String, Map<String, Rule>> RULES =
            Map.of(
                    "__lt__",
                    Map.of(
                            "__gt__", NOT_AND_UNEQUAL,
                            "__le__", OR_EQUAL,
                            "__ge__", OPPOSITE),
                    "__le__",
                    Map.of(
                            "__ge__", NOT_OR_EQUAL,
                            "__lt__", AND_UNEQUAL,
                            "__gt__", OPPOSITE),
                    "__gt__",
                    Map.of(
                            "__lt__", NOT_AND_UNEQUAL,
                            "__ge__", OR_EQUAL,
                            "__le__", OPPOSITE),
                    "__ge__",
                    Map.of(
                            "__le__", NOT_OR_EQUAL,
                            "__gt__", AND_UNEQUAL,
                            "__lt__", OPPOSITE));

    private TotalOrdering() {}

    /// Methods for a class; none when it has no such method itself.
    ///
    /// @param imports grows by what they need
    static List<Statement> methods(List<Statement> body, List<Statement> imports) {
        List<Statement> added = new ArrayList<>();
        for (String root : ORDER) {
            Optional<Statement.FunctionDef> found = find(body, root);
            if (found.isEmpty() || found.orElseThrow().args().args().size() != 2) {
                continue;
            }
            Span span = found.orElseThrow().span();
            Ast.Alias alias = new Ast.Alias("_ordering", Optional.of(ANSWER), span);
            Statement needed =
                    new Statement.ImportFrom(Optional.of("functools"), List.of(alias), 0, span);
            if (imports.stream().noneMatch(each -> isOrdering(each))) {
                imports.add(needed);
            }
            for (String name : ORDER) {
                if (!name.equals(root) && find(body, name).isEmpty()) {
                    added.add(method(name, rule(root, name), found.orElseThrow()));
                }
            }
            return added;
        }
        return added;
    }

    private static Rule rule(String root, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(RULES.get(root)).get(name));
    }

    private static boolean isOrdering(Statement statement) {
        return statement instanceof Statement.ImportFrom f
                && f.names().getFirst().name().equals("_ordering");
    }

    private static Optional<Statement.FunctionDef> find(List<Statement> body, String name) {
        return body.stream()
                .filter(Statement.FunctionDef.class::isInstance)
                .map(Statement.FunctionDef.class::cast)
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /// `found = answer(self, other, "__lt__")`, which is below 0 for NotImplemented; then the rule.
    private static Statement method(String name, Rule rule, Statement.FunctionDef root) {
        Span span = root.span();
        Expression self = LibraryDecorators.name(root.args().args().get(0).arg(), span);
        Expression other = LibraryDecorators.name(root.args().args().get(1).arg(), span);
        Expression asked =
                new Expression.Constant(new Literal.Str(root.name()), Optional.empty(), span);
        Expression call =
                new Expression.Call(
                        LibraryDecorators.name(ANSWER, span),
                        List.of(self, other, asked),
                        List.of(),
                        span);
        Expression target = new Expression.Name(FOUND, ExpressionContext.STORE, span);
        List<Statement> body = new ArrayList<>();
        body.add(new Statement.Assign(List.of(target), call, span));
        if (Yields.returnsNotImplemented(root.body())) {
            Expression none = LibraryDecorators.name("NotImplemented", span);
            body.add(
                    new Statement.If(
                            compared(CompareOperator.LT, number(0, span), span),
                            List.of(new Statement.Return(Optional.of(none), span)),
                            List.of(),
                            span));
        }
        Expression answer = compared(CompareOperator.GT, number(0, span), span);
        Expression first =
                rule.negated() ? new Expression.UnaryOp(UnaryOperator.NOT, answer, span) : answer;
        Expression result = rule.joined().map(op -> joined(op, first, self, other)).orElse(first);
        body.add(new Statement.Return(Optional.of(result), span));
        return new Statement.FunctionDef(
                name, root.args(), List.copyOf(body), List.of(), root.returns(), List.of(), span);
    }

    private static Expression number(int value, Span span) {
        Literal literal = new Literal.Int(java.math.BigInteger.valueOf(value));
        return new Expression.Constant(literal, Optional.empty(), span);
    }

    private static Expression compared(CompareOperator op, Expression right, Span span) {
        return new Expression.Compare(
                LibraryDecorators.name(FOUND, span), List.of(op), List.of(right), span);
    }

    private static Expression joined(
            BoolOperator op, Expression first, Expression self, Expression other) {
        CompareOperator equality =
                op == BoolOperator.AND ? CompareOperator.NOT_EQ : CompareOperator.EQ;
        Span span = self.span();
        Expression equal = new Expression.Compare(self, List.of(equality), List.of(other), span);
        return new Expression.BoolOp(op, List.of(first, equal), span);
    }
}
