package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;

/// Writes out what some decorators of the library stand for, before a module is checked:
/// `@contextmanager`, `@cached_property` and `@total_ordering`. What has a `$` in its name is
/// nothing that a program can name.
final class LibraryDecorators {
    private static final String CONTEXT_MANAGER = "contextlib.contextmanager";
    private static final String CACHED_PROPERTY = "functools.cached_property";
    private static final String TOTAL_ORDERING = "functools.total_ordering";
    private static final String MANAGER = "$manager";
    private static final String SWALLOWING = "$swallowing";
    private static final String CACHED = "$cached";

    private final Map<String, String> names = new HashMap<>();
    private final List<Statement> imports = new ArrayList<>();

    private LibraryDecorators() {}

    /// The module with such definitions in place of the decorators.
    static Ast.Module writeOut(Ast.Module tree) {
        LibraryDecorators decorators = new LibraryDecorators();
        tree.body().forEach(decorators::note);
        if (decorators.names.isEmpty()) {
            return tree;
        }
        List<Statement> body = decorators.statements(tree.body(), Optional.empty());
        body.addAll(0, decorators.imports);
        return new Ast.Module(List.copyOf(body), tree.span());
    }

    private void note(Statement statement) {
        if (statement instanceof Statement.Import i) {
            for (Ast.Alias alias : i.names()) {
                if (alias.name().equals("contextlib") || alias.name().equals("functools")) {
                    names.put(alias.asname().orElse(alias.name()), alias.name());
                }
            }
        } else if (statement instanceof Statement.ImportFrom f && f.level() == 0) {
            String module = f.module().orElse("");
            for (Ast.Alias alias : f.names()) {
                String whole = module + "." + alias.name();
                if (List.of(CONTEXT_MANAGER, CACHED_PROPERTY, TOTAL_ORDERING).contains(whole)) {
                    names.put(alias.asname().orElse(alias.name()), whole);
                }
            }
        }
    }

    private boolean is(Expression decorator, String wanted) {
        if (decorator instanceof Expression.Attribute a
                && a.value() instanceof Expression.Name module) {
            return wanted.equals(names.get(module.id()) + "." + a.attr());
        }
        return decorator instanceof Expression.Name n && wanted.equals(names.get(n.id()));
    }

    private List<Statement> statements(List<Statement> written, Optional<String> owner) {
        List<Statement> result = new ArrayList<>();
        for (Statement statement : written) {
            switch (statement) {
                case Statement.FunctionDef def -> function(def, owner, result);
                case Statement.ClassDef def -> result.add(ofClass(def));
                case Statement _ -> result.add(statement);
            }
        }
        return result;
    }

    private Statement.ClassDef ofClass(Statement.ClassDef def) {
        List<Statement> body = statements(def.body(), Optional.of(def.name()));
        List<Expression> decorators = new ArrayList<>(def.decoratorList());
        boolean ordered = decorators.removeIf(each -> is(each, TOTAL_ORDERING));
        if (ordered) {
            List<Statement> added = TotalOrdering.methods(body, imports);
            if (added.isEmpty()) {
                return def;
            }
            body.addAll(added);
        }
        return new Statement.ClassDef(
                def.name(),
                def.bases(),
                def.keywords(),
                List.copyOf(body),
                List.copyOf(decorators),
                def.typeParams(),
                def.span());
    }

    private void function(
            Statement.FunctionDef def, Optional<String> owner, List<Statement> result) {
        List<Expression> decorators = def.decoratorList();
        List<Statement> body = List.copyOf(statements(def.body(), Optional.empty()));
        Statement.FunctionDef plain =
                define(def.name(), def.args(), body, decorators, def.returns(), def);
        boolean alone = decorators.size() == 1 && (owner.isEmpty() || receiver(def).isPresent());
        if (alone && is(decorators.getFirst(), CONTEXT_MANAGER) && yielded(def).isPresent()) {
            contextManager(plain, owner, result);
        } else if (alone && owner.isPresent() && is(decorators.getFirst(), CACHED_PROPERTY)) {
            cachedProperty(plain, owner.orElseThrow(), result);
        } else {
            result.add(plain);
        }
    }

    private static Optional<String> receiver(Statement.FunctionDef def) {
        return def.args().posonlyargs().isEmpty() && !def.args().args().isEmpty()
                ? Optional.of(def.args().args().getFirst().arg())
                : Optional.empty();
    }

    /// `T` of `Iterator[T]`.
    private static Optional<Expression> yielded(Statement.FunctionDef def) {
        if (!(def.returns().orElse(null) instanceof Expression.Subscript s)) {
            return Optional.empty();
        }
        return s.slice() instanceof Expression.Tuple t
                ? t.elts().stream().findFirst()
                : Optional.of(s.slice());
    }

    private void contextManager(
            Statement.FunctionDef def, Optional<String> owner, List<Statement> result) {
        Span span = def.span();
        String inner = "1" + owner.orElse("") + "$" + def.name();
        String manager = SwallowedErrors.possible(def.body()) ? SWALLOWING : MANAGER;
        boolean swallows = manager.equals(SWALLOWING);
        importAs("contextlib", swallows ? "_Swallowing" : "_Manager", manager, span);
        result.add(
                define(
                        inner,
                        withoutDefaults(def.args()),
                        def.body(),
                        List.of(),
                        def.returns(),
                        def));
        Expression made =
                call(
                        name(manager, span),
                        List.of(call(reference(inner, owner, def), given(def.args(), owner), span)),
                        span);
        Expression type =
                new Expression.Subscript(
                        name(manager, span),
                        yielded(def).orElseThrow(),
                        ExpressionContext.LOAD,
                        span);
        List<Statement> body = List.of(new Statement.Return(Optional.of(made), span));
        result.add(define(def.name(), def.args(), body, List.of(), Optional.of(type), def));
    }

    private void cachedProperty(Statement.FunctionDef def, String owner, List<Statement> result) {
        Span span = def.span();
        String inner = "1" + owner + "$" + def.name();
        importAs("functools", "_cached", CACHED, span);
        result.add(define(inner, def.args(), def.body(), List.of(), def.returns(), def));
        Expression self = name(receiver(def).orElseThrow(), span);
        Expression text =
                new Expression.Constant(new Literal.Str(def.name()), Optional.empty(), span);
        Expression value =
                call(
                        name(CACHED, span),
                        List.of(self, text, reference(inner, Optional.of(owner), def)),
                        span);
        List<Statement> body = List.of(new Statement.Return(Optional.of(value), span));
        List<Expression> property = List.of(name("property", span));
        result.add(define(def.name(), def.args(), body, property, def.returns(), def));
    }

    private static Expression reference(
            String inner, Optional<String> owner, Statement.FunctionDef def) {
        return owner.isEmpty()
                ? name(inner, def.span())
                : new Expression.Attribute(
                        name(receiver(def).orElseThrow(), def.span()),
                        inner,
                        ExpressionContext.LOAD,
                        def.span());
    }

    /// The parameters as the arguments of another call.
    private static Ast.Arguments withoutDefaults(Ast.Arguments args) {
        return new Ast.Arguments(
                args.posonlyargs(),
                args.args(),
                args.vararg(),
                args.kwonlyargs(),
                args.kwonlyargs().stream().map(_ -> Optional.<Expression>empty()).toList(),
                args.kwarg(),
                List.of(),
                args.span());
    }

    private static Expression.Call given(Ast.Arguments args, Optional<String> owner) {
        List<Expression> positional = new ArrayList<>();
        List<Ast.Arg> all = new ArrayList<>(args.posonlyargs());
        all.addAll(args.args());
        for (Ast.Arg arg : owner.isEmpty() ? all : all.subList(1, all.size())) {
            positional.add(name(arg.arg(), arg.span()));
        }
        args.vararg()
                .ifPresent(arg ->
                        positional.add(
                                new Expression.Starred(
                                        name(arg.arg(), arg.span()),
                                        ExpressionContext.LOAD,
                                        arg.span())));
        List<Ast.Keyword> keywords = new ArrayList<>();
        for (Ast.Arg arg : args.kwonlyargs()) {
            Expression value = name(arg.arg(), arg.span());
            keywords.add(new Ast.Keyword(Optional.of(arg.arg()), value, arg.span()));
        }
        args.kwarg()
                .ifPresent(arg ->
                        keywords.add(
                                new Ast.Keyword(
                                        Optional.empty(),
                                        name(arg.arg(), arg.span()),
                                        arg.span())));
        return new Expression.Call(name("", args.span()), positional, keywords, args.span());
    }

    private static Expression call(Expression function, Expression.Call given, Span span) {
        return new Expression.Call(function, given.args(), given.keywords(), span);
    }

    private static Expression call(Expression function, List<Expression> arguments, Span span) {
        return new Expression.Call(function, arguments, List.of(), span);
    }

    static Expression name(String id, Span span) {
        return new Expression.Name(id, ExpressionContext.LOAD, span);
    }

    private static Statement.FunctionDef define(
            String name,
            Ast.Arguments args,
            List<Statement> body,
            List<Expression> decorators,
            Optional<Expression> returns,
            Statement.FunctionDef like) {
        return new Statement.FunctionDef(
                name, args, body, decorators, returns, like.typeParams(), like.span());
    }

    private void importAs(String module, String name, String bound, Span span) {
        if (names.putIfAbsent(bound, "") == null) {
            Ast.Alias alias = new Ast.Alias(name, Optional.of(bound), span);
            imports.add(new Statement.ImportFrom(Optional.of(module), List.of(alias), 0, span));
        }
    }
}
