package krait.compiler.semantics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.semantics.Block.Flag;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Pattern;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.SyntaxCode;
import krait.compiler.syntax.TypeParam;

/// What statements do with names.
final class SymbolStatements {
    private final SymbolTable table;
    private final FutureImports future;
    private final SymbolExpressions expressions;

    SymbolStatements(SymbolTable table, FutureImports future) {
        this.table = table;
        this.future = future;
        this.expressions = new SymbolExpressions(table);
    }

    void visit(List<Statement> body) {
        for (Statement statement : body) {
            visit(statement);
        }
    }

    private void visit(Statement statement) {
        switch (statement) {
            case Statement.FunctionDef s ->
                    function(
                            s,
                            s.name(),
                            s.decoratorList(),
                            s.typeParams(),
                            s.args(),
                            s.returns(),
                            s.body(),
                            false);
            case Statement.AsyncFunctionDef s ->
                    function(
                            s,
                            s.name(),
                            s.decoratorList(),
                            s.typeParams(),
                            s.args(),
                            s.returns(),
                            s.body(),
                            true);
            case Statement.ClassDef s -> type(s);
            case Statement.TypeAlias s -> alias(s);
            case Statement.Return s -> expressions.visit(s.value());
            case Statement.Delete s -> expressions.visit(s.targets());
            case Statement.Assign s -> {
                expressions.visit(s.targets());
                expressions.visit(s.value());
            }
            case Statement.AnnAssign s -> annotated(s);
            case Statement.AugAssign s -> expressions.visit(List.of(s.target(), s.value()));
            case Statement.For s -> loop(s.target(), s.iter(), s.body(), s.orelse());
            case Statement.AsyncFor s -> {
                requireCoroutine(s, "'async for' outside async function");
                loop(s.target(), s.iter(), s.body(), s.orelse());
            }
            case Statement.While s -> tested(s.test(), s.body(), s.orelse());
            case Statement.If s -> tested(s.test(), s.body(), s.orelse());
            case Statement.With s -> with(s.items(), s.body());
            case Statement.AsyncWith s -> {
                requireCoroutine(s, "'async with' outside async function");
                with(s.items(), s.body());
            }
            case Statement.Match s -> {
                expressions.visit(s.subject());
                s.cases().forEach(this::matchCase);
            }
            case Statement.Raise s -> {
                expressions.visit(s.exc());
                expressions.visit(s.cause());
            }
            case Statement.Try s -> attempt(s.body(), s.handlers(), s.orelse(), s.finalbody());
            case Statement.TryStar s -> attempt(s.body(), s.handlers(), s.orelse(), s.finalbody());
            case Statement.Assert s -> {
                expressions.visit(s.test());
                expressions.visit(s.msg());
            }
            case Statement.Import s -> s.names().forEach(this::imported);
            case Statement.ImportFrom s -> {
                s.names().forEach(this::imported);
                future.check(s);
            }
            case Statement.Global s -> declaration(s.names(), Flag.GLOBAL, "global", s.span());
            case Statement.Nonlocal s ->
                    declaration(s.names(), Flag.NONLOCAL, "nonlocal", s.span());
            case Statement.Expr s -> expressions.visit(s.value());
            case Statement.Pass _, Statement.Break _, Statement.Continue _ -> {}
        }
    }

    private void requireCoroutine(Statement statement, String message) {
        if (!table.current().coroutine) {
            throw SymbolExpressions.noCoroutine(statement.span(), message);
        }
    }

    private void loop(
            Expression target, Expression iter, List<Statement> body, List<Statement> orelse) {
        expressions.visit(target);
        expressions.visit(iter);
        visit(body);
        visit(orelse);
    }

    private void tested(Expression test, List<Statement> body, List<Statement> orelse) {
        expressions.visit(test);
        visit(body);
        visit(orelse);
    }

    private void with(List<Ast.WithItem> items, List<Statement> body) {
        for (Ast.WithItem item : items) {
            expressions.visit(item.contextExpr());
            expressions.visit(item.optionalVars());
        }
        visit(body);
    }

    private void attempt(
            List<Statement> body,
            List<Ast.ExceptHandler> handlers,
            List<Statement> orelse,
            List<Statement> finalbody) {
        visit(body);
        for (Ast.ExceptHandler handler : handlers) {
            expressions.visit(handler.type());
            handler.name().ifPresent(name -> table.define(name, Flag.LOCAL, handler.span()));
            visit(handler.body());
        }
        visit(orelse);
        visit(finalbody);
    }

    private void function(
            Statement statement,
            String name,
            List<Expression> decorators,
            List<TypeParam> typeParams,
            Ast.Arguments parameters,
            Optional<Expression> returns,
            List<Statement> body,
            boolean isAsync) {
        table.define(name, Flag.LOCAL, statement.span());
        expressions.defaults(parameters);
        expressions.visit(decorators);
        if (!typeParams.isEmpty()) {
            typeParameters(typeParams);
        }
        signature(parameters, returns);
        Block block = table.enter(statement, Block.Kind.FUNCTION, "", "");
        block.coroutine = isAsync;
        expressions.parameters(parameters);
        visit(body);
        table.leave();
        if (!typeParams.isEmpty()) {
            table.leave();
        }
    }

    /// Annotations of parameters and result, in a scope of their own.
    private void signature(Ast.Arguments parameters, Optional<Expression> returns) {
        table.enter(parameters, Block.Kind.ANNOTATION, "", "");
        parameters.posonlyargs().forEach(each -> expressions.visit(each.annotation()));
        parameters.args().forEach(each -> expressions.visit(each.annotation()));
        parameters.vararg().ifPresent(each -> expressions.visit(each.annotation()));
        parameters.kwarg().ifPresent(each -> expressions.visit(each.annotation()));
        parameters.kwonlyargs().forEach(each -> expressions.visit(each.annotation()));
        expressions.visit(returns);
        table.leave();
    }

    private void type(Statement.ClassDef type) {
        table.define(type.name(), Flag.LOCAL, type.span());
        expressions.visit(type.decoratorList());
        String outer = "";
        boolean generic = !type.typeParams().isEmpty();
        if (generic) {
            outer = table.changeOwner(type.name());
            typeParameters(type.typeParams());
        }
        expressions.visit(type.bases());
        expressions.keywords(type.keywords());
        table.enter(type, Block.Kind.CLASS, "", "");
        String former = table.changeOwner(type.name());
        visit(type.body());
        table.leave();
        table.changeOwner(former);
        if (generic) {
            table.leave();
            table.changeOwner(outer);
        }
    }

    private void alias(Statement.TypeAlias alias) {
        expressions.visit(alias.name());
        boolean generic = !alias.typeParams().isEmpty();
        if (generic) {
            typeParameters(alias.typeParams());
        }
        table.enter(alias, Block.Kind.TYPE_ALIAS, "", "");
        expressions.visit(alias.value());
        table.leave();
        if (generic) {
            table.leave();
        }
    }

    /// Enters the scope of type parameters, which its caller leaves.
    private void typeParameters(List<TypeParam> parameters) {
        table.enter(parameters.getFirst(), Block.Kind.TYPE_PARAMETERS, "", "");
        for (TypeParam parameter : parameters) {
            table.define(parameter.name(), Flag.TYPE_PARAMETER, parameter.span());
            table.add(parameter.name(), Flag.LOCAL, parameter.span());
            String kind =
                    switch (parameter) {
                        case TypeParam.TypeVar _ -> "a TypeVar";
                        case TypeParam.ParamSpec _ -> "a ParamSpec";
                        case TypeParam.TypeVarTuple _ -> "a TypeVarTuple";
                    };
            if (parameter.name().equals("__classdict__")) {
                throw new EarlyError(
                        SyntaxCode.SCOPE,
                        parameter.span(),
                        "reserved name '__classdict__' cannot be used for type parameter",
                        "use another name");
            }
            if (parameter instanceof TypeParam.TypeVar(var _, var bound, var _, var _)) {
                boolean constraint = bound.filter(Expression.Tuple.class::isInstance).isPresent();
                bound.ifPresent(
                        each -> typeVariable(each, kind + (constraint ? " constraint" : " bound")));
            }
            parameter.defaultValue().ifPresent(each -> typeVariable(each, kind + " default"));
        }
    }

    private void typeVariable(Expression value, String role) {
        table.enter(value, Block.Kind.TYPE_VARIABLE, "", role);
        expressions.visit(value);
        table.leave();
    }

    private void annotated(Statement.AnnAssign assignment) {
        if (assignment.target() instanceof Expression.Name(String id, var _, Span span)) {
            Set<Flag> known = table.flags(id);
            boolean global = known.contains(Flag.GLOBAL);
            if (assignment.simple()
                    && (global || known.contains(Flag.NONLOCAL))
                    && table.current().kind != Block.Kind.MODULE) {
                throw new EarlyError(
                        SyntaxCode.SCOPE,
                        assignment.span(),
                        "annotated name '" + id + "' can't be " + (global ? "global" : "nonlocal"),
                        "annotate it where it is first assigned");
            }
            if (assignment.simple()) {
                table.define(id, Flag.LOCAL, span);
                table.add(id, Flag.ANNOTATED, span);
            } else if (assignment.value().isPresent()) {
                table.define(id, Flag.LOCAL, span);
            }
        } else {
            expressions.visit(assignment.target());
        }
        table.enterAnnotations();
        expressions.visit(assignment.annotation());
        table.leave();
        expressions.visit(assignment.value());
    }

    private void imported(Ast.Alias alias) {
        String name = alias.asname().orElse(alias.name());
        if (name.equals("*")) {
            if (table.current().kind != Block.Kind.MODULE) {
                throw new EarlyError(
                        SyntaxCode.PLACE,
                        alias.span(),
                        "import * only allowed at module level",
                        "name what is imported");
            }
            return;
        }
        int dot = name.indexOf('.');
        table.define(dot < 0 ? name : name.substring(0, dot), Flag.IMPORTED, alias.span());
    }

    private void declaration(List<String> names, Flag flag, String keyword, Span span) {
        for (String name : names) {
            Set<Flag> known = table.flags(name);
            String complaint = "";
            if (known.contains(Flag.PARAMETER)) {
                complaint = "name '" + name + "' is parameter and " + keyword;
            } else if (known.contains(Flag.USED)) {
                complaint = "name '" + name + "' is used prior to " + keyword + " declaration";
            } else if (known.contains(Flag.ANNOTATED)) {
                complaint = "annotated name '" + name + "' can't be " + keyword;
            } else if (known.contains(Flag.LOCAL)) {
                complaint = "name '" + name + "' is assigned to before " + keyword + " declaration";
            }
            if (!complaint.isEmpty()) {
                throw new EarlyError(
                        SyntaxCode.SCOPE,
                        span,
                        complaint,
                        "declare it in the first line of the function, under another name if it"
                                + " is a parameter");
            }
            table.declare(name, flag, span);
        }
    }

    private void matchCase(Ast.MatchCase matchCase) {
        pattern(matchCase.pattern());
        expressions.visit(matchCase.guard());
        visit(matchCase.body());
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.MatchValue p -> expressions.visit(p.value());
            case Pattern.MatchSingleton _ -> {}
            case Pattern.MatchSequence p -> p.patterns().forEach(this::pattern);
            case Pattern.MatchStar p -> capture(p.name(), p);
            case Pattern.MatchMapping p -> {
                expressions.visit(p.keys());
                p.patterns().forEach(this::pattern);
                capture(p.rest(), p);
            }
            case Pattern.MatchClass p -> {
                expressions.visit(p.cls());
                p.patterns().forEach(this::pattern);
                for (int i = 0; i < p.kwdAttrs().size(); i++) {
                    Span span = p.kwdPatterns().get(i).span();
                    SymbolTable.checkAssignable(p.kwdAttrs().get(i), span);
                }
                p.kwdPatterns().forEach(this::pattern);
            }
            case Pattern.MatchAs p -> {
                p.pattern().ifPresent(this::pattern);
                capture(p.name(), p);
            }
            case Pattern.MatchOr p -> p.patterns().forEach(this::pattern);
        }
    }

    private void capture(Optional<String> name, Pattern pattern) {
        name.ifPresent(each -> table.define(each, Flag.LOCAL, pattern.span()));
    }
}
