package krait.compiler.types;

import java.util.List;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.DoubtfulTokens;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;

/// What CPython warns of on standard error when it compiles a file. A program of which it does is
/// refused, so that what is printed is the same.
final class SyntaxWarnings {
    private static final String LATER = "set a variable there, and leave behind the finally";

    private final Problems problems;

    private SyntaxWarnings(Problems problems) {
        this.problems = problems;
    }

    static void report(Source source, Ast.Module module, Problems problems) {
        SyntaxWarnings warnings = new SyntaxWarnings(problems);
        for (DoubtfulTokens.Doubtful each : DoubtfulTokens.of(source)) {
            if (each.isNumber()) {
                warnings.report(
                        each.span(),
                        "a number with a word right behind it",
                        "a space between the two");
            } else {
                warnings.report(
                        each.span(),
                        "a backslash that makes no escape sequence",
                        "two backslashes, or a raw string: r\"...\"");
            }
        }
        warnings.block(module.body());
    }

    private void report(Span place, String what, String rewrite) {
        problems.report(TypeCode.WARNED, place, "CPython warns of " + what, rewrite);
    }

    private void block(List<Statement> statements) {
        statements.forEach(s -> TreeWalk.walkDeep(s, this::visit));
    }

    private void visit(Ast node) {
        switch (node) {
            case Statement.ClassDef c -> block(c.body());
            case Statement.Try t -> left(t.finalbody(), false);
            case Statement.TryStar t -> left(t.finalbody(), false);
            case Statement.Assert a
                    when a.test() instanceof Expression.Tuple t && !t.elts().isEmpty() ->
                    report(a.span(), "an assertion that is always true", "assert test, \"text\"");
            case Expression.Compare c -> compared(c);
            case Ast _ -> {}
        }
    }

    /// `return`, and jumps out, in a `finally`.
    private void left(List<Statement> statements, boolean inLoop) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Return r -> report(r.span(), "return in a finally", LATER);
                case Statement.Break b when !inLoop ->
                        report(b.span(), "break in a finally", LATER);
                case Statement.Continue c when !inLoop ->
                        report(c.span(), "continue in a finally", LATER);
                case Statement.For s -> loop(s.body(), s.orelse(), inLoop);
                case Statement.AsyncFor s -> loop(s.body(), s.orelse(), inLoop);
                case Statement.While s -> loop(s.body(), s.orelse(), inLoop);
                case Statement.If s -> {
                    left(s.body(), inLoop);
                    left(s.orelse(), inLoop);
                }
                case Statement.With s -> left(s.body(), inLoop);
                case Statement.AsyncWith s -> left(s.body(), inLoop);
                case Statement.Match s -> s.cases().forEach(c -> left(c.body(), inLoop));
                case Statement.Try s -> {
                    left(s.body(), inLoop);
                    s.handlers().forEach(h -> left(h.body(), inLoop));
                    left(s.orelse(), inLoop);
                }
                case Statement.TryStar s -> {
                    left(s.body(), inLoop);
                    s.handlers().forEach(h -> left(h.body(), inLoop));
                    left(s.orelse(), inLoop);
                }
                case Statement _ -> {}
            }
        }
    }

    private void loop(List<Statement> body, List<Statement> orelse, boolean inLoop) {
        left(body, true);
        left(orelse, inLoop);
    }

    private void compared(Expression.Compare compare) {
        Expression left = compare.left();
        for (int i = 0; i < compare.ops().size(); i++) {
            Expression right = compare.comparators().get(i);
            CompareOperator op = compare.ops().get(i);
            boolean identity = op == CompareOperator.IS || op == CompareOperator.IS_NOT;
            if (identity && (isLiteral(left) || isLiteral(right))) {
                report(compare.span(), "a literal beside is", "== in place of is");
                return;
            }
            left = right;
        }
    }

    /// A constant, or a tuple, which CPython may make one of.
    private static boolean isLiteral(Expression e) {
        return e instanceof Expression.Tuple
                || (e instanceof Expression.Constant c
                        && !(c.value() instanceof Literal.Singleton));
    }
}
