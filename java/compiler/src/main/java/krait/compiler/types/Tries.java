package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.Type.NominalType;

/// `try` and `with`. What the body changes is unknown in the handlers.
final class Tries {
    private final Body body;

    Tries(Body body) {
        this.body = body;
    }

    void tryStatement(Statement.Try t, List<TypedStatement> out) {
        Flow before = body.flow().copy();
        forgetAssigned(before, t.body());
        List<TypedStatement> inside = body.statements().block(t.body());
        List<TypedStatement> otherwise = body.statements().block(t.orelse());
        Flow after = body.flow();
        List<TypedStatement.Handler> handlers = new ArrayList<>();
        for (Ast.ExceptHandler handler : t.handlers()) {
            body.flow(before.copy());
            handlers.add(handler(handler));
            after = after.join(body.flow());
        }
        List<TypedStatement> last = finallyBlock(t, before, after);
        out.add(new TypedStatement.Try(inside, List.copyOf(handlers), otherwise, last, t.span()));
    }

    /// It runs after whatever happened before, but what follows it knows more.
    private List<TypedStatement> finallyBlock(Statement.Try t, Flow before, Flow after) {
        Flow start = before.copy();
        t.handlers().forEach(h -> forgetAssigned(start, h.body()));
        body.flow(start);
        List<TypedStatement> last = body.statements().block(t.finalbody());
        boolean ends = !body.flow().reachable();
        forgetAssigned(after, t.finalbody());
        if (ends) {
            after.end();
        }
        for (Variable variable : body.flow().boundVariables()) {
            after.bind(variable);
        }
        body.flow(after);
        return last;
    }

    private void forgetAssigned(Flow flow, List<? extends Ast> nodes) {
        AssignedNames names = AssignedNames.in(nodes);
        for (String name : names.assigned()) {
            if (body.scope().home(name).own(name).orElse(null)
                    instanceof Binding.VariableBinding v) {
                flow.forget(v.variable());
                if (names.deleted().contains(name)) {
                    flow.unbind(v.variable());
                }
            }
        }
        flow.forgetReachable(body.scope(), body.session().effects().of(nodes));
    }

    private TypedStatement.Handler handler(Ast.ExceptHandler h) {
        List<ClassSymbol> classes = new ArrayList<>();
        if (h.type().isPresent()) {
            List<Expression> written =
                    h.type().get() instanceof Expression.Tuple t
                            ? t.elts()
                            : List.of(h.type().get());
            written.forEach(e -> exceptionClass(e).ifPresent(classes::add));
        }
        Optional<Variable> name = h.name().map(n -> declare(n, classes, h));
        List<TypedStatement> inside = body.statements().block(h.body());
        name.ifPresent(v -> {
            v.unbound();
            body.flow().unbind(v);
        });
        return new TypedStatement.Handler(List.copyOf(classes), name, inside, h.span());
    }

    private Variable declare(String name, List<ClassSymbol> classes, Ast.ExceptHandler h) {
        Type type = body.builtins().type("BaseException");
        for (ClassSymbol symbol : classes) {
            Type each = new NominalType(symbol, List.of());
            type = symbol == classes.getFirst() ? each : common(type, each);
        }
        Scope scope = body.scope().home(name);
        Holes holes = body.session().holes();
        Type declared = holes.handled(name, scope).orElse(type);
        Optional<Binding> earlier = scope.own(name);
        if (earlier.isEmpty()) {
            Variable made = scope.declare(name, declared, false);
            made.handle();
            return caught(made, type);
        }
        boolean sameUse =
                earlier.get() instanceof Binding.VariableBinding v && v.variable().handles();
        if (!sameUse) {
            body.problems()
                    .report(
                            TypeCode.REDEFINED,
                            h.span(),
                            "'" + name + "' is another variable, too");
            return new Variable(name, Variable.Kind.LOCAL, Type.Simple.ERROR, null);
        }
        Variable variable = ((Binding.VariableBinding) earlier.get()).variable();
        if (!body.relations().assignable(type, variable.type())) {
            holes.handle(name, scope, common(type, variable.type()));
            return new Variable(name, Variable.Kind.LOCAL, Type.Simple.ERROR, null);
        }
        return caught(variable, type);
    }

    private Variable caught(Variable variable, Type type) {
        body.targets().noteAssigned(variable, type);
        if (!type.equals(variable.type())) {
            body.flow().narrow(new Flow.Path(variable, List.of()), type);
        }
        return variable;
    }

    /// The nearest class of exceptions that both belong to.
    private Type common(Type a, Type b) {
        if (a instanceof NominalType x && b instanceof NominalType y) {
            for (NominalType base : body.members().ancestors(x)) {
                if (y.symbol().inherits(base.symbol())) {
                    return base;
                }
            }
        }
        return body.builtins().type("BaseException");
    }

    private Optional<ClassSymbol> exceptionClass(Expression e) {
        Optional<ClassSymbol> symbol = body.expressions().attributes().classOf(e);
        if (symbol.isEmpty() || !symbol.get().is(ClassSymbol.Flag.EXCEPTION)) {
            body.problems()
                    .report(
                            TypeCode.MISMATCH,
                            e.span(),
                            "this is no class of exceptions",
                            "except ValueError:");
            return Optional.empty();
        }
        return symbol;
    }

    void with(Statement.With w, List<TypedStatement> out) {
        with(w, 0, out);
    }

    private static boolean takesThree(FunctionSymbol exit) {
        int positional = 0;
        int required = 0;
        boolean rest = false;
        boolean keyword = false;
        for (Parameter parameter : exit.parameters()) {
            switch (parameter.kind()) {
                case POSITIONAL_ONLY, NORMAL -> {
                    positional++;
                    required += parameter.hasDefault() ? 0 : 1;
                }
                case REST -> rest = true;
                case KEYWORD_ONLY -> keyword |= !parameter.hasDefault();
                case KEYWORDS -> {}
            }
        }
        return required <= 3 && (rest || positional >= 3) && !keyword;
    }

    private void with(Statement.With w, int index, List<TypedStatement> out) {
        if (index == w.items().size()) {
            out.addAll(body.statements().block(w.body()));
            return;
        }
        Ast.WithItem item = w.items().get(index);
        Span span = item.contextExpr().span();
        TypedExpression context = body.expressions().check(item.contextExpr());
        Optional<Members.MethodMember> enter = body.members().method(context.type(), "__enter__");
        Optional<Members.MethodMember> exit = body.members().method(context.type(), "__exit__");
        if (enter.isEmpty() || exit.isEmpty()) {
            if (context.type() != Type.Simple.ERROR) {
                body.problems()
                        .report(
                                TypeCode.NO_ATTRIBUTE,
                                span,
                                context.type().show() + " has no __enter__ and __exit__");
            }
            return;
        }
        FunctionSymbol enters = enter.get().overloads().getFirst();
        FunctionSymbol exits = exit.get().overloads().getFirst();
        if (!takesThree(exits)) {
            body.problems()
                    .report(
                            TypeCode.ARGUMENTS,
                            span,
                            "__exit__ of " + context.type().show() + " doesn't take 3 arguments",
                            "def __exit__(self, kind: type[BaseException] | None, "
                                    + "error: BaseException | None, traceback: object) -> None:");
            return;
        }
        Type entered = enter.get().substitution().apply(enters.result());
        body.runsUserCode();
        Optional<TypedTarget> target =
                item.optionalVars().map(v -> body.targets().target(v, entered));
        boolean suppresses = Relations.members(exits.result()).contains(body.builtins().bool());
        Flow before = body.flow().copy();
        List<TypedStatement> inside = new ArrayList<>();
        with(w, index + 1, inside);
        if (suppresses) {
            forgetAssigned(before, w.body());
            body.flow(body.flow().join(before));
        }
        body.runsUserCode();
        out.add(
                new TypedStatement.With(
                        context, enters, exits, suppresses, target, entered, inside, w.span()));
    }
}
