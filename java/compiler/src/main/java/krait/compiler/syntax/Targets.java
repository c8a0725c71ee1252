package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be assigned to, or deleted: read as expressions first, then turned around.
final class Targets {
    private final ExpressionParser expressions;
    private final Cursor in;

    Targets(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    /// An expression by the name that CPython's messages give its kind.
    static String kind(Expression expression) {
        return switch (expression) {
            case Expression.Attribute _ -> "attribute";
            case Expression.Subscript _ -> "subscript";
            case Expression.Starred _ -> "starred";
            case Expression.Name _ -> "name";
            case Expression.List _ -> "list";
            case Expression.Tuple _ -> "tuple";
            case Expression.Lambda _ -> "lambda";
            case Expression.Call _ -> "function call";
            case Expression.BoolOp _, Expression.BinOp _, Expression.UnaryOp _ -> "expression";
            case Expression.GeneratorExp _ -> "generator expression";
            case Expression.Yield _, Expression.YieldFrom _ -> "yield expression";
            case Expression.Await _ -> "await expression";
            case Expression.ListComp _ -> "list comprehension";
            case Expression.SetComp _ -> "set comprehension";
            case Expression.DictComp _ -> "dict comprehension";
            case Expression.Dict _ -> "dict literal";
            case Expression.Set _ -> "set display";
            case Expression.JoinedStr _, Expression.FormattedValue _ -> "f-string expression";
            case Expression.TemplateStr _, Expression.Interpolation _ -> "t-string expression";
            case Expression.Constant constant -> kind(constant.value());
            case Expression.Compare _ -> "comparison";
            case Expression.IfExp _ -> "conditional expression";
            case Expression.NamedExpr _ -> "named expression";
            case Expression.Slice _ -> "slice";
        };
    }

    private static String kind(Literal value) {
        return switch (value) {
            case Literal.Singleton.ELLIPSIS -> "ellipsis";
            case Literal.Singleton singleton -> singleton.text();
            case Literal.Int _,
                    Literal.Real _,
                    Literal.Imaginary _,
                    Literal.Str _,
                    Literal.Bytes _ ->
                    "literal";
        };
    }

    /// The first part that nothing can be assigned to.
    static Optional<Expression> unfit(Expression target, boolean delete) {
        return switch (target) {
            case Expression.Name _, Expression.Attribute _, Expression.Subscript _ ->
                    Optional.empty();
            case Expression.List list -> unfit(list.elts(), delete);
            case Expression.Tuple tuple -> unfit(tuple.elts(), delete);
            case Expression.Starred starred when !delete -> unfit(starred.value(), false);
            case Expression other -> Optional.of(other);
        };
    }

    private static Optional<Expression> unfit(List<Expression> targets, boolean delete) {
        for (Expression target : targets) {
            Optional<Expression> found = unfit(target, delete);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The same tree, to be stored to or deleted.
    static Expression turned(Expression target, ExpressionContext context) {
        return switch (target) {
            case Expression.Name(String id, var _, var span) ->
                    new Expression.Name(id, context, span);
            case Expression.Attribute(var value, String attr, var _, var span) ->
                    new Expression.Attribute(value, attr, context, span);
            case Expression.Subscript(var value, var slice, var _, var span) ->
                    new Expression.Subscript(value, slice, context, span);
            case Expression.Starred(var value, var _, var span) ->
                    new Expression.Starred(turned(value, context), context, span);
            case Expression.List(var elements, var _, var span) ->
                    new Expression.List(turned(elements, context), context, span);
            case Expression.Tuple(var elements, var _, var span) ->
                    new Expression.Tuple(turned(elements, context), context, span);
            case Expression other -> other;
        };
    }

    private static List<Expression> turned(List<Expression> targets, ExpressionContext context) {
        List<Expression> turned = new ArrayList<>(targets.size());
        for (Expression target : targets) {
            turned.add(turned(target, context));
        }
        return List.copyOf(turned);
    }

    /// Checks and turns a target of an assignment.
    Expression stored(Expression target) {
        Optional<Expression> unfit = unfit(target, false);
        if (unfit.isPresent()) {
            throw refused(unfit.get(), "assign to ");
        }
        return turned(target, ExpressionContext.STORE);
    }

    SyntaxFailure refused(Expression target, String verb) {
        return in.fail(target.span(), SyntaxCode.TARGET, "cannot " + verb + kind(target));
    }

    /// Behind the `for` of a comprehension, up to and with `in`.
    Expression ofClause() {
        int start = in.at;
        Expression target = starTargets();
        if (unfit(target, false).isEmpty()
                && !in.is(TokenKind.IN)
                && !in.is(TokenKind.UNCLOSED)
                && !expressions.isOnTrial()
                && in.tokens.kind(start) != TokenKind.STAR) {
            throw in.failHere(SyntaxCode.INVALID, "'in' expected after for-loop variables");
        }
        return loopTarget(start, target);
    }

    /// Behind `for`, up to and with `in`.
    Expression forTarget() {
        int start = in.at;
        return loopTarget(start, starTargets());
    }

    private Expression loopTarget(int start, Expression target) {
        if (unfit(target, false).isPresent()) {
            throw refusedFor(start, target);
        }
        in.expect(TokenKind.IN);
        return turned(target, ExpressionContext.STORE);
    }

    /// CPython reads the target with all that follows as an expression, and blames its first part.
    private SyntaxFailure refusedFor(int start, Expression target) {
        ExpressionParser.Trial whole =
                expressions.attempt(() -> {
                    in.at = start;
                    return expressions.starExpressions();
                });
        Expression unfit = unfit(target, false).orElseThrow();
        boolean comparison = whole.fits() && in.kind().compares() && !in.is(TokenKind.IN);
        if (!whole.fits() || comparison) {
            return in.is(TokenKind.IN) ? refused(unfit, "assign to ") : in.invalid();
        }
        return refused(unfit, "assign to ");
    }

    /// One target, or a tuple of them without parentheses.
    private Expression starTargets() {
        int start = in.at;
        Expression first = starTarget();
        return in.is(TokenKind.COMMA) ? expressions.tuple(start, first, this::starTarget) : first;
    }

    /// A target that may have a star.
    Expression starTarget() {
        int start = in.at;
        if (!in.accept(TokenKind.STAR)) {
            return expressions.bitwiseOr();
        }
        Expression value = expressions.bitwiseOr();
        return new Expression.Starred(value, ExpressionContext.LOAD, in.span(start));
    }

    /// An `=` where no assignment is possible.
    void refuseAssignment(int start, Expression left) {
        int equal = in.at++;
        ExpressionParser.Trial right = expressions.attempt(expressions::bitwiseOr);
        in.at = equal;
        if (!right.fits()) {
            return;
        }
        TokenKind next = in.tokens.kind(right.end());
        if (next == TokenKind.EQUAL || next == TokenKind.WALRUS) {
            return;
        }
        if (left instanceof Expression.Name && in.at == start + 1) {
            throw in.fail(
                    in.tokens.span(start, right.end() - 1),
                    SyntaxCode.INVALID,
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        if (isOperand(left) && !startsDisplay(start)) {
            throw in.fail(
                    left.span(),
                    SyntaxCode.TARGET,
                    "cannot assign to "
                            + kind(left)
                            + " here. Maybe you meant '==' instead of"
                            + " '='?");
        }
    }

    /// Whether CPython's grammar has it below the comparisons.
    private static boolean isOperand(Expression expression) {
        return switch (expression) {
            case Expression.BoolOp _,
                    Expression.Compare _,
                    Expression.IfExp _,
                    Expression.Lambda _,
                    Expression.NamedExpr _,
                    Expression.Starred _ ->
                    false;
            case Expression.UnaryOp unary -> unary.op() != UnaryOperator.NOT;
            case Expression _ -> true;
        };
    }

    /// Whether a list, tuple, generator expression or named constant begins here.
    private boolean startsDisplay(int start) {
        return switch (in.tokens.kind(start)) {
            case NONE, TRUE, FALSE -> true;
            case LEFT_BRACKET, LEFT_PAREN ->
                    expressions
                            .attempt(() -> {
                                in.at = start;
                                Expression display =
                                        in.is(TokenKind.LEFT_PAREN)
                                                ? expressions.displays.parenthesized()
                                                : expressions.displays.list();
                                if (display instanceof Expression.List
                                        || display instanceof Expression.Tuple
                                        || display instanceof Expression.GeneratorExp) {
                                    return display;
                                }
                                throw in.invalid();
                            })
                            .fits();
            default -> false;
        };
    }
}
