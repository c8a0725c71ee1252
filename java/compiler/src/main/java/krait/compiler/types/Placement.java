package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;

/// What stands where CPython takes it for a syntax error although the grammar allows it, such as a
/// `break` outside of a loop.
final class Placement {
    private final Problems problems;

    private Placement(Problems problems) {
        this.problems = problems;
    }

    static void check(Ast.Module module, Problems problems) {
        Placement placement = new Placement(problems);
        placement.names(module.body(), Set.of());
        placement.block(module.body(), new Place(Kind.MODULE, false, List.of()));
    }

    private enum Kind {
        MODULE,
        CLASS,
        FUNCTION
    }

    /// @param enclosing names of the functions around
    private record Place(Kind kind, boolean loop, List<Set<String>> enclosing) {
        Place inLoop() {
            return new Place(kind, true, enclosing);
        }
    }

    private void refuse(Span span, String message) {
        problems.report(TypeCode.SYNTAX, span, message);
    }

    private void block(List<Statement> statements, Place place) {
        statements.forEach(s -> statement(s, place));
    }

    private void statement(Statement statement, Place place) {
        switch (statement) {
            case Statement.Return s -> outside(s.span(), "return", place);
            case Statement.Break s -> outsideOfLoop(s.span(), "break", place);
            case Statement.Continue s -> outsideOfLoop(s.span(), "continue", place);
            case Statement.Nonlocal s -> nonlocal(s, place);
            case Statement.FunctionDef s -> function(s, place);
            case Statement.ClassDef s ->
                    block(s.body(), new Place(Kind.CLASS, false, place.enclosing()));
            case Statement.For s -> {
                block(s.body(), place.inLoop());
                block(s.orelse(), place);
            }
            case Statement.While s -> {
                block(s.body(), place.inLoop());
                block(s.orelse(), place);
            }
            case Statement.If s -> {
                block(s.body(), place);
                block(s.orelse(), place);
            }
            case Statement.With s -> block(s.body(), place);
            case Statement.Try s -> attempt(s, place);
            case Statement.Match s -> s.cases().forEach(c -> block(c.body(), place));
            case Statement.Delete _,
                    Statement.Assign _,
                    Statement.TypeAlias _,
                    Statement.AugAssign _,
                    Statement.AnnAssign _,
                    Statement.Raise _,
                    Statement.Assert _,
                    Statement.Import _,
                    Statement.ImportFrom _,
                    Statement.Global _,
                    Statement.Expr _,
                    Statement.Pass _,
                    Statement.AsyncFunctionDef _,
                    Statement.AsyncFor _,
                    Statement.AsyncWith _,
                    Statement.TryStar _ -> {}
        }
        if (place.kind() != Kind.FUNCTION && !(statement instanceof Statement.ClassDef)) {
            TreeWalk.walk(
                    statement,
                    node -> {
                        if (node instanceof Expression.Yield
                                || node instanceof Expression.YieldFrom
                                || node instanceof Expression.Await) {
                            outside(node.span(), "yield", place);
                        }
                    });
        }
    }

    private void attempt(Statement.Try s, Place place) {
        block(s.body(), place);
        for (Ast.ExceptHandler handler : s.handlers()) {
            if (handler.type().isEmpty() && handler != s.handlers().getLast()) {
                refuse(handler.span(), "a bare 'except:' comes last");
            }
            block(handler.body(), place);
        }
        block(s.orelse(), place);
        block(s.finalbody(), place);
    }

    private void outside(Span span, String word, Place place) {
        if (place.kind() != Kind.FUNCTION) {
            refuse(span, "'" + word + "' outside of a function");
        }
    }

    private void outsideOfLoop(Span span, String word, Place place) {
        if (!place.loop()) {
            refuse(span, "'" + word + "' outside of a loop");
        }
    }

    private void nonlocal(Statement.Nonlocal s, Place place) {
        if (place.kind() == Kind.MODULE) {
            refuse(s.span(), "nonlocal at the level of the module");
            return;
        }
        int around = place.enclosing().size() - (place.kind() == Kind.FUNCTION ? 1 : 0);
        for (String name : s.names()) {
            boolean found =
                    place.enclosing().subList(0, around).stream().anyMatch(n -> n.contains(name));
            if (!found) {
                refuse(s.span(), "no function around assigns '" + name + "'");
            }
        }
    }

    private void function(Statement.FunctionDef def, Place place) {
        Set<String> parameters = new HashSet<>();
        for (Ast.Arg arg : all(def.args())) {
            if (!parameters.add(arg.arg())) {
                refuse(arg.span(), "parameter '" + arg.arg() + "' stands twice");
            }
        }
        names(def.body(), parameters);
        Set<String> own = new HashSet<>(AssignedNames.in(def.body()).assigned());
        own.addAll(parameters);
        List<Set<String>> enclosing = new ArrayList<>(place.enclosing());
        enclosing.add(own);
        block(def.body(), new Place(Kind.FUNCTION, false, enclosing));
    }

    private static List<Ast.Arg> all(Ast.Arguments args) {
        List<Ast.Arg> all = new ArrayList<>(args.posonlyargs());
        all.addAll(args.args());
        args.vararg().ifPresent(all::add);
        all.addAll(args.kwonlyargs());
        args.kwarg().ifPresent(all::add);
        return all;
    }

    /// `global` and `nonlocal` come before every use of their names.
    private void names(List<Statement> body, Set<String> parameters) {
        Set<String> seen = new HashSet<>(parameters);
        Set<String> globals = new HashSet<>();
        Set<String> nonlocals = new HashSet<>();
        for (Statement statement : body) {
            TreeWalk.walk(
                    statement,
                    node -> {
                        if (node instanceof Expression.Name n) {
                            seen.add(n.id());
                        } else if (node instanceof Statement.FunctionDef f) {
                            seen.add(f.name());
                        } else if (node instanceof Statement.ClassDef c) {
                            seen.add(c.name());
                        } else if (node instanceof Statement.Global g) {
                            declared(g.names(), seen, nonlocals, g.span());
                            globals.addAll(g.names());
                        } else if (node instanceof Statement.Nonlocal n) {
                            declared(n.names(), seen, globals, n.span());
                            nonlocals.addAll(n.names());
                        }
                    });
        }
    }

    private void declared(List<String> names, Set<String> seen, Set<String> other, Span span) {
        for (String name : names) {
            if (seen.contains(name)) {
                refuse(span, "'" + name + "' is used before this declaration");
            } else if (other.contains(name)) {
                refuse(span, "'" + name + "' is declared global and nonlocal");
            }
        }
    }
}
