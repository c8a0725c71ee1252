package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.types.FunctionBody;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.Variable;

/// The generators that a function's variables hold, and that end with them. Each has a local of its
/// own beside the variable, which is null where the variable holds none.
final class HeldGenerators {
    private static final ClassDesc GENERATOR = Library.of("Generator");
    private static final ClassDesc ITERATOR = Library.of("PyIterator");
    private static final ClassDesc EXCEPTION = Library.of("PyBaseException");

    /// The last reference to a generator goes.
    static final Member DROP =
            Member.ofStatic(GENERATOR, "drop", MethodTypeDesc.of(CD_void, ITERATOR));

    /// An exception is handled, and nothing refers to it any more.
    static final Member RELEASE =
            Member.ofStatic(
                    Library.of("Handling"), "release", MethodTypeDesc.of(CD_void, EXCEPTION));

    private static final Member HOLD =
            Member.ofStatic(
                    Library.of("Handling"),
                    "hold",
                    MethodTypeDesc.of(CD_void, EXCEPTION, ITERATOR));

    private static final Member ASSIGN_GLOBAL =
            Member.ofStatic(GENERATOR, "global", MethodTypeDesc.of(CD_void, ITERATOR, ITERATOR));

    private final Body body;
    private final Map<Variable, Local> held = new LinkedHashMap<>();

    private HeldGenerators(Body body, List<Variable> variables) {
        this.body = body;
        for (Variable variable : variables) {
            Local local = body.out.local("held " + variable.name(), Kinds.ITERATOR);
            body.out.add(new Move(local, Operand.NULL));
            held.put(variable, local);
        }
    }

    /// Lowers the statements of a function.
    static void body(Body body, FunctionBody function) {
        List<Variable> variables = function.locals().stream().filter(Variable::holds).toList();
        if (variables.isEmpty()) {
            body.statements(function.body());
            return;
        }
        HeldGenerators generators = new HeldGenerators(body, variables);
        body.held = Optional.of(generators);
        body.exceptions.holding(generators, () -> body.statements(function.body()));
    }

    /// The call that makes a value.
    static Optional<TypedExpression.Call> call(TypedExpression value) {
        return switch (value) {
            case TypedExpression.Call call -> Optional.of(call);
            case TypedExpression.Convert convert -> call(convert.value());
            case TypedExpression.Block block -> call(block.value());
            case TypedExpression _ -> Optional.empty();
        };
    }

    /// A variable gets another value, or none: what it held goes, behind that.
    static void replaced(Body body, Variable variable, Runnable change, boolean deleted) {
        if (variable.kind() == Variable.Kind.GLOBAL) {
            Local old = body.out.local("old", Kinds.ITERATOR);
            body.out.add(body.program.fields.readGlobal(old, variable));
            change.run();
            Operand now = deleted ? Operand.NULL : body.variables.read(variable, false);
            body.out.call(ASSIGN_GLOBAL, old, now);
            return;
        }
        Local local = body.held.orElseThrow().held.get(variable);
        Local old = body.out.local("old", Kinds.ITERATOR);
        body.out.add(new Move(old, java.util.Objects.requireNonNull(local)));
        change.run();
        body.out.add(
                new Move(local, deleted ? Operand.NULL : body.variables.read(variable, false)));
        body.out.call(DROP, old);
    }

    /// The function ends: CPython lets its variables go from the last to the first.
    void drop() {
        List.copyOf(held.values()).reversed().forEach(local -> body.out.call(DROP, local));
    }

    /// The function ends with an exception, whose traceback refers to its variables.
    void holdBy(Local error) {
        List.copyOf(held.values()).reversed().forEach(local -> body.out.call(HOLD, error, local));
    }
}
