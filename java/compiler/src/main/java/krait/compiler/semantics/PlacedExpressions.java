package krait.compiler.semantics;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.SyntaxCode;

/// Expressions in the order in which CPython generates code for them.
final class PlacedExpressions {
    /// How many targets may stand before a starred one.
    private static final int UNPACKED_MAX = 256;

    private final Placement placement;

    PlacedExpressions(Placement placement) {
        this.placement = placement;
    }

    void visit(List<Expression> expressions) {
        expressions.forEach(this::visit);
    }

    void visit(Optional<Expression> expression) {
        expression.ifPresent(this::visit);
    }

    private void all(Expression... expressions) {
        for (Expression each : expressions) {
            visit(each);
        }
    }

    void visit(Expression expression) {
        switch (expression) {
            case Expression.NamedExpr e -> all(e.value(), e.target());
            case Expression.BoolOp e -> visit(e.values());
            case Expression.BinOp e -> all(e.left(), e.right());
            case Expression.UnaryOp e -> visit(e.operand());
            case Expression.Lambda e -> {
                defaults(e.args());
                placement.inside(e, () -> visit(e.body()));
            }
            case Expression.IfExp e -> all(e.test(), e.body(), e.orelse());
            case Expression.Dict e -> {
                for (int i = 0; i < e.values().size(); i++) {
                    visit(e.keys().get(i));
                    visit(e.values().get(i));
                }
            }
            case Expression.Set e -> elements(e.elts());
            case Expression.GeneratorExp e -> comprehension(e, e.generators(), List.of(e.elt()));
            case Expression.ListComp e -> comprehension(e, e.generators(), List.of(e.elt()));
            case Expression.SetComp e -> comprehension(e, e.generators(), List.of(e.elt()));
            case Expression.DictComp e ->
                    comprehension(e, e.generators(), List.of(e.key(), e.value()));
            case Expression.Yield e -> {
                requireFunction(e.span(), "'yield' outside function");
                visit(e.value());
            }
            case Expression.YieldFrom e -> {
                requireFunction(e.span(), "'yield from' outside function");
                refuseAsync(e);
                visit(e.value());
            }
            case Expression.Await e -> visit(e.value());
            case Expression.Compare e -> {
                visit(e.left());
                visit(e.comparators());
            }
            case Expression.Call e -> {
                checkKeywords(e.keywords());
                visit(e.func());
                elements(e.args());
                e.keywords().forEach(keyword -> visit(keyword.value()));
            }
            case Expression.FormattedValue e -> {
                visit(e.value());
                visit(e.formatSpec());
            }
            case Expression.Interpolation e -> {
                visit(e.value());
                visit(e.formatSpec());
            }
            case Expression.JoinedStr e -> visit(e.values());
            case Expression.TemplateStr e -> visit(e.values());
            case Expression.Constant _, Expression.Name _ -> {}
            case Expression.Attribute e -> visit(e.value());
            case Expression.Subscript e -> all(e.value(), e.slice());
            case Expression.Slice e -> {
                visit(e.lower());
                visit(e.upper());
                visit(e.step());
            }
            case Expression.Starred e -> throw starred(e);
            case Expression.List e -> sequence(e.elts(), e.ctx(), e.span());
            case Expression.Tuple e -> sequence(e.elts(), e.ctx(), e.span());
        }
    }

    private static EarlyError starred(Expression.Starred e) {
        return e.ctx() == ExpressionContext.STORE
                ? new EarlyError(
                        SyntaxCode.TARGET,
                        e.span(),
                        "starred assignment target must be in a list or tuple",
                        "write a comma behind it: *rest, = values")
                : new EarlyError(
                        SyntaxCode.INVALID,
                        e.span(),
                        "can't use starred expression here",
                        "write a comma behind it to make a tuple: *values,");
    }

    private void requireFunction(Span span, String message) {
        if (!placement.block().kind.isFunctionLike()) {
            throw new EarlyError(SyntaxCode.PLACE, span, message, "put it into a function");
        }
    }

    private void refuseAsync(Expression.YieldFrom e) {
        if (placement.block().isCoroutine() && !placement.block().isComprehension()) {
            throw new EarlyError(
                    SyntaxCode.PLACE,
                    e.span(),
                    "'yield from' inside async function",
                    "loop over the values and yield each");
        }
    }

    private void sequence(List<Expression> elements, ExpressionContext context, Span span) {
        if (context == ExpressionContext.STORE) {
            checkStars(elements, span);
        }
        elements(elements);
    }

    private static void checkStars(List<Expression> targets, Span span) {
        boolean star = false;
        for (int i = 0; i < targets.size(); i++) {
            if (!(targets.get(i) instanceof Expression.Starred)) {
                continue;
            }
            if (star) {
                throw new EarlyError(
                        SyntaxCode.TARGET,
                        span,
                        "multiple starred expressions in assignment",
                        "keep the star of one of them");
            }
            if (i >= UNPACKED_MAX) {
                throw new EarlyError(
                        SyntaxCode.LIMIT,
                        span,
                        "too many expressions in star-unpacking assignment",
                        "take the values by index");
            }
            star = true;
        }
    }

    /// Elements of a display, arguments of a call: each may have a star.
    private void elements(List<Expression> elements) {
        for (Expression element : elements) {
            visit(element instanceof Expression.Starred starred ? starred.value() : element);
        }
    }

    /// Bases and keywords of a class.
    void arguments(List<Expression> args, List<Ast.Keyword> keywords) {
        checkKeywords(keywords);
        elements(args);
        keywords.forEach(keyword -> visit(keyword.value()));
    }

    private static void checkKeywords(List<Ast.Keyword> keywords) {
        for (int i = 0; i < keywords.size(); i++) {
            Optional<String> name = keywords.get(i).arg();
            if (name.isEmpty()) {
                continue;
            }
            for (Ast.Keyword later : keywords.subList(i + 1, keywords.size())) {
                if (later.arg().equals(name)) {
                    throw new EarlyError(
                            SyntaxCode.PARAMETERS,
                            later.span(),
                            "keyword argument repeated: " + name.get(),
                            "leave one of them out");
                }
            }
        }
    }

    void defaults(Ast.Arguments parameters) {
        visit(parameters.defaults());
        parameters.kwDefaults().forEach(this::visit);
    }

    /// Annotations of a function; that of `*args` may have a star.
    void annotations(Ast.Arguments parameters, Optional<Expression> returns) {
        parameters.args().forEach(each -> visit(each.annotation()));
        parameters.posonlyargs().forEach(each -> visit(each.annotation()));
        parameters.vararg().flatMap(Ast.Arg::annotation).ifPresent(this::typeDefault);
        parameters.kwonlyargs().forEach(each -> visit(each.annotation()));
        parameters.kwarg().ifPresent(each -> visit(each.annotation()));
        visit(returns);
    }

    /// What may have a star (PEP 646, PEP 696).
    void typeDefault(Expression value) {
        visit(value instanceof Expression.Starred starred ? starred.value() : value);
    }

    private void comprehension(
            Expression expression, List<Ast.Comprehension> generators, List<Expression> results) {
        visit(generators.getFirst().iter());
        placement.inside(
                expression,
                () -> {
                    for (int i = 0; i < generators.size(); i++) {
                        Ast.Comprehension each = generators.get(i);
                        if (i > 0) {
                            visit(each.iter());
                        }
                        visit(each.target());
                        visit(each.ifs());
                    }
                    visit(results);
                });
    }
}
