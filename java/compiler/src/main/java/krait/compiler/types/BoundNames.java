package krait.compiler.types;

import java.util.List;
import krait.compiler.diagnostics.Span;

/// Whether names have a value where they are read. What can't be proven is checked at run time, and
/// raises NameError or UnboundLocalError as CPython does.
final class BoundNames {
    private final Body body;

    BoundNames(Body body) {
        this.body = body;
    }

    /// Whether a variable may be without a value here.
    boolean mayBeUnbound(Variable variable, boolean deleted) {
        ModuleSymbol home = variable.module();
        if (variable.kind() == Variable.Kind.TEMPORARY
                || (home != null && home.origin() == Origin.NATIVE)) {
            return false;
        }
        if (home != null && home != body.names().module().symbol()) {
            return false;
        }
        boolean certain = body.flow().bound(variable) || body.certain().test(variable);
        return deleted || !certain;
    }

    /// A read of a variable, with its check where one is needed.
    TypedExpression read(Variable variable, boolean deleted, Span span) {
        boolean unbound = mayBeUnbound(variable, deleted);
        if (unbound && hidesBuiltin(variable)) {
            return body.refuse(
                    TypeCode.UNASSIGNED,
                    span,
                    "'" + variable.name() + "' may still be the builtin function here");
        }
        if (unbound) {
            variable.unbound();
        }
        body.session().shared().read(body, variable, span);
        body.session().lives().read(body, variable, span);
        return new TypedExpression.VariableRead(variable, unbound, variable.type(), span);
    }

    private boolean hidesBuiltin(Variable variable) {
        return variable.kind() == Variable.Kind.GLOBAL
                && body.builtins().scope().declared(variable.name())
                && !TypingForms.hidden(variable.name());
    }

    /// A use of a function, after a check that its `def` has run, where that is not certain.
    TypedExpression afterDefinition(Variable variable, TypedExpression use, Span span) {
        if (!mayBeUnbound(variable, false)) {
            return use;
        }
        boolean early = !body.scope().inFunction();
        if (early || hidesBuiltin(variable)) {
            return body.refuse(
                    TypeCode.UNASSIGNED, span, "'" + variable.name() + "' is defined further down");
        }
        variable.unbound();
        body.names().module().symbol().declare(variable);
        TypedExpression read =
                new TypedExpression.VariableRead(variable, true, variable.type(), span);
        return new TypedExpression.Block(
                List.of(new TypedStatement.Evaluate(read, span)), use, use.type(), use.span());
    }

    /// Refuses a use of a class that its statement may not have made yet.
    void classDefined(Variable variable, Span span) {
        if (mayBeUnbound(variable, false)) {
            body.problems()
                    .report(
                            TypeCode.UNASSIGNED,
                            span,
                            "class '" + variable.name() + "' may not be defined yet here",
                            "move the class above the first call that leads here");
        }
    }
}
