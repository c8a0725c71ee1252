package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.IntBinary;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.IntOperation;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Argument;
import krait.compiler.types.Iteration;
import krait.compiler.types.Origin;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedStatement;
import krait.compiler.types.TypedTarget;

/// Lowers loops and comprehensions. Over a range or a list there is no iterator object.
final class Loops {
    private static final ClassDesc ITERATOR = Library.of("PyIterator");

    private final Body body;

    Loops(Body body) {
        this.body = body;
    }

    /// How the item moved to, or a part of it, gets into a local.
    interface Item extends Consumer<Local> {}

    /// What a loop does with its next item, having moved to it.
    ///
    /// @param parts the elements of an item that is a tuple, where they can be had without it
    record Source(Consumer<Label> advance, Kind element, Item item, List<Item> parts) {
        Source(Consumer<Label> advance, Kind element, Item item) {
            this(advance, element, item, List.of());
        }

        static Source ofParts(Consumer<Label> advance, List<Item> parts) {
            return new Source(advance, Kinds.TUPLE, _ -> {}, parts);
        }
    }

    void whileLoop(TypedStatement.While loop) {
        Label top = body.out.here();
        Label orelse = body.out.label();
        Label end = body.out.label();
        interruptible();
        body.out.line(loop.test().span().line());
        body.expressions.branch(loop.test(), false, orelse);
        inside(new Scope.Loop(end, top), loop.body());
        body.jump(top);
        body.out.add(orelse);
        body.statements(loop.orelse());
        body.out.add(end);
    }

    /// Where Ctrl-C is heard.
    private void interruptible() {
        MethodTypeDesc type = MethodTypeDesc.of(CD_void);
        body.out.call(Member.ofStatic(Library.of("Interrupts"), "poll", type));
    }

    private void inside(Scope.Loop scope, List<TypedStatement> statements) {
        body.scopes.add(scope);
        body.statements(statements);
        body.scopes.removeLast();
    }

    void forLoop(TypedStatement.For loop) {
        if (cleansUp(loop.iteration())) {
            overGenerator(loop);
        } else {
            forLoop(loop, source(loop.iteration(), loop.target()));
        }
    }

    static boolean cleansUp(Iteration iteration) {
        return HeldGenerators.call(iteration.iterable())
                .filter(call -> call.function().cleansUp())
                .isPresent();
    }

    /// A generator that the loop alone has ends with the loop.
    private void overGenerator(TypedStatement.For loop) {
        Local iterator = body.out.local("generator", Kinds.ITERATOR);
        iterator(iterator, body.value(loop.iteration().iterable()));
        Kind element = body.program.kinds.of(loop.iteration().element());
        body.exceptions.lastly(
                () -> forLoop(loop, over(iterator, element)),
                () -> body.out.call(HeldGenerators.DROP, iterator));
    }

    private void forLoop(TypedStatement.For loop, Source source) {
        Label top = body.out.here();
        Label orelse = body.out.label();
        Label end = body.out.label();
        interruptible();
        body.out.line(loop.span().line());
        source.advance().accept(orelse);
        take(source, loop.target());
        inside(new Scope.Loop(end, top), loop.body());
        body.jump(top);
        body.out.add(orelse);
        body.statements(loop.orelse());
        body.out.add(end);
    }

    private void take(Source source, TypedTarget target) {
        if (!source.parts().isEmpty() && target instanceof TypedTarget.UnpackTarget unpack) {
            body.targets.unpack(unpack, source.parts());
            return;
        }
        if (target instanceof TypedTarget.VariableTarget simple) {
            Optional<Local> direct = body.variables.direct(simple.variable());
            if (direct.isPresent() && direct.orElseThrow().kind().equals(source.element())) {
                source.item().accept(direct.orElseThrow());
                body.variables.written(simple.variable());
                return;
            }
        }
        Local item = body.out.temporary(source.element());
        source.item().accept(item);
        body.targets.store(target, item);
    }

    /// Does something with each item.
    void each(Iteration iteration, Consumer<Operand> action) {
        Source source = source(iteration);
        Label top = body.out.here();
        Label end = body.out.label();
        source.advance().accept(end);
        Local item = body.out.temporary(source.element());
        source.item().accept(item);
        action.accept(item);
        body.jump(top);
        body.out.add(end);
    }

    private Source source(Iteration iteration, TypedTarget target) {
        return new ParallelLoops(body, this)
                .of(iteration, target)
                .orElseGet(() -> source(iteration));
    }

    Source source(Iteration iteration) {
        TypedExpression iterable = iteration.iterable();
        if (iterable instanceof TypedExpression.New made && isRange(made)) {
            return range(made, body.values(bounds(made)));
        }
        return source(body.value(iterable), body.program.kinds.of(iteration.element()));
    }

    Source source(Operand value, Kind element) {
        if (isList(value.kind()) && value.kind() instanceof Kind.Reference(ClassDesc type)) {
            return list(value, type);
        } else if (value.kind().equals(Kinds.TEXT)) {
            return text(value);
        }
        Local iterator = body.out.local("iterator", Kinds.ITERATOR);
        iterator(iterator, value);
        return over(iterator, element);
    }

    /// Whether a loop reads the items by their positions.
    static boolean isList(Kind kind) {
        return kind instanceof Kind.Reference(ClassDesc type)
                && List.of("IntList", "FloatList", "ObjectList").contains(type.displayName());
    }

    /// Whether a loop needs no iterator.
    static boolean hasPositions(Kind kind) {
        return isList(kind) || kind.equals(Kinds.TEXT);
    }

    /// `iter(value)`.
    void iterator(Local target, Operand value) {
        if (value.kind().equals(Kinds.ITERATOR)) {
            body.out.add(new Move(target, value));
            return;
        }
        MethodTypeDesc type = MethodTypeDesc.of(ITERATOR, CD_Object);
        body.out.call(target, Member.ofStatic(Expressions.VALUES, "iter", type), value);
    }

    private Source over(Local iterator, Kind element) {
        return new Source(
                end -> {
                    Local more = body.out.temporary(Kind.BOOL);
                    MethodTypeDesc type = MethodTypeDesc.of(CD_boolean);
                    body.out.call(more, Member.ofVirtual(ITERATOR, "advance", type), iterator);
                    body.out.add(new JumpBool(more, false, end));
                },
                element,
                target -> item(target, iterator));
    }

    private void item(Local target, Local iterator) {
        Member object = Member.ofVirtual(ITERATOR, "value", MethodTypeDesc.of(CD_Object));
        Member fast = object;
        Widening widening = Widening.NONE;
        if (target.kind().equals(Kind.INT)) {
            fast = Member.ofVirtual(ITERATOR, "longValue", MethodTypeDesc.of(CD_long));
            widening = Widening.BEHIND;
        } else if (target.kind().equals(Kind.FLOAT)) {
            fast = Member.ofVirtual(ITERATOR, "doubleValue", MethodTypeDesc.of(CD_double));
            object = fast;
        }
        body.out.add(new Call(Optional.of(target), fast, object, List.of(iterator), widening));
    }

    /// A list may grow and shrink while it is iterated, so its size is asked each time.
    private Source list(Operand value, ClassDesc type) {
        Local list = body.out.local("list", value.kind());
        body.out.add(new Move(list, value));
        Local position = body.out.local("position", Kind.RAW);
        body.out.add(new Move(position, Operand.ofRaw(-1)));
        boolean ints = type.displayName().equals("IntList");
        boolean floats = type.displayName().equals("FloatList");
        Member object = Member.ofVirtual(type, "item", MethodTypeDesc.of(CD_Object, CD_int));
        Member fast = object;
        if (ints) {
            fast = Member.ofVirtual(type, "longAt", MethodTypeDesc.of(CD_long, CD_int));
        } else if (floats) {
            fast = Member.ofVirtual(type, "doubleAt", MethodTypeDesc.of(CD_double, CD_int));
        }
        Member chosen = fast;
        Member wide = floats ? fast : object;
        Widening widening = ints ? Widening.BEHIND : Widening.NONE;
        return new Source(
                end -> {
                    Local size = body.out.temporary(Kind.RAW);
                    body.out.add(
                            new IntBinary(
                                    IntOperation.ADD, position, position, Operand.ofRaw(1), true));
                    body.out.call(
                            size, Member.ofVirtual(type, "size", MethodTypeDesc.of(CD_int)), list);
                    body.out.add(new JumpCompare(Comparison.LESS, false, position, size, end));
                },
                ints ? Kind.INT : floats ? Kind.FLOAT : Kind.OBJECT,
                target ->
                        body.out.add(
                                new Call(
                                        Optional.of(target),
                                        chosen,
                                        wide,
                                        List.of(list, position),
                                        widening)));
    }

    /// The letters of a text, which can't change.
    private Source text(Operand value) {
        ClassDesc texts = Library.of("Text");
        ClassDesc chars = ClassDesc.of("java.lang.CharSequence");
        Local text = body.out.local("text", Kinds.TEXT);
        body.out.add(new Move(text, value));
        Local position = body.out.local("position", Kind.RAW);
        body.out.add(new Move(position, Operand.ofRaw(-1)));
        Local length = body.out.local("length", Kind.RAW);
        body.out.call(
                length, Member.ofStatic(texts, "length", MethodTypeDesc.of(CD_int, chars)), text);
        Member letter = Member.ofStatic(texts, "letter", MethodTypeDesc.of(chars, chars, CD_int));
        return new Source(
                end -> {
                    body.out.add(
                            new IntBinary(
                                    IntOperation.ADD, position, position, Operand.ofRaw(1), true));
                    body.out.add(new JumpCompare(Comparison.LESS, false, position, length, end));
                },
                Kinds.TEXT,
                target -> body.out.call(target, letter, text, position));
    }

    static boolean isRange(TypedExpression.New made) {
        return made.symbol().name().equals("range") && made.symbol().origin() == Origin.NATIVE;
    }

    private static List<TypedExpression> given(TypedExpression.New made) {
        return made.arguments().stream()
                .filter(Argument.Given.class::isInstance)
                .map(each -> ((Argument.Given) each).value())
                .toList();
    }

    /// The step where it is a constant other than zero, else zero.
    private static long step(TypedExpression.New made) {
        List<TypedExpression> given = given(made);
        if (given.size() < 3) {
            return 1;
        }
        TypedExpression step = given.get(2);
        int sign = 1;
        if (step instanceof TypedExpression.UnaryArithmetic minus
                && minus.op() == krait.compiler.syntax.UnaryOperator.U_SUB) {
            step = minus.operand();
            sign = -1;
        }
        if (step instanceof TypedExpression.Constant constant
                && constant.value() instanceof Literal.Int number
                && number.value().bitLength() < Integer.SIZE) {
            return sign * number.value().longValue();
        }
        return 0;
    }

    /// What a loop over a range has to compute first: a constant step is left out.
    static List<TypedExpression> bounds(TypedExpression.New made) {
        List<TypedExpression> given = given(made);
        return step(made) == 0 ? given : given.stream().limit(2).toList();
    }

    /// Raises ValueError where the last of the bounds is a step of zero.
    void checkStep(TypedExpression.New made, Operand last) {
        if (step(made) == 0) {
            Member fast = checkStep(CD_long);
            Member wide = checkStep(CD_Object);
            body.out.add(new Call(Optional.empty(), fast, wide, List.of(last), Widening.NONE));
        }
    }

    /// @param values of the bounds
    Source range(TypedExpression.New made, List<? extends Operand> values) {
        long step = step(made);
        Local next = body.out.local("next", Kind.INT);
        Local stop = body.out.local("stop", Kind.INT);
        Local stride = body.out.local("stride", Kind.INT);
        boolean fromZero = values.size() == 1;
        body.out.add(new Move(stop, values.get(fromZero ? 0 : 1)));
        body.out.add(new Move(next, fromZero ? Operand.ofInt(0) : values.getFirst()));
        if (step == 0) {
            body.out.add(new Move(stride, values.getLast()));
            checkStep(made, stride);
        }
        Operand by = step == 0 ? stride : Operand.ofInt(step);
        boolean one = step == 1 || step == -1;
        return new Source(
                end -> inRange(next, stop, step, stride, end),
                Kind.INT,
                target -> {
                    body.out.add(new Move(target, next));
                    body.out.add(new IntBinary(IntOperation.ADD, next, next, by, one));
                });
    }

    private static Member checkStep(ClassDesc type) {
        MethodTypeDesc check = MethodTypeDesc.of(CD_void, type);
        return Member.ofStatic(Library.of("Range"), "checkStep", check);
    }

    /// Leaves the loop unless the next int is in the range.
    ///
    /// @param step zero where only the local knows
    private void inRange(Local next, Local stop, long step, Local stride, Label end) {
        if (step != 0) {
            Comparison inside = step > 0 ? Comparison.LESS : Comparison.GREATER;
            body.out.add(new JumpCompare(inside, false, next, stop, end));
            return;
        }
        Label down = body.out.label();
        Label inside = body.out.label();
        body.out.add(new JumpCompare(Comparison.LESS, true, stride, Operand.ofInt(0), down));
        body.out.add(new JumpCompare(Comparison.LESS, false, next, stop, end));
        body.jump(inside);
        body.out.add(down);
        body.out.add(new JumpCompare(Comparison.GREATER, false, next, stop, end));
        body.out.add(inside);
    }

    void comprehension(Local target, TypedExpression.Comprehension comprehension) {
        if (comprehension.kind() == TypedExpression.ComprehensionKind.GENERATOR) {
            body.closures.generatorExpression(target, comprehension);
            return;
        }
        comprehension.locals().forEach(body.variables::declare);
        ClassDesc type =
                switch (comprehension.kind()) {
                    case LIST -> Displays.listClass(body.kind(comprehension));
                    case SET -> Library.of("PySet");
                    case DICT, GENERATOR -> Library.of("Dict");
                };
        Local result = body.out.local("comprehension", Kind.of(type));
        body.out.call(result, Member.ofConstructor(type));
        clauses(comprehension, 0, Optional.empty(), () -> add(comprehension, result, type));
        body.out.add(new Move(target, result));
    }

    private void add(TypedExpression.Comprehension comprehension, Local result, ClassDesc type) {
        switch (comprehension.kind()) {
            case LIST -> body.displays.append(result, type, body.value(comprehension.element()));
            case SET -> {
                Operand item = body.value(comprehension.element());
                MethodTypeDesc add =
                        MethodTypeDesc.of(java.lang.constant.ConstantDescs.CD_void, CD_Object);
                body.out.call(Member.ofVirtual(type, "add", add), result, item);
            }
            case DICT, GENERATOR -> {
                List<Operand> pair =
                        body.values(
                                List.of(
                                        comprehension.element(),
                                        comprehension.value().orElseThrow()));
                body.displays.setItem(result, pair.get(0), pair.get(1));
            }
        }
    }

    /// Writes the clauses from one on, inside each other, and the innermost action.
    ///
    /// @param first the source of the first clause, where it was made already
    void clauses(
            TypedExpression.Comprehension comprehension,
            int index,
            Optional<Source> first,
            Runnable action) {
        if (index == comprehension.clauses().size()) {
            action.run();
            return;
        }
        TypedExpression.Clause clause = comprehension.clauses().get(index);
        if (first.isEmpty() && cleansUp(clause.iteration())) {
            Local iterator = body.out.local("generator", Kinds.ITERATOR);
            iterator(iterator, body.value(clause.iteration().iterable()));
            body.exceptions.lastly(
                    () -> {
                        Kind element = body.program.kinds.of(clause.iteration().element());
                        Source over = over(iterator, element);
                        clauses(comprehension, index, Optional.of(over), action);
                    },
                    () -> body.out.call(HeldGenerators.DROP, iterator));
            return;
        }
        Source source = first.orElseGet(() -> source(clause.iteration(), clause.target()));
        Label top = body.out.here();
        Label end = body.out.label();
        interruptible();
        source.advance().accept(end);
        take(source, clause.target());
        for (TypedExpression condition : clause.conditions()) {
            body.expressions.branch(condition, false, top);
        }
        clauses(comprehension, index + 1, Optional.empty(), action);
        body.jump(top);
        body.out.add(end);
    }
}
