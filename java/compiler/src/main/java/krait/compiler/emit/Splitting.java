package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Code;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction;
import krait.compiler.code.IntOperation;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Names;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;

/// Splits methods that are too long: the JVM takes 64 KB of code, and HotSpot compiles 8,000 bytes.
///
/// The code is cut into parts, each a method of its own that takes the locals it needs from a frame
/// and returns the number of the place where the code goes on. What is left of the method makes the
/// frame and calls one part after the other. A part is a pair of fast code and twin as any other
/// method, so an int that is too wide matters to the part alone where it appears.
final class Splitting {
    static final ClassDesc FRAME = CD_Object.arrayType();
    private static final ClassDesc RUNTIME = Library.of("SplitFrame");

    /// Puts a value into a frame, or an array.
    static final Member PUT =
            Member.ofStatic(RUNTIME, "put", MethodTypeDesc.of(CD_void, FRAME, CD_long, CD_Object));

    /// How many parts stand in one class, which has 65,535 constants at most.
    private static final int PARTS_PER_CLASS_MAX = 8;

    private final ClassPlan owner;
    private final MethodPlan method;
    private final Code code;
    private final Cuts cuts;
    private final List<ClassPlan> classes = new ArrayList<>();
    private final List<MethodPlan> methods = new ArrayList<>();

    private Splitting(ClassPlan owner, MethodPlan method) {
        this.owner = owner;
        this.method = method;
        this.code = LargeArrays.apart(method.code());
        this.cuts = Cuts.of(code);
    }

    /// A class with all that its long methods were split into.
    static List<ClassPlan> apply(ClassPlan plan) {
        if (plan.methods().stream().noneMatch(Splitting::isLong)) {
            return List.of(plan);
        }
        List<ClassPlan> plans = new ArrayList<>();
        List<MethodPlan> methods = new ArrayList<>();
        for (MethodPlan method : plan.methods()) {
            if (isLong(method)) {
                Splitting splitting = new Splitting(plan, method);
                splitting.split();
                methods.addAll(splitting.methods);
                plans.addAll(splitting.classes);
            } else {
                methods.add(method);
            }
        }
        plans.add(
                new ClassPlan(
                        plan.type(),
                        plan.superclass(),
                        plan.interfaces(),
                        plan.isAbstract(),
                        plan.sourceFile(),
                        plan.name(),
                        plan.fields(),
                        methods));
        return plans;
    }

    private static boolean isLong(MethodPlan method) {
        return !method.name().equals(ConstantDescs.INIT_NAME) && Cuts.isLong(method.code());
    }

    private void split() {
        boolean apart = method.isStatic() && method.shape() == Shape.PAIR && !needsOwner();
        List<MethodPlan> parts = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        MethodTypeDesc type = MethodTypeDesc.of(CD_long, FRAME, CD_long);
        for (int i = 0; i < cuts.parts(); i++) {
            ClassDesc place = apart ? classOf(i / PARTS_PER_CLASS_MAX) : owner.type();
            String name = method.name() + Names.PART + i;
            Shape shape = method.shape() == Shape.WIDE ? Shape.WIDE : Shape.PAIR;
            parts.add(new MethodPlan(name, true, shape, new SplitPart(code, cuts, i).code()));
            members.add(Member.ofStatic(place, name, type));
        }
        methods.add(
                new MethodPlan(method.name(), method.isStatic(), method.shape(), driver(members)));
        if (!apart) {
            methods.addAll(parts);
            return;
        }
        for (int first = 0; first < parts.size(); first += PARTS_PER_CLASS_MAX) {
            int end = Math.min(parts.size(), first + PARTS_PER_CLASS_MAX);
            classes.add(
                    new ClassPlan(
                            classOf(first / PARTS_PER_CLASS_MAX),
                            CD_Object,
                            List.of(),
                            false,
                            owner.sourceFile(),
                            Optional.empty(),
                            List.of(),
                            parts.subList(first, end)));
        }
    }

    /// Whether the code calls what the JVM lets no other class call.
    private boolean needsOwner() {
        return code.instructions().stream()
                .anyMatch(each ->
                        each instanceof Instruction.Call call
                                && call.fast().access() == Access.SPECIAL);
    }

    private ClassDesc classOf(int number) {
        String name = owner.type().packageName() + "." + owner.type().displayName();
        return ClassDesc.of(name + Names.PART + method.name() + "$" + number);
    }

    /// What is left of the method.
    private Code driver(List<Member> members) {
        Assembly out = new Assembly();
        code.parameters().forEach(each -> out.parameter(each.name(), each.kind()));
        List<Local> parameters = out.code(code.result()).parameters();
        firstLine(out);
        Local frame = out.local("frame", Kind.of(FRAME));
        Local state = out.local("state", Kind.RAW);
        Member make = Member.ofStatic(RUNTIME, "of", MethodTypeDesc.of(FRAME, CD_String));
        out.call(frame, make, new Operand.TextConstant(cuts.kinds()));
        for (int i = 0; i < parameters.size(); i++) {
            int slot = cuts.slot(code.parameters().get(i));
            if (slot >= 0) {
                put(out, frame, slot, parameters.get(i));
            }
        }
        out.add(new Instruction.Move(state, Operand.ofRaw(0)));
        Instruction.Label loop = out.here();
        List<Instruction.Label> entries = new ArrayList<>();
        List<Instruction.Label> labels = members.stream().map(_ -> out.label()).toList();
        for (int i = 0; i < cuts.entries(); i++) {
            entries.add(labels.get(cuts.partOfEntry(i)));
        }
        out.add(new Instruction.Switch(state, entries));
        end(out, frame, state, loop);
        for (int i = 0; i < members.size(); i++) {
            out.add(labels.get(i));
            Operand back = Operand.ofRaw(-cuts.firstEntry(i));
            out.add(new Instruction.IntBinary(IntOperation.ADD, state, state, back, true));
            out.call(state, members.get(i), frame, state);
            out.add(new Instruction.Jump(loop));
        }
        return out.code(code.result());
    }

    private void firstLine(Assembly out) {
        for (Instruction each : code.instructions()) {
            if (each instanceof Instruction.Line line) {
                out.line(line.number());
                return;
            }
        }
    }

    /// What is to do when a state is no entry: behind them stand the return and the suspensions.
    private void end(Assembly out, Local frame, Local state, Instruction.Label loop) {
        if (code.instructions().stream().anyMatch(Instruction.Suspend.class::isInstance)) {
            Instruction.Label returned = out.label();
            Operand back = Operand.ofRaw(-cuts.entries() - 1);
            out.add(new Instruction.IntBinary(IntOperation.ADD, state, state, back, true));
            Operand none = Operand.ofRaw(0);
            out.add(new Instruction.JumpCompare(Comparison.LESS, true, state, none, returned));
            out.add(new Instruction.Suspend());
            out.add(new Instruction.Jump(loop));
            out.add(returned);
        }
        if (code.result().isEmpty()) {
            out.add(new Instruction.Return(Optional.empty()));
            return;
        }
        Local result = out.temporary(code.result().orElseThrow());
        get(out, result, frame, cuts.resultSlot());
        out.add(new Instruction.Return(Optional.of(result)));
    }

    /// Keeps a value in the frame.
    static void put(Assembly out, Operand frame, int slot, Operand value) {
        out.call(PUT, frame, Operand.ofRaw(slot), value);
    }

    /// Takes a value from the frame.
    static void get(Assembly out, Local target, Operand frame, int slot) {
        boolean iterator = target.kind().equals(Kind.of(Library.of("PyIterator")));
        ClassDesc result = iterator ? Library.of("PyIterator") : CD_Object;
        MethodTypeDesc type = MethodTypeDesc.of(result, FRAME, CD_long);
        Member get = Member.ofStatic(RUNTIME, iterator ? "iterator" : "get", type);
        Widening widening = target.kind().equals(Kind.INT) ? Widening.BEHIND : Widening.NONE;
        List<Operand> arguments = List.of(frame, Operand.ofRaw(slot));
        out.add(new Instruction.Call(Optional.of(target), get, get, arguments, widening));
    }
}
