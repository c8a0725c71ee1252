package krait.compiler.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;
import org.jspecify.annotations.Nullable;

/// What all phases of one check share. Not thread safe.
final class Session {
    private final Library library;
    private final Holes holes = new Holes();
    private final SharedState shared = new SharedState();
    private final GeneratorLives lives = new GeneratorLives();
    private final Set<ClassSymbol> sealed = new HashSet<>();
    private final Set<TypedExpression> ofClassAtHand =
            Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<FieldSymbol, Variable> standIns = new HashMap<>();
    private final IdentityHashMap<ModuleScope, Set<String>> declaredElsewhere =
            new IdentityHashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private @Nullable Builtins builtins;
    private @Nullable Relations relations;
    private @Nullable Effects effects;
    private int effectsOf;

    Session(ModuleFinder finder) {
        this.library = new Library(finder, this);
    }

    Library library() {
        return library;
    }

    SharedState shared() {
        return shared;
    }

    GeneratorLives lives() {
        return lives;
    }

    /// What calls may change, by the modules that are known now.
    Effects effects() {
        int count = library.all().size();
        Effects known = effects;
        if (known == null || effectsOf != count) {
            known = new Effects(library.all());
            effects = known;
            effectsOf = count;
        }
        return known;
    }

    Holes holes() {
        return holes;
    }

    Builtins builtins() {
        Builtins known = builtins;
        if (known == null) {
            known = new Builtins(library.builtins().orElseThrow());
            builtins = known;
        }
        return known;
    }

    Relations relations() {
        Relations known = relations;
        if (known == null) {
            known = new Relations(builtins(), holes);
            relations = known;
        }
        return known;
    }

    /// Notes that code makes objects of just this class where it means "the class at hand", so that
    /// no class may be below it.
    void sealed(ClassSymbol symbol, Problems problems, Span span) {
        sealed.add(symbol);
        alone(symbol, "cls() of a class with subclasses", problems, span);
    }

    /// Refuses what is exact only where no class is below one.
    void alone(ClassSymbol symbol, String what, Problems problems, Span span) {
        later(() -> {
            for (ModuleScope module : library.program()) {
                for (ClassSymbol other : module.classes().keySet()) {
                    if (other != symbol && other.below(symbol)) {
                        problems.report(
                                TypeCode.UNSUPPORTED,
                                span,
                                what + ", such as " + other.name(),
                                symbol.name() + "(...)");
                    }
                }
            }
        });
    }

    /// A global variable in the place of one of a class, for what tests show of it.
    Variable standIn(FieldSymbol field) {
        return standIns.computeIfAbsent(
                field,
                f -> new Variable(f.name(), Variable.Kind.GLOBAL, f.type(), f.owner().module()));
    }

    /// The classes of the program below one, each behind those that it inherits from.
    List<ClassSymbol> below(ClassSymbol symbol) {
        List<ClassSymbol> found = new ArrayList<>();
        for (ModuleScope module : library.program()) {
            for (Statement statement : module.tree().body()) {
                if (statement instanceof Statement.ClassDef c
                        && module.find(c.name()).orElse(null) instanceof Binding.ClassBinding b
                        && b.symbol() != symbol
                        && b.symbol().below(symbol)) {
                    found.add(b.symbol());
                }
            }
        }
        return found;
    }

    /// The names that a function of the module declares `global` or `nonlocal`.
    Set<String> declaredElsewhere(ModuleScope module) {
        return declaredElsewhere.computeIfAbsent(
                module,
                m -> {
                    Set<String> found = new HashSet<>();
                    for (Statement statement : m.tree().body()) {
                        TreeWalk.walkDeep(
                                statement,
                                node -> {
                                    if (node instanceof Statement.Global g) {
                                        found.addAll(g.names());
                                    } else if (node instanceof Statement.Nonlocal n) {
                                        found.addAll(n.names());
                                    }
                                });
                    }
                    return found;
                });
    }

    /// Notes an object of the class at hand, whichever that is.
    void madeOfClassAtHand(TypedExpression made) {
        ofClassAtHand.add(made);
    }

    boolean isOfClassAtHand(TypedExpression made) {
        return ofClassAtHand.contains(made);
    }

    boolean isSealed(ClassSymbol symbol) {
        return sealed.contains(symbol);
    }

    /// Puts a test off until all classes can be asked.
    void later(Runnable test) {
        later.add(test);
    }

    void runLater() {
        for (int i = 0; i < later.size(); i++) {
            later.get(i).run();
        }
        later.clear();
    }

    Members members() {
        return new Members(relations(), builtins());
    }

    /// The type of a value in the body of a class.
    Type constantType(Expression value, TypeNames names, ClassSymbol owner) {
        Scope scope = Scope.classBody(Scope.module(names.module()));
        owner.fields().stream()
                .filter(FieldSymbol::classVariable)
                .forEach(f -> scope.bind(f.name(), new Binding.FieldBinding(f)));
        for (EnumMember member : owner.enumMembers()) {
            Variable raw =
                    new Variable(
                            member.field().name(), Variable.Kind.TEMPORARY, member.type(), null);
            scope.bind(raw.name(), new Binding.VariableBinding(raw));
        }
        Body body = new Body(this, names, scope, Optional.empty(), variable -> true);
        return quietly(body, value, names);
    }

    /// The type of a value that a method gives to a field without an annotation.
    Type initialType(
            Expression value,
            Statement.FunctionDef init,
            List<Parameter> parameters,
            ClassSymbol owner,
            TypeNames names) {
        Scope scope =
                Scope.function(
                        Scope.module(names.module()), AssignedNames.in(init.body()), init.span());
        Body body = new Body(this, names, scope, Optional.empty(), variable -> true);
        if (!init.args().args().isEmpty()) {
            String self = init.args().args().getFirst().arg();
            body.flow().bind(scope.declare(self, Type.NominalType.open(owner), true));
        }
        for (Parameter parameter : parameters) {
            body.flow().bind(scope.declare(parameter.name(), parameter.type(), true));
        }
        Problems problems = names.module().problems();
        int before = problems.count();
        body.statements().block(localsBefore(value, init));
        problems.rewind(before);
        return quietly(body, value, names);
    }

    /// The assignments of local variables above the statement that mentions a value.
    private static List<Statement> localsBefore(Expression value, Statement.FunctionDef init) {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : init.body()) {
            boolean[] seen = {false};
            TreeWalk.walkDeep(statement, node -> seen[0] |= node.equals(value));
            if (seen[0]) {
                break;
            }
            boolean local =
                    statement instanceof Statement.Assign a
                            ? a.targets().getFirst() instanceof Expression.Name
                            : statement instanceof Statement.AnnAssign b
                                    && b.target() instanceof Expression.Name;
            if (local) {
                found.add(statement);
            }
        }
        return found;
    }

    private Type quietly(Body body, Expression value, TypeNames names) {
        Problems problems = names.module().problems();
        int before = problems.count();
        Type type = body.expressions().check(value).type();
        problems.rewind(before);
        if (Substitution.mentionsError(type) && before > 0) {
            return Type.Simple.ERROR; // what is wrong there was told
        }
        if (Substitution.mentionsError(type) || holes.mentionsHole(type)) {
            return problems.report(
                    TypeCode.CANNOT_INFER,
                    value.span(),
                    "the type of the field can't be inferred here",
                    "write its type: NAME: TYPE = VALUE");
        }
        return type;
    }
}
