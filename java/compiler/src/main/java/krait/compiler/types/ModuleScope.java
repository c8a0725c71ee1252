package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import org.jspecify.annotations.Nullable;

/// The names of a module, each read when somebody first asks.
final class ModuleScope {
    private final ModuleSymbol symbol;
    private final Source source;
    private final Ast.Module tree;
    private final Problems problems;
    private final Session session;
    private final Map<String, Supplier<Binding>> pending = new HashMap<>();
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Map<ClassSymbol, ClassHeader> classes = new LinkedHashMap<>();
    private final List<ModuleSymbol> imports = new ArrayList<>();
    private final List<Set<Variable>> callPoints = new ArrayList<>();
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Binding.AliasBinding> typeNames = new HashMap<>();
    private final Set<String> dotted = new HashSet<>();
    private final Map<ModuleScope, Span> needs = new LinkedHashMap<>();
    private final Map<String, Variable> importedNames = new HashMap<>();
    private final IdentityHashMap<Ast.Alias, Variable> imported = new IdentityHashMap<>();
    private final IdentityHashMap<Ast.Alias, ModuleScope> importedFrom = new IdentityHashMap<>();
    private @Nullable Set<String> assigned;
    private Set<Variable> boundAtEnd = Set.of();

    /// What the checker needs of a class besides its symbol.
    record ClassHeader(krait.compiler.syntax.Statement.ClassDef definition, TypeNames names) {}

    ModuleScope(ModuleSymbol symbol, Source source, Ast.Module tree, Session session) {
        this.symbol = symbol;
        this.source = source;
        this.tree = tree;
        this.problems = new Problems(source);
        this.session = session;
    }

    ModuleSymbol symbol() {
        return symbol;
    }

    Source source() {
        return source;
    }

    Ast.Module tree() {
        return tree;
    }

    Session session() {
        return session;
    }

    Problems problems() {
        return problems;
    }

    boolean nativeModule() {
        return symbol.origin() == Origin.NATIVE;
    }

    /// Whether it is no file of the program.
    boolean ofLibrary() {
        return nativeModule() || source.name().startsWith(Library.SOURCES);
    }

    Map<ClassSymbol, ClassHeader> classes() {
        return classes;
    }

    List<ModuleSymbol> imports() {
        return imports;
    }

    /// Modules below packages that `import a.b` has made visible as `a.b`.
    Set<String> dotted() {
        return dotted;
    }

    /// Modules of the program that run before this one goes on, and where it says so.
    Map<ModuleScope, Span> needs() {
        return needs;
    }

    boolean isPackage() {
        return source.name().endsWith("__init__.py");
    }

    /// Notes a name that an import binds when it runs.
    void importName(String name, Ast.Alias alias) {
        Variable variable =
                importedNames.computeIfAbsent(
                        name,
                        n -> new Variable(n, Variable.Kind.GLOBAL, Type.Simple.NEVER, symbol));
        imported.put(alias, variable);
    }

    void importFrom(Ast.Alias alias, ModuleScope home) {
        importedFrom.put(alias, home);
    }

    /// What stands for the name of an import that was declared.
    Optional<Variable> imported(Ast.Alias alias) {
        return Optional.ofNullable(imported.get(alias));
    }

    Optional<Variable> imported(String name) {
        return Optional.ofNullable(importedNames.get(name));
    }

    Optional<ModuleScope> importedFrom(Ast.Alias alias) {
        return Optional.ofNullable(importedFrom.get(alias));
    }

    /// Whether the code of the module assigns or imports the name somewhere.
    boolean mayAssign(String name) {
        if (declared(name) || importedNames.containsKey(name)) {
            return true;
        }
        Set<String> known = assigned;
        if (known == null) {
            known = nativeModule() ? Set.of() : AssignedNames.in(tree.body()).assigned();
            assigned = known;
        }
        return known.contains(name);
    }

    void end(Set<Variable> bound) {
        boundAtEnd = bound;
        callPoint(bound);
    }

    /// Whether a variable has a value once the module has run.
    boolean boundAtEnd(Variable variable) {
        return nativeModule() || boundAtEnd.contains(variable);
    }

    /// Notes which names are bound where functions of the module may run.
    void callPoint(Set<Variable> bound) {
        if (callPoints.isEmpty() || !callPoints.getLast().equals(bound)) {
            callPoints.add(bound);
        }
    }

    void forgetCallPoints() {
        callPoints.clear();
    }

    /// Which variables have a value whenever code runs that is defined where `definition` is bound.
    Predicate<Variable> boundWhenRun(Variable definition) {
        List<Set<Variable>> points =
                callPoints.stream().filter(p -> p.contains(definition)).toList();
        return variable -> points.stream().allMatch(p -> p.contains(variable));
    }

    void declare(String name, Supplier<Binding> binding) {
        pending.put(name, binding);
    }

    boolean declared(String name) {
        return pending.containsKey(name) || bindings.containsKey(name) || members.containsKey(name);
    }

    void bind(String name, Binding binding) {
        pending.remove(name);
        bindings.put(name, binding);
    }

    /// A name of another module that this one imports. Variables are copied when the import runs.
    private record Member(ModuleScope home, String name) {}

    void importMember(String bound, ModuleScope home, String name) {
        members.put(bound, new Member(home, name));
    }

    /// What a name of the module itself stands for.
    Optional<Binding> find(String name) {
        Supplier<Binding> supplier = pending.remove(name);
        if (supplier != null) {
            bindings.put(name, supplier.get());
        }
        Member member = members.get(name);
        if (member == null || bindings.containsKey(name)) {
            return Optional.ofNullable(bindings.get(name));
        }
        // a module that imports from itself, over others or not, finds nothing in the circle
        members.remove(name);
        Optional<Binding> found = member.home().find(member.name());
        members.put(name, member);
        return found.filter(
                b -> member.home().nativeModule() || !(b instanceof Binding.VariableBinding));
    }

    /// A variable that is given a class once, and so stands for it in types: `Node = str`.
    void nameType(String name, Binding.AliasBinding type) {
        typeNames.put(name, type);
    }

    /// What a variable of this module, or one that it imports, stands for in types.
    Optional<Binding.AliasBinding> typeNamed(String name) {
        Member member = members.get(name);
        if (member == null) {
            return Optional.ofNullable(typeNames.get(name));
        }
        members.remove(name);
        Optional<Binding.AliasBinding> found = member.home().typeNamed(member.name());
        members.put(name, member);
        return found;
    }

    /// Whether the code of the module assigns the name at one place, which runs once.
    boolean assignedOnce(String name) {
        AssignedNames names = AssignedNames.in(tree.body());
        return names.assigned().contains(name) && !names.again().contains(name);
    }

    /// What a name of the module or a builtin stands for.
    Optional<Binding> lookup(String name) {
        Optional<Binding> own = find(name);
        if (own.isEmpty() && nativeModule()) {
            own = TypingForms.form(name);
        }
        if (own.isPresent() || symbol.name().equals("builtins")) {
            return own;
        }
        if (TypingForms.hidden(name) && !nativeModule()) {
            return Optional.empty();
        }
        return session().builtins().scope().find(name);
    }

    /// A global variable, made when it is first met.
    Variable variable(String name, Type type) {
        Variable variable = new Variable(name, Variable.Kind.GLOBAL, type, symbol);
        symbol.declare(variable);
        bindings.put(name, new Binding.VariableBinding(variable));
        return variable;
    }

    /// Before another pass over the code of the module.
    void forgetVariables() {
        bindings.values()
                .removeIf(b ->
                        b instanceof Binding.VariableBinding v && v.variable().module() == symbol);
    }

    /// Names that a type may mention at a place, inner ones first.
    record TypeNames(ModuleScope module, Map<String, TypeVariable> variables, Optional<Type> self) {
        TypeNames with(List<TypeVariable> more) {
            Map<String, TypeVariable> all = new HashMap<>(variables);
            more.forEach(v -> all.put(v.name(), v));
            return new TypeNames(module, all, self);
        }

        TypeNames withSelf(Type type) {
            return new TypeNames(module, variables, Optional.of(type));
        }
    }

    TypeNames typeNames() {
        return new TypeNames(this, Map.of(), Optional.empty());
    }

    /// The text of a name that is assigned a type, such as `Vector = list[float]`.
    static Optional<String> nameOf(Expression expression) {
        return expression instanceof Expression.Name name
                ? Optional.of(name.id())
                : Optional.empty();
    }
}
