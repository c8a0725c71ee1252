package krait.compiler.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// The body being checked, and the parts of the checker that work on it. Not thread safe.
final class Body {
    /// The function around.
    ///
    /// @param result what `return` gives
    /// @param yielded what `yield` gives; NEVER where the function is no generator
    record Context(
            FunctionSymbol symbol,
            Type result,
            Type yielded,
            Optional<ClassSymbol> owner,
            Optional<Variable> self) {}

    private final Session session;
    private final TypeNames names;
    private Scope scope;
    private Flow flow = new Flow();
    private final Optional<Context> context;
    private final Predicate<Variable> certain;
    private int userCalls;
    private final Set<Variable> naturals = new HashSet<>();
    private int loopDepth;
    private final List<Runnable> deferred = new ArrayList<>();
    private final Deque<LoopFlow> loops = new ArrayDeque<>();
    private final Expressions expressions;
    private final Operators operators;
    private final Calls calls;
    private final Conditions conditions;
    private final Statements statements;
    private final Targets targets;

    /// Where control goes when a loop is left early.
    static final class LoopFlow {
        final List<Flow> breaks = new ArrayList<>();
    }

    /// @param certain outer variables that have a value whenever this code runs
    Body(
            Session session,
            TypeNames names,
            Scope scope,
            Optional<Context> context,
            Predicate<Variable> certain) {
        this.certain = certain;
        this.session = session;
        this.names = names;
        this.scope = scope;
        this.context = context;
        this.expressions = new Expressions(this);
        this.operators = new Operators(this);
        this.calls = new Calls(this);
        this.conditions = new Conditions(this);
        this.targets = new Targets(this);
        this.statements = new Statements(this);
    }

    Session session() {
        return session;
    }

    TypeNames names() {
        return names;
    }

    Builtins builtins() {
        return session.builtins();
    }

    Relations relations() {
        return session.relations();
    }

    Members members() {
        return session.members();
    }

    Problems problems() {
        return names.module().problems();
    }

    Scope scope() {
        return scope;
    }

    Flow flow() {
        return flow;
    }

    void flow(Flow next) {
        flow = next;
    }

    Optional<Context> context() {
        return context;
    }

    Predicate<Variable> certain() {
        return certain;
    }

    /// What a name stands for here; an import has to have run.
    Optional<Scope.Found> find(Expression.Name name) {
        Optional<Scope.Found> found = scope.find(name.id());
        Optional<Variable> imported =
                found.isPresent() ? names.module().imported(name.id()) : Optional.empty();
        boolean ofModule =
                imported.isPresent()
                        && names.module()
                                .find(name.id())
                                .filter(b -> b.equals(found.orElseThrow().binding()))
                                .isPresent();
        if (ofModule && boundNames().mayBeUnbound(imported.get(), found.get().deleted())) {
            refuse(
                    TypeCode.UNASSIGNED,
                    name.span(),
                    "'" + name.id() + "' may not be imported yet here",
                    "move the import to the beginning of the module");
        }
        return found;
    }

    /// The class in whose methods this code stands.
    Optional<ClassSymbol> owner() {
        return context.flatMap(Context::owner);
    }

    InitialFields initialFields() {
        return new InitialFields(this);
    }

    BoundNames boundNames() {
        return new BoundNames(this);
    }

    /// Notes that code of the program may run here that nothing names, such as special methods.
    void runsUserCode() {
        runsUserCode(session.effects().unnamed());
    }

    /// Notes that code of the program may run here, which may change what tests have shown.
    void runsUserCode(Effects.Writes writes) {
        userCalls++;
        flow.escaped().ifPresent(initialFields()::allSet);
        flow.forgetReachable(scope, writes);
        if (!scope.inFunction() && flow.reachable()) {
            names.module().callPoint(flow.boundVariables());
        }
    }

    /// Loop variables that count up from 0 or more, here.
    Set<Variable> naturals() {
        return naturals;
    }

    /// How often an assignment here counts: in a loop more than once.
    int assignments() {
        return loopDepth > 0 ? 2 : 1;
    }

    void enterLoop() {
        loopDepth++;
    }

    void leaveLoop() {
        loopDepth--;
    }

    /// How often code of the program may have run so far.
    int userCalls() {
        return userCalls;
    }

    List<Runnable> deferred() {
        return deferred;
    }

    Deque<LoopFlow> loops() {
        return loops;
    }

    Expressions expressions() {
        return expressions;
    }

    Operators operators() {
        return operators;
    }

    Calls calls() {
        return calls;
    }

    Conditions conditions() {
        return conditions;
    }

    Statements statements() {
        return statements;
    }

    Targets targets() {
        return targets;
    }

    /// Enters an inner scope; the result is the outer one, for [#leave].
    Scope enter(Scope inner) {
        Scope outer = scope;
        scope = inner;
        return outer;
    }

    void leave(Scope outer) {
        scope = outer;
    }

    /// Runs what was put off until all names of this body are known.
    void runDeferred() {
        for (int i = 0; i < deferred.size(); i++) {
            deferred.get(i).run();
        }
        deferred.clear();
    }

    TypedExpression refuse(TypeCode code, Span span, String message) {
        problems().report(code, span, message);
        return error(span);
    }

    TypedExpression refuse(TypeCode code, Span span, String message, String rewrite) {
        problems().report(code, span, message, rewrite);
        return error(span);
    }

    static TypedExpression error(Span span) {
        return new TypedExpression.Constant(Literal.Singleton.ELLIPSIS, Simple.ERROR, span);
    }

    /// The value as one of a wider type, or an error that says why not.
    TypedExpression coerce(TypedExpression value, Type target, String what) {
        Type from = value.type();
        if (from.equals(target) || from == Simple.ERROR || target == Simple.ERROR) {
            return value;
        }
        Optional<NominalType> members = Enums.membersOf(from, builtins());
        if (members.isPresent()
                && !relations().assignable(from, target)
                && relations().assignable(members.get(), target)) {
            return coerce(new Enums(this).members(value), target, what);
        }
        Optional<TypedExpression> function = new UnboundMethods(this).called(value, target);
        if (function.isPresent()) {
            return function.get();
        }
        if (relations().assignable(from, target)) {
            return new TypedExpression.Convert(
                    value, TypedExpression.Conversion.WIDEN, target, value.span());
        }
        return mismatch(value, target, what);
    }

    private TypedExpression mismatch(TypedExpression value, Type target, String what) {
        Type from = value.type();
        String fact = what + " must be " + target.show() + ", not " + from.show();
        Type plain = Relations.withoutNone(target);
        Span span = value.span();
        if (from.equals(builtins().bool()) && plain.equals(builtins().integer())) {
            return refuse(TypeCode.BOOL_AS_INT, span, fact, "int(...)");
        }
        boolean integral = from.equals(builtins().integer()) || from.equals(builtins().bool());
        if (integral && plain.equals(builtins().real())) {
            boolean literal =
                    value instanceof TypedExpression.Constant c && c.value() instanceof Literal.Int;
            String rewrite =
                    literal
                                    && value instanceof TypedExpression.Constant c
                                    && c.value() instanceof Literal.Int number
                            ? "write " + number.value() + ".0"
                            : "float(...)";
            return refuse(TypeCode.INT_AS_FLOAT, span, fact, rewrite);
        }
        if (plain.equals(builtins().real()) && new MixedNumbers(this).mixed(from)) {
            return refuse(
                    TypeCode.INT_AS_FLOAT,
                    span,
                    fact,
                    "float(...), or sum(items, 0.0) where it is a sum");
        }
        if (Relations.mayBeNone(from)
                && relations().assignable(Relations.withoutNone(from), target)) {
            return refuse(TypeCode.MAY_BE_NONE, span, fact);
        }
        return refuse(TypeCode.MISMATCH, span, fact);
    }
}
