package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.FloatOperation;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.FloatBinary;
import krait.compiler.code.Instruction.IntBinary;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.JumpSame;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.IntOperation;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Operator;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.TruthTest;
import krait.compiler.types.TypedExpression;

/// Lowers operators on numbers, comparisons and tests of truth.
final class Operations {
    private static final ClassDesc TEXT = ClassDesc.of("krait.runtime.Text");
    private static final ClassDesc CHARS = ClassDesc.of("java.lang.CharSequence");

    private final Body body;

    Operations(Body body) {
        this.body = body;
    }

    void ints(Local target, TypedExpression.IntArithmetic expression) {
        if (expression.op() == Operator.DIV) {
            List<Operand> operands = body.values(List.of(expression.left(), expression.right()));
            body.out.line(expression.span().line());
            Member fast =
                    Member.ofStatic(
                            Library.INTS,
                            "truediv",
                            MethodTypeDesc.of(CD_double, CD_long, CD_long));
            Member wide =
                    Member.ofStatic(
                            Library.INTS,
                            "truediv",
                            MethodTypeDesc.of(CD_double, CD_Object, CD_Object));
            body.out.add(new Call(Optional.of(target), fast, wide, operands, Widening.NONE));
            return;
        }
        if (expression.op() == Operator.BIT_AND && isMask(expression.right())) {
            masked(target, expression);
            return;
        }
        List<Operand> operands = body.values(List.of(expression.left(), expression.right()));
        body.out.line(expression.span().line());
        Local result = target.kind().equals(Kind.INT) ? target : body.out.temporary(Kind.INT);
        IntOperation operation = operation(expression.op());
        body.out.add(new IntBinary(operation, result, operands.get(0), operands.get(1), false));
        if (!result.equals(target)) {
            body.out.add(new Move(target, result));
        }
    }

    private static IntOperation operation(Operator op) {
        return switch (op) {
            case ADD -> IntOperation.ADD;
            case SUB -> IntOperation.SUBTRACT;
            case MULT -> IntOperation.MULTIPLY;
            case MOD -> IntOperation.MODULO;
            case POW -> IntOperation.POWER;
            case L_SHIFT -> IntOperation.SHIFT_LEFT;
            case R_SHIFT -> IntOperation.SHIFT_RIGHT;
            case BIT_OR -> IntOperation.OR;
            case BIT_XOR -> IntOperation.XOR;
            case BIT_AND -> IntOperation.AND;
            case FLOOR_DIV -> IntOperation.FLOOR_DIVIDE;
            case DIV, MAT_MULT -> throw new IllegalArgumentException(op.toString());
        };
    }

    private static boolean isMask(TypedExpression expression) {
        return expression instanceof TypedExpression.Constant constant
                && constant.value() instanceof krait.compiler.syntax.Literal.Int number
                && number.value().signum() >= 0
                && number.value().bitLength() < Long.SIZE;
    }

    /// Below a mask only the low bits matter, so sums and products wrap. What they are made of is
    /// computed first: no way to the twin may lie between a wrapped value and the mask.
    private void masked(Local target, TypedExpression.IntArithmetic expression) {
        List<TypedExpression> leaves = new ArrayList<>();
        leaves(expression.left(), leaves);
        List<Operand> values = body.values(leaves);
        body.out.line(expression.span().line());
        Operand wrapped = wrap(expression.left(), new ArrayList<>(values));
        Local result = target.kind().equals(Kind.INT) ? target : body.out.temporary(Kind.INT);
        Operand mask = body.value(expression.right());
        body.out.add(new IntBinary(IntOperation.AND, result, wrapped, mask, false));
        if (!result.equals(target)) {
            body.out.add(new Move(target, result));
        }
    }

    private static boolean wraps(TypedExpression expression) {
        return expression instanceof TypedExpression.IntArithmetic inner
                && (inner.op() == Operator.ADD
                        || inner.op() == Operator.SUB
                        || inner.op() == Operator.MULT);
    }

    private static void leaves(TypedExpression expression, List<TypedExpression> leaves) {
        if (wraps(expression) && expression instanceof TypedExpression.IntArithmetic inner) {
            leaves(inner.left(), leaves);
            leaves(inner.right(), leaves);
        } else {
            leaves.add(expression);
        }
    }

    private Operand wrap(TypedExpression expression, List<Operand> values) {
        if (!wraps(expression) || !(expression instanceof TypedExpression.IntArithmetic inner)) {
            return values.removeFirst();
        }
        Operand left = wrap(inner.left(), values);
        Operand right = wrap(inner.right(), values);
        Local result = body.out.temporary(Kind.INT);
        body.out.add(new IntBinary(operation(inner.op()), result, left, right, true));
        return result;
    }

    void floats(Local target, TypedExpression.FloatArithmetic expression) {
        List<Operand> operands = body.values(List.of(expression.left(), expression.right()));
        body.out.line(expression.span().line());
        Local result = target.kind().equals(Kind.FLOAT) ? target : body.out.temporary(Kind.FLOAT);
        Operand left = operands.get(0);
        Operand right = operands.get(1);
        switch (expression.op()) {
            case ADD -> body.out.add(new FloatBinary(FloatOperation.ADD, result, left, right));
            case SUB -> body.out.add(new FloatBinary(FloatOperation.SUBTRACT, result, left, right));
            case MULT ->
                    body.out.add(new FloatBinary(FloatOperation.MULTIPLY, result, left, right));
            case DIV -> body.out.call(result, Library.ofFloats("truediv"), left, right);
            case FLOOR_DIV -> body.out.call(result, Library.ofFloats("floordiv"), left, right);
            case MOD -> body.out.call(result, Library.ofFloats("mod"), left, right);
            case POW -> body.out.call(result, Library.ofFloats("pow"), left, right);
            case MAT_MULT, L_SHIFT, R_SHIFT, BIT_OR, BIT_XOR, BIT_AND ->
                    throw new IllegalArgumentException(expression.op().toString());
        }
        if (!result.equals(target)) {
            body.out.add(new Move(target, result));
        }
    }

    /// Methods that may return NotImplemented, one after the other.
    void dunder(Local target, TypedExpression.DunderOperation operation) {
        List<Operand> both = body.values(List.of(operation.left(), operation.right()));
        List<Local> kept = new ArrayList<>();
        for (Operand each : both) {
            Local local = body.out.local("operand", each.kind());
            body.out.add(new Move(local, each));
            kept.add(local);
        }
        body.out.line(operation.span().line());
        Local answer = body.out.local("answer", Kind.OBJECT);
        Label done = body.out.label();
        operation.forward().ifPresent(method -> ask(answer, method, List.copyOf(kept), done));
        operation
                .reflected()
                .ifPresent(method -> ask(answer, method, List.copyOf(kept.reversed()), done));
        Local error = body.out.local("error", Kinds.EXCEPTION);
        MethodTypeDesc type =
                MethodTypeDesc.of(Library.of("TypeError"), CD_String, CD_Object, CD_Object);
        body.out.call(
                error,
                Member.ofStatic(Expressions.VALUES, "unsupported", type),
                new Operand.TextConstant(operation.symbol()),
                kept.get(0),
                kept.get(1));
        body.out.add(new Instruction.Throw(error));
        body.out.add(done);
        body.out.add(new Move(target, answer));
    }

    private void ask(Local answer, FunctionSymbol method, List<Operand> operands, Label done) {
        body.calls.compiled(Optional.of(answer), method, Member.Access.VIRTUAL, operands);
        Local declined = body.out.temporary(Kind.BOOL);
        body.out.add(new Instruction.IsInstance(declined, answer, Library.of("NotImplemented")));
        body.out.add(new JumpBool(declined, false, done));
    }

    void bools(Local target, TypedExpression.BoolArithmetic expression) {
        List<Operand> operands = body.values(List.of(expression.left(), expression.right()));
        String name =
                switch (expression.op()) {
                    case BIT_AND -> "logicalAnd";
                    case BIT_OR -> "logicalOr";
                    case BIT_XOR -> "logicalXor";
                    case ADD, SUB, MULT, MAT_MULT, DIV, MOD, POW, L_SHIFT, R_SHIFT, FLOOR_DIV ->
                            throw new IllegalArgumentException(expression.op().toString());
                };
        ClassDesc owner = ClassDesc.of("java.lang.Boolean");
        MethodTypeDesc type = MethodTypeDesc.of(CD_boolean, CD_boolean, CD_boolean);
        body.out.call(target, Member.ofStatic(owner, name, type), operands.get(0), operands.get(1));
    }

    void unary(Local target, TypedExpression.UnaryArithmetic expression) {
        Operand operand = body.value(expression.operand());
        body.out.line(expression.span().line());
        Kind kind = operand.kind();
        Local result = target.kind().equals(kind) ? target : body.out.temporary(kind);
        switch (expression.op()) {
            case U_SUB -> body.out.add(new Instruction.Negate(result, operand));
            case U_ADD -> body.out.add(new Move(result, operand));
            case INVERT ->
                    body.out.add(
                            new IntBinary(
                                    IntOperation.XOR, result, operand, Operand.ofInt(-1), false));
            case NOT -> throw new IllegalArgumentException("not is no arithmetic");
        }
        if (!result.equals(target)) {
            body.out.add(new Move(target, result));
        }
    }

    void convert(Local target, TypedExpression.Convert convert) {
        Operand value = body.value(convert.value());
        body.out.line(convert.span().line());
        switch (convert.conversion()) {
            case WIDEN, NARROW -> body.out.add(new Move(target, value));
            case BOOL_TO_INT -> {
                Local raw = body.out.temporary(Kind.RAW);
                body.out.add(new Move(raw, value));
                body.out.add(new Move(target, raw));
            }
            case INT_TO_FLOAT -> body.out.add(toFloat(target, value));
            case EITHER_TO_INT -> body.out.add(toInt(target, value));
        }
    }

    private static Call toInt(Local target, Operand value) {
        Member wide =
                Member.ofStatic(Library.INTS, "counted", MethodTypeDesc.of(CD_Object, CD_Object));
        return new Call(Optional.of(target), Library.UNWRAP, wide, List.of(value), Widening.BEHIND);
    }

    static Call toFloat(Local target, Operand value) {
        Member wide =
                Member.ofStatic(Library.INTS, "toFloat", MethodTypeDesc.of(CD_double, CD_Object));
        Member fast =
                Member.ofStatic(
                        Library.of("WideInt"), "toFloat", MethodTypeDesc.of(CD_double, CD_long));
        return new Call(Optional.of(target), fast, wide, List.of(value), Widening.NONE);
    }

    /// Jumps when a value's truth is `when`.
    void branchTruth(Operand value, TruthTest test, boolean when, boolean direct, Label to) {
        boolean jumps = direct ? when : !when;
        switch (test.kind()) {
            case BOOL -> body.out.add(new JumpBool(body.local(value, Kind.BOOL), jumps, to));
            case INT -> {
                Operand zero = new Operand.IntConstant(BigInteger.ZERO);
                body.out.add(notEqual(body.local(value, Kind.INT), zero, jumps, to));
            }
            case FLOAT -> {
                Operand zero = new Operand.FloatConstant(0);
                body.out.add(notEqual(body.local(value, Kind.FLOAT), zero, jumps, to));
            }
            case TRUE, FALSE -> {
                if ((test.kind() == TruthTest.Kind.TRUE) == jumps) {
                    body.jump(to);
                }
            }
            case NOT_NONE -> body.out.add(new JumpSame(value, Operand.NULL, !jumps, to));
            case STR -> {
                MethodTypeDesc type = MethodTypeDesc.of(CD_boolean, CHARS);
                test(Member.ofStatic(TEXT, "__bool__", type), List.of(value), jumps, to);
            }
            case BOOL_METHOD, LEN_METHOD, VALUE -> {
                if (test.kind() == TruthTest.Kind.LEN_METHOD && Loops.isList(value.kind())) {
                    notEmpty(value, jumps, to);
                } else {
                    test(Expressions.test("truth", 1), List.of(value), jumps, to);
                }
            }
        }
    }

    private void notEmpty(Operand list, boolean when, Label to) {
        Local size = body.out.temporary(Kind.RAW);
        Member get = Member.ofVirtual(Library.of("PyList"), "size", MethodTypeDesc.of(CD_int));
        body.out.call(size, get, list);
        body.out.add(notEqual(size, Operand.ofRaw(0), when, to));
    }

    private static JumpCompare notEqual(Operand value, Operand zero, boolean when, Label to) {
        return new JumpCompare(krait.compiler.code.Comparison.NOT_EQUAL, when, value, zero, to);
    }

    private void test(Member method, List<Operand> operands, boolean when, Label to) {
        Local answer = body.out.temporary(Kind.BOOL);
        body.out.call(answer, method, operands.toArray(Operand[]::new));
        body.out.add(new JumpBool(answer, when, to));
    }

    void branchComparison(TypedExpression.Comparison chain, boolean when, Label to) {
        Label decided = body.out.label();
        int last = chain.links().size() - 1;
        if (last == 0) {
            TypedExpression.Link link = chain.links().getFirst();
            Membership membership = new Membership(body);
            if (contains(link) && membership.isEach(chain.first(), link.right())) {
                boolean found = (link.op() == CompareOperator.IN) == when;
                int line = chain.span().line();
                membership.branchEach(chain.first(), link.right(), line, found, to);
                return;
            }
            if (new ShortComparisons(body).branch(chain, when, to)) {
                return;
            }
            List<Operand> both = body.values(List.of(chain.first(), link.right()));
            body.out.line(chain.span().line());
            link(link, both.get(0), both.get(1), when, to);
            return;
        }
        Operand left = body.value(chain.first());
        for (int i = 0; i <= last; i++) {
            TypedExpression.Link link = chain.links().get(i);
            Local kept = body.out.local("chain", left.kind());
            body.out.add(new Move(kept, left));
            Operand right = body.value(link.right());
            body.out.line(chain.span().line());
            if (i < last) {
                Local next = body.out.local("chain", right.kind());
                body.out.add(new Move(next, right));
                link(link, kept, next, false, when ? decided : to);
                left = next;
            } else {
                link(link, kept, right, when, to);
            }
        }
        body.out.add(decided);
    }

    private static boolean contains(TypedExpression.Link link) {
        return link.op() == CompareOperator.IN || link.op() == CompareOperator.NOT_IN;
    }

    private void link(
            TypedExpression.Link link, Operand left, Operand right, boolean when, Label to) {
        switch (link.kind()) {
            case INT, FLOAT, BOOL ->
                    body.out.add(new JumpCompare(comparison(link.op()), when, left, right, to));
            case IDENTITY -> {
                boolean is = link.op() == CompareOperator.IS;
                if (isObject(left.kind()) && isObject(right.kind())) {
                    body.out.add(new JumpSame(left, right, is == when, to));
                    return;
                }
                test(Expressions.test("is", 2), List.of(left, right), is == when, to);
            }
            case STR -> text(link, left, right, when, to);
            case INT_FLOAT, VALUE -> byValue(link, left, right, when, to);
            case METHOD -> method(link, left, right, when, to);
        }
    }

    /// Whether what is held is an object of a class of the program. Two such are one if they are
    /// one to Java; where functions are expected, one with `__call__` is inside another object.
    private static boolean isObject(Kind kind) {
        return kind instanceof Kind.Reference(ClassDesc type)
                && type.packageName().concat(".").startsWith(ModuleNames.PACKAGE);
    }

    private void text(
            TypedExpression.Link link, Operand left, Operand right, boolean when, Label to) {
        MethodTypeDesc type = MethodTypeDesc.of(CD_boolean, CHARS, CHARS);
        List<Operand> operands = contains(link) ? List.of(right, left) : List.of(left, right);
        boolean positive = link.op() != CompareOperator.NOT_IN;
        test(Member.ofStatic(TEXT, special(link.op()), type), operands, when == positive, to);
    }

    private static String special(CompareOperator op) {
        return switch (op) {
            case EQ -> "__eq__";
            case NOT_EQ -> "__ne__";
            case LT -> "__lt__";
            case LT_E -> "__le__";
            case GT -> "__gt__";
            case GT_E -> "__ge__";
            case IN, NOT_IN -> "__contains__";
            case IS, IS_NOT -> throw new IllegalArgumentException(op.toString());
        };
    }

    private static krait.compiler.code.Comparison comparison(CompareOperator op) {
        return switch (op) {
            case EQ -> krait.compiler.code.Comparison.EQUAL;
            case NOT_EQ -> krait.compiler.code.Comparison.NOT_EQUAL;
            case LT -> krait.compiler.code.Comparison.LESS;
            case LT_E -> krait.compiler.code.Comparison.LESS_EQUAL;
            case GT -> krait.compiler.code.Comparison.GREATER;
            case GT_E -> krait.compiler.code.Comparison.GREATER_EQUAL;
            case IS, IS_NOT, IN, NOT_IN -> throw new IllegalArgumentException(op.toString());
        };
    }

    /// By the types at run time.
    private void byValue(
            TypedExpression.Link link, Operand left, Operand right, boolean when, Label to) {
        if (contains(link)) {
            boolean positive = link.op() == CompareOperator.IN;
            new Membership(body).branch(left, right, when == positive, to);
            return;
        }
        String special = special(link.op());
        String name = special.substring(2, special.length() - 2);
        test(Expressions.test(name, 2), List.of(left, right), when, to);
    }

    private void method(
            TypedExpression.Link link, Operand left, Operand right, boolean when, Label to) {
        Operand receiver = contains(link) ? right : left;
        Operand other = contains(link) ? left : right;
        var function = link.function().orElseThrow();
        boolean negated =
                link.op() == CompareOperator.NOT_IN
                        || (link.op() == CompareOperator.NOT_EQ
                                && function.name().equals("__eq__"));
        if (function.origin() == krait.compiler.types.Origin.NATIVE) {
            byValue(link, left, right, when, to);
            return;
        }
        Local answer = body.out.temporary(Kind.BOOL);
        body.calls.compiled(
                Optional.of(answer), function, Member.Access.VIRTUAL, List.of(receiver, other));
        body.out.add(new JumpBool(answer, when != negated, to));
    }
}
