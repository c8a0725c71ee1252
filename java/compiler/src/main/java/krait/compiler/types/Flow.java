package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;

/// What is known at one point of a body: which variables have a value for certain, and what tests
/// have shown about variables and fields. Not thread safe.
final class Flow {
    /// A variable, or a field reached from one.
    record Path(Variable root, List<String> fields) {}

    private Set<Variable> bound = new HashSet<>();
    private Map<Path, Type> narrowed = new HashMap<>();
    private Set<FieldSymbol> fields = new HashSet<>();
    private boolean reachable = true;
    private Optional<Span> escaped = Optional.empty();

    Flow copy() {
        Flow copy = new Flow();
        copy.bound = new HashSet<>(bound);
        copy.narrowed = new HashMap<>(narrowed);
        copy.fields = new HashSet<>(fields);
        copy.reachable = reachable;
        copy.escaped = escaped;
        return copy;
    }

    boolean reachable() {
        return reachable;
    }

    void end() {
        reachable = false;
    }

    boolean bound(Variable variable) {
        return !reachable || bound.contains(variable);
    }

    void bind(Variable variable) {
        bound.add(variable);
    }

    void unbind(Variable variable) {
        bound.remove(variable);
        forget(variable);
    }

    /// Inside of `__init__`: the field of the new object has a value.
    void set(FieldSymbol field) {
        fields.add(field);
    }

    boolean isSet(FieldSymbol field) {
        return !reachable || fields.contains(field);
    }

    /// Inside of `__init__`: where a method of the new object became a value that others may call.
    Optional<Span> escaped() {
        return escaped;
    }

    void escape(Span span) {
        escaped = Optional.of(span);
    }

    Set<Variable> boundVariables() {
        return Set.copyOf(bound);
    }

    /// What tests have shown, or the declared type.
    Type narrowed(Path path, Type declared) {
        return narrowed.getOrDefault(path, declared);
    }

    void narrow(Path path, Type type) {
        narrowed.put(path, type);
    }

    /// A test has shown that a value is no bool, though its type may cover bools.
    void isNoBool(Path path) {
        narrowed.put(noBool(path), Type.Simple.NEVER);
    }

    boolean knownNoBool(Path path) {
        return narrowed.containsKey(noBool(path));
    }

    /// What is known so goes with all else that is known of the path.
    private static Path noBool(Path path) {
        List<String> fields = new ArrayList<>(path.fields());
        fields.add("is bool");
        return new Path(path.root(), fields);
    }

    /// After an assignment nothing is known of the variable and what was reached through it.
    void forget(Variable variable) {
        narrowed.keySet().removeIf(path -> path.root() == variable);
    }

    /// Forgets what is no longer known, or known to be otherwise, at a later point.
    void forgetOthers(Flow later) {
        if (later.reachable) {
            narrowed.entrySet().removeIf(e -> !e.getValue().equals(later.narrowed.get(e.getKey())));
        }
    }

    /// After an assignment of a field of any object.
    void forgetField(String field) {
        narrowed.keySet().removeIf(path -> path.fields().contains(field));
    }

    /// What was known of a field before it is assigned holds while the new value is computed.
    void recall(String field, Flow before) {
        before.narrowed.forEach((path, type) -> {
            if (path.fields().contains(field)) {
                narrowed.put(path, type);
            }
        });
    }

    /// After a call of code that may assign some fields and global variables.
    void forgetReachable(Scope scope, Effects.Writes writes) {
        narrowed.keySet()
                .removeIf(path ->
                        reached(path.root(), scope, writes)
                                || path.fields().stream().anyMatch(writes::field));
    }

    private static boolean reached(Variable root, Scope scope, Effects.Writes writes) {
        return root.kind() == Variable.Kind.GLOBAL
                ? writes.global(root.name())
                : !scope.ownsAlone(root);
    }

    /// For code that runs later: only what can't change any more is still known.
    void keepConstants(Scope scope) {
        narrowed.keySet()
                .removeIf(path -> !path.fields().isEmpty() || !scope.constant(path.root()));
    }

    /// Whether something is known that called code may change.
    boolean knowsReachable(Scope scope) {
        return narrowed.keySet().stream()
                .anyMatch(path -> !path.fields().isEmpty() || !scope.ownsAlone(path.root()));
    }

    /// What holds on both ways; an unreachable one adds nothing.
    Flow join(Flow other) {
        if (!reachable) {
            return other.copy();
        }
        if (!other.reachable) {
            return copy();
        }
        Flow joined = new Flow();
        joined.escaped = escaped.or(other::escaped);
        joined.bound = new HashSet<>(bound);
        joined.bound.retainAll(other.bound);
        joined.fields = new HashSet<>(fields);
        joined.fields.retainAll(other.fields);
        for (Map.Entry<Path, Type> entry : narrowed.entrySet()) {
            Type there = other.narrowed.get(entry.getKey());
            if (there != null) {
                joined.narrowed.put(entry.getKey(), Relations.either(entry.getValue(), there));
            }
        }
        return joined;
    }
}
