package krait.compiler.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Keeps the order in which keyword arguments were written, where some are for parameters and
/// others, between those, are collected in a dict: these wait in variables for the dict to be made.
final class KeywordOrder {
    private final Body body;
    private final boolean mixed;
    private final List<TypedStatement> waiting = new ArrayList<>();
    private final List<TypedStatement> beforeDict = new ArrayList<>();
    private int open;

    /// @param parameters that of each argument, in the order of the call
    KeywordOrder(Body body, Collection<Parameter> parameters) {
        this.body = body;
        boolean collected = false;
        boolean behind = false;
        for (Parameter parameter : parameters) {
            if (parameter.kind() == Parameter.Kind.KEYWORDS) {
                collected = true;
                open++;
            } else {
                behind |= collected;
            }
        }
        mixed = behind;
    }

    /// The value of an argument that is collected.
    TypedExpression collected(TypedExpression value) {
        open--;
        if (open == 0) {
            beforeDict.addAll(waiting);
            waiting.clear();
            return value;
        }
        if (!mixed || value instanceof TypedExpression.Constant) {
            return value;
        }
        Variable temporary = body.scope().temporary(value.type());
        waiting.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(temporary, value.span()),
                        value,
                        value.span()));
        return new TypedExpression.VariableRead(temporary, false, value.type(), value.span());
    }

    /// The dict, behind those of its values that wait.
    TypedExpression dict(TypedExpression display) {
        return behind(beforeDict, display);
    }

    /// Whether the dict is made at this argument.
    boolean here(boolean first) {
        return mixed ? open == 0 : first;
    }

    /// The value of the next argument that is not collected, behind those that wait.
    TypedExpression next(TypedExpression value) {
        TypedExpression next = behind(waiting, value);
        waiting.clear();
        return next;
    }

    private static TypedExpression behind(List<TypedStatement> first, TypedExpression value) {
        return first.isEmpty()
                ? value
                : new TypedExpression.Block(List.copyOf(first), value, value.type(), value.span());
    }
}
