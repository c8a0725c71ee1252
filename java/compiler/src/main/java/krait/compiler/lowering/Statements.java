package krait.compiler.lowering;

import java.util.Optional;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedStatement;

/// Lowers statements.
final class Statements {
    private final Body body;

    Statements(Body body) {
        this.body = body;
    }

    void lower(TypedStatement statement) {
        if (!body.out.falls()) {
            return;
        }
        body.out.line(statement.span().line());
        switch (statement) {
            case TypedStatement.Evaluate evaluate -> evaluate(evaluate.value());
            case TypedStatement.Assign assign ->
                    body.targets.assign(assign.target(), assign.value());
            case TypedStatement.DeleteVariable delete -> {
                if (delete.mustBeBound()) {
                    body.variables.read(delete.variable(), true);
                }
                if (delete.variable().holds()) {
                    HeldGenerators.replaced(
                            body,
                            delete.variable(),
                            () -> body.variables.delete(delete.variable()),
                            true);
                } else {
                    body.variables.delete(delete.variable());
                }
            }
            case TypedStatement.If choice -> choose(choice);
            case TypedStatement.While loop -> body.loops.whileLoop(loop);
            case TypedStatement.For loop -> body.loops.forLoop(loop);
            case TypedStatement.Try attempt -> body.exceptions.attempt(attempt);
            case TypedStatement.With with -> body.exceptions.with(with);
            case TypedStatement.Raise raise -> body.exceptions.raise(raise);
            case TypedStatement.Return end -> returns(end.value());
            case TypedStatement.Assert check -> check(check);
            case TypedStatement.Break _ -> jump(true);
            case TypedStatement.Continue _ -> jump(false);
            case TypedStatement.FunctionDefinition definition ->
                    body.closures.definition(definition);
            case TypedStatement.ClassDefinition definition ->
                    new Classes(body).define(definition.definition(), definition.variable());
            case TypedStatement.Import load -> load(load);
        }
    }

    private void evaluate(TypedExpression value) {
        if (value instanceof TypedExpression.Call call) {
            body.calls.call(Optional.empty(), call);
        } else if (!(value instanceof TypedExpression.Constant)) {
            body.into(body.out.temporary(body.kind(value)), value);
        }
    }

    private void choose(TypedStatement.If choice) {
        Label orelse = body.out.label();
        Label end = body.out.label();
        body.expressions.branch(choice.test(), false, orelse);
        body.statements(choice.body());
        if (!choice.orelse().isEmpty()) {
            body.jump(end);
        }
        body.out.add(orelse);
        body.statements(choice.orelse());
        body.out.add(end);
    }

    private void check(TypedStatement.Assert check) {
        Label holds = body.out.label();
        body.expressions.branch(check.test(), true, holds);
        var objects = java.lang.constant.ConstantDescs.CD_Object.arrayType();
        Local args = body.out.temporary(Kind.of(objects));
        java.util.List<Operand> values = check.message().stream().map(body::value).toList();
        body.out.add(new Instruction.Array(args, values));
        Local error = body.out.temporary(Kinds.EXCEPTION);
        body.out.call(error, Member.ofConstructor(Library.of("PyAssertionError"), objects), args);
        body.out.add(new Instruction.Throw(error));
        body.out.add(holds);
    }

    private void jump(boolean isBreak) {
        int depth = body.scopes.size() - 1;
        while (!(body.scopes.get(depth) instanceof Scope.Loop)) {
            depth--;
        }
        Scope.Loop loop = (Scope.Loop) body.scopes.get(depth);
        body.leave(
                depth + 1,
                () -> body.out.add(new Instruction.Jump(isBreak ? loop.breakTo : loop.continueTo)));
    }

    void returns(Optional<TypedExpression> value) {
        boolean guarded = body.scopes.stream().anyMatch(Scope.Guard.class::isInstance);
        if (value.isEmpty()) {
            body.leave(0, () -> body.closures.end(Optional.empty()));
            return;
        }
        TypedExpression given = value.orElseThrow();
        Operand operand;
        if (body.generator.isPresent() || body.result.isEmpty()) {
            operand = body.value(given);
        } else {
            Kind wanted = body.result.orElseThrow();
            operand = body.value(given);
            if (!operand.kind().equals(wanted)) {
                operand = body.local(operand, wanted);
            }
        }
        if (guarded && operand instanceof Local local) {
            Local kept = body.out.local("returned", local.kind());
            body.out.add(new Move(kept, local));
            operand = kept;
        }
        Operand result = operand;
        body.leave(0, () -> body.closures.end(Optional.of(result)));
    }

    private void load(TypedStatement.Import load) {
        if (load.module().origin() == krait.compiler.types.Origin.NATIVE) {
            return;
        }
        var type = java.lang.constant.MethodTypeDesc.of(java.lang.constant.ConstantDescs.CD_void);
        var owner = ModuleNames.classOf(load.module());
        body.out.call(Member.ofStatic(owner, Lowering.IMPORT, type));
    }
}
