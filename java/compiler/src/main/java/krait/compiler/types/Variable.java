package krait.compiler.types;

import org.jspecify.annotations.Nullable;

/// A name that holds a value. Two are the same only when they are one object: names of different
/// scopes, comprehensions included, are different variables.
public final class Variable {
    /// Where it lives.
    public enum Kind {
        LOCAL,
        PARAMETER,
        /// Made by the checker, so that something is evaluated once; always bound when read.
        TEMPORARY,
        /// Of a module; a static field.
        GLOBAL
    }

    private final String name;
    private final Kind kind;
    private Type type;
    private boolean captured;
    private boolean mayBeUnbound;
    private boolean shared;
    private boolean handles;
    private boolean holds;
    private int assignments;
    private final @Nullable ModuleSymbol module;

    Variable(String name, Kind kind, Type type, @Nullable ModuleSymbol module) {
        this.name = name;
        this.kind = kind;
        this.type = type;
        this.module = module;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /// Of every value that it ever holds.
    public Type type() {
        return type;
    }

    /// Of a global: its module.
    public @Nullable ModuleSymbol module() {
        return module;
    }

    /// Whether a nested function or generator expression uses it.
    public boolean captured() {
        return captured;
    }

    /// Whether it needs a cell: it is captured, and assigned more than once or perhaps after it was
    /// captured.
    public boolean cell() {
        return captured && (assignments > 1 || mayBeUnbound);
    }

    /// Whether some use may find it without a value, or a `del` takes its value away: then
    /// "unbound" needs a representation of its own.
    public boolean mayBeUnbound() {
        return mayBeUnbound;
    }

    /// Whether it may hold the last reference to a generator that cleans up at its end.
    public boolean holds() {
        return holds;
    }

    void hold() {
        holds = true;
    }

    /// Whether `except` binds it, and nothing else.
    boolean handles() {
        return handles;
    }

    void handle() {
        handles = true;
    }

    void type(Type changed) {
        type = changed;
    }

    void capture() {
        captured = true;
    }

    void unbound() {
        mayBeUnbound = true;
    }

    /// Whether a function inside its own assigns it.
    boolean shared() {
        return shared;
    }

    void share() {
        shared = true;
    }

    void assigned(int times) {
        assignments += times;
    }

    @Override
    public String toString() {
        return name + ": " + type.show();
    }
}
