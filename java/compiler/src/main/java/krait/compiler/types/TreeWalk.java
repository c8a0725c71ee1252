package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Pattern;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.TypeParam;

/// Visits a tree in order, a node before its parts. Bodies of functions, lambdas and classes are
/// other scopes and left out.
final class TreeWalk {
    private final Consumer<Ast> visitor;
    private final boolean deep;

    private TreeWalk(Consumer<Ast> visitor, boolean deep) {
        this.visitor = visitor;
        this.deep = deep;
    }

    static void walk(Ast node, Consumer<Ast> visitor) {
        new TreeWalk(visitor, false).visit(node);
    }

    /// Visits bodies of functions and lambdas, too.
    static void walkDeep(Ast node, Consumer<Ast> visitor) {
        new TreeWalk(visitor, true).visit(node);
    }

    private void all(List<? extends Ast> nodes) {
        nodes.forEach(this::visit);
    }

    private void maybe(Optional<? extends Ast> node) {
        node.ifPresent(this::visit);
    }

    private void visit(Ast node) {
        visitor.accept(node);
        switch (node) {
            case Statement s -> statement(s);
            case Expression e -> expression(e);
            case Pattern p -> pattern(p);
            case Ast.Module m -> all(m.body());
            case Ast.Keyword k -> visit(k.value());
            case Ast.WithItem w -> {
                visit(w.contextExpr());
                maybe(w.optionalVars());
            }
            case Ast.Comprehension c -> {
                visit(c.iter());
                visit(c.target());
                all(c.ifs());
            }
            case Ast.MatchCase m -> {
                visit(m.pattern());
                maybe(m.guard());
                all(m.body());
            }
            case Ast.ExceptHandler h -> {
                maybe(h.type());
                all(h.body());
            }
            case Ast.Arguments _, Ast.Arg _, Ast.Alias _, TypeParam _ -> {}
        }
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Return s -> maybe(s.value());
            case Statement.Delete s -> all(s.targets());
            case Statement.Assign s -> {
                visit(s.value());
                all(s.targets());
            }
            case Statement.AugAssign s -> {
                visit(s.target());
                visit(s.value());
            }
            case Statement.AnnAssign s -> {
                maybe(s.value());
                visit(s.target());
            }
            case Statement.For s -> {
                visit(s.iter());
                visit(s.target());
                all(s.body());
                all(s.orelse());
            }
            case Statement.While s -> tested(s.test(), s.body(), s.orelse());
            case Statement.If s -> tested(s.test(), s.body(), s.orelse());
            case Statement.With s -> {
                all(s.items());
                all(s.body());
            }
            case Statement.Match s -> {
                visit(s.subject());
                all(s.cases());
            }
            case Statement.Raise s -> {
                maybe(s.exc());
                maybe(s.cause());
            }
            case Statement.Try s -> {
                all(s.body());
                all(s.handlers());
                all(s.orelse());
                all(s.finalbody());
            }
            case Statement.Assert s -> {
                visit(s.test());
                maybe(s.msg());
            }
            case Statement.Expr s -> visit(s.value());
            case Statement.FunctionDef s -> {
                if (deep) {
                    all(s.args().defaults());
                    s.args().kwDefaults().forEach(this::maybe);
                    all(s.body());
                }
            }
            case Statement.AsyncFor _,
                    Statement.AsyncWith _,
                    Statement.TryStar _,
                    Statement.AsyncFunctionDef _,
                    Statement.ClassDef _,
                    Statement.TypeAlias _,
                    Statement.Import _,
                    Statement.ImportFrom _,
                    Statement.Global _,
                    Statement.Nonlocal _,
                    Statement.Pass _,
                    Statement.Break _,
                    Statement.Continue _ -> {}
        }
    }

    private void tested(Expression test, List<Statement> body, List<Statement> orelse) {
        visit(test);
        all(body);
        all(orelse);
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.BoolOp e -> all(e.values());
            case Expression.NamedExpr e -> {
                visit(e.value());
                visit(e.target());
            }
            case Expression.BinOp e -> {
                visit(e.left());
                visit(e.right());
            }
            case Expression.UnaryOp e -> visit(e.operand());
            case Expression.IfExp e -> {
                visit(e.test());
                visit(e.body());
                visit(e.orelse());
            }
            case Expression.Dict e -> {
                e.keys().forEach(this::maybe);
                all(e.values());
            }
            case Expression.Set e -> all(e.elts());
            case Expression.ListComp e -> comprehension(e.generators(), e.elt());
            case Expression.SetComp e -> comprehension(e.generators(), e.elt());
            case Expression.GeneratorExp e -> comprehension(e.generators(), e.elt());
            case Expression.DictComp e -> {
                comprehension(e.generators(), e.key());
                visit(e.value());
            }
            case Expression.Await e -> visit(e.value());
            case Expression.Yield e -> maybe(e.value());
            case Expression.YieldFrom e -> visit(e.value());
            case Expression.Compare e -> {
                visit(e.left());
                all(e.comparators());
            }
            case Expression.Call e -> {
                visit(e.func());
                all(e.args());
                all(e.keywords());
            }
            case Expression.FormattedValue e -> {
                visit(e.value());
                maybe(e.formatSpec());
            }
            case Expression.JoinedStr e -> all(e.values());
            case Expression.Attribute e -> visit(e.value());
            case Expression.Subscript e -> {
                visit(e.value());
                visit(e.slice());
            }
            case Expression.Starred e -> visit(e.value());
            case Expression.List e -> all(e.elts());
            case Expression.Tuple e -> all(e.elts());
            case Expression.Slice e -> {
                maybe(e.lower());
                maybe(e.upper());
                maybe(e.step());
            }
            case Expression.Lambda e -> {
                if (deep) {
                    visit(e.body());
                }
            }
            case Expression.Constant _,
                    Expression.Name _,
                    Expression.Interpolation _,
                    Expression.TemplateStr _ -> {}
        }
    }

    private void comprehension(List<Ast.Comprehension> generators, Expression element) {
        all(generators);
        visit(element);
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.MatchValue p -> visit(p.value());
            case Pattern.MatchSequence p -> all(p.patterns());
            case Pattern.MatchMapping p -> {
                all(p.keys());
                all(p.patterns());
            }
            case Pattern.MatchClass p -> {
                all(p.patterns());
                all(p.kwdPatterns());
            }
            case Pattern.MatchAs p -> maybe(p.pattern());
            case Pattern.MatchOr p -> all(p.patterns());
            case Pattern.MatchSingleton _, Pattern.MatchStar _ -> {}
        }
    }
}
