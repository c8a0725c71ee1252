package krait.compiler.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.code.Assembly;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Operand;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedStatement;

/// The function that is being lowered, and those who lower its parts.
final class Body {
    final Program program;
    final Assembly out = new Assembly();
    final Variables variables;
    final Expressions expressions;
    final Calls calls;
    final NativeCalls natives;
    final Operations operations;
    final Displays displays;
    final Loops loops;
    final Targets targets;
    final Statements statements;
    final Exceptions exceptions;
    final Closures closures;
    final List<Scope> scopes = new ArrayList<>();

    /// The JVM's name of what is lowered, which begins the names of what stands inside.
    final String name;

    /// What it returns; a generator's step has none of its own.
    final Optional<Kind> result;

    /// The generator object, in the step of a generator.
    Optional<Local> generator = Optional.empty();

    /// The generators that end with its variables.
    Optional<HeldGenerators> held = Optional.empty();

    /// The function value, in a function that stands inside another one.
    final Map<Object, Local> receivers = new HashMap<>();

    Body(Program program, String name, Optional<Kind> result) {
        this.program = program;
        this.name = name;
        this.result = result;
        this.variables = new Variables(this);
        this.expressions = new Expressions(this);
        this.calls = new Calls(this);
        this.natives = new NativeCalls(this);
        this.operations = new Operations(this);
        this.displays = new Displays(this);
        this.loops = new Loops(this);
        this.targets = new Targets(this);
        this.statements = new Statements(this);
        this.exceptions = new Exceptions(this);
        this.closures = new Closures(this);
    }

    Kind kind(TypedExpression expression) {
        return program.kinds.of(expression.type());
    }

    /// Computes a value; it is good until a variable changes.
    Operand value(TypedExpression expression) {
        return expressions.value(expression);
    }

    /// Computes a value into a local, converting it to its kind.
    void into(Local target, TypedExpression expression) {
        expressions.into(target, expression);
    }

    /// Computes values from left to right; a later one that changes a variable does not change an
    /// earlier one.
    List<Operand> values(List<TypedExpression> list) {
        List<Operand> operands = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (TypedExpression each : list) {
            operands.add(value(each));
            places.add(out.size());
        }
        Set<Local> written = new HashSet<>();
        int end = out.size();
        for (int i = operands.size() - 2; i >= 0; i--) {
            for (int at = places.get(i); at < end; at++) {
                out.get(at).written().ifPresent(written::add);
            }
            end = places.get(i);
            if (operands.get(i) instanceof Local local && written.contains(local)) {
                Local copy = out.temporary(local.kind());
                out.insert(places.get(i), new Move(copy, local));
                operands.set(i, copy);
            }
        }
        return operands;
    }

    /// A value in a local of a kind.
    Local local(Operand value, Kind kind) {
        if (value instanceof Local local && local.kind().equals(kind)) {
            return local;
        }
        Local local = out.temporary(kind);
        out.add(new Move(local, value));
        return local;
    }

    void statements(List<TypedStatement> list) {
        list.forEach(statements::lower);
    }

    void jump(Label to) {
        if (out.falls()) {
            out.add(new Instruction.Jump(to));
        }
    }

    /// Leaves all scopes above a depth, innermost first, then does what has to be done outside.
    void leave(int depth, Runnable then) {
        List<Scope> left = new ArrayList<>(scopes.subList(depth, scopes.size()));
        for (Scope scope : left.reversed()) {
            scopes.removeLast();
            if (scope instanceof Scope.Guard guard) {
                guard.close(out);
                guard.cleanup.run();
            }
        }
        then.run();
        for (Scope scope : left) {
            scopes.add(scope);
            if (scope instanceof Scope.Guard guard) {
                guard.open(out);
            }
        }
    }
}
