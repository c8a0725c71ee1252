package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.diagnostics.Span;
import krait.compiler.types.FunctionBody;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.Parameter;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedStatement;
import krait.compiler.types.Variable;

/// Lowers what outlives a call: function values with what they captured, and generators.
final class Closures {
    private static final ClassDesc FUNCTION = Library.of("Function");
    private static final ClassDesc GENERATOR = Library.of("Generator");
    private static final int DIRECT_ARGUMENTS_MAX = 4;

    private final Body body;

    Closures(Body body) {
        this.body = body;
    }

    /// The JVM's type of a field with a captured variable: an int is an object there.
    static ClassDesc fieldType(Kind kind) {
        return kind.type(IntForm.WIDE);
    }

    /// Where the default of a parameter is kept: with the module, or in the function value.
    static Member defaultField(
            Program program, FunctionSymbol function, Parameter parameter, boolean put) {
        ClassDesc type = fieldType(program.kinds.of(parameter.type()));
        if (function.nested()) {
            ClassDesc owner = program.functions.valueClass(function);
            Access access = put ? Access.PUT_FIELD : Access.GET_FIELD;
            return Member.ofField(access, owner, "default$" + parameter.name(), type);
        }
        Access access = put ? Access.PUT_STATIC : Access.GET_STATIC;
        String owner =
                function.owner()
                        .map(symbol -> symbol.qualifiedName().replace('.', '$') + "$")
                        .orElse("");
        String name =
                "default$" + owner + program.functions.name(function) + "$" + parameter.name();
        return Member.ofField(access, ModuleNames.classOf(function.module()), name, type);
    }

    /// `def`.
    void definition(TypedStatement.FunctionDefinition definition) {
        FunctionBody function = definition.function();
        if (!function.symbol().nested()) {
            new FunctionLowering(body.program).lower(function);
            defaults(function, Optional.empty());
            body.variables.markBound(definition.variable());
            return;
        }
        Variable variable = definition.variable();
        Local value = body.out.local(variable.name(), Kinds.FUNCTION);
        define(value, function);
        body.variables.write(variable, value);
    }

    /// Evaluates defaults that are no literals.
    void defaults(FunctionBody function, Optional<Local> value) {
        for (FunctionBody.DefaultValue each : function.defaults()) {
            if (Calls.literal(each.parameter()).isPresent()) {
                continue;
            }
            Operand operand = body.value(each.value());
            Member field = defaultField(body.program, function.symbol(), each.parameter(), true);
            List<Operand> operands = new ArrayList<>(value.stream().toList());
            operands.add(operand);
            body.out.call(field, operands.toArray(Operand[]::new));
            if (value.isEmpty()) {
                body.program.moduleFields.add(
                        new FieldPlan(field.name(), field.type().returnType(), true));
            }
        }
    }

    /// Makes the value of a function that stands here.
    void define(Local target, FunctionBody function) {
        FunctionSymbol symbol = function.symbol();
        ClassDesc type = body.program.functions.valueClass(symbol);
        Local value = body.out.local("function", Kind.of(type));
        body.out.call(value, Member.ofConstructor(type));
        List<FieldPlan> fields = new ArrayList<>();
        List<Variable> captures = function.captures();
        for (int i = 0; i < captures.size(); i++) {
            Local holder = body.variables.holder(captures.get(i));
            fields.add(new FieldPlan("captured$" + i, fieldType(holder.kind()), false));
            body.out.add(body.variables.capture(value, type, "captured$" + i, captures.get(i)));
        }
        for (FunctionBody.DefaultValue each : function.defaults()) {
            if (Calls.literal(each.parameter()).isEmpty()) {
                Member field = defaultField(body.program, symbol, each.parameter(), true);
                fields.add(new FieldPlan(field.name(), field.type().returnType(), false));
            }
        }
        defaults(function, Optional.of(value));
        symbol.meant().ifPresent(method -> identify(value, method));
        body.out.add(new Move(target, value));
        new FunctionLowering(body.program).lower(function);
        plan(type, function, fields);
    }

    /// A function of a module or class, or a bound method, as a value.
    void value(Local target, TypedExpression.FunctionValue value) {
        FunctionSymbol symbol = value.function();
        Optional<Operand> receiver = value.receiver().map(body::value);
        ClassDesc type = body.program.inner(ModuleNames.VALUE, symbol.name());
        Local object = body.out.local("function", Kind.of(type));
        body.out.call(object, Member.ofConstructor(type));
        List<FieldPlan> fields = new ArrayList<>();
        boolean bound =
                receiver.isPresent()
                        && (symbol.kind().takesSelf()
                                || symbol.kind() == FunctionSymbol.Kind.CLASS_METHOD);
        Optional<Kind> receiverKind = Optional.empty();
        if (bound) {
            Kind kind = receiver.orElseThrow().kind();
            receiverKind = Optional.of(kind);
            fields.add(new FieldPlan("receiver", fieldType(kind), false));
            Member put = Member.ofField(Access.PUT_FIELD, type, "receiver", fieldType(kind));
            body.out.call(put, object, receiver.orElseThrow());
        }
        identify(object, value, bound ? receiver : Optional.empty());
        body.out.add(new Move(target, object));
        int count =
                value.type() instanceof krait.compiler.types.Type.CallableType callable
                        ? callable.parameters().size()
                        : symbol.parameters().size();
        planValue(type, symbol, fields, receiverKind, List.of(count), value.span());
    }

    /// Each mention makes an object; its identity says that they are one function. Of a bound
    /// method that is its name and its object.
    private void identify(
            Local object, TypedExpression.FunctionValue value, Optional<Operand> receiver) {
        FunctionSymbol symbol = value.function();
        String owner =
                receiver.isPresent() && value.dispatch() == TypedExpression.Dispatch.VIRTUAL
                        ? ""
                        : symbol.module().name() + "." + symbol.qualifiedName();
        String own = symbol.origin() == Origin.NATIVE ? "" : body.program.functions.name(symbol);
        String library = symbol.origin() == Origin.NATIVE ? "<built-in>" : "";
        Operand self = Operand.NULL;
        if (receiver.isPresent()) {
            self = body.local(receiver.orElseThrow(), Kind.OBJECT);
        }
        body.out.call(
                Member.ofVirtual(
                        FUNCTION, "identify", MethodTypeDesc.of(CD_void, CD_String, CD_Object)),
                object,
                new Operand.TextConstant(library + owner + own + "." + symbol.name()),
                self);
    }

    /// A method mentioned through its class: one function, whoever mentions it.
    private void identify(Local value, FunctionSymbol method) {
        body.out.call(
                Member.ofVirtual(
                        FUNCTION, "identify", MethodTypeDesc.of(CD_void, CD_String, CD_Object)),
                value,
                new Operand.TextConstant(
                        "method " + method.module().name() + "." + method.qualifiedName()),
                Operand.NULL);
    }

    private void plan(ClassDesc type, FunctionBody function, List<FieldPlan> fields) {
        FunctionSymbol symbol = function.symbol();
        int all = symbol.parameters().size();
        int required =
                (int) symbol.parameters().stream().filter(each -> !each.hasDefault()).count();
        List<Integer> counts = new ArrayList<>();
        for (int i = required; i <= all && !symbol.isPacked(); i++) {
            counts.add(i);
        }
        if (symbol.isPacked()) {
            counts.add(1);
        }
        planValue(type, symbol, fields, Optional.empty(), counts, function.span());
    }

    /// Plans the class of a function value.
    ///
    /// @param counts of arguments that it takes
    private void planValue(
            ClassDesc type,
            FunctionSymbol symbol,
            List<FieldPlan> fields,
            Optional<Kind> receiver,
            List<Integer> counts,
            Span span) {
        List<MethodPlan> methods = new ArrayList<>();
        methods.add(initialiser(type, symbol.meant().orElse(symbol).qualifiedName()));
        for (int count : counts) {
            methods.add(callMethod(type, symbol, receiver, count, span));
        }
        body.program.addClass(type, FUNCTION, fields, methods);
    }

    /// The constructor of a function value.
    static MethodPlan initialiser(ClassDesc type, String name) {
        Assembly init = new Assembly();
        Local self = init.parameter("self", Kind.of(type));
        MethodTypeDesc initType = MethodTypeDesc.of(CD_void, CD_String);
        init.call(
                new Member(Access.SPECIAL, FUNCTION, ConstantDescs.INIT_NAME, initType),
                self,
                new Operand.TextConstant(name));
        init.add(new Instruction.Return(Optional.empty()));
        return new MethodPlan(
                ConstantDescs.INIT_NAME, false, Shape.WIDE, init.code(Optional.empty()));
    }

    private MethodPlan callMethod(
            ClassDesc type, FunctionSymbol symbol, Optional<Kind> receiver, int count, Span span) {
        Body call = new Body(body.program, "call", Optional.of(Kind.OBJECT));
        Local self = call.out.parameter("self", Kind.of(type));
        List<Operand> arguments = new ArrayList<>();
        String name = "call" + count;
        if (count <= DIRECT_ARGUMENTS_MAX) {
            for (int i = 0; i < count; i++) {
                arguments.add(call.out.parameter("a" + i, Kind.OBJECT));
            }
        } else {
            name = "callN";
            Local array = call.out.parameter("arguments", Kind.of(CD_Object.arrayType()));
            MethodTypeDesc get = MethodTypeDesc.of(CD_Object, CD_Object, ConstantDescs.CD_int);
            ClassDesc arrays = ClassDesc.of("java.lang.reflect.Array");
            for (int i = 0; i < count; i++) {
                Local item = call.out.temporary(Kind.OBJECT);
                call.out.call(item, Member.ofStatic(arrays, "get", get), array, Operand.ofRaw(i));
                arguments.add(item);
            }
        }
        List<Operand> operands = new ArrayList<>();
        List<Operand> values = symbol.nested() ? List.of(self) : List.of();
        operands.addAll(values);
        if (receiver.isPresent()) {
            Local object = call.out.temporary(receiver.orElseThrow());
            ClassDesc field = fieldType(receiver.orElseThrow());
            call.out.call(object, Member.ofField(Access.GET_FIELD, type, "receiver", field), self);
            operands.add(object);
        } else if (symbol.kind() == FunctionSymbol.Kind.CLASS_METHOD) {
            operands.add(Operand.NULL);
        }
        Local result = call.out.local("result", Kind.OBJECT);
        if (symbol.origin() == Origin.NATIVE) {
            call.natives.value(result, symbol, operands, arguments, span);
            call.out.add(new Instruction.Return(Optional.of(result)));
            return new MethodPlan(name, false, Shape.WIDE, call.out.code(Optional.of(Kind.OBJECT)));
        }
        List<Parameter> parameters = symbol.parameters();
        if (symbol.isPacked()) {
            operands.addAll(PackedFunctions.parts(call, arguments.getFirst()));
        }
        for (int i = 0; i < parameters.size() && !symbol.isPacked(); i++) {
            operands.add(
                    i < count
                            ? arguments.get(i)
                            : call.calls.defaultValue(symbol, values, parameters.get(i)));
        }
        Access access = symbol.kind().takesSelf() ? Access.VIRTUAL : Access.STATIC;
        call.calls.compiled(Optional.of(result), symbol, access, operands);
        call.out.add(new Instruction.Return(Optional.of(result)));
        return new MethodPlan(name, false, Shape.WIDE, call.out.code(Optional.of(Kind.OBJECT)));
    }

    /// Ends the function.
    void end(Optional<Operand> value) {
        if (body.generator.isEmpty()) {
            if (body.result.isEmpty()) {
                body.out.add(new Instruction.Return(Optional.empty()));
            } else {
                body.out.add(new Instruction.Return(Optional.of(value.orElse(Operand.NULL))));
            }
            return;
        }
        value.ifPresent(result ->
                body.out.call(
                        Member.ofField(Access.PUT_FIELD, GENERATOR, "result", CD_Object),
                        body.generator.orElseThrow(),
                        result));
        body.out.add(new Instruction.Return(Optional.of(Operand.ofBool(false))));
    }

    void yieldOne(Local target, TypedExpression.Yield yield) {
        Operand value = yield.value().map(body::value).orElse(Operand.NULL);
        body.out.line(yield.span().line());
        Local self = body.generator.orElseThrow();
        suspend(value);
        Member resumed = Member.ofVirtual(GENERATOR, "resumed", MethodTypeDesc.of(CD_Object));
        Local sent = body.out.temporary(Kind.OBJECT);
        body.out.call(sent, resumed, self);
        body.out.add(new Move(target, sent));
    }

    private void suspend(Operand value) {
        Member wide = yields(IntForm.WIDE, value.kind());
        Member fast = yields(IntForm.FAST, value.kind());
        List<Operand> operands = List.of(body.generator.orElseThrow(), value);
        body.out.add(new Call(Optional.empty(), fast, wide, operands, Widening.NONE));
        body.out.add(new Instruction.Suspend());
    }

    private static Member yields(IntForm form, Kind kind) {
        boolean number = kind.equals(Kind.INT) || kind.equals(Kind.FLOAT);
        ClassDesc type = number ? kind.type(form) : CD_Object;
        return Member.ofVirtual(GENERATOR, "yields", MethodTypeDesc.of(CD_boolean, type));
    }

    void yieldFrom(Local target, TypedExpression.YieldFrom yield) {
        Local self = body.generator.orElseThrow();
        Local source = body.out.local("source", Kinds.ITERATOR);
        body.loops.iterator(source, body.value(yield.iteration().iterable()));
        Instruction.Label next = body.out.here();
        Instruction.Label end = body.out.label();
        Local more = body.out.temporary(Kind.BOOL);
        MethodTypeDesc delegate = MethodTypeDesc.of(CD_boolean, Library.of("PyIterator"));
        body.out.call(more, Member.ofVirtual(GENERATOR, "delegate", delegate), self, source);
        body.out.add(new Instruction.JumpBool(more, false, end));
        body.out.add(new Instruction.Suspend());
        body.jump(next);
        body.out.add(end);
        MethodTypeDesc result = MethodTypeDesc.of(CD_Object, Library.of("PyIterator"));
        Local returned = body.out.temporary(Kind.OBJECT);
        body.out.call(returned, Member.ofStatic(GENERATOR, "resultOf", result), source);
        body.out.add(new Move(target, returned));
    }

    void generatorExpression(Local target, TypedExpression.Comprehension comprehension) {
        List<Local> first = first(comprehension.clauses().getFirst().iteration().iterable());
        ClassDesc type = body.program.inner(ModuleNames.GENERATOR, "\u2039genexpr\u203a");
        Local object = body.out.local("generator", Kind.of(type));
        body.out.call(object, Member.ofConstructor(type));
        Generators.Plan plan = new Generators.Plan(body.program, type);
        List<Variable> captures = comprehension.captures();
        for (int i = 0; i < captures.size(); i++) {
            Local holder = body.variables.holder(captures.get(i));
            body.out.add(body.variables.capture(object, type, "captured$" + i, captures.get(i)));
            plan.free(captures.get(i), holder.kind(), "captured$" + i);
        }
        List<Local> inner = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Kind kind = first.get(i).kind();
            Member put = Member.ofField(Access.PUT_FIELD, type, "first$" + i, fieldType(kind));
            body.out.call(put, object, first.get(i));
            inner.add(plan.field("first$" + i, kind));
        }
        Body step = plan.body();
        step.out.line(comprehension.span().line());
        comprehension.locals().forEach(step.variables::declare);
        Loops.Source source = source(step, comprehension.clauses().getFirst(), inner);
        step.loops.clauses(
                comprehension,
                0,
                Optional.of(source),
                () -> {
                    step.closures.suspend(step.value(comprehension.element()));
                    step.out.call(
                            Member.ofVirtual(GENERATOR, "resumed", MethodTypeDesc.of(CD_Object)),
                            step.generator.orElseThrow());
                });
        step.closures.end(Optional.empty());
        plan.finish();
        body.out.add(new Move(target, object));
    }

    /// What a generator expression takes along of its first iterable: the bounds of a range, a
    /// list, or an iterator.
    List<Local> first(TypedExpression iterable) {
        if (iterable instanceof TypedExpression.New made && Loops.isRange(made)) {
            List<Local> bounds =
                    body.values(Loops.bounds(made)).stream()
                            .map(each -> body.local(each, Kind.INT))
                            .toList();
            body.loops.checkStep(made, bounds.getLast());
            return bounds;
        }
        Operand value = body.value(iterable);
        if (Loops.hasPositions(value.kind())) {
            return List.of(body.local(value, value.kind()));
        }
        Local iterator = body.out.local("first", Kinds.ITERATOR);
        body.loops.iterator(iterator, value);
        return List.of(iterator);
    }

    static Loops.Source source(Body step, TypedExpression.Clause clause, List<Local> first) {
        if (clause.iteration().iterable() instanceof TypedExpression.New made
                && Loops.isRange(made)) {
            return step.loops.range(made, first);
        }
        Kind element = step.program.kinds.of(clause.iteration().element());
        return step.loops.source(first.getFirst(), element);
    }

    /// Reads a captured variable from the object that keeps it.
    static Call readCaptured(Local target, ClassDesc owner, String field, Local object) {
        Member get = Member.ofField(Access.GET_FIELD, owner, field, fieldType(target.kind()));
        Widening widening = target.kind().equals(Kind.INT) ? Widening.BEHIND : Widening.NONE;
        return new Call(Optional.of(target), get, get, List.of(object), widening);
    }
}
