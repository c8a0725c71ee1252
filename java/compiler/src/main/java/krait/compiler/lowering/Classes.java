package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionBody;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Type;
import krait.compiler.types.TypedClass;
import krait.compiler.types.Variable;

/// Lowers classes of the program to classes of the JVM.
final class Classes {
    private static final ClassDesc OBJECT = Library.of("PyObject");
    private static final ClassDesc CHARS = ClassDesc.of("java.lang.CharSequence");
    private static final ClassDesc ITERATOR = Library.of("PyIterator");

    /// The special methods that the runtime calls, with the types it calls them with.
    private static final Map<String, MethodTypeDesc> HOOKS =
            Map.ofEntries(
                    Map.entry("__repr__", MethodTypeDesc.of(CHARS)),
                    Map.entry("__str__", MethodTypeDesc.of(CHARS)),
                    Map.entry("__format__", MethodTypeDesc.of(CHARS, CHARS)),
                    Map.entry("__eq__", MethodTypeDesc.of(CD_Object, CD_Object)),
                    Map.entry("__ne__", MethodTypeDesc.of(CD_Object, CD_Object)),
                    Map.entry("__lt__", MethodTypeDesc.of(CD_Object, CD_Object)),
                    Map.entry("__le__", MethodTypeDesc.of(CD_Object, CD_Object)),
                    Map.entry("__gt__", MethodTypeDesc.of(CD_Object, CD_Object)),
                    Map.entry("__ge__", MethodTypeDesc.of(CD_Object, CD_Object)),
                    Map.entry("__hash__", MethodTypeDesc.of(CD_long)),
                    Map.entry("__bool__", MethodTypeDesc.of(CD_boolean)),
                    Map.entry("__len__", MethodTypeDesc.of(CD_long)),
                    Map.entry("__iter__", MethodTypeDesc.of(ITERATOR)),
                    Map.entry("__next__", MethodTypeDesc.of(CD_Object)),
                    Map.entry("__reversed__", MethodTypeDesc.of(ITERATOR)),
                    Map.entry("__contains__", MethodTypeDesc.of(CD_boolean, CD_Object)),
                    Map.entry("__getitem__", MethodTypeDesc.of(CD_Object, CD_Object)),
                    Map.entry("__setitem__", MethodTypeDesc.of(CD_void, CD_Object, CD_Object)),
                    Map.entry("__delitem__", MethodTypeDesc.of(CD_void, CD_Object)));

    private final Body body;
    private final Program program;

    Classes(Body body) {
        this.body = body;
        this.program = body.program;
    }

    /// Plans the class, and lowers what runs where the class statement stands.
    void define(TypedClass definition, Variable variable) {
        ClassSymbol symbol = definition.symbol();
        if (!symbol.is(ClassSymbol.Flag.PROTOCOL)) {
            program.functions.protocols().add(symbol);
            program.classes.add(plan(definition));
        }
        definition.locals().forEach(body.variables::declare);
        body.statements(definition.body());
        for (FunctionBody method : definition.methods()) {
            body.closures.defaults(method, Optional.empty());
        }
        body.variables.markBound(variable);
    }

    private ClassPlan plan(TypedClass definition) {
        ClassSymbol symbol = definition.symbol();
        ClassDesc type = program.kinds.classOf(symbol);
        Optional<ClassSymbol> above =
                symbol.superclass()
                        .map(Type.NominalType::symbol)
                        .filter(base -> !base.name().equals("object"));
        ClassDesc superclass = above.map(program.kinds::classOf).orElse(CD_Object);
        List<FieldPlan> fields = new ArrayList<>();
        List<MethodPlan> methods = new ArrayList<>();
        boolean named = symbol.is(ClassSymbol.Flag.NAMED_TUPLE);
        boolean takesArray = named || symbol.is(ClassSymbol.Flag.EXCEPTION);
        methods.add(constructor(type, superclass, takesArray));
        for (FieldSymbol field : symbol.fields()) {
            if (!named || field.classVariable()) {
                program.fields.plan(field, fields, methods);
            }
        }
        for (FunctionBody method : definition.methods()) {
            if (!method.symbol().ofDataclass() || !method.body().isEmpty()) {
                FunctionLowering lowering = new FunctionLowering(program);
                methods.add(
                        method.symbol().alias().isPresent()
                                ? lowering.alias(method.symbol())
                                : lowering.method(method));
                hook(type, method.symbol()).ifPresent(methods::add);
            }
        }
        ofDataclass(definition, methods);
        for (List<FunctionSymbol> each : symbol.methods().values()) {
            if (each.getFirst().calledExactly() && !symbol.is(ClassSymbol.Flag.PROTOCOL)) {
                methods.addAll(program.functions.own(each.getFirst()));
            }
        }
        boolean data = symbol.is(ClassSymbol.Flag.DATACLASS);
        List<ClassDesc> interfaces =
                new ArrayList<>(above.isPresent() ? List.of() : List.of(OBJECT));
        if (data) {
            interfaces.add(Library.of("DataObject"));
            methods.addAll(new DataclassMethods(program, symbol).contents());
        }
        unhashable(symbol, type).ifPresent(methods::add);
        truth(symbol, type).ifPresent(methods::add);
        return new ClassPlan(
                type,
                superclass,
                interfaces,
                false,
                program.sourceFile,
                Optional.of(
                        new ClassPlan.PythonName(symbol.module().name(), symbol.qualifiedName())),
                fields,
                methods);
    }

    private void ofDataclass(TypedClass definition, List<MethodPlan> methods) {
        ClassSymbol symbol = definition.symbol();
        DataclassMethods added = new DataclassMethods(program, symbol);
        for (List<FunctionSymbol> each : symbol.methods().values()) {
            FunctionSymbol method = each.getFirst();
            if (method.ofDataclass()) {
                added.plan(method, definition.span().line()).ifPresent(methods::add);
                hook(program.kinds.classOf(symbol), method).ifPresent(methods::add);
            }
        }
    }

    private static MethodPlan constructor(
            ClassDesc type, ClassDesc superclass, boolean takesArray) {
        Assembly out = new Assembly();
        List<Operand> operands = new ArrayList<>();
        operands.add(out.parameter("self", Kind.of(type)));
        MethodTypeDesc signature = MethodTypeDesc.of(CD_void);
        if (takesArray) {
            ClassDesc array = CD_Object.arrayType();
            operands.add(out.parameter("args", Kind.of(array)));
            signature = MethodTypeDesc.of(CD_void, array);
        }
        out.call(
                new Member(Access.SPECIAL, superclass, ConstantDescs.INIT_NAME, signature),
                operands.toArray(Operand[]::new));
        out.add(new Instruction.Return(Optional.empty()));
        return new MethodPlan(
                ConstantDescs.INIT_NAME, false, Shape.WIDE, out.code(Optional.empty()));
    }

    /// A class with `__eq__` alone has no hash.
    private static Optional<MethodPlan> unhashable(ClassSymbol symbol, ClassDesc type) {
        boolean hashes = !symbol.ownMethods("__hash__").isEmpty();
        if (hashes || symbol.ownMethods("__eq__").isEmpty()) {
            return Optional.empty();
        }
        Assembly out = new Assembly();
        Local self = out.parameter("self", Kind.of(type));
        Local error = out.local("error", Kinds.EXCEPTION);
        MethodTypeDesc signature = MethodTypeDesc.of(Library.of("TypeError"), OBJECT);
        out.call(error, Member.ofStatic(Expressions.VALUES, "unhashable", signature), self);
        out.add(new Instruction.Throw(error));
        return Optional.of(
                new MethodPlan("__hash__", false, Shape.WIDE, out.code(Optional.of(Kind.RAW))));
    }

    /// The truth of an object with a length alone: whether that is more than 0.
    private static Optional<MethodPlan> truth(ClassSymbol symbol, ClassDesc type) {
        if (symbol.ownMethods("__len__").isEmpty() || defines(symbol, "__bool__")) {
            return Optional.empty();
        }
        Assembly out = new Assembly();
        Local self = out.parameter("self", Kind.of(type));
        Local length = out.local("length", Kind.RAW);
        Local answer = out.local("answer", Kind.BOOL);
        MethodTypeDesc signature = MethodTypeDesc.of(CD_long, CD_Object);
        out.call(length, Member.ofStatic(Expressions.VALUES, "len", signature), self);
        out.add(new Instruction.Compare(Comparison.NOT_EQUAL, answer, length, Operand.ofRaw(0)));
        out.add(new Instruction.Return(Optional.of(answer)));
        return Optional.of(
                new MethodPlan("__bool__", false, Shape.WIDE, out.code(Optional.of(Kind.BOOL))));
    }

    private static boolean defines(ClassSymbol symbol, String method) {
        return !symbol.ownMethods(method).isEmpty()
                || symbol.superclass().filter(base -> defines(base.symbol(), method)).isPresent();
    }

    /// The method by which the runtime calls a special method whose own types differ.
    private Optional<MethodPlan> hook(ClassDesc type, FunctionSymbol method) {
        MethodTypeDesc wanted = HOOKS.get(method.name());
        if (wanted == null || method.parameters().size() != wanted.parameterCount()) {
            return Optional.empty();
        }
        Member fast = program.functions.member(method, Access.VIRTUAL, IntForm.FAST);
        if (fast.type().equals(wanted)) {
            return Optional.empty();
        }
        Body hook = new Body(program, method.name(), Optional.empty());
        Local self = hook.out.parameter("self", Kind.of(type));
        List<Operand> operands = new ArrayList<>();
        operands.add(self);
        for (int i = 0; i < wanted.parameterCount(); i++) {
            operands.add(hook.out.parameter("a" + i, Kind.of(wanted.parameterType(i))));
        }
        if (wanted.returnType().equals(CD_void)) {
            hook.calls.compiled(Optional.empty(), method, Access.VIRTUAL, operands);
            hook.out.add(new Instruction.Return(Optional.empty()));
            return Optional.of(plan(method.name(), hook, Optional.empty()));
        }
        Local value = hook.out.local("value", Kind.OBJECT);
        hook.calls.compiled(Optional.of(value), method, Access.VIRTUAL, operands);
        Kind kind = kind(wanted.returnType());
        Local result = value;
        if (kind.equals(Kinds.ITERATOR)) {
            result = hook.out.local("iterator", kind);
            Local object = hook.local(value, Kind.of(OBJECT));
            MethodTypeDesc of = MethodTypeDesc.of(ITERATOR, OBJECT);
            hook.out.call(result, Member.ofStatic(ITERATOR, "of", of), object);
        } else if (!kind.equals(Kind.OBJECT)) {
            result = hook.local(value, kind);
        }
        hook.out.add(new Instruction.Return(Optional.of(result)));
        return Optional.of(plan(method.name(), hook, Optional.of(kind)));
    }

    private static MethodPlan plan(String name, Body hook, Optional<Kind> result) {
        return new MethodPlan(name, false, Shape.WIDE, hook.out.code(result));
    }

    private static Kind kind(ClassDesc type) {
        return switch (type.descriptorString()) {
            case "J" -> Kind.RAW;
            case "Z" -> Kind.BOOL;
            default -> Kind.of(type);
        };
    }
}
