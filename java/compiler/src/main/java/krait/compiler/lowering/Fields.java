package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Names;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.ModuleSymbol;
import krait.compiler.types.Variable;

/// Where fields and global variables are kept, and how they are reached. A field of type int is a
/// `long` and, for ints too wide, an object beside it.
final class Fields {
    private static final ClassDesc WIDE_INT = Library.of("WideInt");
    private static final String HIGH = "$high";
    private static final String GET = "$get";
    private static final String SET = "$set";
    private static final String BOUND = "$bound";

    /// How many variables of a module stand in one class, which has 65,535 constants at most.
    private static final int GLOBALS_PER_CLASS_MAX = 2000;

    private final Kinds kinds;
    private final IdentityHashMap<ModuleSymbol, IdentityHashMap<Variable, Integer>> numbers =
            new IdentityHashMap<>();

    Fields(Kinds kinds) {
        this.kinds = kinds;
    }

    private record Place(ClassDesc owner, String name, Kind kind, boolean isStatic, boolean late) {}

    private Place place(Variable global) {
        ModuleSymbol module = Objects.requireNonNull(global.module());
        int number = numbers(module).getOrDefault(global, 0);
        ClassDesc owner = ModuleNames.classOf(module, number / GLOBALS_PER_CLASS_MAX);
        return new Place(owner, global.name(), kinds.of(global.type()), true, false);
    }

    private IdentityHashMap<Variable, Integer> numbers(ModuleSymbol module) {
        return numbers.computeIfAbsent(
                module,
                m -> {
                    IdentityHashMap<Variable, Integer> found = new IdentityHashMap<>();
                    m.globals().forEach(global -> found.put(global, found.size()));
                    return found;
                });
    }

    private Place place(FieldSymbol field) {
        ClassDesc owner = kinds.classOf(field.owner());
        String name = Names.ofMember(field.name(), field.owner().name());
        return new Place(owner, name, kinds.of(field.type()), field.classVariable(), field.late());
    }

    Instruction readGlobal(Local target, Variable variable) {
        return read(target, place(variable), List.of());
    }

    Instruction writeGlobal(Variable variable, Operand value) {
        return write(place(variable), List.of(value));
    }

    /// @param object none for a variable of the class
    Instruction read(Local target, FieldSymbol field, List<Operand> object) {
        return read(target, place(field), object);
    }

    /// @param operands the object, unless it is a variable of the class, and the value
    Instruction write(FieldSymbol field, List<Operand> operands) {
        return write(place(field), operands);
    }

    /// Whether a global variable has a value.
    Member bound(Variable global, Access access) {
        Place place = place(global);
        return Member.ofField(access, place.owner(), place.name() + BOUND, CD_boolean);
    }

    private static Instruction read(Local target, Place place, List<Operand> object) {
        if (place.kind().equals(Kind.INT)) {
            Member wide = accessor(place, GET, IntForm.WIDE);
            if (!target.kind().equals(Kind.INT)) {
                return new Call(Optional.of(target), wide, wide, object, Widening.NONE);
            }
            Member fast = accessor(place, GET, IntForm.FAST);
            return new Call(Optional.of(target), fast, wide, object, Widening.BEHIND);
        }
        Access access = place.isStatic() ? Access.GET_STATIC : Access.GET_FIELD;
        Member field = place.late() ? late(place, GET) : field(place, access);
        Widening widening = target.kind().equals(Kind.INT) ? Widening.BEHIND : Widening.NONE;
        return new Call(Optional.of(target), field, field, object, widening);
    }

    private static Instruction write(Place place, List<Operand> operands) {
        if (place.kind().equals(Kind.INT)) {
            boolean isInt = operands.getLast().kind().equals(Kind.INT);
            Member wide = accessor(place, SET, IntForm.WIDE);
            Member fast = isInt ? accessor(place, SET, IntForm.FAST) : wide;
            return new Call(Optional.empty(), fast, wide, operands, Widening.NONE);
        }
        Access access = place.isStatic() ? Access.PUT_STATIC : Access.PUT_FIELD;
        Member field = place.late() ? late(place, SET) : field(place, access);
        return new Call(Optional.empty(), field, field, operands, Widening.NONE);
    }

    private static Member field(Place place, Access access) {
        return Member.ofField(access, place.owner(), place.name(), place.kind().type(IntForm.FAST));
    }

    /// Reads or writes a field that may have no value; an int has the accessors of ints.
    private static Member late(Place place, String verb) {
        ClassDesc type = place.kind().type(IntForm.FAST);
        MethodTypeDesc signature =
                verb.equals(GET)
                        ? MethodTypeDesc.of(type)
                        : MethodTypeDesc.of(ConstantDescs.CD_void, type);
        return Member.ofVirtual(place.owner(), place.name() + verb, signature);
    }

    private static Member high(Place place, Access access) {
        return Member.ofField(access, place.owner(), place.name() + HIGH, CD_Object);
    }

    private static Member accessor(Place place, String verb, IntForm form) {
        String name = place.name() + verb + (form == IntForm.WIDE ? "Object" : "");
        MethodTypeDesc type =
                verb.equals(GET)
                        ? MethodTypeDesc.of(form.type())
                        : MethodTypeDesc.of(ConstantDescs.CD_void, form.type());
        return place.isStatic()
                ? Member.ofStatic(place.owner(), name, type)
                : Member.ofVirtual(place.owner(), name, type);
    }

    /// What the classes of a module need for its variables: the module's own class, and further
    /// ones where there are too many for it.
    void plan(ModuleSymbol module, Program program) {
        List<FieldPlan> fields = program.moduleFields;
        List<MethodPlan> methods = program.moduleMethods;
        int number = 0;
        for (Variable global : module.globals()) {
            if (number > 0 && number % GLOBALS_PER_CLASS_MAX == 0) {
                fields = new ArrayList<>();
                methods = new ArrayList<>();
            }
            plan(place(global), fields, methods);
            if (global.mayBeUnbound()) {
                fields.add(new FieldPlan(global.name() + BOUND, CD_boolean, true));
            }
            number++;
            boolean full = number % GLOBALS_PER_CLASS_MAX == 0 || number == module.globals().size();
            if (full && number > GLOBALS_PER_CLASS_MAX) {
                program.addClass(place(global).owner(), CD_Object, fields, methods);
            }
        }
    }

    /// What a class needs for one of its fields.
    void plan(FieldSymbol field, List<FieldPlan> fields, List<MethodPlan> methods) {
        plan(place(field), fields, methods);
    }

    private static void plan(Place place, List<FieldPlan> fields, List<MethodPlan> methods) {
        ClassDesc type = place.kind().type(IntForm.FAST);
        fields.add(new FieldPlan(place.name(), type, place.isStatic()));
        if (place.kind().equals(Kind.INT)) {
            fields.add(new FieldPlan(place.name() + HIGH, CD_Object, place.isStatic()));
            methods.addAll(accessors(place));
        }
        if (place.late()) {
            fields.add(new FieldPlan(place.name() + BOUND, CD_boolean, false));
            if (!place.kind().equals(Kind.INT)) {
                methods.add(getLate(place));
                methods.add(setLate(place));
            }
        }
    }

    private static MethodPlan getLate(Place place) {
        Assembly out = new Assembly();
        Local self = out.parameter("self", Kind.of(place.owner()));
        checked(out, place, self);
        Local value = out.local("value", place.kind());
        out.call(value, field(place, Access.GET_FIELD), self);
        out.add(new Instruction.Return(Optional.of(value)));
        String name = late(place, GET).name();
        return new MethodPlan(name, false, Shape.WIDE, out.code(Optional.of(place.kind())));
    }

    private static MethodPlan setLate(Place place) {
        Assembly out = new Assembly();
        Local self = out.parameter("self", Kind.of(place.owner()));
        Local value = out.parameter("value", place.kind());
        out.call(field(place, Access.PUT_FIELD), self, value);
        out.call(flag(place, Access.PUT_FIELD), self, Operand.ofBool(true));
        out.add(new Instruction.Return(Optional.empty()));
        String name = late(place, SET).name();
        return new MethodPlan(name, false, Shape.WIDE, out.code(Optional.empty()));
    }

    private static Member flag(Place place, Access access) {
        return Member.ofField(access, place.owner(), place.name() + BOUND, CD_boolean);
    }

    /// Raises AttributeError where the field has no value.
    private static void checked(Assembly out, Place place, Operand self) {
        if (!place.late()) {
            return;
        }
        Local flag = out.local("bound", Kind.BOOL);
        out.call(flag, flag(place, Access.GET_FIELD), self);
        Instruction.Label bound = out.label();
        out.add(new Instruction.JumpBool(flag, true, bound));
        Local error = out.local("error", Kinds.EXCEPTION);
        MethodTypeDesc type =
                MethodTypeDesc.of(Library.of("PyBaseException"), CD_Object, CD_String);
        out.call(
                error,
                Member.ofStatic(Library.of("Unbound"), "field", type),
                self,
                new Operand.TextConstant(Names.shown(place.name())));
        out.add(new Instruction.Throw(error));
        out.add(bound);
    }

    private static void assigned(Assembly out, Place place, List<Operand> object) {
        if (place.late()) {
            out.call(flag(place, Access.PUT_FIELD), object.getFirst(), Operand.ofBool(true));
        }
    }

    private static List<MethodPlan> accessors(Place place) {
        List<MethodPlan> plans = new ArrayList<>();
        plans.add(accessor(place, GET, IntForm.FAST, Fields::getFast));
        plans.add(accessor(place, GET, IntForm.WIDE, Fields::getWide));
        plans.add(accessor(place, SET, IntForm.FAST, Fields::setFast));
        plans.add(accessor(place, SET, IntForm.WIDE, Fields::setWide));
        return plans;
    }

    /// Writes the body of an accessor.
    private interface Accessor {
        Optional<Kind> write(Assembly out, Place place, List<Operand> object);
    }

    private static MethodPlan accessor(Place place, String verb, IntForm form, Accessor accessor) {
        Assembly out = new Assembly();
        List<Operand> object =
                place.isStatic()
                        ? List.of()
                        : List.of(out.parameter("self", Kind.of(place.owner())));
        Optional<Kind> result = accessor.write(out, place, object);
        String name = accessor(place, verb, form).name();
        return new MethodPlan(name, place.isStatic(), Shape.WIDE, out.code(result));
    }

    private static Access get(Place place) {
        return place.isStatic() ? Access.GET_STATIC : Access.GET_FIELD;
    }

    private static Access put(Place place) {
        return place.isStatic() ? Access.PUT_STATIC : Access.PUT_FIELD;
    }

    private static Optional<Kind> getFast(Assembly out, Place place, List<Operand> object) {
        object.forEach(self -> checked(out, place, self));
        Local low = out.local("low", Kind.RAW);
        out.call(low, field(place, get(place)), object.toArray(Operand[]::new));
        Instruction.Label fits = out.label();
        Operand marker = Operand.ofRaw(Long.MIN_VALUE);
        out.add(new Instruction.JumpCompare(Comparison.NOT_EQUAL, true, low, marker, fits));
        Local high = out.local("high", Kind.OBJECT);
        out.call(high, high(place, get(place)), object.toArray(Operand[]::new));
        out.call(
                low,
                Member.ofStatic(WIDE_INT, "read", MethodTypeDesc.of(CD_long, CD_Object)),
                high);
        out.add(fits);
        out.add(new Instruction.Return(Optional.of(low)));
        return Optional.of(Kind.RAW);
    }

    private static Optional<Kind> getWide(Assembly out, Place place, List<Operand> object) {
        object.forEach(self -> checked(out, place, self));
        Local low = out.local("low", Kind.RAW);
        Local high = out.local("high", Kind.OBJECT);
        out.call(low, field(place, get(place)), object.toArray(Operand[]::new));
        out.call(high, high(place, get(place)), object.toArray(Operand[]::new));
        out.call(
                high,
                Member.ofStatic(
                        WIDE_INT, "boxed", MethodTypeDesc.of(CD_Object, CD_long, CD_Object)),
                low,
                high);
        out.add(new Instruction.Return(Optional.of(high)));
        return Optional.of(Kind.OBJECT);
    }

    private static Optional<Kind> setFast(Assembly out, Place place, List<Operand> object) {
        Local value = out.parameter("value", Kind.RAW);
        assigned(out, place, object);
        out.call(field(place, put(place)), with(object, value));
        Instruction.Label done = out.label();
        Operand marker = Operand.ofRaw(Long.MIN_VALUE);
        out.add(new Instruction.JumpCompare(Comparison.NOT_EQUAL, true, value, marker, done));
        out.call(high(place, put(place)), with(object, Operand.NULL));
        out.add(done);
        out.add(new Instruction.Return(Optional.empty()));
        return Optional.empty();
    }

    private static Optional<Kind> setWide(Assembly out, Place place, List<Operand> object) {
        Local value = out.parameter("value", Kind.OBJECT);
        assigned(out, place, object);
        Local low = out.local("low", Kind.RAW);
        Local high = out.local("high", Kind.OBJECT);
        out.call(
                low,
                Member.ofStatic(WIDE_INT, "low", MethodTypeDesc.of(CD_long, CD_Object)),
                value);
        out.call(
                high,
                Member.ofStatic(WIDE_INT, "high", MethodTypeDesc.of(CD_Object, CD_Object)),
                value);
        out.call(field(place, put(place)), with(object, low));
        out.call(high(place, put(place)), with(object, high));
        out.add(new Instruction.Return(Optional.empty()));
        return Optional.empty();
    }

    private static Operand[] with(List<Operand> object, Operand value) {
        List<Operand> all = new ArrayList<>(object);
        all.add(value);
        return all.toArray(Operand[]::new);
    }
}
