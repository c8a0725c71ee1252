package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.Statement;
import krait.compiler.types.Type.Simple;

/// Types statements, one after the other, with what is known at each point.
final class Statements {
    private final Body body;
    private Optional<String> made = Optional.empty();

    Statements(Body body) {
        this.body = body;
    }

    /// A block. What can't be reached is left out.
    List<TypedStatement> block(List<Statement> statements) {
        List<TypedStatement> out = new ArrayList<>();
        for (Statement statement : statements) {
            if (!body.flow().reachable()) {
                break;
            }
            check(statement, out);
            made = target(statement);
        }
        made = Optional.empty();
        return out;
    }

    /// Whether the statement before has given a variable what a call returns, for the first use of
    /// the variable behind it.
    boolean made(String variable) {
        boolean is = made.equals(Optional.of(variable));
        made = Optional.empty();
        return is;
    }

    private static Optional<String> target(Statement statement) {
        return switch (statement) {
            case Statement.Assign a
                    when a.targets().size() == 1 && a.value() instanceof Expression.Call ->
                    ModuleScope.nameOf(a.targets().getFirst());
            case Statement.AnnAssign a when a.value().orElse(null) instanceof Expression.Call ->
                    ModuleScope.nameOf(a.target());
            case Statement _ -> Optional.empty();
        };
    }

    private void check(Statement statement, List<TypedStatement> out) {
        Span span = statement.span();
        switch (statement) {
            case Statement.Expr e when e.value() instanceof Expression.Constant -> {}
            case Statement.Expr e -> out.add(new TypedStatement.Evaluate(effect(e.value()), span));
            case Statement.Assign a -> assign(a, out);
            case Statement.AnnAssign a -> annotated(a, out);
            case Statement.AugAssign a -> augmented(a, out);
            case Statement.If i -> branch(i, out);
            case Statement.While w -> new Loops(body).whileLoop(w, out);
            case Statement.For f -> new Loops(body).forLoop(f, out);
            case Statement.Return r -> giveBack(r, out);
            case Statement.Raise r -> raise(r, out);
            case Statement.Match m -> new Matches(body).match(m, out);
            case Statement.Assert a -> check(a, out);
            case Statement.Try t -> new Tries(body).tryStatement(t, out);
            case Statement.With w -> new Tries(body).with(w, out);
            case Statement.Delete d -> d.targets().forEach(t -> delete(t, out));
            case Statement.FunctionDef f -> new Functions(body).definition(f, out);
            case Statement.ClassDef c -> new Classes(body).definition(c, out);
            case Statement.Break b -> {
                if (!body.loops().isEmpty()) {
                    body.loops().getFirst().breaks.add(body.flow().copy());
                }
                body.flow().end();
                out.add(new TypedStatement.Break(span));
            }
            case Statement.Continue c -> {
                body.flow().end();
                out.add(new TypedStatement.Continue(span));
            }
            case Statement.Import i -> new Imports(body).whole(i, out);
            case Statement.ImportFrom i -> new Imports(body).from(i, out);
            case Statement.Pass p -> {}
            case Statement.Global g -> {}
            case Statement.Nonlocal n -> {}
            case Statement.TypeAlias a -> {}
            case Statement.TryStar t -> unsupported(span);
            case Statement.AsyncFor f -> unsupported(span);
            case Statement.AsyncWith w -> unsupported(span);
            case Statement.AsyncFunctionDef f -> unsupported(span);
        }
    }

    /// A value that nobody takes: a generator never starts.
    private TypedExpression effect(Expression e) {
        TypedExpression value = body.expressions().check(e);
        body.session().lives().used(body, value);
        return value;
    }

    private void unsupported(Span span) {
        body.problems().report(TypeCode.UNSUPPORTED, span, "this statement is not supported yet");
    }

    private void assign(Statement.Assign a, List<TypedStatement> out) {
        if (body.scope().isModule()
                && a.targets().getFirst() instanceof Expression.Name n
                && body.scope()
                        .own(n.id())
                        .filter(b ->
                                b instanceof Binding.TypeVariableBinding
                                        || b instanceof Binding.AliasBinding)
                        .isPresent()) {
            return;
        }
        if (a.targets().size() == 1) {
            store(a.targets().getFirst(), a.value(), a.span(), out);
            return;
        }
        TypedExpression value = body.expressions().check(a.value());
        Variable temporary = body.scope().temporary(value.type());
        out.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, a.span()), value, a.span()));
        for (Expression target : a.targets()) {
            TypedExpression read =
                    new TypedExpression.VariableRead(
                            temporary, false, value.type(), a.value().span());
            TypedTarget place = body.targets().target(target, value.type());
            out.add(
                    new TypedStatement.Assign(
                            place, body.coerce(read, place.type(), "the target"), a.span()));
        }
    }

    private void store(Expression target, Expression written, Span span, List<TypedStatement> out) {
        if (target instanceof Expression.Name n) {
            Type known = knownType(n.id());
            TypedExpression value =
                    known == Simple.ERROR
                            ? body.expressions().check(written)
                            : body.expressions().check(written, known);
            Variable variable = body.targets().assigned(n.id(), value.type(), n);
            TypedExpression stored = body.coerce(value, variable.type(), "'" + n.id() + "'");
            body.targets().noteAssigned(variable, value.type());
            body.session().lives().kept(body, variable, stored);
            out.add(
                    new TypedStatement.Assign(
                            new TypedTarget.VariableTarget(variable, n.span()), stored, span));
        } else if (target instanceof Expression.Tuple || target instanceof Expression.List) {
            TypedExpression value = body.expressions().check(written);
            TypedTarget place = body.targets().target(target, value.type());
            out.add(new TypedStatement.Assign(place, value, span));
        } else {
            Flow before = body.flow().copy();
            TypedTarget place = body.targets().place(target);
            Optional<String> field =
                    target instanceof Expression.Attribute a
                            ? Optional.of(a.attr())
                            : Optional.empty();
            field.ifPresent(f -> body.flow().recall(f, before));
            TypedExpression value = body.expressions().checkAs(written, place.type(), "the target");
            field.ifPresent(body.flow()::forgetField);
            out.add(new TypedStatement.Assign(place, value, span));
            narrowField(target, value);
        }
    }

    private void narrowField(Expression target, TypedExpression value) {
        if (value instanceof TypedExpression.Convert c
                && c.type() instanceof Type.UnionType
                && target instanceof Expression.Attribute) {
            body.expressions()
                    .attributes()
                    .path(target)
                    .ifPresent(p -> body.flow().narrow(p, c.value().type()));
        }
    }

    private Type knownType(String name) {
        return body.scope().home(name).own(name).orElse(null) instanceof Binding.VariableBinding v
                ? v.variable().type()
                : Simple.ERROR;
    }

    private void annotated(Statement.AnnAssign a, List<TypedStatement> out) {
        if (a.target() instanceof Expression.Name n) {
            if (body.scope().own(n.id()).orElse(null) instanceof Binding.AliasBinding) {
                return;
            }
            if (body.scope().own(n.id()).isPresent()) {
                body.problems()
                        .report(
                                TypeCode.REDEFINED,
                                a.span(),
                                "'" + n.id() + "' was declared before");
                return;
            }
            if (a.value().isPresent() && Annotations.isBareFinal(a.annotation(), body.names())) {
                store(n, a.value().get(), a.span(), out);
                return;
            }
            Type type = Annotations.resolve(a.annotation(), body.names());
            Variable variable = body.scope().declare(n.id(), type, false);
            a.value().ifPresent(v -> store(n, v, a.span(), out));
            if (a.value().isEmpty()) {
                body.flow().unbind(variable);
            }
        } else {
            a.value().ifPresent(v -> store(a.target(), v, a.span(), out));
        }
    }

    private void augmented(Statement.AugAssign a, List<TypedStatement> out) {
        Span span = a.span();
        if (a.target() instanceof Expression.Name n) {
            TypedExpression left =
                    body.expressions()
                            .check(
                                    new Expression.Name(
                                            n.id(),
                                            krait.compiler.syntax.ExpressionContext.LOAD,
                                            n.span()));
            TypedExpression value = combine(a.op(), left, a.value(), span);
            Variable variable = body.targets().assigned(n.id(), value.type(), n);
            TypedExpression stored = body.coerce(value, variable.type(), "'" + n.id() + "'");
            body.targets().noteAssigned(variable, value.type());
            out.add(
                    new TypedStatement.Assign(
                            new TypedTarget.VariableTarget(variable, n.span()), stored, span));
            return;
        }
        new Augmented(body).assign(a, out);
    }

    /// In place where the left operand can, else as the plain operator.
    TypedExpression combine(Operator op, TypedExpression left, Expression right, Span span) {
        Optional<Members.MethodMember> method = body.operators().inPlace(op, left, span);
        if (method.isPresent()) {
            return body.calls()
                    .invoke(
                            method.get(),
                            Optional.of(left),
                            List.of(Calls.Actual.of(right)),
                            null,
                            span);
        }
        TypedExpression value =
                body.operators().apply(op, left, body.expressions().check(right), span);
        return value instanceof TypedExpression.DunderOperation operation
                ? operation.augmented()
                : value;
    }

    private void branch(Statement.If i, List<TypedStatement> out) {
        Conditions.Branches branches = body.conditions().condition(i.test());
        body.flow(branches.yes());
        List<TypedStatement> then = block(i.body());
        Flow after = body.flow();
        body.flow(branches.no());
        List<TypedStatement> otherwise = block(i.orelse());
        body.flow(after.join(body.flow()));
        out.add(new TypedStatement.If(branches.test(), then, otherwise, i.span()));
    }

    private void giveBack(Statement.Return r, List<TypedStatement> out) {
        if (body.context().isEmpty()) {
            body.flow().end();
            return;
        }
        Body.Context context = body.context().get();
        Optional<TypedExpression> value = Optional.empty();
        if (r.value().isPresent()
                && r.value().get() instanceof Expression.Name n
                && n.id().equals("NotImplemented")) {
            value =
                    Optional.of(
                            new TypedExpression.NotImplementedConstant(context.result(), n.span()));
        } else if (r.value().isPresent()) {
            value =
                    Optional.of(
                            body.expressions()
                                    .checkAs(r.value().get(), context.result(), "the result"));
        } else if (!body.relations().assignable(Simple.NONE, context.result())) {
            body.problems()
                    .report(
                            TypeCode.MISSING_RETURN,
                            r.span(),
                            "the result must be " + context.result().show() + ", not None");
        }
        value.ifPresent(v -> body.session().lives().returned(body, v));
        if (context.symbol().returnsSelf() && value.isPresent() && !isOwn(value.get())) {
            body.problems()
                    .report(
                            TypeCode.MISMATCH,
                            r.span(),
                            "the result is of the receiver's own class, which may be a subclass",
                            "return self, or name the class in place of Self");
        }
        body.initialFields().allSet(r.span());
        body.flow().end();
        out.add(new TypedStatement.Return(value, r.span()));
    }

    /// Whether a value is of the same class as the receiver.
    private boolean isOwn(TypedExpression value) {
        if (value instanceof TypedExpression.VariableRead read) {
            return body.context().flatMap(Body.Context::self).orElse(null) == read.variable();
        }
        if (value instanceof TypedExpression.Call call) {
            return call.function().returnsSelf() && call.receiver().filter(this::isOwn).isPresent();
        }
        return value.type() == Simple.ERROR
                || body.session().isOfClassAtHand(value)
                || (value instanceof TypedExpression.New made
                        && body.session().isSealed(made.symbol()));
    }

    private void raise(Statement.Raise r, List<TypedStatement> out) {
        Optional<TypedExpression> exception = r.exc().map(this::exception);
        Optional<TypedExpression> cause = r.cause().map(this::cause);
        body.flow().end();
        out.add(new TypedStatement.Raise(exception, cause, r.span()));
    }

    /// What stands behind `from`: it may be None.
    private TypedExpression cause(Expression e) {
        TypedExpression value =
                Comparisons.isNone(e) ? body.expressions().check(e) : exception(e, true);
        return value;
    }

    private TypedExpression exception(Expression e) {
        return exception(e, false);
    }

    private TypedExpression exception(Expression e, boolean optional) {
        Optional<ClassSymbol> symbol = body.expressions().attributes().classOf(e);
        TypedExpression value =
                symbol.isPresent()
                        ? body.calls()
                                .construct(
                                        symbol.get(),
                                        Optional.empty(),
                                        List.of(),
                                        null,
                                        e.span(),
                                        e)
                        : body.expressions().check(e);
        if (value instanceof TypedExpression.VariableRead read && read.variable().handles()) {
            body.session().lives().harmless(body, value);
        } else if (!(value instanceof TypedExpression.New)) {
            body.session().lives().taken(body, value);
        }
        Type raised = optional ? Relations.withoutNone(value.type()) : value.type();
        boolean raisable =
                raised == Simple.ERROR
                        || body.members()
                                .nominal(raised)
                                .filter(n -> n.symbol().is(ClassSymbol.Flag.EXCEPTION))
                                .isPresent();
        return raisable
                ? value
                : body.refuse(
                        TypeCode.MISMATCH,
                        e.span(),
                        value.type().show() + " is no exception",
                        "raise ValueError(...)");
    }

    private void check(Statement.Assert a, List<TypedStatement> out) {
        Conditions.Branches branches = body.conditions().condition(a.test());
        body.flow(branches.no());
        Optional<TypedExpression> message = a.msg().map(m -> body.expressions().check(m));
        body.flow(branches.yes());
        out.add(new TypedStatement.Assert(branches.test(), message, a.span()));
    }

    private void delete(Ast target, List<TypedStatement> out) {
        if (target instanceof Expression.Name n
                && body.scope().own(n.id()).orElse(null) instanceof Binding.VariableBinding v) {
            boolean certain = body.flow().bound(v.variable());
            body.session().shared().write(body, v.variable(), n.span());
            v.variable().unbound();
            body.flow().unbind(v.variable());
            out.add(new TypedStatement.DeleteVariable(v.variable(), !certain, n.span()));
        } else if (target instanceof Expression.Subscript s) {
            TypedExpression object = body.expressions().check(s.value());
            TypedExpression call =
                    new Subscripts(body)
                            .method(
                                    object,
                                    "__delitem__",
                                    List.of(Calls.Actual.of(s.slice())),
                                    s.span());
            out.add(new TypedStatement.Evaluate(call, s.span()));
        } else if (target instanceof Expression.Tuple t) {
            t.elts().forEach(e -> delete(e, out));
        } else {
            unsupported(target.span());
        }
    }
}
