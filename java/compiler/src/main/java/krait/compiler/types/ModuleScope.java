package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import krait.compiler.diagnostics.Source;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;

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

    Map<ClassSymbol, ClassHeader> classes() {
        return classes;
    }

    List<ModuleSymbol> imports() {
        return imports;
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
        return pending.containsKey(name) || bindings.containsKey(name);
    }

    void bind(String name, Binding binding) {
        pending.remove(name);
        bindings.put(name, binding);
    }

    /// What a name of the module itself stands for.
    Optional<Binding> find(String name) {
        Supplier<Binding> supplier = pending.remove(name);
        if (supplier != null) {
            bindings.put(name, supplier.get());
        }
        return Optional.ofNullable(bindings.get(name));
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
