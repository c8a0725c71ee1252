package krait.compiler.semantics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.UnaryOperator;

/// A constant key of a mapping pattern.
///
/// @param compared equal where the keys are equal in Python: `1`, `1.0` and `True` are
/// @param repr as Python shows it
record MappingKey(Object compared, String repr) {
    /// Empty for a name with a dot, which only the running program knows.
    static Optional<MappingKey> of(Expression key) {
        if (key instanceof Expression.Constant(Literal value, var _, var _)) {
            return Optional.of(new MappingKey(compared(value), value.repr()));
        }
        if (key instanceof Expression.UnaryOp(UnaryOperator _, Expression operand, var _)
                && operand instanceof Expression.Constant(Literal value, var _, var _)) {
            return Optional.of(negative(value));
        }
        return key instanceof Expression.BinOp(Expression left, Operator op, Expression right, _)
                ? complex(left, op, right)
                : Optional.empty();
    }

    private static Object compared(Literal value) {
        return switch (value) {
            case Literal.Singleton.TRUE -> number(1);
            case Literal.Singleton.FALSE -> number(0);
            case Literal.Singleton other -> other;
            case Literal.Int(var number) -> new BigDecimal(number).stripTrailingZeros();
            case Literal.Real(double number) -> number(number);
            case Literal.Imaginary(double number) -> pair(0, number);
            case Literal.Str text -> text;
            case Literal.Bytes bytes -> bytes;
        };
    }

    private static Object number(double value) {
        return Double.isInfinite(value) ? value : new BigDecimal(value).stripTrailingZeros();
    }

    private static Object pair(double real, double imaginary) {
        return imaginary == 0 ? number(real) : List.of(number(real), number(imaginary));
    }

    private static MappingKey negative(Literal value) {
        return switch (value) {
            case Literal.Int(var number) when number.signum() == 0 ->
                    new MappingKey(compared(value), "0");
            case Literal.Int(var number) ->
                    new MappingKey(
                            new BigDecimal(number.negate()).stripTrailingZeros(),
                            number.negate().toString());
            case Literal.Real(double number) -> new MappingKey(number(-number), "-" + value.repr());
            case Literal.Imaginary(double number) ->
                    new MappingKey(pair(0, -number), "(-0-" + value.repr() + ")");
            case Literal.Singleton _, Literal.Str _, Literal.Bytes _ ->
                    throw new IllegalArgumentException(value + " has no sign");
        };
    }

    /// `-1 + 2j`: the parser lets a number in front, and an imaginary one behind.
    private static Optional<MappingKey> complex(Expression left, Operator op, Expression right) {
        boolean minus = left instanceof Expression.UnaryOp;
        Expression positive =
                left instanceof Expression.UnaryOp(var _, Expression operand, var _)
                        ? operand
                        : left;
        if (!(positive instanceof Expression.Constant(Literal real, var _, var _))
                || !(right
                        instanceof
                        Expression.Constant(Literal.Imaginary(double size), var _, var _))) {
            return Optional.empty();
        }
        double value =
                real instanceof Literal.Int(var number)
                        ? number.doubleValue()
                        : real instanceof Literal.Real(double number) ? number : 0;
        double first = minus ? -value : value;
        double second = op == Operator.SUB ? -size : size;
        String imaginary = new Literal.Imaginary(size).repr();
        String text = new Literal.Real(value).repr();
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        boolean plain = value == 0 && !minus && !(1 / value < 0);
        String repr =
                plain
                        ? (op == Operator.SUB ? "-" : "") + imaginary
                        : "("
                                + (minus && (value != 0 || real instanceof Literal.Real) ? "-" : "")
                                + whole
                                + (op == Operator.SUB ? "-" : "+")
                                + imaginary
                                + ")";
        return Optional.of(new MappingKey(pair(first, second), repr));
    }
}
