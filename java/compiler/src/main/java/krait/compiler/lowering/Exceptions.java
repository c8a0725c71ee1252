package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Throw;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedStatement;

/// Lowers `try`, `with` and `raise`.
///
/// The body of a `finally` is copied to every way out. An exception that leaves a handler says
/// there in which context it was raised, since the handler knows.
final class Exceptions {
    private static final ClassDesc EXCEPTION = Library.of("PyBaseException");
    private static final ClassDesc TRACEBACK = Library.of("PyTraceback");

    private final Body body;

    Exceptions(Body body) {
        this.body = body;
    }

    /// An exception that is made, but not raised at once, has no traceback of this place.
    static void made(Body body, Local object, TypedExpression.New made) {
        if (made.symbol().is(ClassSymbol.Flag.EXCEPTION)) {
            body.out.call(Member.ofVirtual(EXCEPTION, "made", MethodTypeDesc.of(CD_void)), object);
        }
    }

    void attempt(TypedStatement.Try attempt) {
        if (attempt.finalbody().isEmpty()) {
            handlers(attempt);
        } else {
            lastly(
                    () -> {
                        if (attempt.handlers().isEmpty()) {
                            body.statements(attempt.body());
                            body.statements(attempt.orelse());
                        } else {
                            handlers(attempt);
                        }
                    },
                    () -> body.statements(attempt.finalbody()));
        }
    }

    /// Does something, and another thing behind it whatever happens.
    void lastly(Runnable inside, Runnable behind) {
        Scope.Guard guard = new Scope.Guard(Optional.empty(), behind);
        guarded(guard, inside);
        if (body.out.falls()) {
            behind.run();
        }
        Label end = body.out.label();
        body.jump(end);
        Local error = handler(guard);
        handling(error, () -> {}, behind);
        rethrow(error);
        body.out.add(end);
    }

    private void guarded(Scope.Guard guard, Runnable inside) {
        guard.open(body.out);
        body.scopes.add(guard);
        inside.run();
        body.scopes.removeLast();
        guard.close(body.out);
    }

    /// Starts the handler of a guard.
    ///
    /// @return the Python exception
    private Local handler(Scope.Guard guard) {
        Local thrown = body.out.local("thrown", Kinds.THROWABLE);
        Label start = body.out.here();
        for (Scope.Guard.Range range : guard.ranges) {
            body.out.region(range.start(), range.end(), start, CD_Throwable, thrown);
        }
        Local error = body.out.local("error", Kinds.EXCEPTION);
        MethodTypeDesc type = MethodTypeDesc.of(EXCEPTION, CD_Throwable);
        body.out.call(error, Member.ofStatic(Library.of("Raised"), "python", type), thrown);
        guard.handled.or(this::handled).ifPresent(outer -> during(error, outer));
        return error;
    }

    /// The exception that is being handled here.
    private Optional<Local> handled() {
        return body.scopes.reversed().stream()
                .filter(Scope.Guard.class::isInstance)
                .map(Scope.Guard.class::cast)
                .flatMap(guard -> guard.handled.stream())
                .findFirst();
    }

    private void during(Local raised, Local handled) {
        MethodTypeDesc type = MethodTypeDesc.of(EXCEPTION, EXCEPTION, EXCEPTION);
        body.out.call(Member.ofStatic(Library.of("Handling"), "during", type), raised, handled);
    }

    private void rethrow(Local error) {
        if (body.out.falls()) {
            body.out.add(new Throw(error));
        }
    }

    /// Does something while an exception is being handled.
    ///
    /// @param cleanup what whoever leaves has to do
    private void handling(Local error, Runnable cleanup, Runnable inside) {
        Runnable leaving =
                () -> {
                    cleanup.run();
                    body.out.call(HeldGenerators.RELEASE, error);
                };
        Scope.Guard guard = new Scope.Guard(Optional.of(error), leaving);
        guarded(guard, inside);
        if (body.out.falls()) {
            cleanup.run();
        }
        Label behind = body.out.label();
        body.jump(behind);
        Local second = handler(guard);
        cleanup.run();
        rethrow(second);
        body.out.add(behind);
    }

    private void handlers(TypedStatement.Try attempt) {
        Scope.Guard guard = new Scope.Guard(Optional.empty(), () -> {});
        guarded(guard, () -> body.statements(attempt.body()));
        body.statements(attempt.orelse());
        Label end = body.out.label();
        body.jump(end);
        Local error = handler(guard);
        for (TypedStatement.Handler handler : attempt.handlers()) {
            Label next = body.out.label();
            matches(handler, error, next);
            Runnable unbind =
                    () -> handler.name().ifPresent(variable -> body.variables.delete(variable));
            handler.name().ifPresent(variable -> body.variables.write(variable, error));
            handling(error, unbind, () -> body.statements(handler.body()));
            release(error);
            body.jump(end);
            body.out.add(next);
        }
        rethrow(error);
        body.out.add(end);
    }

    private void matches(TypedStatement.Handler handler, Local error, Label next) {
        if (handler.classes().isEmpty()) {
            return;
        }
        Label yes = body.out.label();
        for (ClassSymbol symbol : handler.classes()) {
            Local answer = body.out.temporary(Kind.BOOL);
            ClassDesc type = body.program.kinds.classOf(symbol);
            body.out.add(new Instruction.IsInstance(answer, error, type));
            body.out.add(new JumpBool(answer, true, yes));
        }
        body.jump(next);
        body.out.add(yes);
    }

    void raise(TypedStatement.Raise raise) {
        if (raise.exception().isEmpty()) {
            Local current =
                    handled()
                            .orElseThrow(() ->
                                    new Unsupported(
                                            raise.span(), "`raise` alone outside an except"));
            body.out.add(new Throw(current));
            return;
        }
        TypedExpression exception = raise.exception().orElseThrow();
        Local error = body.out.local("raised", Kinds.EXCEPTION);
        if (exception instanceof TypedExpression.New made) {
            Local value = body.out.temporary(body.program.kinds.of(made.type()));
            body.calls.create(value, made);
            body.out.add(new Instruction.Move(error, value));
        } else {
            body.out.add(new Instruction.Move(error, body.value(exception)));
        }
        if (raise.cause().isPresent()) {
            Operand cause = body.value(raise.cause().orElseThrow());
            MethodTypeDesc type = MethodTypeDesc.of(EXCEPTION, EXCEPTION);
            body.out.call(Member.ofVirtual(EXCEPTION, "from", type), error, cause);
        }
        body.out.line(raise.span().line());
        if (!(exception instanceof TypedExpression.New)) {
            MethodTypeDesc type = MethodTypeDesc.of(EXCEPTION);
            body.out.call(Member.ofVirtual(EXCEPTION, "raised", type), error);
        }
        body.out.add(new Throw(error));
    }

    void with(TypedStatement.With with) {
        Operand context = body.value(with.context());
        Local manager = body.out.local("manager", context.kind());
        body.out.add(new Instruction.Move(manager, context));
        Optional<Local> entered =
                with.target()
                        .map(_ -> body.out.local("entered", body.program.kinds.of(with.entered())));
        invoke(entered, with.enter(), List.of(manager), with);
        Scope.Guard guard =
                new Scope.Guard(
                        Optional.empty(),
                        () -> exit(Optional.empty(), with, manager, Operand.NULL));
        guarded(
                guard,
                () -> {
                    with.target()
                            .ifPresent(target -> body.targets.store(target, entered.orElseThrow()));
                    body.statements(with.body());
                });
        Label end = body.out.label();
        if (body.out.falls()) {
            exit(Optional.empty(), with, manager, Operand.NULL);
        }
        body.jump(end);
        Local error = handler(guard);
        Optional<Local> swallowed =
                with.suppresses()
                        ? Optional.of(body.out.local("swallowed", Kind.BOOL))
                        : Optional.empty();
        handling(error, () -> {}, () -> exit(swallowed, with, manager, error));
        swallowed.ifPresent(answer -> swallow(error, answer, end));
        rethrow(error);
        body.out.add(end);
    }

    private void release(Local error) {
        if (body.out.falls()) {
            body.out.call(HeldGenerators.RELEASE, error);
        }
    }

    private void swallow(Local error, Local answer, Label end) {
        Label goes = body.out.label();
        body.out.add(new JumpBool(answer, false, goes));
        release(error);
        body.jump(end);
        body.out.add(goes);
    }

    /// Does something, and holds the generators in variables as long as CPython's frame does: to
    /// the end of the function, or of the exception that it ends with.
    void holding(HeldGenerators held, Runnable inside) {
        Scope.Guard guard = new Scope.Guard(Optional.empty(), held::drop);
        guarded(guard, inside);
        if (body.out.falls()) {
            held.drop();
        }
        Label end = body.out.label();
        body.jump(end);
        Local error = handler(guard);
        held.holdBy(error);
        rethrow(error);
        body.out.add(end);
    }

    private void exit(
            Optional<Local> answer, TypedStatement.With with, Local manager, Operand error) {
        List<Operand> operands = new ArrayList<>();
        operands.add(manager);
        if (error.equals(Operand.NULL)) {
            operands.addAll(List.of(Operand.NULL, Operand.NULL, Operand.NULL));
        } else {
            Local type = body.out.temporary(Kinds.CLASS);
            new ClassValues(body).of(type, error);
            Local traceback = body.out.temporary(Kind.of(TRACEBACK));
            body.out.call(traceback, Member.ofConstructor(TRACEBACK));
            operands.addAll(List.of(type, error, traceback));
        }
        invoke(answer, with.exit(), collected(with.exit(), operands), with);
    }

    /// The arguments of `__exit__`, those of its `*args` as a tuple.
    private List<Operand> collected(
            krait.compiler.types.FunctionSymbol exit, List<Operand> operands) {
        List<Operand> given = new ArrayList<>();
        int next = 1;
        given.add(operands.getFirst());
        for (krait.compiler.types.Parameter parameter : exit.parameters()) {
            switch (parameter.kind()) {
                case REST -> {
                    Local items = body.out.temporary(Kind.of(CD_Object.arrayType()));
                    int first = Math.min(next, operands.size());
                    List<Operand> rest = operands.subList(first, operands.size());
                    body.out.add(new Instruction.Array(items, rest));
                    ClassDesc tuple = Library.of("Tuple");
                    Local packed = body.out.temporary(Kinds.TUPLE);
                    MethodTypeDesc of = MethodTypeDesc.of(tuple, CD_Object.arrayType());
                    body.out.call(packed, Member.ofStatic(tuple, "of", of), items);
                    given.add(packed);
                    next = operands.size();
                }
                case POSITIONAL_ONLY, NORMAL -> {
                    given.add(
                            next < operands.size()
                                    ? operands.get(next)
                                    : body.calls.defaultValue(exit, List.of(), parameter));
                    next++;
                }
                case KEYWORD_ONLY, KEYWORDS ->
                        given.add(body.calls.defaultValue(exit, List.of(), parameter));
            }
        }
        return given;
    }

    private void invoke(
            Optional<Local> target,
            krait.compiler.types.FunctionSymbol function,
            List<Operand> operands,
            TypedStatement.With with) {
        if (function.origin() != krait.compiler.types.Origin.COMPILED) {
            body.natives.method(target, function, operands, with.span());
            return;
        }
        body.calls.compiled(target, function, Access.VIRTUAL, operands);
    }
}
