package krait.compiler.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Operand;
import krait.compiler.types.Argument;
import krait.compiler.types.Parameter;
import krait.compiler.types.TypedExpression;

/// Lowers `min` and `max` of some numbers of one type to comparisons.
final class Extremes {
    private final Body body;

    Extremes(Body body) {
        this.body = body;
    }

    /// The numbers, where that is what the call compares.
    Optional<List<TypedExpression>> numbers(Local target, TypedExpression.Call call) {
        String name = call.function().name();
        if (!(name.equals("min") || name.equals("max"))
                || !call.function().module().name().equals("builtins")) {
            return Optional.empty();
        }
        List<TypedExpression> numbers = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument instanceof Argument.Given(Parameter parameter, TypedExpression value, _)) {
                if (parameter.kind() == Parameter.Kind.POSITIONAL_ONLY) {
                    numbers.add(value);
                } else if (parameter.kind() == Parameter.Kind.REST
                        && value instanceof TypedExpression.TupleDisplay rest) {
                    numbers.addAll(rest.elements());
                } else {
                    return Optional.empty();
                }
            }
        }
        Kind kind = target.kind();
        boolean plain = kind.equals(Kind.INT) || kind.equals(Kind.FLOAT);
        return Optional.of(numbers)
                .filter(all -> plain && all.size() > 1)
                .filter(all -> all.stream().noneMatch(TypedExpression.Starred.class::isInstance))
                .filter(all -> all.stream().allMatch(each -> body.kind(each).equals(kind)));
    }

    /// The first of equals, and of what is not ordered.
    void choose(Local target, TypedExpression.Call call, List<TypedExpression> numbers) {
        List<Operand> values = body.values(numbers);
        body.out.line(call.span().line());
        Comparison better =
                call.function().name().equals("max") ? Comparison.GREATER : Comparison.LESS;
        Local best = body.out.local("best", target.kind());
        body.out.add(new Move(best, values.getFirst()));
        for (Operand value : values.subList(1, values.size())) {
            Label next = body.out.label();
            body.out.add(new JumpCompare(better, false, value, best, next));
            body.out.add(new Move(best, value));
            body.out.add(next);
        }
        body.out.add(new Move(target, best));
    }
}
