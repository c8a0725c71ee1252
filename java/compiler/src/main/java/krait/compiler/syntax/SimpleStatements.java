package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements that fit in a line.
final class SimpleStatements {
    private final ExpressionParser expressions;
    private final Imports imports;
    private final TypeParameters typeParameters;
    private final Targets targets;
    private final Cursor in;

    SimpleStatements(ExpressionParser expressions, TypeParameters typeParameters) {
        this.expressions = expressions;
        this.imports = new Imports(expressions);
        this.typeParameters = typeParameters;
        this.targets = expressions.targets;
        this.in = expressions.in;
    }

    /// One or more statements up to the end of the line.
    void line(List<Statement> into) {
        do {
            into.add(statement());
        } while (in.accept(TokenKind.SEMICOLON) && !in.is(TokenKind.NEWLINE));
        in.expect(TokenKind.NEWLINE);
    }

    private Statement statement() {
        int start = in.at;
        return switch (in.kind()) {
            case RETURN -> {
                in.at++;
                Optional<Expression> value =
                        atEnd() ? Optional.empty() : Optional.of(expressions.starExpressions());
                yield new Statement.Return(value, in.span(start));
            }
            case IMPORT -> imports.plain();
            case FROM -> imports.from();
            case RAISE -> raise();
            case PASS -> {
                in.at++;
                yield new Statement.Pass(in.span(start));
            }
            case BREAK -> {
                in.at++;
                yield new Statement.Break(in.span(start));
            }
            case CONTINUE -> {
                in.at++;
                yield new Statement.Continue(in.span(start));
            }
            case DEL -> delete();
            case ASSERT -> assertion();
            case GLOBAL -> new Statement.Global(names(), in.span(start));
            case NONLOCAL -> new Statement.Nonlocal(names(), in.span(start));
            case NAME -> in.isSoft("type") && isTypeAlias() ? typeAlias() : assignment();
            default -> assignment();
        };
    }

    private boolean atEnd() {
        return in.is(TokenKind.NEWLINE) || in.is(TokenKind.SEMICOLON);
    }

    private Statement raise() {
        int start = in.at++;
        Optional<Expression> exception =
                atEnd() ? Optional.empty() : Optional.of(expressions.expression());
        Optional<Expression> cause = Optional.empty();
        if (in.is(TokenKind.FROM)) {
            in.at++;
            cause = Optional.of(expressions.expression());
        }
        return new Statement.Raise(exception, cause, in.span(start));
    }

    private Statement delete() {
        int start = in.at++;
        int first = in.at;
        List<Expression> deleted = new ArrayList<>();
        do {
            if (!deleted.isEmpty() && atEnd()) {
                break;
            }
            deleted.add(expressions.starExpression());
        } while (in.accept(TokenKind.COMMA));
        if (!atEnd()) {
            throw in.invalid();
        }
        List<Expression> turned = new ArrayList<>();
        for (Expression target : deleted) {
            Optional<Expression> unfit = Targets.unfit(target, true);
            if (unfit.isPresent()) {
                throw targets.refused(unfit.get(), "delete ");
            }
            turned.add(Targets.turned(target, ExpressionContext.DEL));
        }
        if (in.at == first) {
            throw in.invalid();
        }
        return new Statement.Delete(List.copyOf(turned), in.span(start));
    }

    private Statement assertion() {
        int start = in.at++;
        Expression test = expressions.expression();
        Optional<Expression> message = Optional.empty();
        if (in.accept(TokenKind.COMMA)) {
            message = Optional.of(expressions.expression());
        }
        return new Statement.Assert(test, message, in.span(start));
    }

    private List<String> names() {
        in.at++;
        List<String> names = new ArrayList<>();
        do {
            names.add(in.name());
        } while (in.accept(TokenKind.COMMA));
        return List.copyOf(names);
    }

    private boolean isTypeAlias() {
        return in.glance(1) == TokenKind.NAME;
    }

    private Statement typeAlias() {
        int start = in.at++;
        int token = in.at;
        Expression name = new Expression.Name(in.name(), ExpressionContext.STORE, in.span(token));
        List<TypeParam> parameters = typeParameters.optional();
        in.expect(TokenKind.EQUAL);
        Expression value = expressions.expression();
        return new Statement.TypeAlias(name, parameters, value, in.span(start));
    }

    /// An assignment of any kind, or an expression alone.
    private Statement assignment() {
        int start = in.at;
        Expression first = expressions.annotatedRhs();
        if (in.is(TokenKind.EQUAL)) {
            return chain(start, first);
        }
        if (in.is(TokenKind.COLON)) {
            return annotated(start, first);
        }
        if (in.kind().isAugmentedAssignment()) {
            return augmented(start, first);
        }
        if (in.is(TokenKind.WALRUS) && in.tokens.kind(start) != TokenKind.YIELD) {
            boolean tuple = isBareTuple(start, in.at, first);
            Expression last = tuple ? ((Expression.Tuple) first).elts().getLast() : first;
            if (tokenOf(last, in.at) < in.at - 1 || !(last instanceof Expression.Name)) {
                expressions.refuseWalrus(last);
            }
        }
        return new Statement.Expr(first, in.span(start));
    }

    private Statement chain(int start, Expression first) {
        int equal = in.at;
        List<Expression> stored = new ArrayList<>();
        Expression value = first;
        while (in.is(TokenKind.EQUAL)) {
            if (Targets.unfit(value, false).isPresent()) {
                throw unassignable(start, equal, first, value);
            }
            stored.add(Targets.turned(value, ExpressionContext.STORE));
            in.at++;
            value = expressions.annotatedRhs();
        }
        return new Statement.Assign(List.copyOf(stored), value, in.span(start));
    }

    /// CPython looks at the first `=` of the chain before it looks at the target.
    private SyntaxFailure unassignable(int start, int equal, Expression first, Expression target) {
        int second = in.at;
        in.at = equal;
        int lastStart = start;
        Expression last = first;
        if (isBareTuple(start, equal, first)) {
            last = ((Expression.Tuple) first).elts().getLast();
            lastStart = tokenOf(last, equal);
        }
        if (in.tokens.kind(lastStart) != TokenKind.YIELD) {
            targets.refuseAssignment(lastStart, last);
        }
        in.at = second;
        if (target instanceof Expression.Yield || target instanceof Expression.YieldFrom) {
            return in.fail(
                    target.span(),
                    SyntaxCode.TARGET,
                    "assignment to yield expression not possible");
        }
        Expression unfit = Targets.unfit(target, false).orElseThrow();
        return targets.refused(unfit, "assign to ");
    }

    /// Whether it is a tuple without parentheses of its own.
    private boolean isBareTuple(int start, int end, Expression expression) {
        if (!(expression instanceof Expression.Tuple tuple) || tuple.elts().isEmpty()) {
            return false;
        }
        int level = 0;
        for (int token = start; token < end; token++) {
            switch (in.tokens.kind(token)) {
                case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> level++;
                case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> level--;
                case COMMA -> {
                    if (level == 0) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private int tokenOf(Expression expression, int before) {
        int token = before - 1;
        while (token > 0
                && (in.tokens.line(token) != expression.span().line()
                        || in.tokens.column(token) != expression.span().column())) {
            token--;
        }
        return token;
    }

    private Statement annotated(int start, Expression target) {
        boolean parenthesized = in.tokens.kind(start) == TokenKind.LEFT_PAREN;
        boolean name = target instanceof Expression.Name;
        if (!name
                && !(target instanceof Expression.Attribute)
                && !(target instanceof Expression.Subscript)) {
            throw unannotatable(target);
        }
        in.at++;
        Expression annotation = expressions.expression();
        Optional<Expression> value = Optional.empty();
        if (in.accept(TokenKind.EQUAL)) {
            value = Optional.of(expressions.annotatedRhs());
        }
        return new Statement.AnnAssign(
                Targets.turned(target, ExpressionContext.STORE),
                annotation,
                value,
                name && !parenthesized,
                in.span(start));
    }

    private SyntaxFailure unannotatable(Expression target) {
        int colon = in.at++;
        ExpressionParser.Trial annotation = expressions.attempt(expressions::expression);
        in.at = colon;
        if (!annotation.fits()
                || target instanceof Expression.Yield
                || target instanceof Expression.Starred) {
            return in.invalid();
        }
        if (target instanceof Expression.Tuple tuple) {
            boolean bare =
                    !tuple.elts().isEmpty()
                            && tuple.elts().getFirst().span().column() == tuple.span().column()
                            && tuple.elts().getFirst().span().line() == tuple.span().line();
            Expression blamed = bare ? tuple.elts().getFirst() : tuple;
            return in.fail(
                    blamed.span(),
                    SyntaxCode.TARGET,
                    "only single target (not tuple) can be annotated");
        }
        String message =
                target instanceof Expression.List
                        ? "only single target (not list) can be annotated"
                        : "illegal target for annotation";
        return in.fail(target.span(), SyntaxCode.TARGET, message);
    }

    private Statement augmented(int start, Expression target) {
        Operator op = in.kind().operator();
        int sign = in.at++;
        boolean fit =
                target instanceof Expression.Name
                        || target instanceof Expression.Attribute
                        || target instanceof Expression.Subscript;
        if (!fit) {
            in.at = sign;
            if (target instanceof Expression.Yield || target instanceof Expression.YieldFrom) {
                throw in.invalid();
            }
            in.at++;
            expressions.annotatedRhs();
            throw in.fail(
                    target.span(),
                    SyntaxCode.TARGET,
                    "'"
                            + Targets.kind(target)
                            + "' is an illegal expression for augmented assignment");
        }
        Expression value = expressions.annotatedRhs();
        return new Statement.AugAssign(
                Targets.turned(target, ExpressionContext.STORE), op, value, in.span(start));
    }
}
