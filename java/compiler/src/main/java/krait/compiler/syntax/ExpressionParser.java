package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// Expressions without brackets: operators by precedence, and what may stand behind an atom. The
/// rules that name a mistake are tried where CPython's grammar tries its own, so that messages and
/// places agree.
final class ExpressionParser {
    final Cursor in;
    final Displays displays;
    final Calls calls;
    final FormattedStrings strings;
    final Parameters parameters;
    final Targets targets;
    final ExpressionPrefix prefix;

    /// On trial, nothing but the grammar counts: no rule that names a mistake is tried.
    private boolean onTrial;

    ExpressionParser(Cursor in) {
        this.in = in;
        this.displays = new Displays(this);
        this.calls = new Calls(this);
        this.strings = new FormattedStrings(this);
        this.parameters = new Parameters(this);
        this.targets = new Targets(this);
        this.prefix = new ExpressionPrefix(this);
    }

    /// `a`, `a if b else c`, `lambda: a`.
    Expression expression() {
        in.deeper();
        int start = in.at;
        Expression result;
        if (in.is(TokenKind.LAMBDA)) {
            result = parameters.lambda();
        } else {
            if (!onTrial && in.glance(1) == TokenKind.IF) {
                refuseStatement();
            }
            result = disjunction();
            if (in.is(TokenKind.IF)) {
                result = conditional(start, result);
            } else if (!onTrial && in.kind().startsExpression()) {
                refuseNeighbours(start, result);
            }
        }
        in.shallower();
        return result;
    }

    /// `pass if a else b`.
    private void refuseStatement() {
        int token = in.at;
        switch (in.kind()) {
            case PASS, BREAK, CONTINUE -> {
                Trial rest =
                        attempt(() -> {
                            in.at += 2;
                            disjunction();
                            in.expect(TokenKind.ELSE);
                            return in.kind().startsSimpleStatement() ? 0 : expression();
                        });
                if (rest.fits()) {
                    throw in.fail(
                            token,
                            SyntaxCode.INVALID,
                            "expected expression before 'if', but statement is given");
                }
            }
            default -> {}
        }
    }

    private Expression conditional(int start, Expression body) {
        in.at++;
        Expression test = disjunction();
        if (!in.is(TokenKind.ELSE)) {
            if (onTrial || in.is(TokenKind.COLON)) {
                throw in.invalid();
            }
            throw in.fail(
                    in.span(start), SyntaxCode.INVALID, "expected 'else' after 'if' expression");
        }
        in.at++;
        if (!onTrial) {
            refuseAfterElse();
        }
        Expression orelse = expression();
        return new Expression.IfExp(test, body, orelse, in.span(start));
    }

    private void refuseAfterElse() {
        if (!in.kind().startsExpression() && !in.is(TokenKind.UNCLOSED)) {
            throw in.fail(
                    in.at,
                    SyntaxCode.INVALID,
                    "expected expression after 'else', but statement is given");
        }
    }

    /// Two expressions without an operator between them: says what the second may be about.
    private void refuseNeighbours(int start, Expression left) {
        Span between = textBetweenStrings(start);
        if (between.line() > 0) {
            throw in.fail(
                    between,
                    SyntaxCode.INVALID,
                    "invalid syntax. Is this intended to be part of the string?");
        }
        TokenKind first = in.tokens.kind(start);
        boolean joined = first == TokenKind.NAME && in.tokens.kind(start + 1) == TokenKind.STRING;
        boolean legacy =
                left instanceof Expression.Name name
                        && (name.id().equals("print") || name.id().equals("exec"));
        Trial right = attempt(legacy ? this::starExpressions : this::expression);
        if (!right.fits() || (!legacy && (joined || isSoftKeyword(start)))) {
            if (left instanceof Expression.Name && in.at == start + 1) {
                refuseInside();
            }
            return;
        }
        Span both = in.tokens.span(start, right.end() - 1);
        if (legacy && !in.is(TokenKind.LEFT_PAREN)) {
            String name = in.tokens.name(start);
            throw in.fail(
                    both,
                    SyntaxCode.INVALID,
                    "Missing parentheses in call to '"
                            + name
                            + "'. Did you mean "
                            + name
                            + "(...)?");
        }
        if (in.tokens.level(right.end() - 1) > 0) {
            throw in.fail(both, SyntaxCode.INVALID, "invalid syntax. Perhaps you forgot a comma?");
        }
    }

    /// Behind a name CPython looks for what old statements had there, and so for mistakes in it.
    private void refuseInside() {
        int token = in.at;
        int depth = in.depth();
        int furthest = in.furthest();
        try {
            var _ = starExpressions();
        } catch (SyntaxFailure failure) {
            if (failure.isNamed()) {
                throw failure;
            }
        }
        in.forget(token, depth, furthest);
    }

    private boolean isSoftKeyword(int token) {
        if (in.tokens.kind(token) != TokenKind.NAME) {
            return false;
        }
        return switch (in.tokens.name(token)) {
            case "match", "case", "type", "_" -> true;
            default -> false;
        };
    }

    /// Where a quote inside a string ended it too early: `"a"b"c"`. Line 0 where it's not so.
    private Span textBetweenStrings(int start) {
        Span none = new Span(0, 0, 0, 0);
        if (in.tokens.kind(start) != TokenKind.STRING || in.at != start + 1) {
            return none;
        }
        int end = in.at;
        while (in.tokens.kind(end) != TokenKind.STRING) {
            int from = end;
            Trial part =
                    attempt(() -> {
                        in.at = from;
                        return expression();
                    });
            if (!part.fits()) {
                return none;
            }
            end = part.end();
        }
        return in.tokens.span(start + 1, end - 1);
    }

    /// A rule of the grammar.
    interface Rule {
        Expression read();
    }

    /// Any part of the grammar, of which only matters whether it fits.
    interface Part {
        Object read();
    }

    /// @param end the token behind what was read
    record Trial(boolean fits, int end) {}

    /// Reads on trial: the place is the same afterwards, and nothing is refused.
    Trial attempt(Part part) {
        int token = in.at;
        int depth = in.depth();
        int furthest = in.furthest();
        boolean outer = onTrial;
        onTrial = true;
        try {
            var _ = part.read();
            return new Trial(true, in.at);
        } catch (SyntaxFailure unfit) {
            return new Trial(false, token);
        } finally {
            onTrial = outer;
            in.forget(token, depth, furthest);
        }
    }

    boolean isOnTrial() {
        return onTrial;
    }

    Expression disjunction() {
        int start = in.at;
        Expression left = conjunction();
        if (!in.is(TokenKind.OR)) {
            return left;
        }
        List<Expression> values = new ArrayList<>();
        values.add(left);
        while (in.accept(TokenKind.OR)) {
            values.add(conjunction());
        }
        return new Expression.BoolOp(BoolOperator.OR, List.copyOf(values), in.span(start));
    }

    private Expression conjunction() {
        int start = in.at;
        Expression left = inversion();
        if (!in.is(TokenKind.AND)) {
            return left;
        }
        List<Expression> values = new ArrayList<>();
        values.add(left);
        while (in.accept(TokenKind.AND)) {
            values.add(inversion());
        }
        return new Expression.BoolOp(BoolOperator.AND, List.copyOf(values), in.span(start));
    }

    private Expression inversion() {
        if (!in.is(TokenKind.NOT)) {
            return comparison();
        }
        int start = in.at++;
        in.deeper();
        Expression operand = inversion();
        in.shallower();
        return new Expression.UnaryOp(UnaryOperator.NOT, operand, in.span(start));
    }

    private boolean atComparison() {
        return in.kind().compares() || (in.is(TokenKind.NOT) && in.peek(1) == TokenKind.IN);
    }

    private Expression comparison() {
        int start = in.at;
        Expression left = bitwiseOr();
        if (!atComparison()) {
            return left;
        }
        List<CompareOperator> ops = new ArrayList<>();
        List<Expression> comparators = new ArrayList<>();
        do {
            CompareOperator op = in.kind().comparison();
            if (in.accept(TokenKind.NOT)) {
                op = CompareOperator.NOT_IN;
            }
            in.at++;
            if (op == CompareOperator.IS && in.accept(TokenKind.NOT)) {
                op = CompareOperator.IS_NOT;
            }
            ops.add(op);
            comparators.add(bitwiseOr());
        } while (atComparison());
        return new Expression.Compare(
                left, List.copyOf(ops), List.copyOf(comparators), in.span(start));
    }

    Expression bitwiseOr() {
        return binary(1);
    }

    private Expression binary(int tightest) {
        int start = in.at;
        Expression left = factor();
        int links = 0;
        for (; ; ) {
            TokenKind kind = in.kind();
            int precedence = kind.precedence();
            if (precedence < tightest) {
                return left;
            }
            in.at++;
            if (in.is(TokenKind.NOT) && precedence >= 5) {
                refuseNot(this::inversion);
            }
            Expression right = binary(precedence + 1);
            left = new Expression.BinOp(left, kind.operator(), right, in.span(start));
            in.chain(++links);
        }
    }

    private void refuseNot(Rule operand) {
        Trial right = onTrial ? new Trial(false, 0) : attempt(operand::read);
        if (right.fits()) {
            throw in.fail(
                    in.tokens.span(in.at, right.end() - 1),
                    SyntaxCode.INVALID,
                    "'not' after an operator must be parenthesized");
        }
    }

    private Expression factor() {
        UnaryOperator op;
        switch (in.kind()) {
            case PLUS -> op = UnaryOperator.U_ADD;
            case MINUS -> op = UnaryOperator.U_SUB;
            case TILDE -> op = UnaryOperator.INVERT;
            default -> {
                return power();
            }
        }
        int start = in.at++;
        if (in.is(TokenKind.NOT)) {
            refuseNot(() -> {
                in.at++;
                return factor();
            });
        }
        in.deeper();
        Expression operand = factor();
        in.shallower();
        return new Expression.UnaryOp(op, operand, in.span(start));
    }

    private Expression power() {
        int start = in.at;
        Expression base = awaited();
        if (!in.accept(TokenKind.DOUBLE_STAR)) {
            return base;
        }
        in.deeper();
        Expression exponent = factor();
        in.shallower();
        return new Expression.BinOp(base, Operator.POW, exponent, in.span(start));
    }

    private Expression awaited() {
        if (!in.is(TokenKind.AWAIT)) {
            return primary();
        }
        int start = in.at++;
        return new Expression.Await(primary(), in.span(start));
    }

    private Expression primary() {
        int start = in.at;
        Expression left = atom();
        int links = 0;
        for (; ; ) {
            switch (in.kind()) {
                case DOT -> {
                    in.at++;
                    String name = in.name();
                    left =
                            new Expression.Attribute(
                                    left, name, ExpressionContext.LOAD, in.span(start));
                }
                case LEFT_PAREN -> left = calls.call(start, left);
                case LEFT_BRACKET -> {
                    in.at++;
                    Expression slice = displays.slices();
                    in.expect(TokenKind.RIGHT_BRACKET);
                    left =
                            new Expression.Subscript(
                                    left, slice, ExpressionContext.LOAD, in.span(start));
                }
                default -> {
                    return left;
                }
            }
            in.chain(++links);
        }
    }

    Expression atom() {
        int token = in.at;
        return switch (in.kind()) {
            case NAME -> {
                in.at++;
                yield new Expression.Name(
                        in.tokens.name(token), ExpressionContext.LOAD, in.span(token));
            }
            case NUMBER -> number();
            case STRING, FSTRING_START, TSTRING_START -> strings.concatenation();
            case LEFT_PAREN -> displays.parenthesized();
            case LEFT_BRACKET -> displays.list();
            case LEFT_BRACE -> displays.braces();
            case NONE -> constant(Literal.Singleton.NONE);
            case TRUE -> constant(Literal.Singleton.TRUE);
            case FALSE -> constant(Literal.Singleton.FALSE);
            case ELLIPSIS -> constant(Literal.Singleton.ELLIPSIS);
            default -> throw in.invalid();
        };
    }

    private Expression constant(Literal value) {
        int token = in.at++;
        return new Expression.Constant(value, Optional.empty(), in.span(token));
    }

    Expression number() {
        int token = in.at;
        byte[] source = in.tokens.source();
        int start = in.tokens.start(token);
        int end = in.tokens.end(token);
        int digits = Numbers.decimalDigits(source, start, end);
        if (digits > Numbers.DECIMAL_DIGITS_MAX) {
            throw in.fail(
                    token,
                    SyntaxCode.LIMIT,
                    "Exceeds the limit ("
                            + Numbers.DECIMAL_DIGITS_MAX
                            + " digits) for integer string conversion: value has "
                            + digits
                            + " digits; use sys.set_int_max_str_digits() to increase the limit"
                            + " - Consider hexadecimal for huge integer literals to avoid"
                            + " decimal conversion limits.");
        }
        return constant(Numbers.value(source, start, end));
    }

    /// `name := value`, or any expression.
    Expression namedExpression() {
        int start = in.at;
        if (in.is(TokenKind.NAME) && in.glance(1) == TokenKind.WALRUS) {
            return walrus();
        }
        Expression left = expression();
        if (!onTrial && in.is(TokenKind.WALRUS)) {
            refuseWalrus(left);
        }
        if (!onTrial && in.is(TokenKind.EQUAL)) {
            targets.refuseAssignment(start, left);
        }
        return left;
    }

    Expression walrus() {
        int start = in.at;
        Expression target =
                new Expression.Name(
                        in.name(), ExpressionContext.STORE, in.tokens.span(start, start));
        in.at++;
        Expression value = expression();
        return new Expression.NamedExpr(target, value, in.span(start));
    }

    void refuseWalrus(Expression left) {
        int token = in.at;
        in.at++;
        if (attempt(this::expression).fits()) {
            throw in.fail(
                    left.span(),
                    SyntaxCode.TARGET,
                    "cannot use assignment expressions with " + Targets.kind(left));
        }
        in.at = token;
    }

    boolean startsStarred() {
        return in.kind().startsExpression() || in.is(TokenKind.STAR);
    }

    /// `*a` or an expression.
    Expression starExpression() {
        return in.is(TokenKind.STAR) ? starred() : expression();
    }

    Expression starNamedExpression() {
        return in.is(TokenKind.STAR) ? starred() : namedExpression();
    }

    private Expression starred() {
        int start = in.at++;
        Expression value = bitwiseOr();
        return new Expression.Starred(value, ExpressionContext.LOAD, in.span(start));
    }

    /// One expression, or a tuple without parentheses.
    Expression starExpressions() {
        int start = in.at;
        Expression first = starExpression();
        return in.is(TokenKind.COMMA) ? tuple(start, first, this::starExpression) : first;
    }

    /// A tuple whose first element is read.
    Expression tuple(int start, Expression first, Rule element) {
        List<Expression> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA) && startsStarred()) {
            elements.add(element.read());
        }
        return new Expression.Tuple(List.copyOf(elements), ExpressionContext.LOAD, in.span(start));
    }

    /// Expressions without stars: what an `except` or a subscript of older kind has.
    Expression expressions() {
        int start = in.at;
        Expression first = expression();
        if (!in.is(TokenKind.COMMA)) {
            return first;
        }
        List<Expression> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA) && in.kind().startsExpression()) {
            elements.add(expression());
        }
        return new Expression.Tuple(List.copyOf(elements), ExpressionContext.LOAD, in.span(start));
    }

    /// What may stand right of `=`.
    Expression annotatedRhs() {
        return in.is(TokenKind.YIELD) ? yieldExpression() : starExpressions();
    }

    Expression yieldExpression() {
        int start = in.at++;
        if (in.accept(TokenKind.FROM)) {
            Expression value = expression();
            return new Expression.YieldFrom(value, in.span(start));
        }
        Optional<Expression> value =
                startsStarred() ? Optional.of(starExpressions()) : Optional.empty();
        return new Expression.Yield(value, in.span(start));
    }
}
