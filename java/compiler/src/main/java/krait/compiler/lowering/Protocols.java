package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.IsInstance;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Names;
import krait.compiler.code.Operand;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Origin;

/// Calls by protocol. A class needs no word about the protocols that it fulfils, so a member of a
/// protocol becomes a static method that asks which of the program's classes the object has. The
/// classes are all known when it is written, after the last module.
final class Protocols {
    private static final String GETTER = "get$";

    private final Functions functions;
    private final Set<FunctionSymbol> called = new LinkedHashSet<>();
    private final Set<FieldSymbol> read = new LinkedHashSet<>();
    private final List<ClassSymbol> classes = new ArrayList<>();

    Protocols(Functions functions) {
        this.functions = functions;
    }

    /// Whether a protocol of the program declares it.
    static boolean declare(FunctionSymbol function) {
        return function.kind().takesSelf()
                && function.owner().filter(Protocols::isProtocol).isPresent();
    }

    static boolean declare(FieldSymbol field) {
        return isProtocol(field.owner());
    }

    private static boolean isProtocol(ClassSymbol symbol) {
        return symbol.origin() == Origin.COMPILED && symbol.is(ClassSymbol.Flag.PROTOCOL);
    }

    /// A class of the program, which may fulfil protocols.
    void add(ClassSymbol symbol) {
        classes.add(symbol);
    }

    /// The method to call for a method or property of a protocol.
    Member member(FunctionSymbol function, IntForm form) {
        called.add(function);
        return member(
                function.owner().orElseThrow(),
                functions.name(function),
                functions.parameters(function),
                functions.result(function),
                form);
    }

    /// The method to call to read an attribute of a protocol.
    Member reader(FieldSymbol field, IntForm form) {
        read.add(field);
        Optional<Kind> kind = Optional.of(functions.kinds().of(field.type()));
        return member(field.owner(), GETTER + field.name(), List.of(), kind, form);
    }

    private static Member member(
            ClassSymbol protocol,
            String name,
            List<Kind> parameters,
            Optional<Kind> result,
            IntForm form) {
        boolean boxed = form == IntForm.WIDE && Names.hasBoxedEntry(parameters, result);
        MethodTypeDesc type = Names.type(parameters, result, form);
        return Member.ofStatic(
                bridgeClass(protocol),
                name + (boxed ? Names.BOXED : ""),
                type.insertParameterTypes(0, CD_Object));
    }

    private static ClassDesc bridgeClass(ClassSymbol protocol) {
        String name = protocol.qualifiedName().replace(".<locals>.", "$").replace('.', '$');
        return ClassDesc.of(ModuleNames.of(protocol.module()) + ModuleNames.PROTOCOL + name);
    }

    /// One class for each protocol that is used.
    List<ClassPlan> plans(Natives natives) {
        Set<ClassSymbol> protocols = new LinkedHashSet<>();
        called.forEach(function -> protocols.add(function.owner().orElseThrow()));
        read.forEach(field -> protocols.add(field.owner()));
        List<ClassPlan> plans = new ArrayList<>();
        for (ClassSymbol protocol : protocols) {
            ClassDesc type = bridgeClass(protocol);
            Program program = new Program(natives, functions, type, "");
            List<MethodPlan> methods = new ArrayList<>();
            for (FunctionSymbol function : called) {
                if (function.owner().orElseThrow() == protocol) {
                    methods.add(bridge(program, function));
                }
            }
            for (FieldSymbol field : read) {
                if (field.owner() == protocol) {
                    methods.add(getter(program, field));
                }
            }
            program.addClass(type, ConstantDescs.CD_Object, List.of(), methods);
            plans.addAll(program.classes);
        }
        return plans;
    }

    private MethodPlan bridge(Program program, FunctionSymbol function) {
        Optional<Kind> result = functions.result(function);
        String name = functions.name(function);
        Body body = new Body(program, name, result);
        Local self = body.out.parameter("self", Kind.OBJECT);
        List<Operand> arguments = new ArrayList<>();
        for (Kind kind : functions.parameters(function)) {
            arguments.add(body.out.parameter("a" + arguments.size(), kind));
        }
        for (ClassSymbol each : classes) {
            Optional<FunctionSymbol> method = implementation(each, function);
            if (method.isPresent()) {
                Label next = caseOf(body, self, each);
                List<Operand> operands = new ArrayList<>();
                operands.add(body.local(self, Kind.of(functions.kinds().classOf(each))));
                operands.addAll(arguments);
                call(body, method.orElseThrow(), operands);
                body.out.add(next);
                continue;
            }
            Optional<FieldSymbol> field =
                    arguments.isEmpty() ? each.ownField(function.name()) : Optional.empty();
            if (field.isPresent() && function.kind() == FunctionSymbol.Kind.PROPERTY) {
                Label next = caseOf(body, self, each);
                readField(body, self, each, field.orElseThrow());
                body.out.add(next);
            }
        }
        nobody(body, self, function.name());
        return new MethodPlan(name, true, Shape.PAIR, body.out.code(result));
    }

    private MethodPlan getter(Program program, FieldSymbol attribute) {
        Optional<Kind> result = Optional.of(functions.kinds().of(attribute.type()));
        Body body = new Body(program, GETTER + attribute.name(), result);
        Local self = body.out.parameter("self", Kind.OBJECT);
        for (ClassSymbol each : classes) {
            Optional<FieldSymbol> field = each.ownField(attribute.name());
            Optional<FunctionSymbol> property =
                    each.ownMethods(attribute.name()).stream()
                            .filter(m -> m.kind() == FunctionSymbol.Kind.PROPERTY)
                            .findFirst();
            if (field.isEmpty() && property.isEmpty()) {
                continue;
            }
            Label next = caseOf(body, self, each);
            if (field.isPresent()) {
                readField(body, self, each, field.orElseThrow());
            } else {
                Kind kind = Kind.of(functions.kinds().classOf(each));
                call(body, property.orElseThrow(), List.of(body.local(self, kind)));
            }
            body.out.add(next);
        }
        nobody(body, self, attribute.name());
        return new MethodPlan(body.name, true, Shape.PAIR, body.out.code(result));
    }

    /// The method by which a class fulfils a protocol, unless a class above it has it.
    private Optional<FunctionSymbol> implementation(ClassSymbol type, FunctionSymbol wanted) {
        Optional<FunctionSymbol> method =
                wanted.kind() == FunctionSymbol.Kind.PROPERTY_SETTER
                        ? Optional.ofNullable(type.setters().get(wanted.name()))
                        : type.ownMethods(wanted.name()).stream().findFirst();
        return method.filter(m -> m.kind() == wanted.kind())
                .filter(m -> m.parameters().size() == wanted.parameters().size())
                .filter(m -> functions.root(m) == m);
    }

    private Label caseOf(Body body, Local self, ClassSymbol type) {
        Label next = body.out.label();
        Local fits = body.out.temporary(Kind.BOOL);
        body.out.add(new IsInstance(fits, self, functions.kinds().classOf(type)));
        body.out.add(new JumpBool(fits, false, next));
        return next;
    }

    private static void call(Body body, FunctionSymbol method, List<Operand> operands) {
        Optional<Local> result = body.result.map(kind -> body.out.local("result", kind));
        body.calls.compiled(result, method, Access.VIRTUAL, operands);
        body.out.add(new Instruction.Return(result.map(local -> local)));
    }

    private void readField(Body body, Local self, ClassSymbol type, FieldSymbol field) {
        Local object = body.local(self, Kind.of(functions.kinds().classOf(type)));
        Local value = body.out.local("value", body.result.orElseThrow());
        List<Operand> operands = field.classVariable() ? List.of() : List.of(object);
        body.out.add(body.program.fields.read(value, field, operands));
        body.out.add(new Instruction.Return(Optional.of(value)));
    }

    private static void nobody(Body body, Local self, String name) {
        Local error = body.out.local("error", Kinds.EXCEPTION);
        MethodTypeDesc type = MethodTypeDesc.of(Library.of("AttributeError"), CD_Object, CD_String);
        body.out.call(
                error,
                Member.ofStatic(Expressions.VALUES, "noAttribute", type),
                self,
                new Operand.TextConstant(name));
        body.out.add(new Instruction.Throw(error));
    }
}
