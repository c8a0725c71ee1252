package krait.compiler.semantics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.SyntaxCode;
import krait.compiler.syntax.TypeParam;

/// What CPython finds while it generates code: statements where they can't be, in the order of that
/// pass.
final class Placement {
    private final SymbolTable table;
    private final FutureImports future;
    private final PlacedExpressions expressions;
    private final PatternRules patterns;

    /// Bodies of `finally` that a jump has already run through: running through them again finds
    /// nothing more and would take exponential time.
    private final Set<List<Statement>> unwound = Collections.newSetFromMap(new IdentityHashMap<>());

    /// The scope whose body is being visited, and what is around the place within it.
    private Block block = new Block(Block.Kind.MODULE, "", "");

    private Frames frames = new Frames();

    /// Annotations of a module or class, evaluated behind its body.
    private List<Expression> deferred = new ArrayList<>();

    Placement(SymbolTable table, FutureImports future) {
        this.table = table;
        this.future = future;
        this.expressions = new PlacedExpressions(this);
        this.patterns = new PatternRules(expressions);
    }

    void check(Ast.Module module) {
        body(module, module.body());
    }

    Block block() {
        return block;
    }

    /// The body of a scope of its own.
    private void body(Ast owner, List<Statement> statements) {
        inside(
                owner,
                () -> {
                    if (isResumed()) {
                        frames.enter(Frames.Kind.OTHER, owner.span());
                    }
                    visit(statements);
                    deferred.forEach(expressions::visit);
                });
    }

    private boolean isResumed() {
        return block.kind == Block.Kind.FUNCTION && (block.generator || block.coroutine);
    }

    /// Visits in the scope that a node makes.
    void inside(Ast owner, Runnable visit) {
        Block outer = block;
        Frames around = frames;
        List<Expression> annotations = deferred;
        block = table.of(owner);
        frames = new Frames();
        deferred = new ArrayList<>();
        visit.run();
        block = outer;
        frames = around;
        deferred = annotations;
    }

    private void visit(List<Statement> statements) {
        statements.forEach(this::visit);
    }

    private void visit(Statement statement) {
        switch (statement) {
            case Statement.FunctionDef s -> {
                expressions.visit(s.decoratorList());
                function(s, s.args(), s.typeParams(), s.returns(), s.body());
            }
            case Statement.AsyncFunctionDef s -> {
                expressions.visit(s.decoratorList());
                function(s, s.args(), s.typeParams(), s.returns(), s.body());
            }
            case Statement.ClassDef s -> {
                expressions.visit(s.decoratorList());
                typeParameters(s.typeParams());
                body(s, s.body());
                expressions.arguments(s.bases(), s.keywords());
            }
            case Statement.TypeAlias s -> {
                typeParameters(s.typeParams());
                expressions.visit(s.value());
            }
            case Statement.Return s -> returned(s);
            case Statement.Delete s -> expressions.visit(s.targets());
            case Statement.Assign s -> {
                expressions.visit(s.value());
                expressions.visit(s.targets());
            }
            case Statement.AugAssign s -> expressions.visit(List.of(s.target(), s.value()));
            case Statement.AnnAssign s -> annotated(s);
            case Statement.For s -> loop(s.span(), s.target(), s.iter(), s.body(), s.orelse());
            case Statement.AsyncFor s -> loop(s.span(), s.target(), s.iter(), s.body(), s.orelse());
            case Statement.While s -> {
                frames.enter(Frames.Kind.LOOP, s.span());
                expressions.visit(s.test());
                visit(s.body());
                frames.leave();
                visit(s.orelse());
            }
            case Statement.If s -> {
                expressions.visit(s.test());
                visit(s.body());
                visit(s.orelse());
            }
            case Statement.With s -> with(s.span(), s.items(), s.body());
            case Statement.AsyncWith s -> with(s.span(), s.items(), s.body());
            case Statement.Match s -> match(s);
            case Statement.Raise s -> {
                expressions.visit(s.exc());
                expressions.visit(s.cause());
            }
            case Statement.Try s ->
                    attempt(
                            s.span(),
                            s.finalbody(),
                            s.handlers().isEmpty() ? () -> visit(s.body()) : () -> handled(s));
            case Statement.TryStar s -> attempt(s.span(), s.finalbody(), () -> handledInGroups(s));
            case Statement.Assert s -> {
                expressions.visit(s.test());
                expressions.visit(s.msg());
            }
            case Statement.Expr s -> expressions.visit(s.value());
            case Statement.Break s -> jump(s.span(), "'break' outside loop");
            case Statement.Continue s -> jump(s.span(), "'continue' not properly in loop");
            case Statement.Import _,
                    Statement.ImportFrom _,
                    Statement.Global _,
                    Statement.Nonlocal _,
                    Statement.Pass _ -> {}
        }
    }

    private void function(
            Statement statement,
            Ast.Arguments parameters,
            List<TypeParam> typeParams,
            Optional<Expression> returns,
            List<Statement> body) {
        expressions.defaults(parameters);
        typeParameters(typeParams);
        if (!future.annotations()) {
            expressions.annotations(parameters, returns);
        }
        body(statement, body);
    }

    private void typeParameters(List<TypeParam> parameters) {
        boolean defaults = false;
        for (TypeParam parameter : parameters) {
            if (parameter instanceof TypeParam.TypeVar typeVar) {
                expressions.visit(typeVar.bound());
            }
            if (parameter.defaultValue().isPresent()) {
                defaults = true;
                expressions.typeDefault(parameter.defaultValue().get());
            } else if (defaults) {
                throw new EarlyError(
                        SyntaxCode.PARAMETERS,
                        parameter.span(),
                        "non-default type parameter '"
                                + parameter.name()
                                + "' follows default type parameter",
                        "put the type parameters with a default last");
            }
        }
    }

    private void annotated(Statement.AnnAssign s) {
        if (s.value().isPresent()) {
            expressions.visit(s.value());
            expressions.visit(s.target());
        } else if (!(s.target() instanceof Expression.Name)) {
            expressions.visit(s.target());
        }
        if (s.simple() && !block.kind.isFunctionLike() && !future.annotations()) {
            deferred.add(s.annotation());
        }
    }

    private void loop(
            Span span,
            Expression target,
            Expression iter,
            List<Statement> body,
            List<Statement> orelse) {
        frames.enter(Frames.Kind.LOOP, span);
        expressions.visit(iter);
        expressions.visit(target);
        visit(body);
        frames.leave();
        visit(orelse);
    }

    private void with(Span span, List<Ast.WithItem> items, List<Statement> body) {
        for (Ast.WithItem item : items) {
            expressions.visit(item.contextExpr());
            frames.enter(Frames.Kind.OTHER, span);
            expressions.visit(item.optionalVars());
        }
        visit(body);
        items.forEach(_ -> frames.leave());
    }

    private void match(Statement.Match match) {
        expressions.visit(match.subject());
        int last = match.cases().size() - 1;
        for (int i = 0; i <= last; i++) {
            Ast.MatchCase each = match.cases().get(i);
            patterns.check(each, i == last, last > 0);
            expressions.visit(each.guard());
            visit(each.body());
        }
    }

    /// A `try` with what stands before its `finally`.
    private void attempt(Span span, List<Statement> finalbody, Runnable guarded) {
        if (finalbody.isEmpty()) {
            guarded.run();
            return;
        }
        frames.enter(Frames.Kind.FINALLY_TRY, finalbody, span);
        guarded.run();
        frames.leave();
        frames.enter(Frames.Kind.OTHER, span);
        visit(finalbody);
        frames.leave();
    }

    private void handled(Statement.Try s) {
        frames.enter(Frames.Kind.OTHER, s.span());
        visit(s.body());
        frames.leave();
        visit(s.orelse());
        frames.enter(Frames.Kind.OTHER, s.span());
        for (int i = 0; i < s.handlers().size(); i++) {
            Ast.ExceptHandler handler = s.handlers().get(i);
            if (handler.type().isEmpty() && i < s.handlers().size() - 1) {
                throw new EarlyError(
                        SyntaxCode.PLACE,
                        handler.span(),
                        "default 'except:' must be last",
                        "move it behind the other handlers");
            }
            handler(handler);
        }
        frames.leave();
    }

    private void handledInGroups(Statement.TryStar s) {
        frames.enter(Frames.Kind.OTHER, s.span());
        visit(s.body());
        frames.leave();
        frames.enter(Frames.Kind.EXCEPT_STAR, s.span());
        s.handlers().forEach(this::handler);
        frames.leave();
        visit(s.orelse());
    }

    private void handler(Ast.ExceptHandler handler) {
        expressions.visit(handler.type());
        frames.enter(Frames.Kind.OTHER, handler.span());
        visit(handler.body());
        frames.leave();
    }

    private void returned(Statement.Return s) {
        if (!block.kind.isFunctionLike()) {
            throw new EarlyError(
                    SyntaxCode.PLACE,
                    s.span(),
                    "'return' outside function",
                    "put it into a function; sys.exit() ends a program");
        }
        if (s.value().isPresent() && block.coroutine && block.generator) {
            throw new EarlyError(
                    SyntaxCode.PLACE,
                    s.span(),
                    "'return' with value in async generator",
                    "leave the value out, or yield it");
        }
        expressions.visit(s.value());
        Optional<Expression> constant =
                s.value()
                        .filter(Expression.Constant.class::isInstance)
                        .filter(each -> each.span().line() == s.span().line());
        Span span = constant.map(Expression::span).orElse(s.span());
        frames.unwind(false, span, this::finalBody);
    }

    private void jump(Span span, String complaint) {
        if (!frames.unwind(true, span, this::finalBody)) {
            String advice = "use return, or put it into a loop";
            throw new EarlyError(SyntaxCode.PLACE, span, complaint, advice);
        }
    }

    private void finalBody(List<Statement> finalbody) {
        if (unwound.add(finalbody)) {
            visit(finalbody);
        }
    }
}
