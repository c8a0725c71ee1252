package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Instruction.Throw;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Names;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedExpression.Comprehension;
import krait.compiler.types.TypedExpression.ComprehensionKind;
import krait.compiler.types.Variable;

/// A generator expression that one builtin runs through at once: its loop, in a method of its own.
///
/// There is no generator, but all that a program can see of it: the first iterable is evaluated
/// outside, the method is the frame that tracebacks name, and StopIteration becomes RuntimeError.
final class GeneratorLoop {
    /// What a method may take has a limit on the JVM.
    private static final int CAPTURES_MAX = 60;

    private final Body body;
    private final Comprehension items;
    private final Optional<Kind> result;
    private final String name;
    private final Body inner;
    private final List<Operand> operands = new ArrayList<>();
    private final List<Local> first = new ArrayList<>();

    /// Begins the method, and evaluates the first iterable.
    GeneratorLoop(Body body, Comprehension items, Optional<Kind> result) {
        this.body = body;
        this.items = items;
        this.result = result;
        this.name = body.program.functions.expression(body.program.module);
        this.inner = new Body(body.program, name, result);
        TypedExpression iterable = items.clauses().getFirst().iteration().iterable();
        for (Local each : body.closures.first(iterable)) {
            first.add(parameter("first", each));
        }
        for (Variable variable : items.captures()) {
            Local local = parameter(variable.name(), body.variables.holder(variable));
            inner.variables.declareFree(variable, local);
        }
    }

    /// Whether a comprehension is a generator expression that nothing has to close.
    static boolean fits(Comprehension items) {
        return items.kind() == ComprehensionKind.GENERATOR
                && items.captures().size() <= CAPTURES_MAX
                && items.clauses().stream().noneMatch(each -> Loops.cleansUp(each.iteration()));
    }

    /// The code of the method.
    Body inner() {
        return inner;
    }

    /// A parameter of the method; all come before the loop.
    Local parameter(String title, Local given) {
        operands.add(given);
        return inner.out.parameter(title, given.kind());
    }

    /// The loop.
    ///
    /// @param action what it does with the element
    void each(Runnable action) {
        inner.out.line(items.span().line());
        items.locals().forEach(inner.variables::declare);
        Loops.Source source =
                Closures.source(inner, items.clauses().getFirst(), List.copyOf(first));
        inner.loops.clauses(items, 0, Optional.of(source), action);
    }

    /// Ends the method and calls it.
    void call(Optional<Local> target, int line) {
        body.program.moduleMethods.add(
                new MethodPlan(name, true, Shape.PAIR, inner.out.code(result)));
        List<Kind> kinds = operands.stream().map(Operand::kind).toList();
        boolean boxed = Names.hasBoxedEntry(kinds, result);
        ClassDesc owner = body.program.module;
        Member fast =
                new Member(Access.STATIC, owner, name, Names.type(kinds, result, IntForm.FAST));
        Member wide =
                new Member(
                        Access.STATIC,
                        owner,
                        boxed ? name + Names.BOXED : name,
                        Names.type(kinds, result, IntForm.WIDE));
        Optional<Local> value = result.map(body.out::temporary);
        boolean isInt = result.filter(Kind.INT::equals).isPresent();
        body.out.line(line);
        Label start = body.out.here();
        Widening widening = isInt ? Widening.BEHIND : Widening.NONE;
        body.out.add(new Call(value, fast, wide, operands, widening));
        Label end = body.out.here();
        stopped(start, end);
        target.ifPresent(into -> body.out.add(new Move(into, value.orElseThrow())));
    }

    private void stopped(Label start, Label end) {
        Label behind = body.out.label();
        body.jump(behind);
        Local thrown = body.out.local("stopped", Kinds.THROWABLE);
        ClassDesc stop = Library.of("StopIteration");
        body.out.region(start, end, body.out.here(), stop, thrown);
        Local error = body.out.temporary(Kinds.EXCEPTION);
        ClassDesc throwable = java.lang.constant.ConstantDescs.CD_Throwable;
        MethodTypeDesc type = MethodTypeDesc.of(Library.of("PyBaseException"), throwable);
        body.out.call(error, Member.ofStatic(Library.of("Generator"), "stopped", type), thrown);
        body.out.add(new Throw(error));
        body.out.add(behind);
    }
}
