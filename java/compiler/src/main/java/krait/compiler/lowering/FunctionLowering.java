package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.types.FunctionBody;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Variable;

/// Lowers a function to a method, and a generator function to a method that makes its generator.
final class FunctionLowering {
    private final Program program;

    FunctionLowering(Program program) {
        this.program = program;
    }

    /// A function of the module, or one inside another function.
    void lower(FunctionBody function) {
        program.methods(program.functions.owner(function.symbol())).add(method(function));
    }

    /// A parameter on the JVM, and the variable that it is.
    private record Entry(Variable variable, Local parameter) {}

    /// A second name of a method: no frame of it stands in tracebacks, so it has no lines.
    MethodPlan alias(FunctionSymbol symbol) {
        Functions functions = program.functions;
        String name = functions.name(functions.root(symbol));
        Body body = new Body(program, name, functions.result(symbol));
        List<Operand> operands = new ArrayList<>();
        operands.add(body.out.parameter("self", Kind.of(functions.owner(symbol))));
        int index = 0;
        for (Kind kind : functions.parameters(symbol)) {
            operands.add(body.out.parameter("a" + index++, kind));
        }
        Optional<Local> result = body.result.map(kind -> body.out.local("result", kind));
        FunctionSymbol method = symbol.alias().orElseThrow();
        body.calls.compiled(result, method, Access.SPECIAL, operands);
        body.out.add(new Instruction.Return(result.map(Operand.class::cast)));
        return new MethodPlan(name, false, Shape.PAIR, body.out.code(body.result));
    }

    MethodPlan method(FunctionBody function) {
        FunctionSymbol symbol = function.symbol();
        Functions functions = program.functions;
        String name = functions.name(functions.root(symbol));
        Body body = new Body(program, name, functions.result(symbol));
        List<Entry> entries = new ArrayList<>();
        boolean instance = functions.isInstance(symbol);
        Optional<Local> value = Optional.empty();
        if (symbol.nested()) {
            Kind kind = Kind.of(functions.valueClass(symbol));
            value = Optional.of(body.out.parameter("function", kind));
        }
        if (instance || symbol.kind() == FunctionSymbol.Kind.CLASS_METHOD) {
            Kind kind = instance ? Kind.of(functions.owner(symbol)) : Kind.OBJECT;
            Local self = body.out.parameter("self", kind);
            function.self().ifPresent(variable -> entries.add(new Entry(variable, self)));
        }
        List<Kind> kinds = functions.parameters(symbol);
        for (int i = 0; i < kinds.size(); i++) {
            Variable variable = function.parameters().get(i);
            entries.add(new Entry(variable, body.out.parameter(variable.name(), kinds.get(i))));
        }
        body.out.line(function.span().line());
        if (symbol.generator()) {
            generator(body, function, entries, value);
        } else {
            free(body, function, value);
            entries.forEach(entry -> enter(body, entry));
            function.locals().forEach(body.variables::declare);
            HeldGenerators.body(body, function);
            if (body.out.falls()) {
                body.closures.end(Optional.empty());
            }
        }
        return new MethodPlan(name, !instance, Shape.PAIR, body.out.code(body.result));
    }

    private void free(Body body, FunctionBody function, Optional<Local> value) {
        List<Variable> captures = function.captures();
        for (int i = 0; i < captures.size(); i++) {
            Variable variable = captures.get(i);
            ClassDesc owner = program.functions.valueClass(function.symbol());
            Local holder = body.out.local(variable.name(), holderKind(variable));
            body.out.add(
                    Closures.readCaptured(holder, owner, "captured$" + i, value.orElseThrow()));
            body.variables.declareFree(variable, holder);
        }
    }

    private Kind holderKind(Variable variable) {
        return variable.cell() ? Kind.of(Variables.CELL) : program.kinds.of(variable.type());
    }

    private void enter(Body body, Entry entry) {
        Kind kind = program.kinds.of(entry.variable().type());
        boolean same = entry.parameter().kind().equals(kind);
        if (same && !entry.variable().cell() && !entry.variable().mayBeUnbound()) {
            body.variables.declare(entry.variable(), entry.parameter());
            return;
        }
        body.variables.declare(entry.variable());
        if (entry.variable().cell() || same) {
            body.variables.write(entry.variable(), entry.parameter());
        } else {
            body.out.add(new Move(body.variables.holder(entry.variable()), entry.parameter()));
        }
    }

    private void generator(
            Body body, FunctionBody function, List<Entry> entries, Optional<Local> value) {
        ClassDesc type = program.inner(ModuleNames.GENERATOR, body.name);
        Local object = body.out.local("generator", Kind.of(type));
        body.out.call(object, Member.ofConstructor(type));
        Generators.Plan plan = new Generators.Plan(program, type);
        for (int i = 0; i < function.captures().size(); i++) {
            Variable variable = function.captures().get(i);
            Local holder = body.out.local(variable.name(), holderKind(variable));
            ClassDesc owner = program.functions.valueClass(function.symbol());
            String field = "captured$" + i;
            body.out.add(Closures.readCaptured(holder, owner, field, value.orElseThrow()));
            put(body, object, type, field, holder);
            plan.free(variable, holder.kind(), field);
        }
        List<Entry> inner = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            put(body, object, type, "parameter$" + i, entry.parameter());
            Local local = plan.field("parameter$" + i, entry.parameter().kind());
            inner.add(new Entry(entry.variable(), local));
        }
        body.out.add(new Instruction.Return(Optional.of(object)));
        Body step = plan.body();
        step.out.line(function.span().line());
        inner.forEach(entry -> enter(step, entry));
        function.locals().forEach(step.variables::declare);
        HeldGenerators.body(step, function);
        if (step.out.falls()) {
            step.closures.end(Optional.empty());
        }
        plan.finish();
    }

    private static void put(Body body, Local object, ClassDesc type, String field, Local value) {
        Member put =
                Member.ofField(Access.PUT_FIELD, type, field, Closures.fieldType(value.kind()));
        body.out.call(put, object, value);
    }
}
