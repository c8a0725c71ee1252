package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;
import krait.compiler.types.TypedExpression.Link;
import krait.compiler.types.TypedExpression.LinkKind;
import org.jspecify.annotations.Nullable;

/// Comparisons and membership.
final class Comparisons {
    private static final Map<CompareOperator, String> ORDER =
            Map.of(
                    CompareOperator.LT, "__lt__",
                    CompareOperator.LT_E, "__le__",
                    CompareOperator.GT, "__gt__",
                    CompareOperator.GT_E, "__ge__");
    private static final Map<CompareOperator, String> MIRRORED =
            Map.of(
                    CompareOperator.LT, "__gt__",
                    CompareOperator.LT_E, "__ge__",
                    CompareOperator.GT, "__lt__",
                    CompareOperator.GT_E, "__le__");

    private final Body body;

    Comparisons(Body body) {
        this.body = body;
    }

    TypedExpression compare(Expression.Compare c) {
        TypedExpression first = body.expressions().check(c.left());
        Type bool = body.builtins().bool();
        if (c.ops().size() == 1 && isNone(c.comparators().getFirst())) {
            CompareOperator op = c.ops().getFirst();
            if (op == CompareOperator.IS || op == CompareOperator.IS_NOT) {
                return new TypedExpression.IsNone(
                        first, op == CompareOperator.IS_NOT, bool, c.span());
            }
        }
        List<Link> links = new ArrayList<>();
        Type left = first.type();
        for (int i = 0; i < c.ops().size(); i++) {
            TypedExpression right = body.expressions().check(c.comparators().get(i), hint(c, i));
            links.add(link(c.ops().get(i), left, right, c.span()));
            left = right.type();
        }
        return new TypedExpression.Comparison(first, List.copyOf(links), bool, c.span());
    }

    private @Nullable Type hint(Expression.Compare c, int i) {
        boolean display = c.comparators().get(i) instanceof Expression.List l && l.elts().isEmpty();
        return display ? body.builtins().type("list", body.builtins().type("object")) : null;
    }

    static boolean isNone(Expression e) {
        return e instanceof Expression.Constant c && c.value() == Literal.Singleton.NONE;
    }

    private Link link(CompareOperator op, Type left, TypedExpression right, Span span) {
        Type other = right.type();
        if (left == Simple.ERROR || other == Simple.ERROR) {
            return new Link(op, LinkKind.VALUE, Optional.empty(), right);
        }
        return switch (op) {
            case IS, IS_NOT -> identity(op, left, right, span);
            case IN, NOT_IN -> membership(op, left, right, span);
            case EQ, NOT_EQ -> {
                LinkKind kind = builtin(left, other);
                yield new Link(op, kind, Optional.empty(), touched(kind, left, right));
            }
            case LT, LT_E, GT, GT_E -> order(op, left, right, span);
        };
    }

    /// Objects of the program may run code when they are compared.
    private TypedExpression touched(LinkKind kind, Type left, TypedExpression right) {
        if (kind == LinkKind.VALUE && (UserCode.reaches(left) || UserCode.reaches(right.type()))) {
            body.runsUserCode();
        }
        return right;
    }

    private Link identity(CompareOperator op, Type left, TypedExpression right, Span span) {
        Type str = body.builtins().str();
        for (Type type : List.of(left, right.type())) {
            boolean value =
                    type.equals(str)
                            || type.equals(body.builtins().integer())
                            || type.equals(body.builtins().real())
                            || type instanceof TupleType;
            if (value) {
                body.problems()
                        .report(
                                TypeCode.OPERANDS,
                                span,
                                "identity of " + type.show() + " depends on the implementation",
                                op == CompareOperator.IS ? "==" : "!=");
            }
        }
        return new Link(op, LinkKind.IDENTITY, Optional.empty(), right);
    }

    private LinkKind builtin(Type left, Type right) {
        Builtins b = body.builtins();
        boolean numbers = b.numeric(left) && b.numeric(right);
        if (left.equals(right) && numbers) {
            return left.equals(b.integer())
                    ? LinkKind.INT
                    : left.equals(b.real()) ? LinkKind.FLOAT : LinkKind.BOOL;
        }
        if (numbers && !left.equals(b.bool()) && !right.equals(b.bool())) {
            return LinkKind.INT_FLOAT;
        }
        return left.equals(b.str()) && right.equals(b.str()) ? LinkKind.STR : LinkKind.VALUE;
    }

    private Link order(CompareOperator op, Type left, TypedExpression right, Span span) {
        LinkKind kind = builtin(left, right.type());
        if (kind != LinkKind.VALUE || ordered(left, right.type(), op)) {
            return new Link(op, kind, Optional.empty(), touched(kind, left, right));
        }
        boolean none = Relations.mayBeNone(left) || Relations.mayBeNone(right.type());
        body.problems()
                .report(
                        none ? TypeCode.MAY_BE_NONE : TypeCode.OPERANDS,
                        span,
                        "no "
                                + op.symbol()
                                + " for "
                                + left.show()
                                + " and "
                                + right.type().show());
        return new Link(op, LinkKind.VALUE, Optional.empty(), right);
    }

    private boolean ordered(Type left, Type right, CompareOperator op) {
        Builtins b = body.builtins();
        MixedNumbers mixed = new MixedNumbers(body);
        if ((b.numeric(left) || mixed.mixed(left)) && (b.numeric(right) || mixed.mixed(right))) {
            return true;
        }
        Optional<TupleType> tuple = Relations.shape(left);
        Optional<TupleType> other = Relations.shape(right);
        if (tuple.isPresent() && other.isPresent()) {
            TupleType l = tuple.orElseThrow();
            TupleType r = other.orElseThrow();
            for (int i = 0; i < Math.min(l.elements().size(), r.elements().size()); i++) {
                if (!ordered(l.elements().get(i), r.elements().get(i), op)) {
                    return false;
                }
            }
            return true;
        }
        return accepts(left, ORDER.getOrDefault(op, ""), right)
                || accepts(right, MIRRORED.getOrDefault(op, ""), left);
    }

    private boolean accepts(Type receiver, String name, Type argument) {
        Optional<Members.MethodMember> method = body.members().method(receiver, name);
        return method.isPresent()
                && method.get().overloads().stream()
                        .anyMatch(f ->
                                f.parameters().size() == 1
                                        && body.relations()
                                                .assignable(
                                                        argument,
                                                        method.get()
                                                                .substitution()
                                                                .apply(
                                                                        f.parameters()
                                                                                .getFirst()
                                                                                .type())));
    }

    private Link membership(CompareOperator op, Type left, TypedExpression set, Span span) {
        TypedExpression right = new Enums(body).members(set);
        Builtins b = body.builtins();
        if (right.type().equals(b.str()) && left.equals(b.str())) {
            return new Link(op, LinkKind.STR, Optional.empty(), right);
        }
        boolean text = right.type().equals(b.str());
        boolean tuple = right.type() instanceof TupleType;
        Optional<Members.MethodMember> contains =
                body.members().method(right.type(), "__contains__");
        boolean iterable = body.members().method(right.type(), "__iter__").isPresent();
        if (text || !(tuple || contains.isPresent() || iterable)) {
            boolean none = Relations.mayBeNone(right.type()) || Relations.mayBeNone(left);
            body.problems()
                    .report(
                            none ? TypeCode.MAY_BE_NONE : TypeCode.OPERANDS,
                            span,
                            "no 'in' for " + left.show() + " and " + right.type().show());
            return new Link(op, LinkKind.VALUE, Optional.empty(), right);
        }
        if (contains.isPresent()) {
            FunctionSymbol function = contains.get().overloads().getFirst();
            Type wanted =
                    contains.get().substitution().apply(function.parameters().getFirst().type());
            if (function.origin() == Origin.COMPILED
                    && !body.relations().assignable(left, wanted)) {
                body.problems()
                        .report(
                                TypeCode.OPERANDS,
                                span,
                                "no 'in' for " + left.show() + " and " + right.type().show());
            }
            if (function.origin() == Origin.COMPILED
                    || UserCode.runs(function, List.of(right.type(), left))) {
                body.runsUserCode();
            }
            return new Link(op, LinkKind.METHOD, contains.map(c -> function), right);
        }
        return new Link(op, LinkKind.VALUE, Optional.empty(), touched(LinkKind.VALUE, left, right));
    }
}
