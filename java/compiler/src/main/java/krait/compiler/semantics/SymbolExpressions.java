package krait.compiler.semantics;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.semantics.Block.Flag;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.SyntaxCode;

/// What expressions do with names, and where `await`, `yield` and `:=` may stand.
final class SymbolExpressions {
    private final SymbolTable table;

    SymbolExpressions(SymbolTable table) {
        this.table = table;
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

    private void name(Expression.Name e) {
        checkStored(e.id(), e.ctx(), e.span());
        boolean load = e.ctx() == ExpressionContext.LOAD;
        table.add(e.id(), load ? Flag.USED : Flag.LOCAL, e.span());
        if (load && e.id().equals("super") && table.current().kind == Block.Kind.FUNCTION) {
            table.use("__class__", e.span());
        }
    }

    void visit(Expression expression) {
        switch (expression) {
            case Expression.NamedExpr e -> named(e);
            case Expression.BoolOp e -> visit(e.values());
            case Expression.BinOp e -> all(e.left(), e.right());
            case Expression.UnaryOp e -> visit(e.operand());
            case Expression.Lambda e -> lambda(e);
            case Expression.IfExp e -> all(e.test(), e.body(), e.orelse());
            case Expression.Dict e -> {
                e.keys().forEach(this::visit);
                visit(e.values());
            }
            case Expression.Set e -> visit(e.elts());
            case Expression.GeneratorExp e ->
                    comprehension(e, "generator expression", e.generators(), List.of(e.elt()));
            case Expression.ListComp e ->
                    comprehension(e, "list comprehension", e.generators(), List.of(e.elt()));
            case Expression.SetComp e ->
                    comprehension(e, "set comprehension", e.generators(), List.of(e.elt()));
            case Expression.DictComp e ->
                    comprehension(
                            e, "dict comprehension", e.generators(), List.of(e.value(), e.key()));
            case Expression.Yield e -> {
                refuseInAnnotation("yield expression", e.span());
                visit(e.value());
                yields(e.span());
            }
            case Expression.YieldFrom e -> {
                refuseInAnnotation("yield expression", e.span());
                visit(e.value());
                yields(e.span());
            }
            case Expression.Await e -> await(e);
            case Expression.Compare e -> {
                visit(e.left());
                visit(e.comparators());
            }
            case Expression.Call e -> {
                visit(e.func());
                visit(e.args());
                keywords(e.keywords());
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
            case Expression.Constant _ -> {}
            case Expression.Attribute e -> {
                checkStored(e.attr(), e.ctx(), e.span());
                visit(e.value());
            }
            case Expression.Subscript e -> all(e.value(), e.slice());
            case Expression.Starred e -> visit(e.value());
            case Expression.Slice e -> {
                visit(e.lower());
                visit(e.upper());
                visit(e.step());
            }
            case Expression.Name e -> name(e);
            case Expression.List e -> visit(e.elts());
            case Expression.Tuple e -> visit(e.elts());
        }
    }

    private static void checkStored(String name, ExpressionContext context, Span span) {
        switch (context) {
            case LOAD -> {}
            case STORE -> SymbolTable.checkAssignable(name, span);
            case DEL -> {
                if (name.equals("__debug__")) {
                    throw SymbolTable.debug("cannot delete __debug__", span);
                }
            }
        }
    }

    /// Keyword arguments of a call or a class.
    void keywords(List<Ast.Keyword> keywords) {
        for (Ast.Keyword keyword : keywords) {
            keyword.arg().ifPresent(name -> SymbolTable.checkAssignable(name, keyword.span()));
        }
        for (Ast.Keyword keyword : keywords) {
            visit(keyword.value());
        }
    }

    private void lambda(Expression.Lambda lambda) {
        defaults(lambda.args());
        table.enter(lambda, Block.Kind.FUNCTION, "", "");
        parameters(lambda.args());
        visit(lambda.body());
        table.leave();
    }

    void defaults(Ast.Arguments parameters) {
        visit(parameters.defaults());
        parameters.kwDefaults().forEach(this::visit);
    }

    void parameters(Ast.Arguments parameters) {
        parameters.posonlyargs().forEach(this::parameter);
        parameters.args().forEach(this::parameter);
        parameters.kwonlyargs().forEach(this::parameter);
        parameters.vararg().ifPresent(this::parameter);
        parameters.kwarg().ifPresent(this::parameter);
    }

    private void parameter(Ast.Arg parameter) {
        table.define(parameter.arg(), Flag.PARAMETER, parameter.span());
    }

    private void named(Expression.NamedExpr named) {
        refuseInAnnotation("named expression", named.span());
        if (table.current().iterables > 0) {
            throw new EarlyError(
                    SyntaxCode.SCOPE,
                    named.span(),
                    "assignment expression cannot be used in a comprehension iterable expression",
                    "assign the name in a statement before");
        }
        if (table.current().isComprehension()
                && named.target() instanceof Expression.Name(String id, var _, Span span)) {
            table.declareOutside(id, span);
        }
        visit(named.value());
        visit(named.target());
    }

    private void await(Expression.Await await) {
        refuseInAnnotation("await expression", await.span());
        Block block = table.current();
        if (!block.kind.isFunctionLike()) {
            throw noCoroutine(await.span(), "'await' outside function");
        }
        if (!block.isCoroutine() && !block.isComprehension()) {
            throw noCoroutine(await.span(), "'await' outside async function");
        }
        visit(await.value());
        block.coroutine = true;
    }

    static EarlyError noCoroutine(Span span, String message) {
        return new EarlyError(SyntaxCode.PLACE, span, message, "make the function async def");
    }

    private void yields(Span span) {
        Block block = table.current();
        block.generator = true;
        if (block.isComprehension()) {
            throw new EarlyError(
                    SyntaxCode.PLACE,
                    span,
                    "'yield' inside " + block.comprehension,
                    "write a loop in a generator function");
        }
    }

    private void refuseInAnnotation(String what, Span span) {
        Block block = table.current();
        String place =
                switch (block.kind) {
                    case ANNOTATION -> "an annotation";
                    case TYPE_VARIABLE -> block.role;
                    case TYPE_ALIAS -> "a type alias";
                    case TYPE_PARAMETERS -> "the definition of a generic";
                    case MODULE, CLASS, FUNCTION -> "";
                };
        if (!place.isEmpty()) {
            throw new EarlyError(
                    SyntaxCode.PLACE,
                    span,
                    what + " cannot be used within " + place,
                    "types are names: leave the expression out");
        }
    }

    /// @param results what is evaluated for each element, in the order of CPython's visits
    private void comprehension(
            Expression expression,
            String name,
            List<Ast.Comprehension> generators,
            List<Expression> results) {
        Ast.Comprehension first = generators.getFirst();
        table.current().iterables++;
        visit(first.iter());
        table.current().iterables--;
        Block block = table.enter(expression, Block.Kind.FUNCTION, name, "");
        block.coroutine = first.isAsync();
        target(block, first);
        visit(first.ifs());
        for (Ast.Comprehension each : generators.subList(1, generators.size())) {
            target(block, each);
            block.iterables++;
            visit(each.iter());
            block.iterables--;
            visit(each.ifs());
            block.coroutine |= each.isAsync();
        }
        visit(results);
        boolean isGenerator = expression instanceof Expression.GeneratorExp;
        block.generator = isGenerator;
        table.leave();
        if (block.coroutine && !isGenerator) {
            Block around = table.current();
            if (!around.isCoroutine() && !around.isComprehension()) {
                throw noCoroutine(
                        expression.span(),
                        "asynchronous comprehension outside of an asynchronous function");
            }
            around.coroutine = true;
        }
    }

    private void target(Block block, Ast.Comprehension generator) {
        block.inTarget = true;
        visit(generator.target());
        block.inTarget = false;
    }
}
