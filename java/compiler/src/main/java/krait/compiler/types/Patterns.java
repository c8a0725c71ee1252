package krait.compiler.types;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.BoolOperator;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.Pattern;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.UnaryOperator;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;

/// The test of one pattern, in steps that all must hold: conditions, and assignments between them.
///
/// What is matched has a name, so that a step is written as the program could have written it.
final class Patterns {
    private static final List<String> WHOLE =
            List.of(
                    "bool",
                    "bytearray",
                    "bytes",
                    "dict",
                    "float",
                    "frozenset",
                    "int",
                    "list",
                    "set",
                    "str",
                    "tuple");

    private final Body body;
    private final List<TypedExpression.Operand> steps = new ArrayList<>();
    private Flow failed = new Flow();

    Patterns(Body body) {
        this.body = body;
        failed.end();
    }

    /// The whole test. The flow of the body is what holds when all steps do.
    Conditions.Branches branches(Span span) {
        Type bool = body.builtins().bool();
        TypedExpression test =
                steps.isEmpty()
                        ? new TypedExpression.Constant(Literal.Singleton.TRUE, bool, span)
                        : new TypedExpression.Logical(
                                BoolOperator.AND, List.copyOf(steps), bool, span);
        return new Conditions.Branches(test, body.flow(), failed);
    }

    void condition(Expression e) {
        Conditions.Branches branches = body.conditions().condition(e);
        failed = failed.join(branches.no());
        body.flow(branches.yes());
        step(branches.test());
    }

    private void step(TypedExpression test) {
        steps.add(
                new TypedExpression.Operand(
                        test,
                        new TruthTest(TruthTest.Kind.BOOL, Optional.empty()),
                        Optional.empty(),
                        test));
    }

    /// Statements that always go on.
    private void always(List<TypedStatement> statements, Span span) {
        Type bool = body.builtins().bool();
        TypedExpression yes = new TypedExpression.Constant(Literal.Singleton.TRUE, bool, span);
        step(new TypedExpression.Block(List.copyOf(statements), yes, bool, span));
    }

    /// Keeps a value under a name of its own, which the program can't write.
    Expression.Name keep(TypedExpression value, List<TypedStatement> out) {
        Span span = value.span();
        String name = "match$" + span.line() + "$" + span.column();
        for (int i = 2; body.scope().own(name).isPresent(); i++) {
            name = "match$" + span.line() + "$" + span.column() + "$" + i;
        }
        Variable variable = body.scope().declare(name, value.type(), false);
        out.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(variable, span), value, span));
        body.targets().noteAssigned(variable, value.type());
        return new Expression.Name(name, ExpressionContext.LOAD, span);
    }

    void pattern(Pattern pattern, Expression.Name subject) {
        switch (pattern) {
            case Pattern.MatchValue value ->
                    condition(compare(subject, CompareOperator.EQ, value.value()));
            case Pattern.MatchSingleton single -> singleton(single, subject);
            case Pattern.MatchAs as -> {
                as.pattern().ifPresent(inner -> pattern(inner, subject));
                as.name().ifPresent(name -> capture(name, subject, as.span()));
            }
            case Pattern.MatchOr or -> alternatives(or, subject);
            case Pattern.MatchClass of -> classPattern(of, subject);
            case Pattern.MatchSequence sequence -> sequence(sequence, subject);
            case Pattern.MatchMapping mapping -> mapping(mapping, subject);
            case Pattern.MatchStar star -> unsupported(star.span());
        }
    }

    private void unsupported(Span span) {
        body.problems().report(TypeCode.UNSUPPORTED, span, "this pattern is not supported yet");
    }

    private static Expression compare(Expression left, CompareOperator op, Expression right) {
        return new Expression.Compare(left, List.of(op), List.of(right), right.span());
    }

    private void singleton(Pattern.MatchSingleton single, Expression.Name subject) {
        Expression value = new Expression.Constant(single.value(), Optional.empty(), single.span());
        condition(compare(subject, CompareOperator.IS, value));
    }

    private void capture(String name, Expression value, Span span) {
        Expression target = new Expression.Name(name, ExpressionContext.STORE, span);
        Statement assign = new Statement.Assign(List.of(target), value, span);
        always(body.statements().block(List.of(assign)), span);
    }

    private void alternatives(Pattern.MatchOr or, Expression.Name subject) {
        List<TypedExpression.Operand> tests = new ArrayList<>();
        Flow matched = new Flow();
        matched.end();
        for (Pattern each : or.patterns()) {
            if (!body.flow().reachable()) {
                break;
            }
            Patterns one = new Patterns(body);
            one.pattern(each, subject);
            Conditions.Branches branches = one.branches(each.span());
            matched = matched.join(branches.yes());
            tests.add(
                    new TypedExpression.Operand(
                            branches.test(),
                            new TruthTest(TruthTest.Kind.BOOL, Optional.empty()),
                            Optional.empty(),
                            branches.test()));
            body.flow(branches.no());
        }
        failed = failed.join(body.flow());
        body.flow(matched);
        Type bool = body.builtins().bool();
        step(new TypedExpression.Logical(BoolOperator.OR, List.copyOf(tests), bool, or.span()));
    }

    private TypedExpression read(Expression.Name subject) {
        return body.expressions().check(subject);
    }

    private void classPattern(Pattern.MatchClass of, Expression.Name subject) {
        Optional<ClassSymbol> found = body.expressions().attributes().classOf(of.cls());
        if (found.isEmpty()) {
            body.problems().report(TypeCode.NOT_A_TYPE, of.cls().span(), "this is no class");
            return;
        }
        ClassSymbol symbol = found.get();
        Expression isInstance =
                new Expression.Call(
                        new Expression.Name("isinstance", ExpressionContext.LOAD, of.span()),
                        List.of(subject, of.cls()),
                        List.of(),
                        of.span());
        condition(isInstance);
        if (!body.flow().reachable()) {
            return;
        }
        boolean whole = symbol.origin() == Origin.NATIVE && WHOLE.contains(symbol.name());
        if (whole && of.patterns().size() == 1) {
            pattern(of.patterns().getFirst(), subject);
            return;
        }
        List<String> names = matchArguments(symbol);
        if (of.patterns().size() > names.size()) {
            body.problems()
                    .report(
                            TypeCode.ARGUMENTS,
                            of.span(),
                            symbol.name()
                                    + " accepts "
                                    + names.size()
                                    + " positional sub-patterns ("
                                    + of.patterns().size()
                                    + " given)");
            return;
        }
        for (int i = 0; i < of.patterns().size(); i++) {
            attribute(names.get(i), of.patterns().get(i), subject);
        }
        for (int i = 0; i < of.kwdAttrs().size(); i++) {
            attribute(of.kwdAttrs().get(i), of.kwdPatterns().get(i), subject);
        }
    }

    /// Names for patterns without one: fields of a dataclass or a named tuple.
    private static List<String> matchArguments(ClassSymbol symbol) {
        Optional<ClassSymbol> at = Optional.of(symbol);
        while (at.isPresent()) {
            ClassSymbol each = at.get();
            if (each.is(ClassSymbol.Flag.DATACLASS)) {
                return each.dataFields().stream()
                        .filter(field -> field.initialised() && !field.keywordOnly())
                        .map(field -> field.field().name())
                        .toList();
            }
            if (each.is(ClassSymbol.Flag.NAMED_TUPLE)) {
                return each.fields().stream()
                        .filter(field -> !field.classVariable())
                        .map(FieldSymbol::name)
                        .toList();
            }
            at = each.superclass().map(NominalType::symbol);
        }
        return List.of();
    }

    private void attribute(String name, Pattern pattern, Expression.Name subject) {
        Expression value =
                new Expression.Attribute(subject, name, ExpressionContext.LOAD, pattern.span());
        part(value, pattern);
    }

    /// Matches a part of the subject.
    private void part(Expression value, Pattern pattern) {
        if (pattern instanceof Pattern.MatchAs as && as.pattern().isEmpty()) {
            if (as.name().isPresent()) {
                capture(as.name().get(), value, as.span());
            }
            return;
        }
        List<TypedStatement> statements = new ArrayList<>();
        Expression.Name kept = keep(body.expressions().check(value), statements);
        always(statements, pattern.span());
        pattern(pattern, kept);
    }

    private void sequence(Pattern.MatchSequence sequence, Expression.Name subject) {
        Type type = narrowToSequence(read(subject).type(), subject, sequence.span());
        if (type == Simple.ERROR || !body.flow().reachable()) {
            return;
        }
        int star = -1;
        for (int i = 0; i < sequence.patterns().size(); i++) {
            if (sequence.patterns().get(i) instanceof Pattern.MatchStar) {
                star = i;
            }
        }
        int count = sequence.patterns().size();
        length(type, count, star, subject, sequence.span());
        if (!body.flow().reachable()) {
            return;
        }
        for (int i = 0; i < count; i++) {
            Pattern each = sequence.patterns().get(i);
            if (each instanceof Pattern.MatchStar rest) {
                rest(rest, type, subject, i, count - i - 1);
            } else {
                int index = star >= 0 && i > star ? i - count : i;
                part(item(type, subject, index, each.span()), each);
            }
        }
    }

    private static Expression item(Type type, Expression.Name subject, int index, Span span) {
        int place =
                index < 0 && type instanceof TupleType tuple
                        ? tuple.elements().size() + index
                        : index;
        return new Expression.Subscript(subject, number(place, span), ExpressionContext.LOAD, span);
    }

    private static Expression number(int value, Span span) {
        Expression positive =
                new Expression.Constant(
                        new Literal.Int(BigInteger.valueOf(Math.abs(value))),
                        Optional.empty(),
                        span);
        return value < 0 ? new Expression.UnaryOp(UnaryOperator.U_SUB, positive, span) : positive;
    }

    /// The one type of the subject that is a sequence; others are tested away.
    private Type narrowToSequence(Type type, Expression.Name subject, Span span) {
        List<Type> sequences =
                Relations.members(type).stream()
                        .filter(Patterns::isSequence)
                        .map(m -> Relations.shape(m).map(Type.class::cast).orElse(m))
                        .toList();
        if (sequences.size() != 1) {
            body.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            span,
                            "a pattern for the items of " + type.show(),
                            "case list() or case tuple() first");
            return Simple.ERROR;
        }
        if (Relations.members(type).size() > 1) {
            String name =
                    sequences.getFirst() instanceof NominalType n ? n.symbol().name() : "tuple";
            condition(
                    new Expression.Call(
                            new Expression.Name("isinstance", ExpressionContext.LOAD, span),
                            List.of(
                                    subject,
                                    new Expression.Name(name, ExpressionContext.LOAD, span)),
                            List.of(),
                            span));
        }
        return sequences.getFirst();
    }

    private static boolean isSequence(Type type) {
        return Relations.shape(type).isPresent()
                || (type instanceof NominalType n
                        && n.symbol().origin() == Origin.NATIVE
                        && List.of("list", "tuple", "range", "deque").contains(n.symbol().name()));
    }

    private void length(Type type, int count, int star, Expression.Name subject, Span span) {
        if (type instanceof TupleType tuple) {
            int size = tuple.elements().size();
            if (star >= 0 ? size < count - 1 : size != count) {
                failed = failed.join(body.flow());
                Type bool = body.builtins().bool();
                step(new TypedExpression.Constant(Literal.Singleton.FALSE, bool, span));
                body.flow(body.flow().copy());
                body.flow().end();
            }
            return;
        }
        int least = star >= 0 ? count - 1 : count;
        if (star >= 0 && least == 0) {
            return;
        }
        Expression size =
                new Expression.Call(
                        new Expression.Name("len", ExpressionContext.LOAD, span),
                        List.of(subject),
                        List.of(),
                        span);
        CompareOperator op = star >= 0 ? CompareOperator.GT_E : CompareOperator.EQ;
        condition(compare(size, op, number(least, span)));
    }

    private void rest(
            Pattern.MatchStar rest, Type type, Expression.Name subject, int before, int behind) {
        if (rest.name().isEmpty()) {
            return;
        }
        Span span = rest.span();
        Expression value;
        if (type instanceof TupleType tuple) {
            List<Expression> items = new ArrayList<>();
            for (int i = before; i < tuple.elements().size() - behind; i++) {
                items.add(item(type, subject, i, span));
            }
            value = new Expression.List(items, ExpressionContext.LOAD, span);
        } else {
            Expression end =
                    new Expression.BinOp(
                            new Expression.Call(
                                    new Expression.Name("len", ExpressionContext.LOAD, span),
                                    List.of(subject),
                                    List.of(),
                                    span),
                            Operator.SUB,
                            number(behind, span),
                            span);
            Expression slice =
                    new Expression.Slice(
                            Optional.of(number(before, span)),
                            Optional.of(end),
                            Optional.empty(),
                            span);
            Expression part =
                    new Expression.Subscript(subject, slice, ExpressionContext.LOAD, span);
            value =
                    new Expression.Call(
                            new Expression.Name("list", ExpressionContext.LOAD, span),
                            List.of(part),
                            List.of(),
                            span);
        }
        capture(rest.name().get(), value, span);
    }

    private void mapping(Pattern.MatchMapping mapping, Expression.Name subject) {
        Span span = mapping.span();
        Type type = read(subject).type();
        if (Relations.members(type).size() > 1 || type.equals(body.builtins().type("object"))) {
            condition(
                    new Expression.Call(
                            new Expression.Name("isinstance", ExpressionContext.LOAD, span),
                            List.of(
                                    subject,
                                    new Expression.Name("dict", ExpressionContext.LOAD, span)),
                            List.of(),
                            span));
        }
        for (Expression key : mapping.keys()) {
            condition(compare(key, CompareOperator.IN, subject));
        }
        for (int i = 0; i < mapping.keys().size(); i++) {
            Expression value =
                    new Expression.Subscript(
                            subject, mapping.keys().get(i), ExpressionContext.LOAD, span);
            part(value, mapping.patterns().get(i));
        }
        if (mapping.rest().isPresent()) {
            Expression copy =
                    new Expression.Call(
                            new Expression.Attribute(subject, "copy", ExpressionContext.LOAD, span),
                            List.of(),
                            List.of(),
                            span);
            String name = mapping.rest().get();
            capture(name, copy, span);
            List<Expression> removed = new ArrayList<>();
            for (Expression key : mapping.keys()) {
                removed.add(
                        new Expression.Subscript(
                                new Expression.Name(name, ExpressionContext.LOAD, span),
                                key,
                                ExpressionContext.DEL,
                                span));
            }
            if (!removed.isEmpty()) {
                Statement delete = new Statement.Delete(removed, span);
                always(body.statements().block(List.of(delete)), span);
            }
        }
    }
}
