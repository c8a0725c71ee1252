package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.DataField;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Type;

/// Writes the methods that `@dataclass` adds to a class.
final class DataclassMethods {
    private static final ClassDesc OBJECT = Library.of("PyObject");
    private static final ClassDesc TUPLE = Library.of("Tuple");
    private static final ClassDesc FIELDS = Library.of("DataFields");
    private static final Map<String, String> OPERATORS =
            Map.of("__lt__", "<", "__le__", "<=", "__gt__", ">", "__ge__", ">=");

    private final Program program;
    private final ClassSymbol symbol;
    private final ClassDesc type;

    DataclassMethods(Program program, ClassSymbol symbol) {
        this.program = program;
        this.symbol = symbol;
        this.type = program.kinds.classOf(symbol);
    }

    /// @param line of the class statement
    Optional<MethodPlan> plan(FunctionSymbol method, int line) {
        boolean named = symbol.is(ClassSymbol.Flag.NAMED_TUPLE);
        return switch (method.name()) {
            case "__init__" -> named ? Optional.empty() : Optional.of(init(method, line));
            case NamedTuples.REPLACE -> Optional.of(NamedTuples.replace(program, method));
            case "__repr__" -> Optional.of(repr());
            case "__eq__" -> Optional.of(equal());
            case "__hash__" -> Optional.of(hash());
            case "__lt__", "__le__", "__gt__", "__ge__" -> Optional.of(order(method.name()));
            default -> Optional.empty();
        };
    }

    private MethodPlan init(FunctionSymbol init, int line) {
        Body body = new Body(program, "__init__", Optional.empty());
        Local self = body.out.parameter("self", Kind.of(type));
        List<Operand> given = new ArrayList<>();
        List<Kind> kinds = program.functions.parameters(init);
        for (int i = 0; i < kinds.size(); i++) {
            given.add(body.out.parameter(init.parameters().get(i).name(), kinds.get(i)));
        }
        body.out.line(line);
        for (DataField field : symbol.dataFields()) {
            Optional<Operand> value = Optional.empty();
            for (int i = 0; i < kinds.size(); i++) {
                if (init.parameters().get(i).name().equals(field.field().name())) {
                    value = Optional.of(given.get(i));
                }
            }
            value.or(() -> body.calls.dataDefault(field))
                    .ifPresent(v ->
                            body.out.add(program.fields.write(field.field(), List.of(self, v))));
        }
        postInit()
                .ifPresent(post ->
                        body.calls.compiled(Optional.empty(), post, Access.VIRTUAL, List.of(self)));
        body.out.add(new Instruction.Return(Optional.empty()));
        return new MethodPlan(
                program.functions.name(init), false, Shape.PAIR, body.out.code(Optional.empty()));
    }

    private Optional<FunctionSymbol> postInit() {
        Optional<ClassSymbol> at = Optional.of(symbol);
        while (at.isPresent()) {
            List<FunctionSymbol> found = at.orElseThrow().ownMethods("__post_init__");
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
            at = at.orElseThrow().superclass().map(Type.NominalType::symbol);
        }
        return Optional.empty();
    }

    private Local values(Body body, Local object, Predicate<DataField> chosen) {
        List<Operand> values = new ArrayList<>();
        for (DataField field : symbol.dataFields()) {
            if (chosen.test(field)) {
                Local value = body.out.temporary(Kind.OBJECT);
                body.calls.readField(value, field.field(), object);
                values.add(value);
            }
        }
        Local array = body.out.temporary(Kind.of(CD_Object.arrayType()));
        body.out.add(new Instruction.Array(array, values));
        return array;
    }

    /// What `dataclasses.asdict` asks for: the names of the fields and what they hold.
    List<MethodPlan> contents() {
        Body names = new Body(program, "names$$", Optional.of(Kind.of(CD_String)));
        names.out.parameter("self", Kind.of(type));
        Operand listed =
                new Operand.TextConstant(
                        symbol.dataFields().stream()
                                .map(field -> field.field().name())
                                .collect(Collectors.joining(",")));
        Local text = names.out.temporary(Kind.of(CD_String));
        names.out.add(new Instruction.Move(text, listed));
        Body values = new Body(program, "values$$", Optional.of(Kind.of(CD_Object.arrayType())));
        Local self = values.out.parameter("self", Kind.of(type));
        Local all = values(values, self, _ -> true);
        return List.of(
                returning(names, text, "names$$", Shape.WIDE),
                returning(values, all, "values$$", Shape.WIDE));
    }

    private Local compared(Body body, Local object) {
        Local tuple = body.out.temporary(Kinds.TUPLE);
        MethodTypeDesc of = MethodTypeDesc.of(TUPLE, CD_Object.arrayType());
        Local items = values(body, object, DataField::compared);
        body.out.call(tuple, Member.ofStatic(TUPLE, "of", of), items);
        return tuple;
    }

    private MethodPlan repr() {
        Body body = new Body(program, "__repr__", Optional.of(Kinds.TEXT));
        Local self = body.out.parameter("self", Kind.of(type));
        String names =
                symbol.dataFields().stream()
                        .filter(DataField::shown)
                        .map(field -> field.field().name())
                        .collect(Collectors.joining(","));
        Local items = values(body, self, DataField::shown);
        Local text = body.out.temporary(Kinds.TEXT);
        MethodTypeDesc repr =
                MethodTypeDesc.of(
                        ClassDesc.of("java.lang.CharSequence"),
                        OBJECT,
                        CD_String,
                        CD_Object.arrayType());
        Operand listed = new Operand.TextConstant(names);
        body.out.call(text, Member.ofStatic(FIELDS, "repr", repr), self, listed, items);
        return returning(body, text, "__repr__", Shape.WIDE);
    }

    private static MethodPlan returning(Body body, Local value, String name, Shape shape) {
        body.out.add(new Instruction.Return(Optional.of(value)));
        return new MethodPlan(name, false, shape, body.out.code(body.result));
    }

    private MethodPlan equal() {
        Body body = new Body(program, "__eq__", Optional.of(Kind.OBJECT));
        Local self = body.out.parameter("self", Kind.of(type));
        Local other = body.out.parameter("other", Kind.OBJECT);
        Local same = body.out.temporary(Kind.BOOL);
        Local result = body.out.temporary(Kind.OBJECT);
        MethodTypeDesc comparable = MethodTypeDesc.of(CD_boolean, OBJECT, CD_Object);
        body.out.call(same, Member.ofStatic(FIELDS, "comparable", comparable), self, other);
        Instruction.Label different = body.out.label();
        body.out.add(new Instruction.JumpBool(same, false, different));
        Local left = compared(body, self);
        Local right = compared(body, body.local(other, Kind.of(type)));
        MethodTypeDesc equal = MethodTypeDesc.of(CD_Object, CD_Object);
        body.out.call(result, Member.ofVirtual(TUPLE, "__eq__", equal), left, right);
        body.out.add(new Instruction.Return(Optional.of(result)));
        body.out.add(different);
        ClassDesc none = Library.of("NotImplemented");
        body.out.call(result, Member.ofField(Access.GET_STATIC, none, "VALUE", none));
        return returning(body, result, "__eq__", Shape.WIDE);
    }

    private MethodPlan hash() {
        Body body = new Body(program, "__hash__", Optional.of(Kind.INT));
        Local self = body.out.parameter("self", Kind.of(type));
        Local tuple = compared(body, self);
        Local hash = body.out.temporary(Kind.INT);
        body.out.call(hash, Member.ofVirtual(TUPLE, "__hash__", MethodTypeDesc.of(CD_long)), tuple);
        return returning(body, hash, "__hash__", Shape.PAIR);
    }

    private MethodPlan order(String name) {
        Body body = new Body(program, name, Optional.of(Kind.BOOL));
        Local self = body.out.parameter("self", Kind.of(type));
        Local other = body.out.parameter("other", Kind.of(type));
        Local left = compared(body, self);
        Local right = compared(body, other);
        Local result = body.out.temporary(Kind.BOOL);
        MethodTypeDesc ordered =
                MethodTypeDesc.of(CD_boolean, CD_String, OBJECT, OBJECT, TUPLE, TUPLE);
        Operand operator = new Operand.TextConstant(OPERATORS.getOrDefault(name, name));
        body.out.call(
                result,
                Member.ofStatic(FIELDS, "ordered", ordered),
                operator,
                self,
                other,
                left,
                right);
        return returning(body, result, name, Shape.WIDE);
    }
}
