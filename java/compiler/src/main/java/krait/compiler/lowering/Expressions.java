package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.JumpSame;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.syntax.BoolOperator;
import krait.compiler.syntax.Literal;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.TypedExpression;

/// Lowers expressions: chooses who lowers which, and lowers itself what has no other place.
final class Expressions {
    static final ClassDesc VALUES = Library.of("Values");

    private final Body body;

    Expressions(Body body) {
        this.body = body;
    }

    /// Where the value is; a local of a variable is not copied.
    Operand value(TypedExpression expression) {
        if (expression instanceof TypedExpression.Constant constant && isPlain(constant)) {
            return plain(constant);
        }
        if (expression instanceof TypedExpression.VariableRead read) {
            body.out.line(read.span().line());
            return body.variables.read(read.variable(), read.mayBeUnbound());
        }
        boolean declines = expression instanceof TypedExpression.NotImplementedConstant;
        Local target = body.out.temporary(declines ? Kind.OBJECT : body.kind(expression));
        into(target, expression);
        return target;
    }

    private static boolean isPlain(TypedExpression.Constant constant) {
        return switch (constant.value()) {
            case Literal.Int number -> number.value().bitLength() < Long.SIZE;
            case Literal.Str _ -> false;
            case Literal.Singleton _, Literal.Real _ -> true;
            case Literal.Imaginary _, Literal.Bytes _ -> false;
        };
    }

    private static Operand plain(TypedExpression.Constant constant) {
        return switch (constant.value()) {
            case Literal.Int number -> new Operand.IntConstant(number.value());
            case Literal.Real number -> new Operand.FloatConstant(number.value());
            case Literal.Singleton single -> singleton(constant, single);
            case Literal.Str _, Literal.Imaginary _, Literal.Bytes _ ->
                    throw new Unsupported(constant.span(), "a constant of this type");
        };
    }

    private static Operand singleton(TypedExpression.Constant constant, Literal.Singleton single) {
        return switch (single) {
            case NONE -> Operand.NULL;
            case TRUE -> Operand.ofBool(true);
            case FALSE -> Operand.ofBool(false);
            case ELLIPSIS -> throw new Unsupported(constant.span(), "`...` as a value");
        };
    }

    /// Computes the value into a local.
    void into(Local target, TypedExpression expression) {
        body.out.line(expression.span().line());
        switch (expression) {
            case TypedExpression.Constant constant -> constant(target, constant);
            case TypedExpression.VariableRead read ->
                    move(target, body.variables.read(read.variable(), read.mayBeUnbound()));
            case TypedExpression.FieldRead read -> {
                Operand object = body.value(read.object());
                body.out.line(read.span().line());
                body.calls.readField(target, read.field(), object);
            }
            case TypedExpression.ClassVariableRead read ->
                    body.out.add(body.program.fields.read(target, read.field(), List.of()));
            case TypedExpression.NotImplementedConstant _ -> notImplemented(target);
            case TypedExpression.ClassReference reference ->
                    new ClassValues(body).of(target, reference.symbol());
            case TypedExpression.ClassOf of ->
                    new ClassValues(body).of(target, body.value(of.object()));
            case TypedExpression.ConstructorValue value ->
                    new ConstructorValues(body).value(target, value);
            case TypedExpression.Starred _ ->
                    throw new Unsupported(expression.span(), "`*` at this place");
            case TypedExpression.Call call -> body.calls.call(Optional.of(target), call);
            case TypedExpression.New made -> {
                body.calls.create(target, made);
                Exceptions.made(body, target, made);
            }
            case TypedExpression.CallValue call -> body.calls.callValue(target, call);
            case TypedExpression.IntArithmetic op -> body.operations.ints(target, op);
            case TypedExpression.FloatArithmetic op -> body.operations.floats(target, op);
            case TypedExpression.DunderOperation op -> body.operations.dunder(target, op);
            case TypedExpression.BoolArithmetic op -> body.operations.bools(target, op);
            case TypedExpression.UnaryArithmetic op -> body.operations.unary(target, op);
            case TypedExpression.Comparison _,
                    TypedExpression.Logical _,
                    TypedExpression.Not _,
                    TypedExpression.Truth _,
                    TypedExpression.IsInstance _,
                    TypedExpression.IsNone _ ->
                    decision(target, expression);
            case TypedExpression.Conditional choice -> conditional(target, choice);
            case TypedExpression.Convert convert -> body.operations.convert(target, convert);
            case TypedExpression.TupleDisplay display -> body.displays.tuple(target, display);
            case TypedExpression.ListDisplay display -> body.displays.list(target, display);
            case TypedExpression.SetDisplay display -> body.displays.set(target, display);
            case TypedExpression.DictDisplay display -> body.displays.dict(target, display);
            case TypedExpression.TupleItem item -> body.displays.item(target, item);
            case TypedExpression.Comprehension comprehension ->
                    body.loops.comprehension(target, comprehension);
            case TypedExpression.Lambda lambda -> body.closures.define(target, lambda.function());
            case TypedExpression.DefaultOf of ->
                    body.out.add(
                            new Move(
                                    target,
                                    body.calls.defaultValue(
                                            of.function(), List.of(), of.parameter())));
            case TypedExpression.PackedFunction value ->
                    new PackedFunctions(body).value(target, value);
            case TypedExpression.FunctionValue value -> body.closures.value(target, value);
            case TypedExpression.Format format -> body.displays.format(target, format);
            case TypedExpression.NamedExpression named -> named(target, named);
            case TypedExpression.Block block -> {
                body.statements(block.statements());
                into(target, block.value());
            }
            case TypedExpression.Yield yield -> body.closures.yieldOne(target, yield);
            case TypedExpression.YieldFrom yield -> body.closures.yieldFrom(target, yield);
            case TypedExpression.SliceValue slice -> body.displays.slice(target, slice);
        }
    }

    private void notImplemented(Local target) {
        ClassDesc type = Library.of("NotImplemented");
        Member value = Member.ofField(Member.Access.GET_STATIC, type, "VALUE", type);
        body.out.call(target, value);
    }

    private void named(Local target, TypedExpression.NamedExpression named) {
        Operand value = body.value(named.value());
        body.variables.write(named.variable(), value);
        move(target, value);
    }

    private void move(Local target, Operand value) {
        if (!target.equals(value)) {
            body.out.add(new Move(target, value));
        }
    }

    private void constant(Local target, TypedExpression.Constant constant) {
        switch (constant.value()) {
            case Literal.Str text -> text(target, text);
            case Literal.Bytes bytes -> {
                MethodTypeDesc type =
                        MethodTypeDesc.of(
                                Library.of("Bytes"), ClassDesc.of("java.lang.CharSequence"));
                body.out.call(
                        target,
                        Member.ofStatic(Library.of("Bytes"), "latin1", type),
                        new Operand.TextConstant(bytes.latin1()));
            }
            case Literal.Int number ->
                    body.out.add(new Move(target, new Operand.IntConstant(number.value())));
            case Literal.Singleton _, Literal.Real _ -> move(target, plain(constant));
            case Literal.Imaginary _ -> throw new Unsupported(constant.span(), "a complex number");
        }
    }

    /// A str constant; `Text.of` finds the form for one with code points above U+FFFF.
    void text(Local target, Literal.Str text) {
        Operand constant = new Operand.TextConstant(text.text());
        if (text.text().chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            move(target, constant);
            return;
        }
        ClassDesc chars = ClassDesc.of("java.lang.CharSequence");
        body.out.call(
                target,
                Member.ofStatic(Library.of("Text"), "of", MethodTypeDesc.of(chars, chars)),
                constant);
    }

    private void conditional(Local target, TypedExpression.Conditional choice) {
        Label orelse = body.out.label();
        Label end = body.out.label();
        branch(choice.test(), false, orelse);
        into(target, choice.body());
        body.jump(end);
        body.out.add(orelse);
        into(target, choice.orelse());
        body.out.add(end);
    }

    /// A bool that is found by jumping, or an and/or of other values.
    private void decision(Local target, TypedExpression expression) {
        if (expression instanceof TypedExpression.Logical logical && !isBool(logical)) {
            logicalValue(target, logical);
            return;
        }
        Label no = body.out.label();
        Label end = body.out.label();
        Local value = body.out.local("decision", Kind.BOOL);
        branch(expression, false, no);
        body.out.add(new Move(value, Operand.ofBool(true)));
        body.jump(end);
        body.out.add(no);
        body.out.add(new Move(value, Operand.ofBool(false)));
        body.out.add(end);
        move(target, value);
    }

    private static boolean isBool(TypedExpression.Logical logical) {
        return logical.operands().stream().allMatch(each -> each.temporary().isEmpty());
    }

    private void logicalValue(Local target, TypedExpression.Logical logical) {
        Label end = body.out.label();
        Local result = body.out.local("logical", target.kind());
        int last = logical.operands().size() - 1;
        for (int i = 0; i <= last; i++) {
            TypedExpression.Operand operand = logical.operands().get(i);
            Operand value = body.value(operand.value());
            operand.temporary()
                    .ifPresent(temporary -> {
                        body.variables.declare(temporary);
                        body.variables.write(temporary, value);
                    });
            if (i == last) {
                into(result, operand.result());
                break;
            }
            Label next = body.out.label();
            body.operations.branchTruth(
                    value, operand.test(), logical.op() == BoolOperator.OR, false, next);
            into(result, operand.result());
            body.jump(end);
            body.out.add(next);
        }
        body.out.add(end);
        move(target, result);
    }

    /// Jumps when a bool expression is `when`; goes on here otherwise.
    void branch(TypedExpression test, boolean when, Label to) {
        if (test instanceof TypedExpression.Not not) {
            branch(not.operand(), !when, to);
        } else if (test instanceof TypedExpression.Logical logical && isBool(logical)) {
            branchLogical(logical, when, to);
        } else if (test instanceof TypedExpression.Comparison comparison) {
            body.operations.branchComparison(comparison, when, to);
        } else if (test instanceof TypedExpression.Truth truth) {
            Operand value = body.value(truth.value());
            body.operations.branchTruth(value, truth.test(), when, true, to);
        } else if (test instanceof TypedExpression.IsNone none) {
            Operand value = reference(none.value());
            boolean jumps = none.negated() != when;
            body.out.add(new JumpSame(value, Operand.NULL, jumps, to));
        } else if (test instanceof TypedExpression.IsInstance check) {
            isInstance(check, when, to);
        } else {
            Operand value = body.value(test);
            body.out.add(new JumpBool(body.local(value, Kind.BOOL), when, to));
        }
    }

    /// A value as an object.
    private Operand reference(TypedExpression expression) {
        Operand value = body.value(expression);
        return value.kind() instanceof Kind.Reference ? value : body.local(value, Kind.OBJECT);
    }

    private void branchLogical(TypedExpression.Logical logical, boolean when, Label to) {
        boolean isOr = logical.op() == BoolOperator.OR;
        Label decided = body.out.label();
        int last = logical.operands().size() - 1;
        for (int i = 0; i < last; i++) {
            TypedExpression each = logical.operands().get(i).value();
            branch(each, isOr, isOr == when ? to : decided);
        }
        branch(logical.operands().get(last).value(), when, to);
        body.out.add(decided);
    }

    private void isInstance(TypedExpression.IsInstance check, boolean when, Label to) {
        Operand value = reference(check.value());
        Label yes = body.out.label();
        for (ClassSymbol symbol : check.classes()) {
            for (ClassDesc type : tested(symbol)) {
                Local answer = body.out.temporary(Kind.BOOL);
                body.out.add(new Instruction.IsInstance(answer, value, type));
                body.out.add(new JumpBool(answer, true, when ? to : yes));
            }
        }
        if (!when) {
            body.jump(to);
            body.out.add(yes);
        }
    }

    /// The JVM's classes whose objects are instances of a class.
    private List<ClassDesc> tested(ClassSymbol symbol) {
        if (symbol.origin() == krait.compiler.types.Origin.NATIVE) {
            return switch (symbol.name()) {
                case "int" ->
                        List.of(
                                ClassDesc.of("java.lang.Long"),
                                ClassDesc.of("java.math.BigInteger"),
                                ClassDesc.of("java.lang.Boolean"));
                case "list" -> List.of(Library.of("PyList"));
                default -> List.of(body.program.kinds.classOf(symbol));
            };
        }
        return List.of(body.program.kinds.classOf(symbol));
    }

    /// A static method of `Values` that gives a bool.
    static Member test(String name, int operands) {
        List<ClassDesc> parameters = java.util.Collections.nCopies(operands, CD_Object);
        return Member.ofStatic(VALUES, name, MethodTypeDesc.of(CD_boolean, parameters));
    }
}
