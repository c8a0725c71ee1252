package krait.compiler.types;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.UnaryOperator;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.TypedExpression.Conversion;
import org.jspecify.annotations.Nullable;

/// Arithmetic: of numbers directly, of everything else by special methods.
final class Operators {
    private static final Map<Operator, String> METHODS =
            Map.ofEntries(
                    Map.entry(Operator.ADD, "add"),
                    Map.entry(Operator.SUB, "sub"),
                    Map.entry(Operator.MULT, "mul"),
                    Map.entry(Operator.MAT_MULT, "matmul"),
                    Map.entry(Operator.DIV, "truediv"),
                    Map.entry(Operator.MOD, "mod"),
                    Map.entry(Operator.POW, "pow"),
                    Map.entry(Operator.L_SHIFT, "lshift"),
                    Map.entry(Operator.R_SHIFT, "rshift"),
                    Map.entry(Operator.BIT_OR, "or"),
                    Map.entry(Operator.BIT_XOR, "xor"),
                    Map.entry(Operator.BIT_AND, "and"),
                    Map.entry(Operator.FLOOR_DIV, "floordiv"));

    private static final Set<String> REPEATED =
            Set.of("str", "list", "tuple", "bytes", "bytearray");

    private final Body body;

    Operators(Body body) {
        this.body = body;
    }

    /// @param expected of the whole: `[None] * n` is a list of what is expected
    TypedExpression binary(Expression.BinOp b, @Nullable Type expected) {
        boolean repeated = b.op() == Operator.MULT && b.left() instanceof Expression.List;
        TypedExpression left = body.expressions().check(b.left(), repeated ? expected : null);
        TypedExpression right = body.expressions().check(b.right(), hint(b, left));
        return apply(b.op(), left, right, b.span());
    }

    private static @Nullable Type hint(Expression.BinOp b, TypedExpression left) {
        return b.op() == Operator.ADD && b.right() instanceof Expression.List ? left.type() : null;
    }

    /// The operation on typed operands.
    TypedExpression apply(Operator op, TypedExpression first, TypedExpression second, Span span) {
        TypedExpression left = new Enums(body).number(times(op, plain(first), second));
        TypedExpression right = new Enums(body).number(times(op, plain(second), first));
        if (left.type() == Simple.ERROR || right.type() == Simple.ERROR) {
            return Body.error(span);
        }
        Builtins builtins = body.builtins();
        if (builtins.numeric(left.type()) && builtins.numeric(right.type())) {
            return numbers(op, left, right, span);
        }
        MixedNumbers mixed = new MixedNumbers(body);
        return mixed.meet(left, right)
                ? mixed.binary(left, right, span, (a, b) -> apply(op, a, b, span))
                : dunder(op, left, right, span);
    }

    /// How often a sequence of the library is repeated: a bool counts as an int.
    private TypedExpression times(Operator op, TypedExpression count, TypedExpression sequence) {
        boolean repeats =
                op == Operator.MULT
                        && count.type().equals(body.builtins().bool())
                        && (sequence.type() instanceof Type.TupleType
                                || (sequence.type() instanceof Type.NominalType n
                                        && n.symbol().origin() == Origin.NATIVE
                                        && REPEATED.contains(n.symbol().name())));
        return repeats ? integer(count) : count;
    }

    /// An operand that is an int or a bool as the int that it counts as.
    private TypedExpression plain(TypedExpression operand) {
        Builtins builtins = body.builtins();
        boolean either =
                operand.type() instanceof Type.UnionType union
                        && union.members().size() == 2
                        && union.members().contains(builtins.integer())
                        && union.members().contains(builtins.bool());
        return either
                ? new TypedExpression.Convert(
                        operand, Conversion.EITHER_TO_INT, builtins.integer(), operand.span())
                : operand;
    }

    private TypedExpression numbers(
            Operator op, TypedExpression left, TypedExpression right, Span span) {
        Builtins builtins = body.builtins();
        Type bool = builtins.bool();
        boolean bits = op == Operator.BIT_AND || op == Operator.BIT_OR || op == Operator.BIT_XOR;
        if (bits && left.type().equals(bool) && right.type().equals(bool)) {
            return new TypedExpression.BoolArithmetic(op, left, right, bool, span);
        }
        Type real = builtins.real();
        if (left.type().equals(real) || right.type().equals(real)) {
            boolean shift = op == Operator.L_SHIFT || op == Operator.R_SHIFT;
            if (bits || shift || op == Operator.MAT_MULT) {
                return unsupported(op, left, right, span);
            }
            if (op == Operator.POW && !realPower(left, right)) {
                return body.refuse(
                        TypeCode.POWER,
                        span,
                        "a negative float to a broken power is a complex number",
                        "math.pow(x, y), which raises ValueError in that case");
            }
            return new TypedExpression.FloatArithmetic(op, real(left), real(right), real, span);
        }
        if (op == Operator.MAT_MULT) {
            return unsupported(op, left, right, span);
        }
        if (op == Operator.POW && !new Naturals(body).natural(right)) {
            return body.refuse(
                    TypeCode.POWER,
                    span,
                    "int ** int is a float when the exponent is negative",
                    "x ** abs(n), or float(x) ** n");
        }
        Type result = op == Operator.DIV ? real : builtins.integer();
        return new TypedExpression.IntArithmetic(op, integer(left), integer(right), result, span);
    }

    private boolean realPower(TypedExpression base, TypedExpression exponent) {
        TypedExpression power =
                exponent instanceof TypedExpression.UnaryArithmetic u ? u.operand() : exponent;
        if (power.type() instanceof Type.NominalType n && n.symbol().name().equals("int")) {
            return true;
        }
        boolean whole =
                power instanceof TypedExpression.Constant c
                        && c.value() instanceof Literal.Real r
                        && r.value() == Math.rint(r.value());
        return whole || new Naturals(body).notNegative(base);
    }

    private TypedExpression real(TypedExpression value) {
        Builtins builtins = body.builtins();
        if (value.type().equals(builtins.real())) {
            return value;
        }
        return new TypedExpression.Convert(
                integer(value), Conversion.INT_TO_FLOAT, builtins.real(), value.span());
    }

    private TypedExpression integer(TypedExpression value) {
        Builtins builtins = body.builtins();
        return value.type().equals(builtins.bool())
                ? new TypedExpression.Convert(
                        value, Conversion.BOOL_TO_INT, builtins.integer(), value.span())
                : value;
    }

    private TypedExpression unsupported(
            Operator op, TypedExpression left, TypedExpression right, Span span) {
        boolean none = Relations.mayBeNone(left.type()) || Relations.mayBeNone(right.type());
        return body.refuse(
                none ? TypeCode.MAY_BE_NONE : TypeCode.OPERANDS,
                span,
                "no " + op.symbol() + " for " + left.type().show() + " and " + right.type().show());
    }

    private TypedExpression dunder(
            Operator op, TypedExpression left, TypedExpression right, Span span) {
        String stem = METHODS.getOrDefault(op, "");
        Optional<Members.MethodMember> forward =
                body.members().method(left.type(), "__" + stem + "__");
        Optional<Members.MethodMember> reflected =
                body.members().method(right.type(), "__r" + stem + "__");
        boolean reflectedFirst =
                (reflected.isPresent()
                                && !left.type().equals(right.type())
                                && body.relations().assignable(right.type(), left.type()))
                        || reflectedBelow(left.type(), right.type(), "__r" + stem + "__");
        if ((reflectedFirst && forward.isPresent())
                || unknownMethods(left, right, stem, forward.isPresent(), reflected.isPresent())) {
            return body.refuse(
                    TypeCode.OPERANDS,
                    span,
                    "which of the two operands' methods is called depends on their classes",
                    "call the method that is meant");
        }
        Optional<TypedExpression> direct = attempt(forward, left, right, span);
        if (direct.isPresent()) {
            return mayDecline(direct)
                    ? declining(op, left, right, direct, attempt(reflected, right, left, span))
                    : direct.get();
        }
        Optional<TypedExpression> other = attempt(reflected, right, left, span);
        if (mayDecline(other)) {
            return declining(op, left, right, Optional.empty(), other);
        }
        return other.isEmpty()
                ? unsupported(op, left, right, span)
                : swapped(reflected, left, right, span).orElseThrow();
    }

    /// The method that changes the left operand in place.
    Optional<Members.MethodMember> inPlace(Operator op, TypedExpression left, Span span) {
        String name = "__i" + METHODS.getOrDefault(op, "") + "__";
        Optional<Members.MethodMember> method = body.members().method(left.type(), name);
        boolean declines =
                Stream.concat(
                                method.stream().flatMap(m -> m.overloads().stream()),
                                defining(left.type(), name)
                                        .flatMap(c -> c.ownMethods(name).stream()))
                        .anyMatch(FunctionSymbol::mayReturnNotImplemented);
        boolean below = method.isEmpty() && defining(left.type(), name).findAny().isPresent();
        if (declines || below) {
            body.refuse(
                    TypeCode.OPERANDS,
                    span,
                    "which method " + op.symbol() + "= calls is seen when it runs",
                    "a method with a name for what is meant");
        }
        return method;
    }

    /// Whether a class below that of the right operand has a reflected method of its own, and the
    /// left operand may be of a class above it: CPython asks the right operand first then.
    private boolean reflectedBelow(Type left, Type right, String method) {
        return left instanceof Type.NominalType l
                && defining(right, method).anyMatch(c -> c != l.symbol() && c.below(l.symbol()));
    }

    /// The classes of the program below a type that have a method of this name of their own.
    private Stream<ClassSymbol> defining(Type type, String method) {
        return type instanceof Type.NominalType n && n.symbol().origin() == Origin.COMPILED
                ? body.session().below(n.symbol()).stream()
                        .filter(c -> !c.ownMethods(method).isEmpty())
                : Stream.of();
    }

    /// Whether classes below those of the operands have methods that would be asked, too.
    private boolean unknownMethods(
            TypedExpression left,
            TypedExpression right,
            String stem,
            boolean forward,
            boolean reflected) {
        if (!forward) {
            return defining(left.type(), "__" + stem + "__").findAny().isPresent();
        }
        boolean declines =
                Stream.concat(
                                body.members().method(left.type(), "__" + stem + "__").stream()
                                        .flatMap(m -> m.overloads().stream()),
                                defining(left.type(), "__" + stem + "__")
                                        .flatMap(c -> c.ownMethods("__" + stem + "__").stream()))
                        .anyMatch(FunctionSymbol::mayReturnNotImplemented);
        boolean oneClass = left.type().equals(right.type());
        return declines
                && (defining(right.type(), "__r" + stem + "__").findAny().isPresent()
                        || (reflected
                                && oneClass
                                && left.type() instanceof Type.NominalType n
                                && !body.session().below(n.symbol()).isEmpty()));
    }

    private static boolean mayDecline(Optional<TypedExpression> call) {
        return called(call).filter(FunctionSymbol::mayReturnNotImplemented).isPresent();
    }

    private static Optional<FunctionSymbol> called(Optional<TypedExpression> call) {
        return call.orElse(null) instanceof TypedExpression.Call c
                ? Optional.of(c.function())
                : Optional.empty();
    }

    /// An operation whose methods may decline. Objects of one class have no reflected method.
    private TypedExpression declining(
            Operator op,
            TypedExpression left,
            TypedExpression right,
            Optional<TypedExpression> direct,
            Optional<TypedExpression> other) {
        Span span = direct.or(() -> other).orElseThrow().span();
        boolean oneClass = left.type().equals(right.type());
        Optional<TypedExpression> reflected = oneClass ? Optional.empty() : other;
        Type type = direct.or(() -> other).orElseThrow().type();
        boolean agree = reflected.isEmpty() || reflected.get().type().equals(type);
        boolean own = Stream.of(direct, reflected).allMatch(c -> c.isEmpty() || compiled(c));
        if (!agree || !own) {
            return body.refuse(
                    TypeCode.OPERANDS,
                    span,
                    "the method may return NotImplemented, and then another type is the result",
                    "declare the operand's class and leave NotImplemented away");
        }
        String symbol = op == Operator.POW ? "** or pow()" : op.symbol();
        return new TypedExpression.DunderOperation(
                symbol, left, right, called(direct), called(reflected), type, span);
    }

    private static boolean compiled(Optional<TypedExpression> call) {
        return called(call).filter(f -> f.origin() == Origin.COMPILED).isPresent();
    }

    private Optional<TypedExpression> attempt(
            Optional<Members.MethodMember> method,
            TypedExpression receiver,
            TypedExpression argument,
            Span span) {
        if (method.isEmpty()) {
            return Optional.empty();
        }
        int before = body.problems().count();
        TypedExpression call =
                body.calls()
                        .invoke(
                                method.get(),
                                Optional.of(receiver),
                                List.of(Calls.Actual.of(argument)),
                                null,
                                span);
        if (body.problems().count() > before) {
            body.problems().rewind(before);
            return Optional.empty();
        }
        return Optional.of(call);
    }

    /// The left operand is evaluated first although it is the argument.
    private Optional<TypedExpression> swapped(
            Optional<Members.MethodMember> method,
            TypedExpression left,
            TypedExpression right,
            Span span) {
        if (method.isEmpty()) {
            return Optional.empty();
        }
        Variable first = body.scope().temporary(left.type());
        TypedExpression read =
                new TypedExpression.VariableRead(first, false, left.type(), left.span());
        Optional<TypedExpression> call = attempt(method, right, read, span);
        return call.map(c ->
                new TypedExpression.Block(
                        List.of(
                                new TypedStatement.Assign(
                                        new TypedTarget.VariableTarget(first, left.span()),
                                        left,
                                        left.span())),
                        c,
                        c.type(),
                        span));
    }

    TypedExpression unary(Expression.UnaryOp u) {
        if (u.op() == UnaryOperator.NOT) {
            return body.conditions().test(u);
        }
        TypedExpression operand = new Enums(body).number(body.expressions().check(u.operand()));
        return operand.type() == Simple.ERROR ? operand : unary(u, operand);
    }

    private TypedExpression unary(Expression.UnaryOp u, TypedExpression operand) {
        MixedNumbers mixed = new MixedNumbers(body);
        if (mixed.mixed(operand.type()) && u.op() != UnaryOperator.INVERT) {
            return mixed.unary(operand, u.span(), o -> unary(u, o));
        }
        Builtins builtins = body.builtins();
        if (u.op() == UnaryOperator.U_SUB
                && operand instanceof TypedExpression.Constant c
                && c.value() instanceof Literal.Int i) {
            return new TypedExpression.Constant(
                    new Literal.Int(i.value().negate()), c.type(), u.span());
        }
        boolean real = operand.type().equals(builtins.real());
        if (builtins.numeric(operand.type()) && !(real && u.op() == UnaryOperator.INVERT)) {
            TypedExpression number = real ? operand : integer(operand);
            return new TypedExpression.UnaryArithmetic(u.op(), number, number.type(), u.span());
        }
        String method =
                switch (u.op()) {
                    case INVERT -> "__invert__";
                    case U_ADD -> "__pos__";
                    case U_SUB -> "__neg__";
                    case NOT -> "__bool__";
                };
        if (body.members().method(operand.type(), method).isEmpty()) {
            boolean none = Relations.mayBeNone(operand.type());
            return body.refuse(
                    none ? TypeCode.MAY_BE_NONE : TypeCode.OPERANDS,
                    u.span(),
                    "no unary " + u.op().symbol() + " for " + operand.type().show());
        }
        return new Subscripts(body).method(operand, method, List.of(), u.span());
    }
}
