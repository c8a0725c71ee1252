package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Statement;

/// Writes out second names of methods, `__rmul__ = __mul__`, and `x = property(get, put)`, as
/// definitions whose first decorator, which no program can write, says whose code they run.
final class ClassAliases {
    private static final String MARK = "$alias$";

    private ClassAliases() {}

    /// The module with such definitions in place of the assignments.
    static Ast.Module writeOut(Ast.Module tree) {
        List<Statement> body = new ArrayList<>();
        for (Statement statement : tree.body()) {
            body.add(statement instanceof Statement.ClassDef c ? ofClass(c) : statement);
        }
        return new Ast.Module(List.copyOf(body), tree.span());
    }

    /// The method whose code a definition runs, by what its decorator says.
    static Optional<String> of(Expression decorator) {
        return ModuleScope.nameOf(decorator)
                .filter(name -> name.startsWith(MARK))
                .map(name -> name.substring(MARK.length()));
    }

    private static Statement.ClassDef ofClass(Statement.ClassDef def) {
        Map<String, Statement.FunctionDef> methods = new HashMap<>();
        List<Statement> body = new ArrayList<>();
        boolean changed = false;
        for (Statement statement : def.body()) {
            if (statement instanceof Statement.FunctionDef f) {
                methods.put(f.name(), f);
            }
            List<Statement> written =
                    statement instanceof Statement.Assign a && ofName(a)
                            ? written(a, methods)
                            : List.of();
            changed |= !written.isEmpty();
            if (written.isEmpty()) {
                body.add(statement);
            }
            body.addAll(written);
        }
        return changed
                ? new Statement.ClassDef(
                        def.name(),
                        def.bases(),
                        def.keywords(),
                        List.copyOf(body),
                        def.decoratorList(),
                        def.typeParams(),
                        def.span())
                : def;
    }

    private static boolean ofName(Statement.Assign a) {
        return a.targets().size() == 1 && a.targets().getFirst() instanceof Expression.Name;
    }

    private static List<Statement> written(
            Statement.Assign a, Map<String, Statement.FunctionDef> methods) {
        String name = ModuleScope.nameOf(a.targets().getFirst()).orElseThrow();
        if (methods.containsKey(name)) {
            return List.of();
        }
        Optional<Statement.FunctionDef> same = method(a.value(), methods);
        if (same.isPresent()) {
            return List.of(define(name, same.get(), List.of(), a));
        }
        boolean property =
                a.value() instanceof Expression.Call c
                        && ModuleScope.nameOf(c.func()).equals(Optional.of("property"))
                        && !methods.containsKey("property")
                        && c.keywords().isEmpty()
                        && !c.args().isEmpty()
                        && c.args().size() <= 2
                        && c.args().stream().allMatch(m -> method(m, methods).isPresent());
        if (!property) {
            return List.of();
        }
        List<Statement> written = new ArrayList<>();
        List<Expression> given = ((Expression.Call) a.value()).args();
        Expression own = name(name, a);
        for (int i = 0; i < given.size(); i++) {
            Expression kind =
                    i == 0
                            ? name("property", a)
                            : new Expression.Attribute(
                                    own, "setter", ExpressionContext.LOAD, a.span());
            written.add(
                    define(name, method(given.get(i), methods).orElseThrow(), List.of(kind), a));
        }
        return written;
    }

    private static Optional<Statement.FunctionDef> method(
            Expression e, Map<String, Statement.FunctionDef> methods) {
        return ModuleScope.nameOf(e)
                .filter(_ -> e instanceof Expression.Name)
                .map(methods::get)
                .filter(m -> m.decoratorList().isEmpty());
    }

    private static Expression name(String id, Statement.Assign a) {
        return new Expression.Name(id, ExpressionContext.LOAD, a.span());
    }

    private static Statement.FunctionDef define(
            String name, Statement.FunctionDef like, List<Expression> kind, Statement.Assign a) {
        List<Expression> decorators = new ArrayList<>();
        decorators.add(name(MARK + like.name(), a));
        decorators.addAll(kind);
        return new Statement.FunctionDef(
                name,
                like.args(),
                like.body(),
                List.copyOf(decorators),
                like.returns(),
                like.typeParams(),
                like.span());
    }
}
