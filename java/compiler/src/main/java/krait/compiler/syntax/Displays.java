package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in brackets: groups, tuples, lists, sets, dicts, comprehensions and subscripts.
final class Displays {
    private static final String FORGOTTEN =
            "did you forget parentheses around the comprehension target?";

    private final ExpressionParser expressions;
    private final Cursor in;

    Displays(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    boolean atFor() {
        return in.is(TokenKind.FOR) || (in.is(TokenKind.ASYNC) && in.peek(1) == TokenKind.FOR);
    }

    Expression parenthesized() {
        int start = in.at++;
        if (in.accept(TokenKind.RIGHT_PAREN)) {
            return new Expression.Tuple(List.of(), ExpressionContext.LOAD, in.span(start));
        }
        if (in.is(TokenKind.YIELD)) {
            Expression value = expressions.yieldExpression();
            in.expect(TokenKind.RIGHT_PAREN);
            return value;
        }
        refuseDoubleStar();
        Expression first = expressions.starNamedExpression();
        if (atFor()) {
            return generator(start, first);
        }
        if (in.is(TokenKind.COMMA)) {
            List<Expression> elements = rest(first, TokenKind.RIGHT_PAREN);
            in.expect(TokenKind.RIGHT_PAREN);
            return new Expression.Tuple(elements, ExpressionContext.LOAD, in.span(start));
        }
        if (first instanceof Expression.Starred && in.is(TokenKind.RIGHT_PAREN)) {
            throw in.fail(first.span(), SyntaxCode.INVALID, "cannot use starred expression here");
        }
        in.expect(TokenKind.RIGHT_PAREN);
        return first;
    }

    private void refuseDoubleStar() {
        if (!in.is(TokenKind.DOUBLE_STAR)) {
            return;
        }
        int token = in.at++;
        expressions.expression();
        if (in.is(TokenKind.RIGHT_PAREN)) {
            throw in.fail(token, SyntaxCode.INVALID, "cannot use double starred expression here");
        }
        in.back(token, in.depth());
        throw in.fail(token, SyntaxCode.INVALID, "invalid syntax");
    }

    /// A generator expression whose opening bracket and element are read.
    Expression generator(int start, Expression element) {
        refuseUnpacking(element);
        List<Ast.Comprehension> clauses = clauses();
        in.expect(TokenKind.RIGHT_PAREN);
        return new Expression.GeneratorExp(element, clauses, in.span(start));
    }

    private void refuseUnpacking(Expression element) {
        if (element instanceof Expression.Starred) {
            clauses();
            throw in.fail(
                    element.span(),
                    SyntaxCode.INVALID,
                    "iterable unpacking cannot be used in comprehension");
        }
    }

    private List<Expression> rest(Expression first, TokenKind close) {
        List<Expression> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA) && !in.is(close)) {
            if (!expressions.startsStarred()) {
                break;
            }
            elements.add(expressions.starNamedExpression());
        }
        return List.copyOf(elements);
    }

    Expression list() {
        int start = in.at++;
        if (in.accept(TokenKind.RIGHT_BRACKET)) {
            return new Expression.List(List.of(), ExpressionContext.LOAD, in.span(start));
        }
        int firstToken = in.at;
        Expression first = expressions.starNamedExpression();
        if (atFor()) {
            refuseUnpacking(first);
            List<Ast.Comprehension> clauses = clauses();
            in.expect(TokenKind.RIGHT_BRACKET);
            return new Expression.ListComp(first, clauses, in.span(start));
        }
        List<Expression> elements = rest(first, TokenKind.RIGHT_BRACKET);
        refuseBareTuple(firstToken, elements);
        in.expect(TokenKind.RIGHT_BRACKET);
        return new Expression.List(elements, ExpressionContext.LOAD, in.span(start));
    }

    /// `[a, b for …]`.
    private void refuseBareTuple(int firstToken, List<Expression> elements) {
        if (!atFor()) {
            return;
        }
        int end = in.at - 1;
        boolean comma = in.tokens.kind(end) == TokenKind.COMMA;
        if (elements.size() > 1 || comma) {
            if (comma && elements.size() > 1) {
                end--;
            }
            clauses();
            throw in.fail(in.tokens.span(firstToken, end), SyntaxCode.INVALID, FORGOTTEN);
        }
    }

    /// A set, a dict, or a comprehension of one of them.
    Expression braces() {
        int start = in.at++;
        if (in.accept(TokenKind.RIGHT_BRACE)) {
            return new Expression.Dict(List.of(), List.of(), in.span(start));
        }
        if (in.is(TokenKind.DOUBLE_STAR)) {
            return dict(start, Optional.empty());
        }
        int firstToken = in.at;
        Expression first = expressions.starNamedExpression();
        if (in.is(TokenKind.COLON)) {
            boolean walrus = in.tokens.kind(firstToken + 1) == TokenKind.WALRUS;
            if (walrus || first instanceof Expression.Starred) {
                throw in.invalid();
            }
            return dict(start, Optional.of(first));
        }
        if (atFor()) {
            refuseUnpacking(first);
            List<Ast.Comprehension> clauses = clauses();
            in.expect(TokenKind.RIGHT_BRACE);
            return new Expression.SetComp(first, clauses, in.span(start));
        }
        List<Expression> elements = rest(first, TokenKind.RIGHT_BRACE);
        refuseBareTuple(firstToken, elements);
        in.expect(TokenKind.RIGHT_BRACE);
        return new Expression.Set(elements, in.span(start));
    }

    /// @param first the first key, if it is read: reading it again would take exponential time
    private Expression dict(int start, Optional<Expression> first) {
        List<Optional<Expression>> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        do {
            if (in.is(TokenKind.RIGHT_BRACE)) {
                break;
            }
            if (values.isEmpty() && first.isPresent()) {
                values.add(value());
                keys.add(first);
            } else {
                pair(start, keys, values);
            }
            if (values.size() == 1 && atFor()) {
                return dictComprehension(start, keys.getFirst(), values.getFirst());
            }
        } while (in.accept(TokenKind.COMMA));
        in.expect(TokenKind.RIGHT_BRACE);
        return new Expression.Dict(List.copyOf(keys), List.copyOf(values), in.span(start));
    }

    private Expression dictComprehension(int start, Optional<Expression> key, Expression value) {
        int firstToken = start + 1;
        List<Ast.Comprehension> clauses = clauses();
        in.expect(TokenKind.RIGHT_BRACE);
        if (key.isEmpty()) {
            throw in.fail(
                    firstToken,
                    SyntaxCode.INVALID,
                    "dict unpacking cannot be used in dict comprehension");
        }
        return new Expression.DictComp(key.get(), value, clauses, in.span(start));
    }

    private void pair(int start, List<Optional<Expression>> keys, List<Expression> values) {
        int token = in.at;
        if (in.accept(TokenKind.DOUBLE_STAR)) {
            keys.add(Optional.empty());
            values.add(expressions.bitwiseOr());
            return;
        }
        Expression key = expressions.expression();
        if (!in.is(TokenKind.COLON)) {
            refuseMissingColon(start, token, key);
        }
        keys.add(Optional.of(key));
        values.add(value());
    }

    /// The colon behind a key, and the value.
    private Expression value() {
        int colon = in.at;
        in.expect(TokenKind.COLON);
        if (in.is(TokenKind.RIGHT_BRACE) || in.is(TokenKind.COMMA)) {
            throw in.fail(
                    colon, SyntaxCode.INVALID, "expression expected after dictionary key and ':'");
        }
        if (in.is(TokenKind.STAR)) {
            int star = in.at++;
            ExpressionParser.Trial operand = expressions.attempt(expressions::bitwiseOr);
            in.at = star;
            if (operand.fits()) {
                throw in.fail(
                        in.tokens.span(star, operand.end() - 1),
                        SyntaxCode.INVALID,
                        "cannot use a starred expression in a dictionary value");
            }
        }
        return expressions.expression();
    }

    private void refuseMissingColon(int start, int token, Expression key) {
        if (token > start + 1 && !expressions.isOnTrial()) {
            int last = in.at - 1;
            var end = in.tokens.span(last, last);
            throw in.fail(
                    new krait.compiler.diagnostics.Span(
                            key.span().line(),
                            Math.max(0, key.span().endColumn() - 1),
                            end.endLine(),
                            end.endColumn()),
                    SyntaxCode.INVALID,
                    "':' expected after dictionary key");
        }
    }

    /// One or more `for … in … if …`.
    List<Ast.Comprehension> clauses() {
        List<Ast.Comprehension> clauses = new ArrayList<>();
        while (atFor()) {
            int start = in.at;
            boolean isAsync = in.accept(TokenKind.ASYNC);
            in.at++;
            Expression target = expressions.targets.ofClause();
            Expression iter = expressions.disjunction();
            List<Expression> ifs = new ArrayList<>();
            while (in.accept(TokenKind.IF)) {
                ifs.add(expressions.disjunction());
            }
            clauses.add(
                    new Ast.Comprehension(target, iter, List.copyOf(ifs), isAsync, in.span(start)));
        }
        return List.copyOf(clauses);
    }

    /// What stands between the brackets of a subscript.
    Expression slices() {
        int start = in.at;
        Expression first = sliceOrStar();
        if (!in.is(TokenKind.COMMA)) {
            if (first instanceof Expression.Starred) {
                return new Expression.Tuple(List.of(first), ExpressionContext.LOAD, in.span(start));
            }
            return first;
        }
        List<Expression> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA) && !in.is(TokenKind.RIGHT_BRACKET)) {
            elements.add(sliceOrStar());
        }
        return new Expression.Tuple(List.copyOf(elements), ExpressionContext.LOAD, in.span(start));
    }

    private Expression sliceOrStar() {
        int start = in.at;
        if (in.accept(TokenKind.STAR)) {
            Expression value = expressions.expression();
            return new Expression.Starred(value, ExpressionContext.LOAD, in.span(start));
        }
        if (!in.is(TokenKind.COLON)) {
            Expression first = expressions.namedExpression();
            if (!in.is(TokenKind.COLON) || in.tokens.kind(start + 1) == TokenKind.WALRUS) {
                return first;
            }
            return slice(start, Optional.of(first));
        }
        return slice(start, Optional.empty());
    }

    private Expression slice(int start, Optional<Expression> lower) {
        in.expect(TokenKind.COLON);
        Optional<Expression> upper = bound();
        Optional<Expression> step = Optional.empty();
        if (in.accept(TokenKind.COLON)) {
            step = bound();
        }
        return new Expression.Slice(lower, upper, step, in.span(start));
    }

    private Optional<Expression> bound() {
        return in.kind().startsExpression()
                ? Optional.of(expressions.expression())
                : Optional.empty();
    }
}
