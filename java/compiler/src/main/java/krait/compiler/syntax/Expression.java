package krait.compiler.syntax;

import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// `expr` of CPython's grammar of trees.
public sealed interface Expression extends Ast {
    /// `a and b and c` is one node with three values.
    record BoolOp(BoolOperator op, java.util.List<Expression> values, Span span)
            implements Expression {}

    /// `target := value`; `target` is a [Name].
    record NamedExpr(Expression target, Expression value, Span span) implements Expression {}

    record BinOp(Expression left, Operator op, Expression right, Span span) implements Expression {}

    record UnaryOp(UnaryOperator op, Expression operand, Span span) implements Expression {}

    record Lambda(Arguments args, Expression body, Span span) implements Expression {}

    record IfExp(Expression test, Expression body, Expression orelse, Span span)
            implements Expression {}

    /// A missing key stands for `**value`.
    record Dict(
            java.util.List<Optional<Expression>> keys, java.util.List<Expression> values, Span span)
            implements Expression {}

    record Set(java.util.List<Expression> elts, Span span) implements Expression {}

    record ListComp(Expression elt, java.util.List<Comprehension> generators, Span span)
            implements Expression {}

    record SetComp(Expression elt, java.util.List<Comprehension> generators, Span span)
            implements Expression {}

    record DictComp(
            Expression key, Expression value, java.util.List<Comprehension> generators, Span span)
            implements Expression {}

    record GeneratorExp(Expression elt, java.util.List<Comprehension> generators, Span span)
            implements Expression {}

    record Await(Expression value, Span span) implements Expression {}

    record Yield(Optional<Expression> value, Span span) implements Expression {}

    record YieldFrom(Expression value, Span span) implements Expression {}

    /// `left ops[0] comparators[0] ops[1] comparators[1] …`.
    record Compare(
            Expression left,
            java.util.List<CompareOperator> ops,
            java.util.List<Expression> comparators,
            Span span)
            implements Expression {}

    record Call(
            Expression func,
            java.util.List<Expression> args,
            java.util.List<Keyword> keywords,
            Span span)
            implements Expression {}

    /// `{value!conversion:formatSpec}` of an f-string. `conversion` is -1 or the letter after `!`;
    /// `formatSpec` is a [JoinedStr].
    record FormattedValue(
            Expression value, int conversion, Optional<Expression> formatSpec, Span span)
            implements Expression {}

    /// `{value!conversion:formatSpec}` of a t-string (PEP 750); `str` is the text of `value`.
    record Interpolation(
            Expression value,
            Literal str,
            int conversion,
            Optional<Expression> formatSpec,
            Span span)
            implements Expression {}

    /// An f-string: every value is a [Constant] of text or a [FormattedValue].
    record JoinedStr(java.util.List<Expression> values, Span span) implements Expression {}

    /// A t-string (PEP 750): every value is a [Constant] of text or an [Interpolation].
    record TemplateStr(java.util.List<Expression> values, Span span) implements Expression {}

    /// `kind` is `u` for a string written `u"…"`.
    record Constant(Literal value, Optional<String> kind, Span span) implements Expression {}

    record Attribute(Expression value, String attr, ExpressionContext ctx, Span span)
            implements Expression {}

    record Subscript(Expression value, Expression slice, ExpressionContext ctx, Span span)
            implements Expression {}

    record Starred(Expression value, ExpressionContext ctx, Span span) implements Expression {}

    record Name(String id, ExpressionContext ctx, Span span) implements Expression {}

    record List(java.util.List<Expression> elts, ExpressionContext ctx, Span span)
            implements Expression {}

    record Tuple(java.util.List<Expression> elts, ExpressionContext ctx, Span span)
            implements Expression {}

    record Slice(
            Optional<Expression> lower,
            Optional<Expression> upper,
            Optional<Expression> step,
            Span span)
            implements Expression {}
}
