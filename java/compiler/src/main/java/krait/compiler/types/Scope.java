package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import org.jspecify.annotations.Nullable;

/// The names of a function, a comprehension or a module's own code.
final class Scope {
    private final @Nullable Scope parent;
    private final ModuleScope module;
    private final boolean function;
    private final boolean comprehension;
    private boolean classBody;
    private final String label;
    private final AssignedNames names;
    private final Map<String, Binding> bindings = new HashMap<>();
    private final List<Variable> locals = new ArrayList<>();
    private final Set<Variable> captures = new LinkedHashSet<>();

    private Scope(
            @Nullable Scope parent,
            ModuleScope module,
            boolean function,
            boolean comprehension,
            AssignedNames names,
            String label) {
        this.label = label;
        this.parent = parent;
        this.module = module;
        this.function = function;
        this.comprehension = comprehension;
        this.names = names;
    }

    static Scope module(ModuleScope module) {
        return new Scope(
                null,
                module,
                false,
                false,
                AssignedNames.in(module.tree().body()),
                module.symbol().name() + ":");
    }

    /// The body of a class: its names are seen in it alone, not in functions inside.
    static Scope classBody(Scope parent) {
        Scope scope =
                new Scope(parent, parent.module, false, false, AssignedNames.none(), parent.label);
        scope.classBody = true;
        return scope;
    }

    static Scope function(Scope parent, AssignedNames names, Span place) {
        String label =
                parent.module.symbol().name() + ":" + place.line() + ":" + place.column() + ":";
        return new Scope(parent, parent.module, true, false, names, label);
    }

    /// @param lazy whether it runs later, as a generator expression does
    static Scope comprehension(Scope parent, AssignedNames names, boolean lazy) {
        String label = parent.label + "comprehension:";
        return new Scope(parent, parent.module, lazy, true, names, label);
    }

    /// Tells scopes of one module apart, the same in every pass.
    String label() {
        return label;
    }

    boolean isModule() {
        return parent == null;
    }

    boolean nested() {
        return parent != null && !parent.isModule();
    }

    /// Whether this is code of a function, lambda or generator expression, which runs later than
    /// the module's own.
    boolean inFunction() {
        return function || (parent != null && parent.inFunction());
    }

    /// Whether the variable belongs to the innermost function, and no function inside assigns it:
    /// then code that is called can't change it.
    boolean ownsAlone(Variable variable) {
        if (variable.shared() || variable.kind() == Variable.Kind.GLOBAL) {
            return false;
        }
        Scope scope = this;
        while (!scope.owns(variable)) {
            if (scope.function || scope.parent == null) {
                return false;
            }
            scope = scope.parent;
        }
        return true;
    }

    /// Whether the variable, of this scope or an outer one, gets all its value before this point
    /// and keeps it: it is assigned at one place outside of loops, or a parameter never assigned.
    boolean constant(Variable variable) {
        Scope scope = this;
        while (!scope.owns(variable)) {
            if (scope.parent == null) {
                return false;
            }
            scope = scope.parent;
        }
        String name = variable.name();
        return !scope.comprehension
                && !variable.shared()
                && variable.kind() != Variable.Kind.GLOBAL
                && !scope.names.again().contains(name)
                && !(variable.kind() == Variable.Kind.PARAMETER && scope.assigns(name));
    }

    /// Whether the name is deleted somewhere in this scope.
    boolean deletes(String name) {
        return names.deleted().contains(name);
    }

    List<Variable> locals() {
        return locals;
    }

    List<Variable> captures() {
        return List.copyOf(captures);
    }

    /// Whether the name is assigned somewhere in this scope.
    boolean assigns(String name) {
        return names.assigned().contains(name);
    }

    /// Whether the name is assigned at more than one place here, or in a loop.
    boolean assignsAgain(String name) {
        return names.again().contains(name);
    }

    Optional<Binding> own(String name) {
        if (isModule()) {
            return module.find(name);
        }
        return Optional.ofNullable(bindings.get(name));
    }

    void bind(String name, Binding binding) {
        bindings.put(name, binding);
    }

    /// A new variable of this scope.
    Variable declare(String name, Type type, boolean parameter) {
        if (isModule()) {
            return module.variable(name, type);
        }
        Variable.Kind kind = parameter ? Variable.Kind.PARAMETER : Variable.Kind.LOCAL;
        Variable variable = new Variable(name, kind, type, null);
        if (parameter) {
            variable.assigned(1);
        } else {
            locals.add(variable);
        }
        if (names.inner().contains(name)) {
            variable.share();
        }
        bindings.put(name, new Binding.VariableBinding(variable));
        return variable;
    }

    Variable temporary(Type type) {
        Variable variable = new Variable("$t", Variable.Kind.TEMPORARY, type, null);
        locals.add(variable);
        return variable;
    }

    /// The scope that an assignment to a name belongs to.
    Scope home(String name) {
        if (comprehension && parent != null && !assigns(name)) {
            return parent.home(name);
        }
        if (names.globals().contains(name)) {
            Scope scope = this;
            while (scope.parent != null) {
                scope = scope.parent;
            }
            return scope;
        }
        if (names.nonlocals().contains(name) && parent != null) {
            Scope scope = parent;
            while (scope.parent != null && scope.own(name).isEmpty()) {
                scope = scope.parent;
            }
            return scope;
        }
        return this;
    }

    /// What was found, and whether it belongs to an enclosing function or the module around.
    ///
    /// @param deleted whether a `del` there may take its value away at any time
    record Found(Binding binding, boolean outer, boolean deleted) {}

    /// Looks a name up from inside to outside; what lies beyond a function is captured by it.
    Optional<Found> find(String name) {
        Scope scope = this;
        boolean outer = false;
        Optional<Binding> own = scope.own(name);
        while (own.isEmpty() && scope.parent != null) {
            if (scope.names.globals().contains(name) || scope.names.nonlocals().contains(name)) {
                outer = true;
                scope = scope.home(name);
                own = scope.own(name);
                break;
            }
            if (scope.assigns(name)) {
                return Optional.empty();
            }
            outer |= scope.function;
            scope = scope.parent;
            own = scope.classBody ? Optional.empty() : scope.own(name);
        }
        if (own.isEmpty()) {
            return module.lookup(name).map(b -> new Found(b, true, false));
        }
        capture(own.get());
        return Optional.of(new Found(own.get(), outer, outer && scope.deletes(name)));
    }

    private void capture(Binding binding) {
        Variable variable =
                switch (binding) {
                    case Binding.VariableBinding v -> v.variable();
                    case Binding.FunctionBinding f -> f.variable();
                    case Binding.ClassBinding _,
                            Binding.FieldBinding _,
                            Binding.ModuleBinding _,
                            Binding.TypeVariableBinding _,
                            Binding.AliasBinding _,
                            Binding.SpecialBinding _ ->
                            null;
                };
        if (variable == null || variable.kind() == Variable.Kind.GLOBAL) {
            return;
        }
        Scope scope = this;
        while (scope != null && !scope.owns(variable)) {
            if (scope.function) {
                scope.captures.add(variable);
                variable.capture();
            }
            scope = scope.parent;
        }
    }

    private boolean owns(Variable variable) {
        return bindings.values().stream()
                .anyMatch(b ->
                        (b instanceof Binding.VariableBinding v && v.variable() == variable)
                                || (b instanceof Binding.FunctionBinding f
                                        && f.variable() == variable));
    }
}
