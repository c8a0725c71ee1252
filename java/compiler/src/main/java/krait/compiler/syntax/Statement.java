package krait.compiler.syntax;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// `stmt` of CPython's grammar of trees.
public sealed interface Statement extends Ast {
    record FunctionDef(
            String name,
            Arguments args,
            List<Statement> body,
            List<Expression> decoratorList,
            Optional<Expression> returns,
            List<TypeParam> typeParams,
            Span span)
            implements Statement {}

    record AsyncFunctionDef(
            String name,
            Arguments args,
            List<Statement> body,
            List<Expression> decoratorList,
            Optional<Expression> returns,
            List<TypeParam> typeParams,
            Span span)
            implements Statement {}

    record ClassDef(
            String name,
            List<Expression> bases,
            List<Keyword> keywords,
            List<Statement> body,
            List<Expression> decoratorList,
            List<TypeParam> typeParams,
            Span span)
            implements Statement {}

    record Return(Optional<Expression> value, Span span) implements Statement {}

    record Delete(List<Expression> targets, Span span) implements Statement {}

    /// `targets[0] = targets[1] = value`.
    record Assign(List<Expression> targets, Expression value, Span span) implements Statement {}

    /// `type name[typeParams] = value`; `name` is a [Expression.Name].
    record TypeAlias(Expression name, List<TypeParam> typeParams, Expression value, Span span)
            implements Statement {}

    record AugAssign(Expression target, Operator op, Expression value, Span span)
            implements Statement {}

    /// `target: annotation = value`; `simple` when the target is a name without parentheses.
    record AnnAssign(
            Expression target,
            Expression annotation,
            Optional<Expression> value,
            boolean simple,
            Span span)
            implements Statement {}

    record For(
            Expression target,
            Expression iter,
            List<Statement> body,
            List<Statement> orelse,
            Span span)
            implements Statement {}

    record AsyncFor(
            Expression target,
            Expression iter,
            List<Statement> body,
            List<Statement> orelse,
            Span span)
            implements Statement {}

    record While(Expression test, List<Statement> body, List<Statement> orelse, Span span)
            implements Statement {}

    /// An `elif` is an `If` alone in `orelse`.
    record If(Expression test, List<Statement> body, List<Statement> orelse, Span span)
            implements Statement {}

    record With(List<WithItem> items, List<Statement> body, Span span) implements Statement {}

    record AsyncWith(List<WithItem> items, List<Statement> body, Span span) implements Statement {}

    record Match(Expression subject, List<MatchCase> cases, Span span) implements Statement {}

    record Raise(Optional<Expression> exc, Optional<Expression> cause, Span span)
            implements Statement {}

    record Try(
            List<Statement> body,
            List<ExceptHandler> handlers,
            List<Statement> orelse,
            List<Statement> finalbody,
            Span span)
            implements Statement {}

    /// A `try` whose handlers are `except*`.
    record TryStar(
            List<Statement> body,
            List<ExceptHandler> handlers,
            List<Statement> orelse,
            List<Statement> finalbody,
            Span span)
            implements Statement {}

    record Assert(Expression test, Optional<Expression> msg, Span span) implements Statement {}

    record Import(List<Alias> names, Span span) implements Statement {}

    /// `level` counts the leading dots.
    record ImportFrom(Optional<String> module, List<Alias> names, int level, Span span)
            implements Statement {}

    record Global(List<String> names, Span span) implements Statement {}

    record Nonlocal(List<String> names, Span span) implements Statement {}

    /// An expression for its effect.
    record Expr(Expression value, Span span) implements Statement {}

    record Pass(Span span) implements Statement {}

    record Break(Span span) implements Statement {}

    record Continue(Span span) implements Statement {}
}
