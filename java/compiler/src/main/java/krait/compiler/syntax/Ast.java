package krait.compiler.syntax;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// A Python program as a tree, node for node and name for name that of CPython 3.14's `ast`, with
/// fields in camel case: <https://docs.python.org/3.14/library/ast.html#abstract-grammar>. What is
/// optional there is an `Optional` here. Type comments are no part of it.
///
/// Where CPython's node has no place in the source ([Module], [Arguments], [Comprehension],
/// [WithItem], [MatchCase]), the span here covers what the node was made from.
public sealed interface Ast
        permits Ast.Module,
                Ast.Arguments,
                Ast.Arg,
                Ast.Keyword,
                Ast.Alias,
                Ast.WithItem,
                Ast.Comprehension,
                Ast.MatchCase,
                Ast.ExceptHandler,
                Statement,
                Expression,
                Pattern,
                TypeParam {

    /// Where it stands.
    Span span();

    /// A file.
    record Module(List<Statement> body, Span span) implements Ast {}

    /// The parameters of a function. `defaults` belong to the last of `posonlyargs` and `args`
    /// together; `kwDefaults` has one element for each of `kwonlyargs`.
    record Arguments(
            List<Arg> posonlyargs,
            List<Arg> args,
            Optional<Arg> vararg,
            List<Arg> kwonlyargs,
            List<Optional<Expression>> kwDefaults,
            Optional<Arg> kwarg,
            List<Expression> defaults,
            Span span)
            implements Ast {}

    /// One parameter.
    record Arg(String arg, Optional<Expression> annotation, Span span) implements Ast {}

    /// `arg=value` of a call or a class; without `arg` it is `**value`.
    record Keyword(Optional<String> arg, Expression value, Span span) implements Ast {}

    /// `name as asname` of an import.
    record Alias(String name, Optional<String> asname, Span span) implements Ast {}

    /// `contextExpr as optionalVars` of a `with`.
    record WithItem(Expression contextExpr, Optional<Expression> optionalVars, Span span)
            implements Ast {}

    /// `for target in iter if … if …` inside a comprehension.
    record Comprehension(
            Expression target, Expression iter, List<Expression> ifs, boolean isAsync, Span span)
            implements Ast {}

    /// One `case`.
    record MatchCase(Pattern pattern, Optional<Expression> guard, List<Statement> body, Span span)
            implements Ast {}

    /// One `except`; whether it is `except*` says the kind of the statement around it.
    record ExceptHandler(
            Optional<Expression> type, Optional<String> name, List<Statement> body, Span span)
            implements Ast {}
}
