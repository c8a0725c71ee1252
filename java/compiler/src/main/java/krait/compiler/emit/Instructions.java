package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import krait.compiler.code.Code;
import krait.compiler.code.Flow;
import krait.compiler.code.Instruction;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Region;
import krait.compiler.code.Widening;
import krait.compiler.emit.Conversions.Narrowing;

/// Writes instructions one by one, in one form of int. What a method has around them, its entries
/// and ways out, is the matter of its caller.
final class Instructions {
    /// Hears of every place that may throw WideResult or, in exact arithmetic, ArithmeticException.
    interface Guard {
        /// Writes the operation of an instruction, whose operands are on the stack.
        void write(int instruction, Runnable operation);
    }

    final CodeBuilder out;
    final Frame frame;

    /// What takes a count of its own words when that is too wide.
    private static final Set<String> REPETITIONS = Set.of("__mul__", "__rmul__", "__imul__");

    final Conversions conversions;
    private final Code code;
    private final IntForm form;
    private final Trees trees;
    private final Map<Instruction.Label, Label> labels = new HashMap<>();
    private final Map<Integer, Gap> gaps = new HashMap<>();
    private final Map<Instruction.Label, Integer> places = new HashMap<>();
    private final Map<Instruction.Label, Local> caught = new HashMap<>();

    private record Gap(Label start, Label end) {}

    Instructions(
            CodeBuilder out,
            Code code,
            IntForm form,
            Trees trees,
            Frame frame,
            Hierarchy hierarchy) {
        this.out = out;
        this.code = code;
        this.form = form;
        this.trees = trees;
        this.frame = frame;
        this.conversions = new Conversions(out, hierarchy);
        for (int i = 0; i < code.instructions().size(); i++) {
            if (code.instructions().get(i) instanceof Instruction.Label label) {
                places.put(label, i);
            }
        }
        code.regions().forEach(region -> caught.put(region.handler(), region.caught()));
    }

    private int place(Instruction.Label label) {
        return java.util.Objects.requireNonNull(places.get(label));
    }

    /// The class file's label for one of the code's.
    Label label(Instruction.Label label) {
        return labels.computeIfAbsent(label, _ -> out.newLabel());
    }

    /// Notes bytecode that stands for no instruction: nothing is caught there, since the locals are
    /// on their way.
    ///
    /// @param instruction where it stands
    void gap(int instruction, Label start, Label end) {
        gaps.put(instruction, new Gap(start, end));
    }

    /// Writes what the code catches. Behind it, no exception is caught that comes later.
    void regions(Flow flow) {
        code.regions().stream()
                .filter(region -> flow.reachable(place(region.handler())))
                .forEach(region -> region(region, flow));
    }

    /// The JVM refuses an empty range, so one is written only where code stands in it.
    private void region(Region region, Flow flow) {
        Label start = label(region.start());
        boolean empty = true;
        int end = place(region.end());
        for (int i = place(region.start()); i < end; i++) {
            Gap gap = gaps.get(i);
            if (gap != null) {
                catching(empty, start, gap.start(), region);
                start = gap.end();
                empty = true;
            } else if (!silent(i) && flow.reachable(i) && !trees.inlined(i)) {
                empty = false;
            }
        }
        catching(empty, start, label(region.end()), region);
    }

    private void catching(boolean empty, Label start, Label end, Region region) {
        if (!empty) {
            out.exceptionCatch(start, end, label(region.handler()), region.type());
        }
    }

    /// Whether an instruction is no bytecode.
    private boolean silent(int index) {
        Instruction each = code.instructions().get(index);
        return each instanceof Instruction.Label
                || each instanceof Instruction.Line
                || (each instanceof Instruction.Move move && move.source().equals(move.target()));
    }

    /// Writes an instruction and what was attached to it.
    void write(int index, Guard guard) {
        Instruction instruction = code.instructions().get(index);
        compute(index, instruction, guard);
        instruction.written().ifPresent(frame::store);
    }

    private void compute(int index, Instruction instruction, Guard guard) {
        switch (instruction) {
            case Instruction.Label label -> {
                out.labelBinding(label(label));
                handlerStart(label);
            }
            case Instruction.Line line -> out.lineNumber(Math.max(1, line.number()));
            case Instruction.Move move -> move(index, move, guard);
            case Instruction.IntBinary binary -> intBinary(index, binary, guard);
            case Instruction.FloatBinary binary -> {
                operand(index, 0, CD_double, guard);
                operand(index, 1, CD_double, guard);
                switch (binary.operation()) {
                    case ADD -> out.dadd();
                    case SUBTRACT -> out.dsub();
                    case MULTIPLY -> out.dmul();
                    case DIVIDE -> out.ddiv();
                }
            }
            case Instruction.Negate negate -> negate(index, negate, guard);
            case Instruction.Compare compare -> {
                Comparisons.push(this, index, compare.left().kind(), form, guard);
                Comparisons.asBoolean(out, compare.comparison(), compare.left().kind(), form);
            }
            case Instruction.IsInstance check -> {
                operand(index, 0, CD_Object, guard);
                out.instanceOf(check.type());
            }
            case Instruction.Array array -> array(index, array, guard);
            case Instruction.Call call -> call(index, call, guard);
            case Instruction.Jump _,
                    Instruction.JumpCompare _,
                    Instruction.JumpBool _,
                    Instruction.JumpSame _,
                    Instruction.Switch _ ->
                    jump(index, instruction, guard);
            case Instruction.Throw _ -> {
                operand(index, 0, CD_Object, guard);
                out.checkcast(java.lang.constant.ConstantDescs.CD_Throwable);
                out.athrow();
            }
            case Instruction.Return end -> returns(index, end, guard);
            case Instruction.Suspend _ ->
                    throw new IllegalArgumentException("a function can't be suspended");
        }
    }

    /// A handler finds its exception on the stack.
    private void handlerStart(Instruction.Label label) {
        Local exception = caught.get(label);
        if (exception != null) {
            frame.store(exception);
        }
    }

    private void jump(int index, Instruction instruction, Guard guard) {
        switch (instruction) {
            case Instruction.Jump jump -> out.goto_(label(jump.to()));
            case Instruction.JumpCompare jump -> {
                Comparisons.push(this, index, jump.left().kind(), form, guard);
                Comparisons.jump(
                        out,
                        jump.comparison(),
                        jump.when(),
                        jump.left().kind(),
                        form,
                        label(jump.to()));
            }
            case Instruction.JumpBool jump -> {
                operand(index, 0, CD_boolean, guard);
                if (jump.when()) {
                    out.ifne(label(jump.to()));
                } else {
                    out.ifeq(label(jump.to()));
                }
            }
            case Instruction.JumpSame jump -> jumpSame(index, jump, guard);
            case Instruction.Switch jump -> {
                operand(index, 0, CD_long, guard);
                out.l2i();
                Label next = out.newLabel();
                List<java.lang.classfile.instruction.SwitchCase> cases =
                        new java.util.ArrayList<>();
                for (int i = 0; i < jump.labels().size(); i++) {
                    cases.add(
                            java.lang.classfile.instruction.SwitchCase.of(
                                    i, label(jump.labels().get(i))));
                }
                out.tableswitch(0, jump.labels().size() - 1, next, cases);
                out.labelBinding(next);
            }
            case Instruction other -> throw new IllegalArgumentException(other.toString());
        }
    }

    private void jumpSame(int index, Instruction.JumpSame jump, Guard guard) {
        operand(index, 0, CD_Object, guard);
        if (jump.right() instanceof Operand.NullConstant) {
            if (jump.when()) {
                out.ifnull(label(jump.to()));
            } else {
                out.ifnonnull(label(jump.to()));
            }
            return;
        }
        operand(index, 1, CD_Object, guard);
        if (jump.when()) {
            out.if_acmpeq(label(jump.to()));
        } else {
            out.if_acmpne(label(jump.to()));
        }
    }

    /// An int literal that is no long always sends fast code to its twin.
    private void move(int index, Instruction.Move move, Guard guard) {
        if (form == IntForm.FAST && move.widening() == Widening.AGAIN) {
            MethodTypeDesc exact = MethodTypeDesc.of(CD_long, CD_long);
            out.loadConstant(Long.MIN_VALUE);
            guard.write(index, () -> out.invokestatic(MATH, "negateExact", exact));
            return;
        }
        ClassDesc want = move.target().kind().type(form);
        ClassDesc have = push(index, 0, guard);
        if (move.target().kind().equals(Kind.INT) && !have.isPrimitive() && form == IntForm.FAST) {
            guard.write(index, () -> conversions.convert(have, want, Narrowing.WIDEN));
        } else {
            conversions.convert(have, want, Narrowing.FITS);
        }
    }

    private void intBinary(int index, Instruction.IntBinary binary, Guard guard) {
        if (binary.target().kind().equals(Kind.RAW)) {
            operand(index, 0, CD_long, guard);
            operand(index, 1, CD_long, guard);
            out.ladd();
            return;
        }
        operand(index, 0, form.type(), guard);
        operand(index, 1, form.type(), guard);
        if (form == IntForm.WIDE) {
            invoke(Library.wide(binary.operation()));
            return;
        }
        switch (binary.operation()) {
            case ADD -> exact(index, binary, "addExact", out::ladd, guard);
            case SUBTRACT -> exact(index, binary, "subtractExact", out::lsub, guard);
            case MULTIPLY -> exact(index, binary, "multiplyExact", out::lmul, guard);
            case FLOOR_DIVIDE, SHIFT_LEFT, POWER ->
                    guard.write(index, () -> invoke(Library.fast(binary.operation())));
            case MODULO, SHIFT_RIGHT -> invoke(Library.fast(binary.operation()));
            case AND -> out.land();
            case OR -> out.lor();
            case XOR -> out.lxor();
        }
    }

    private void exact(
            int index,
            Instruction.IntBinary binary,
            String method,
            Runnable wrapping,
            Guard guard) {
        if (binary.wraps()) {
            wrapping.run();
        } else {
            MethodTypeDesc type = MethodTypeDesc.of(CD_long, CD_long, CD_long);
            guard.write(index, () -> out.invokestatic(MATH, method, type));
        }
    }

    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

    private void negate(int index, Instruction.Negate negate, Guard guard) {
        ClassDesc type = negate.operand().kind().type(form);
        operand(index, 0, type, guard);
        switch (type.descriptorString()) {
            case "D" -> out.dneg();
            case "Z" -> out.iconst_1().ixor();
            case "J" -> {
                MethodTypeDesc exact = MethodTypeDesc.of(CD_long, CD_long);
                guard.write(index, () -> out.invokestatic(MATH, "negateExact", exact));
            }
            default ->
                    out.invokestatic(Library.INTS, "neg", MethodTypeDesc.of(CD_Object, CD_Object));
        }
    }

    private void array(int index, Instruction.Array array, Guard guard) {
        out.loadConstant(array.items().size());
        out.anewarray(CD_Object);
        for (int i = 0; i < array.items().size(); i++) {
            out.dup();
            out.loadConstant(i);
            operand(index, i, CD_Object, guard);
            out.aastore();
        }
    }

    private void call(int index, Instruction.Call call, Guard guard) {
        Member method = form == IntForm.FAST ? call.fast() : call.wide();
        if (method.access() == Member.Access.CONSTRUCT) {
            out.new_(method.owner());
            out.dup();
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            operand(index, i, method.argument(i), guard);
        }
        Runnable body =
                () -> {
                    invoke(method);
                    result(method, call);
                };
        if (form == IntForm.FAST && call.widening() != Widening.NONE) {
            guard.write(index, body);
        } else {
            body.run();
        }
    }

    private void result(Member method, Instruction.Call call) {
        if (call.target().isEmpty()) {
            conversions.drop(method.result());
            return;
        }
        Kind kind = call.target().orElseThrow().kind();
        Narrowing narrowing = kind.equals(Kind.INT) ? Narrowing.WIDEN : Narrowing.FITS;
        if (method.result().equals(java.lang.constant.ConstantDescs.CD_void)) {
            out.aconst_null();
        } else {
            conversions.convert(method.result(), kind.type(form), narrowing);
        }
    }

    void invoke(Member method) {
        switch (method.access()) {
            case STATIC -> out.invokestatic(method.owner(), method.name(), method.type());
            case VIRTUAL -> out.invokevirtual(method.owner(), method.name(), method.type());
            case INTERFACE -> out.invokeinterface(method.owner(), method.name(), method.type());
            case SPECIAL, CONSTRUCT ->
                    out.invokespecial(method.owner(), method.name(), method.type());
            case GET_FIELD -> out.getfield(method.owner(), method.name(), method.result());
            case PUT_FIELD -> out.putfield(method.owner(), method.name(), fieldType(method));
            case GET_STATIC -> out.getstatic(method.owner(), method.name(), method.result());
            case PUT_STATIC -> out.putstatic(method.owner(), method.name(), fieldType(method));
        }
    }

    private static ClassDesc fieldType(Member field) {
        return field.type().returnType();
    }

    private void returns(int index, Instruction.Return end, Guard guard) {
        if (code.result().isEmpty()) {
            out.return_();
            return;
        }
        ClassDesc type = code.result().orElseThrow().type(form);
        if (end.value().isPresent()) {
            operand(index, 0, type, guard);
        } else {
            conversions.zero(type);
        }
        out.return_(java.lang.classfile.TypeKind.from(type));
    }

    /// Puts an operand on the stack, as a type.
    void operand(int index, int operand, ClassDesc want, Guard guard) {
        ClassDesc have = push(index, operand, guard);
        Kind kind = code.instructions().get(index).operands().get(operand).kind();
        Narrowing narrowing = kind.equals(Kind.INT) ? refusal(index) : Narrowing.FITS;
        conversions.convert(have, want, narrowing);
    }

    private Narrowing refusal(int index) {
        boolean repeats =
                code.instructions().get(index) instanceof Instruction.Call call
                        && REPETITIONS.contains(call.wide().name());
        return repeats ? Narrowing.COUNT : Narrowing.REFUSE;
    }

    /// Puts an operand on the stack as what it is.
    private ClassDesc push(int index, int operand, Guard guard) {
        Operand value = code.instructions().get(index).operands().get(operand);
        int child = trees.child(index, operand);
        if (child >= 0) {
            compute(child, code.instructions().get(child), guard);
            return value.kind().type(form);
        }
        return switch (value) {
            case Local local -> {
                frame.load(local);
                yield local.kind().type(form);
            }
            case Operand.Constant constant -> constant(constant);
        };
    }

    private ClassDesc constant(Operand.Constant constant) {
        switch (constant) {
            case Operand.IntConstant number when !number.fits() -> {
                return wide(number);
            }
            case Operand.IntConstant number -> {
                out.loadConstant(number.value().longValue());
                return CD_long;
            }
            case Operand.FloatConstant number -> out.loadConstant(number.value());
            case Operand.BoolConstant truth -> out.loadConstant(truth.value() ? 1 : 0);
            case Operand.RawConstant number -> out.loadConstant(number.value());
            case Operand.TextConstant text -> {
                out.loadConstant(text.value());
                return CD_String;
            }
            case Operand.ClassConstant type -> out.loadConstant(type.value());
            case Operand.NullConstant _ -> out.aconst_null();
        }
        return constant.kind().type(form);
    }

    private ClassDesc wide(Operand.IntConstant number) {
        ClassDesc type = ClassDesc.of("java.math.BigInteger");
        out.new_(type);
        out.dup();
        out.loadConstant(number.value().toString());
        out.invokespecial(
                type,
                java.lang.constant.ConstantDescs.INIT_NAME,
                MethodTypeDesc.of(java.lang.constant.ConstantDescs.CD_void, CD_String));
        return type;
    }
}
