package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.code.Comparison;
import krait.compiler.code.FloatOperation;
import krait.compiler.code.Instruction.FloatBinary;
import krait.compiler.code.Instruction.IntBinary;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Instruction.Return;
import krait.compiler.code.Instruction.Throw;
import krait.compiler.code.IntOperation;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Argument;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedExpression.Comprehension;

/// Lowers what a builtin makes of a generator expression to a loop, see [GeneratorLoop].
final class Reductions {
    private static final Set<String> LISTED = Set.of("sorted", "str.join");
    private static final ClassDesc CHARS = ClassDesc.of("java.lang.CharSequence");

    private final Body body;

    Reductions(Body body) {
        this.body = body;
    }

    /// Lowers the call of a builtin.
    ///
    /// @return whether it is one of those
    boolean call(Optional<Local> target, TypedExpression.Call call) {
        FunctionSymbol function = call.function();
        if (function.origin() != Origin.NATIVE || !function.module().name().equals("builtins")) {
            return false;
        }
        Optional<Comprehension> items = items(call.arguments());
        return items.isPresent() && call(target, call, items.orElseThrow());
    }

    private boolean call(Optional<Local> target, TypedExpression.Call call, Comprehension items) {
        String name = ParallelLoops.name(call.function());
        if (name.equals("list.extend")) {
            return extend(call, items);
        } else if (target.isEmpty()) {
            return false;
        } else if (LISTED.contains(name)) {
            listed(target, call, items);
            return true;
        }
        Local into = target.orElseThrow();
        boolean alone = given(call.arguments()).size() == 1;
        return switch (name) {
            case "all" -> alone && truths(into, items, false);
            case "any" -> alone && truths(into, items, true);
            case "sum" -> sum(into, call, items);
            case "min" -> alone && extreme(into, items, name, Comparison.LESS);
            case "max" -> alone && extreme(into, items, name, Comparison.GREATER);
            default -> false;
        };
    }

    /// `list`, `tuple` and `set` of a generator expression.
    boolean create(Local target, TypedExpression.New made) {
        ClassSymbol symbol = made.symbol();
        Optional<Comprehension> items = items(made.arguments());
        if (symbol.origin() != Origin.NATIVE
                || items.isEmpty()
                || given(made.arguments()).size() != 1) {
            return false;
        }
        switch (symbol.name()) {
            case "list" -> {
                ClassDesc type = Displays.listClass(body.kind(made));
                gather(target, items.orElseThrow(), type);
            }
            case "set" -> gather(target, items.orElseThrow(), Library.of("PySet"));
            case "tuple" -> {
                Local list = list(items.orElseThrow());
                body.out.line(made.span().line());
                body.natives.create(target, made, List.of(list));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The generator expression that is the first argument, if those behind it are constants or
    /// functions, so that nobody can tell whether they come before its loop.
    private static Optional<Comprehension> items(List<Argument> arguments) {
        Optional<Comprehension> items = Optional.empty();
        for (TypedExpression value : given(arguments)) {
            boolean quiet =
                    value instanceof TypedExpression.Constant
                            || value instanceof TypedExpression.Lambda;
            if (items.isEmpty() && ParallelLoops.bare(value) instanceof Comprehension each) {
                items = Optional.of(each).filter(GeneratorLoop::fits);
            } else if (!quiet) {
                return Optional.empty();
            }
        }
        return items;
    }

    private static List<TypedExpression> given(List<Argument> arguments) {
        return arguments.stream()
                .filter(Argument.Given.class::isInstance)
                .map(each -> ((Argument.Given) each).value())
                .toList();
    }

    private boolean extend(TypedExpression.Call call, Comprehension items) {
        TypedExpression receiver = call.receiver().orElseThrow();
        if (given(call.arguments()).size() != 1
                || !(body.kind(receiver) instanceof Kind.Reference(ClassDesc type))
                || !Loops.isList(body.kind(receiver))) {
            return false;
        }
        Local list = body.out.local("list", Kind.of(type));
        body.out.add(new Move(list, body.value(receiver)));
        GeneratorLoop loop = new GeneratorLoop(body, items, Optional.empty());
        Local into = loop.parameter("list", list);
        Body inner = loop.inner();
        loop.each(() -> inner.displays.append(into, type, inner.value(items.element())));
        inner.out.add(new Return(Optional.empty()));
        loop.call(Optional.empty(), call.span().line());
        return true;
    }

    /// What takes a list as well as the generator, and reads all of it first.
    private void listed(Optional<Local> target, TypedExpression.Call call, Comprehension items) {
        List<Operand> receiver = List.of();
        if (call.receiver().isPresent()) {
            Local kept = body.out.local("receiver", body.kind(call.receiver().orElseThrow()));
            body.into(kept, call.receiver().orElseThrow());
            receiver = List.of(kept);
        }
        List<Operand> values = new ArrayList<>();
        for (TypedExpression value : given(call.arguments())) {
            boolean loop = ParallelLoops.bare(value).equals(items);
            values.add(loop ? list(items) : body.value(value));
        }
        body.out.line(call.span().line());
        body.natives.call(target, call, receiver, values);
    }

    private Local list(Comprehension items) {
        Kind element = body.kind(items.element());
        String name =
                element.equals(Kind.INT)
                        ? "IntList"
                        : element.equals(Kind.FLOAT) ? "FloatList" : "ObjectList";
        Local list = body.out.local("list", Kind.of(Library.of(name)));
        gather(list, items, Library.of(name));
        return list;
    }

    private void gather(Local target, Comprehension items, ClassDesc type) {
        GeneratorLoop loop = new GeneratorLoop(body, items, Optional.of(Kind.of(type)));
        Body inner = loop.inner();
        Local result = inner.out.local("result", Kind.of(type));
        inner.out.call(result, Member.ofConstructor(type));
        loop.each(() -> {
            Operand item = inner.value(items.element());
            if (type.equals(Library.of("PySet"))) {
                MethodTypeDesc add = MethodTypeDesc.of(CD_void, CD_Object);
                inner.out.call(Member.ofVirtual(type, "add", add), result, item);
            } else {
                inner.displays.append(result, type, item);
            }
        });
        inner.out.add(new Return(Optional.of(result)));
        loop.call(Optional.of(target), body.out.line());
    }

    private boolean truths(Local target, Comprehension items, boolean ends) {
        GeneratorLoop loop = new GeneratorLoop(body, items, Optional.of(Kind.BOOL));
        Body inner = loop.inner();
        Label decided = inner.out.label();
        loop.each(() -> branch(inner, items.element(), ends, decided));
        inner.out.add(new Return(Optional.of(Operand.ofBool(!ends))));
        inner.out.add(decided);
        inner.out.add(new Return(Optional.of(Operand.ofBool(ends))));
        loop.call(Optional.of(target), body.out.line());
        return true;
    }

    private static void branch(Body inner, TypedExpression element, boolean when, Label to) {
        Kind kind = inner.kind(element);
        if (kind.equals(Kind.BOOL)) {
            inner.expressions.branch(element, when, to);
            return;
        }
        Operand value = inner.value(element);
        if (kind.equals(Kind.INT)) {
            Operand zero = Operand.ofInt(0);
            inner.out.add(new JumpCompare(Comparison.NOT_EQUAL, when, value, zero, to));
            return;
        }
        Local answer = inner.out.temporary(Kind.BOOL);
        inner.out.call(answer, Expressions.test("truth", 1), value);
        inner.out.add(new JumpBool(answer, when, to));
    }

    private boolean sum(Local target, TypedExpression.Call call, Comprehension items) {
        Kind element = body.kind(items.element());
        Optional<Literal> start = Optional.empty();
        List<TypedExpression> given = given(call.arguments());
        if (given.size() > 1 && given.getLast() instanceof TypedExpression.Constant constant) {
            start = Optional.of(constant.value());
        } else if (given.size() > 1) {
            return false;
        }
        boolean ofInts = element.equals(Kind.INT) || element.equals(Kind.BOOL);
        if (ofInts && start.map(Literal.Int.class::isInstance).orElse(true)) {
            Operand from =
                    start.<Operand>map(
                                    each -> new Operand.IntConstant(((Literal.Int) each).value()))
                            .orElse(Operand.ofInt(0));
            sumOfInts(target, items, from);
            return true;
        } else if (element.equals(Kind.FLOAT)
                && start.map(Literal.Real.class::isInstance).orElse(true)) {
            sumOfFloats(target, items, start.map(each -> ((Literal.Real) each).value()));
            return true;
        }
        return false;
    }

    private void sumOfInts(Local target, Comprehension items, Operand start) {
        GeneratorLoop loop = new GeneratorLoop(body, items, Optional.of(Kind.INT));
        Body inner = loop.inner();
        Local sum = inner.out.local("sum", Kind.INT);
        inner.out.add(new Move(sum, start));
        loop.each(() -> {
            if (inner.kind(items.element()).equals(Kind.INT)) {
                Operand item = inner.value(items.element());
                inner.out.add(new IntBinary(IntOperation.ADD, sum, sum, item, false));
                return;
            }
            Label no = inner.out.label();
            inner.expressions.branch(items.element(), false, no);
            inner.out.add(new IntBinary(IntOperation.ADD, sum, sum, Operand.ofInt(1), false));
            inner.out.add(no);
        });
        inner.out.add(new Return(Optional.of(sum)));
        loop.call(Optional.of(target), body.out.line());
    }

    /// Compensated, see `FloatSum` of the runtime. Without a start the sum of nothing is the int 0.
    private void sumOfFloats(Local target, Comprehension items, Optional<Double> start) {
        Kind result = start.isPresent() ? Kind.FLOAT : Kind.OBJECT;
        GeneratorLoop loop = new GeneratorLoop(body, items, Optional.of(result));
        Body inner = loop.inner();
        Local sum = inner.out.local("sum", Kind.FLOAT);
        Local lost = inner.out.local("lost", Kind.FLOAT);
        Local some = inner.out.local("some", Kind.BOOL);
        inner.out.add(new Move(sum, new Operand.FloatConstant(start.orElse(0.0))));
        inner.out.add(new Move(lost, new Operand.FloatConstant(0)));
        inner.out.add(new Move(some, Operand.ofBool(start.isPresent())));
        ClassDesc sums = Library.of("FloatSum");
        MethodTypeDesc three = MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double);
        MethodTypeDesc two = MethodTypeDesc.of(CD_double, CD_double, CD_double);
        loop.each(() -> {
            Operand item = inner.local(inner.value(items.element()), Kind.FLOAT);
            Local next = inner.out.temporary(Kind.FLOAT);
            Local error = inner.out.temporary(Kind.FLOAT);
            inner.out.add(new FloatBinary(FloatOperation.ADD, next, sum, item));
            inner.out.call(error, Member.ofStatic(sums, "error", three), sum, item, next);
            inner.out.add(new FloatBinary(FloatOperation.ADD, lost, lost, error));
            inner.out.add(new Move(sum, next));
            inner.out.add(new Move(some, Operand.ofBool(true)));
        });
        if (start.isEmpty()) {
            Label found = inner.out.label();
            inner.out.add(new JumpBool(some, true, found));
            Local zero = inner.out.temporary(Kind.OBJECT);
            inner.out.add(new Move(zero, Operand.ofInt(0)));
            inner.out.add(new Return(Optional.of(zero)));
            inner.out.add(found);
        }
        Local whole = inner.out.temporary(Kind.FLOAT);
        inner.out.call(whole, Member.ofStatic(sums, "result", two), sum, lost);
        inner.out.add(new Return(Optional.of(inner.local(whole, result))));
        loop.call(Optional.of(target), body.out.line());
    }

    private boolean extreme(Local target, Comprehension items, String name, Comparison better) {
        Kind kind = body.kind(items.element());
        if (!(kind.equals(Kind.INT) || kind.equals(Kind.FLOAT) || kind.equals(Kinds.TEXT))
                || !body.kind(items.element()).equals(target.kind())) {
            return false;
        }
        GeneratorLoop loop = new GeneratorLoop(body, items, Optional.of(kind));
        Body inner = loop.inner();
        Local best = inner.out.local("best", kind);
        Local some = inner.out.local("some", Kind.BOOL);
        inner.out.add(new Move(some, Operand.ofBool(false)));
        loop.each(() -> {
            Local item = inner.out.local("item", kind);
            inner.into(item, items.element());
            Label take = inner.out.label();
            Label leave = inner.out.label();
            inner.out.add(new JumpBool(some, false, take));
            if (kind.equals(Kinds.TEXT)) {
                Local more = inner.out.temporary(Kind.BOOL);
                String method = better == Comparison.LESS ? "__lt__" : "__gt__";
                MethodTypeDesc type = MethodTypeDesc.of(CD_boolean, CHARS, CHARS);
                Member compare = Member.ofStatic(Library.of("Text"), method, type);
                inner.out.call(more, compare, item, best);
                inner.out.add(new JumpBool(more, false, leave));
            } else {
                inner.out.add(new JumpCompare(better, false, item, best, leave));
            }
            inner.out.add(take);
            inner.out.add(new Move(some, Operand.ofBool(true)));
            inner.out.add(new Move(best, item));
            inner.out.add(leave);
        });
        Label found = inner.out.label();
        inner.out.add(new JumpBool(some, true, found));
        Local error = inner.out.temporary(Kinds.EXCEPTION);
        MethodTypeDesc type = MethodTypeDesc.of(Library.of("PyBaseException"), CD_String);
        Member none = Member.ofStatic(Library.of("NoItems"), "of", type);
        inner.out.call(error, none, new Operand.TextConstant(name));
        inner.out.add(new Throw(error));
        inner.out.add(found);
        inner.out.add(new Return(Optional.of(best)));
        loop.call(Optional.of(target), body.out.line());
        return true;
    }
}
